import pytest
from tests.domain.reading.reading_of import demands, told


@pytest.mark.parametrize(
    "opening",
    [
        "会议强调，",
        "会议指出，",
        "会议要求：",
        "罗远航强调，",
        "罗远航指出，",
        "他要求，",
        "罗远航在讲话中指出，",
        "罗远航在主持会议时要求，",
        "会议还强调，",
        "县长罗远航最后强调，",
        "就下一步工作，罗远航强调，",
        "会议决定，",
    ],
)
def test_an_opening_of_speech_when_read_then_its_demand_is_found(opening: str):
    assert told(f"{opening}县教育局要抓好校园安全。") == [(["县教育局"], "县教育局要抓好校园安全")]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航详细了解了主要措施和重要环节。",
        "项目按照要求加快推进，取得重要进展。",
        "会议听取了三季度工作汇报。",
        "罗远航强调了安全生产的重要性。",
        "会议指出，项目兴则产业兴，产业强则经济强。",
        "会议还研究了其他事项。",
    ],
)
def test_narration_when_read_then_no_demand_is_invented(words: str):
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "项目建设等不得、拖不起。",
        "安全生产来不得半点马虎。",
        "良田舍不得荒。",
        "部门之间容不得丝毫推诿。",
        "各方不得不正视差距。",
    ],
)
def test_what_will_not_do_is_no_prohibition(words: str):
    assert demands(f"会议强调，{words}") == ()


def test_what_is_forbidden_is_a_demand():
    assert told("会议强调，任何单位未经同意不得开挖。") == [
        (["任何单位"], "任何单位未经同意不得开挖")
    ]


def test_background_before_the_unit_stays_outside():
    assert told("会议强调，当前是关键时期，任务艰巨，县应急局要加强值守。") == [
        (["县应急局"], "县应急局要加强值守")
    ]


def test_the_issuer_carries_the_post_printed_beside_the_name():
    (one,) = demands("罗远航强调，县教育局要抓好校园安全。")
    assert one.issuer is not None
    assert (one.issuer.name, one.issuer.post) == ("罗远航", "县长")
    assert one.verb == "强调"


@pytest.mark.parametrize("verb", ["责成", "责令", "要求"])
def test_a_charge_without_comma_names_its_unit(verb: str):
    assert told(f"会议{verb}县城管局于三日内完成排查。") == [
        (["县城管局"], "县城管局于三日内完成排查")
    ]


def test_a_case_put_first_belongs_to_the_demand_after_it():
    assert told("会议强调，对推诿扯皮的，严肃追责。") == [([], "对推诿扯皮的，严肃追责")]


def test_what_cannot_be_done_at_once_is_a_demand_all_the_same():
    assert told("罗远航叮嘱随行部门对解决不了的一周内答复。") == [
        (["随行部门"], "随行部门对解决不了的一周内答复")
    ]
