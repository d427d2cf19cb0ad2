"""Whom a quotation was for, where only the verb behind it tells."""

import pytest
from tests.domain.reading.reading_of import read

VISIT = "县长检查堤防\n本报讯 2025年9月3日，县长卫明远到青石镇检查堤防。镇党委书记张立参加。\n"


def asked(words: str) -> list[tuple[str, str]]:
    return [
        ("+".join(each.text for each in one.addressees), one.action)
        for one in read(VISIT + words, year=None).directives
    ]


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("他叮嘱随行的县水利局负责人。", "县水利局负责人"),
        ("卫明远叮嘱镇村干部。", "镇村干部"),
        ("他再三嘱咐陪同的县住建局主要负责人。", "县住建局主要负责人"),
        ("卫明远提醒施工方负责人。", "施工方负责人"),
        ("他要求张立。", "张立"),
        ("他对镇村干部说。", "镇村干部"),
    ],
)
def test_who_stands_behind_the_verb_was_told_and_nothing_more_is_asked(behind: str, who: str):
    assert asked("“抓紧把路修通。”" + behind) == [(who, "抓紧把路修通")]


def test_what_the_verb_behind_asks_is_a_demand_of_its_own():
    assert asked("“抓紧把路修通。”他叮嘱镇村干部要守住路口。") == [
        ("", "抓紧把路修通"),
        ("镇村干部", "镇村干部要守住路口"),
    ]


def test_a_verb_of_another_sentence_tells_nothing_of_the_quotation():
    assert asked("“抓紧把路修通。”他说。随后，他慰问了镇村干部。") == [("", "抓紧把路修通")]
