"""Quoted and plain speech: who says it, to whom, and what in it is a demand."""

import pytest
from tests.domain.reading.reading_of import read, told

_LEAD = "11月6日，县长罗远航到城东换热站检查供暖。县住建局局长方明一同检查。\n\n"


def heard(words: str) -> list[tuple[list[str], str | None]]:
    return [
        ([each.text for each in one.addressees], one.issuer.name if one.issuer else None)
        for one in read(_LEAD + words).directives
    ]


@pytest.mark.parametrize(
    "words",
    [
        "“热费投诉由县住建局接，两个钟头内必须有人上门。”临走时，罗远航又补了一句。",
        "罗远航把记录本递给站长，“县住建局今晚派人守在这里，修好再走。”",
        "罗远航特别点到：“县住建局年内还要换完六个老站。”",
    ],
)
def test_a_quotation_when_no_verb_of_saying_stands_by_it_then_its_speaker_is_found(words: str):
    assert heard(words) == [(["县住建局"], "罗远航")]


def test_offices_when_their_people_stand_by_then_they_are_told():
    words = "罗远航叮嘱同车的县气象局、县应急局两位负责人：预警要发到每个院子。"

    assert [who for who, _ in heard(words)] == [["县气象局、县应急局"]]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "会议强调，保供是一根链条，县供电公司盯负荷；县能源局盯气源。",
            [["县供电公司"], ["县能源局"]],
        ),
        ("会议要求，补贴先由项目业主垫付。", [["项目业主"]]),
        ("会议要求，县人社局要发挥好牵头抓总作用，畅通渠道。", [["县人社局"]]),
        ("会议要求，坚持建管并重，深化路长制。", [[]]),
        ("会议要求，县住建局要认真研究各方提出的意见建议。", [["县住建局"]]),
    ],
)
def test_a_demand_when_it_follows_a_statement_or_stands_bare_then_it_is_read(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(words)] == units


def test_who_pays_when_it_is_a_consequence_then_nobody_new_is_told():
    words = "会议要求，对逾期未拆的，县城管局依法拆除，所需费用由产权人承担。"

    assert [who for who, _ in told(words)] == [["县城管局"]]


def test_paragraphs_when_each_is_a_quotation_of_nobody_then_the_leader_goes_on():
    words = (
        "罗远航的指令一条接一条：\n\n“县供电公司今晚抢通线路。”\n\n“县交通局派两台铲车在路口候着。”"
    )

    assert heard(words) == [(["县供电公司"], "罗远航"), (["县交通局"], "罗远航")]


def test_a_matter_when_a_leader_turns_to_it_then_it_belongs_to_the_demand():
    words = "罗远航说，噪声的事，县城管局去管，不能一罚了之。"

    assert [one.action for one in read(_LEAD + words).directives] == [
        "噪声的事，县城管局去管，不能一罚了之"
    ]


def test_a_county_when_it_is_named_bare_then_a_wish_is_for_it():
    words = "罗远航希望云岭在产业转型上先行一步。"

    assert [who for who, _ in heard(words)] == [["云岭"]]


def test_a_verb_when_it_belongs_to_a_noun_then_nobody_acts_by_it():
    words = "罗远航强调，各责任单位办理情况纳入年度考核。"

    assert [who for who, _ in heard(words)] in ([], [[]])
