"""What one who leads says to a single person, by his name or his post, is for him to do."""

import pytest
from tests.domain.reading.reading_of import read

STORY = (
    "贺兰舟到青石镇调研\n\n11月6日，县长贺兰舟到青石镇调研。副县长柳知行、青石镇镇长岳一帆参加。\n"
)


def told(words: str) -> list[list[str]]:
    return [[who.text for who in one.addressees] for one in read(STORY + words + "\n").directives]


@pytest.mark.parametrize(
    "words",
    [
        "贺兰舟沉下脸，转身对岳一帆说，炉子马上停，人马上撤，一个都不许留；误工费照发，不准扣师傅们一分钱。",
        "贺兰舟转过头叮嘱岳一帆，票款这个月底必须发到户，一户也别落下；再跟两家糖厂碰一碰。",
        "贺兰舟对岳一帆说，十天内在坡上搞出三十亩样板，工钱一分不能少；账目三天内贴到每家门上。",
        "接着他又对岳一帆说：“愿意搬的先搬，不愿意的不要勉强；公家的钱怎么花的，要上墙给大伙看。”",
    ],
)
def test_a_person_of_the_page_is_told_by_his_name(words: str) -> None:
    assert told(words) == [["岳一帆"], ["岳一帆"]]


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("贺兰舟对随行的县粮食中心负责人说，", "县粮食中心负责人"),
        ("他又对物业经理说：“", "物业经理"),
        ("贺兰舟当场给镇党委书记打电话：“", "镇党委书记"),
    ],
)
def test_one_without_a_name_is_told_by_his_post_as_printed(lead_in: str, who: str) -> None:
    end = "”" if "“" in lead_in else ""
    assert told(f"{lead_in}天黑以前把道口清出来。{end}") == [[who]]


def test_bodies_are_told_as_bodies() -> None:
    words = "贺兰舟对随行的县水利局、县林业局两位负责人提出要求：天黑以前把道口清出来。"
    assert told(words) == [["县水利局、县林业局"]]


@pytest.mark.parametrize(
    "words",
    [
        "贺兰舟转头问岳一帆：“老师傅这个办法，你们敢不敢用？”",
        "贺兰舟对岳一帆说：“这条路修得不容易。”",
    ],
)
def test_questions_and_praise_tell_nobody(words: str) -> None:
    assert told(words) == []
