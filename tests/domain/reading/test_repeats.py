"""Which passages that two reports share were printed in one of them by mistake, and which any report may say."""

import pytest

from guatu.domain.reading.repeats import twin_passages

FIRST = (
    "雨下了三天，河水涨到了老桥的石栏边，巡堤的人整夜没有合眼，天亮时又换了一班，锅里的粥还是热的。"
)
SECOND = "新教室的玻璃擦得透亮，孩子们把自己画的山和水贴满了后墙，老师说下个月还要添一架钢琴，音乐课不再只有口琴。"


@pytest.mark.parametrize(
    "said",
    [
        "石桥县城市更新三年行动方案（二〇二五至二〇二七年）》。",
        "关于进一步加强农村道路交通安全工作的若干实施意见》的通知，",
        "《石桥县农村生活垃圾分类处理和资源化利用管理暂行办法》。",
        "县委副书记温良主持会议并讲话，副县长柏舟",
        "县委书记齐小雨出席并讲话，县委副书记、县长宗立主持，",
        "县人大常委会主任程一帆、县政协主席林二河出席，县委常委方小满参加。",
        "主持，县人大常委会主任罗远航、县政协主席宗立出席",
    ],
)
def test_what_any_two_reports_may_say_is_no_passage(said: str):
    assert len(said) >= 20
    assert twin_passages([f"{FIRST}会议通过了{said}{FIRST}", f"{SECOND}随后，{said}{SECOND}"]) == ()


@pytest.mark.parametrize(
    "said",
    [
        "县水利局要在汛期前把十二座病险水库的闸门逐一检修完毕，",
        "副县长柏舟要求县住建局月底前把断头路打通，让接送孩子的车能开到校门口，",
        "会议审议通过了《石桥县城市更新行动方案》，要求各乡镇年底前拿出项目清单，",
        "县委书记齐小雨说，欠群众的账一笔一笔还，县信访局每周报一次进度。",
        "县水利局局长温良，县住建局局长柏舟，石桥镇镇长宗立，青石乡乡长罗远航",
        "村民把积攒了半年的废旧农膜装上三轮车送到回收点换成了新膜",
    ],
)
def test_a_sentence_of_one_matter_in_two_reports_is_a_passage(said: str):
    ((one, two),) = twin_passages([f"{FIRST}{FIRST}{said}{FIRST}", f"{SECOND}{SECOND}{said}"])
    assert {one.text, two.text} == {0, 1}
    assert one.end - one.start >= len(said) - 2
