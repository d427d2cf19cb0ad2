"""Sentences that tell, ask, reckon or name a place, and headings of whom one cares for."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


@pytest.mark.parametrize(
    "words",
    [
        "罗远航指出，石桥镇连年内涝，根子在渠道堵、装机小，群众意见很大。",
        "罗远航指出，青溪镇三年换了四任支书，症结就在班子不团结。",
        "罗远航指出，供暖和吃饭一样等不得。",
        "罗远航指出，防汛这根弦一刻也拖不得。",
        "罗远航算了一笔账：一亩少用一袋化肥，一季就能省下八十元。",
        "罗远航问：“如果让你家住在这里，你愿不愿意？”",
        "罗远航说，学习法律，不是背条文，是拿条文照自己。",
        "罗远航指出，工作干得好不好，赶集的大娘心里都有一杆秤。",
        "罗远航皱起眉头：“这样堆草要捂坏的。”",
        "“应到86人，还差2人，都请了假。”站长答。",
    ],
)
def test_what_is_told_or_asked_demands_nothing(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议要求，货车与学生车流交汇路段，由县公安局安排警力疏导。", "县公安局"),
        ("会议要求，各乡镇要修好水管；管道修不通的，由乡镇派车送水。", "乡镇"),
    ],
)
def test_where_and_in_which_case_belongs_to_who_is_charged(words: str, unit: str) -> None:
    last = demands(words)[-1]
    assert [one.text for one in last.addressees] == [unit]
    assert last.action.startswith(("货车", "管道"))


def test_a_heading_of_whom_one_cares_for_tells_nobody() -> None:
    page = (
        "河口县水务局关于做好供水工作的通知\n\n各乡镇人民政府：\n现将有关事项通知如下：\n"
        "（一）用水户登记。要对用水户逐户登记，12月10日前报县水务局。\n"
        "（二）困难群众帮扶。要对困难群众减免水费。\n河口县水务局\n2024年11月6日"
    )
    found = read(page).directives
    assert [[one.text for one in each.addressees] for each in found] == [["各乡镇人民政府"]] * 2


def test_a_half_year_is_a_limit_where_a_count_is_due() -> None:
    found = demands("会议要求，县商务局下半年至少组织两批企业出海。")
    assert str(found[0].deadline.day) == "2024-12-31"
