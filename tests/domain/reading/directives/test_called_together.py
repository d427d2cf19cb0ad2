"""Whom a leader calls together is told by what he says next; offices and inspectors order too."""

import pytest
from tests.domain.reading.reading_of import read

VISIT = "县长检查堤防\n本报讯 2025年9月3日，县长卫明远到青石镇检查堤防。"


def asked(words: str) -> list[tuple[str, str, str]]:
    """Return of each directive who is told, by whom, and its first words."""
    return [
        (
            "+".join(each.text for each in one.addressees),
            one.issuer.name if one.issuer is not None else "",
            one.action[:8],
        )
        for one in read(VISIT + words, year=None).directives
    ]


HEADS = "县住建局、青石镇负责人"


@pytest.mark.parametrize(
    "words",
    [
        f"临走时，卫明远把{HEADS}叫到一起，说了这么几条：①管网9月底前接通；②路面恢复原样。",
        f"临走时，卫明远把{HEADS}叫到一块，提出两点要求：一是管网9月底前接通；二是路面恢复原样。",
        f"卫明远召集{HEADS}现场研究，要求管网9月底前接通。",
        f"卫明远连夜召集{HEADS}会商，要求管网9月底前接通。",
    ],
)
def test_those_called_together_are_told(words: str):
    assert {(who, by) for who, by, _ in asked(words)} == {(HEADS, "卫明远")}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县水利局责成施工单位三天内补上反滤层。", ("施工单位", "县水利局", "施工单位三天内补")),
        ("县水利局当场责令施工单位停工。", ("施工单位", "县水利局", "施工单位停工")),
        (
            "检查中，执法人员责令华远化工立即停产整改。",
            ("华远化工", "执法人员", "华远化工立即停产"),
        ),
        ("检查人员要求，加油站要在5日内更换灭火器。", ("加油站", "检查人员", "加油站要在5日内")),
    ],
)
def test_offices_and_inspectors_order(words: str, found: tuple[str, str, str]):
    assert asked(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "卫明远把情况和大家放到一起研究。",
        "执法人员对企业进行了检查。",
        "县水利局对堤防开展了排查。",
    ],
)
def test_who_only_meets_or_inspects_orders_nothing(words: str):
    assert asked(words) == []


def test_what_an_office_acts_on_is_no_part_of_its_name():
    reading = read(
        "县应急局开展检查\n本报讯 2025年9月3日，县应急局对园区化工企业开展专项检查。", year=None
    )
    assert [one.name for one in reading.records[0].organisations] == ["县应急局"]
