"""Points headed by an office or a post alone: what stands behind is for it."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.duty_heads import heads_duties

RULES = "青溪县城投公司安全责任制实施细则\n一、各级职责\n（一）{}\n（二）各项目部。严禁以包代管。\n二、附则\n各部门要严格执行。\n青溪县城投公司\n2025年3月5日"


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("分管副总经理", True),
        ("安全环保部", True),
        ("各项目部", True),
        ("值班负责人", True),
        ("当好护林员", False),
        ("做守法的宣传员", False),
        ("明确安全员", False),
        ("工作要求", False),
    ],
)
def test_a_head_is_an_office_or_a_post_and_no_more(words: str, yes: bool):
    assert heads_duties(words, load_lexicon()) is yes


@pytest.mark.parametrize("head", ["分管副总经理。", "分管副总经理："])
def test_all_behind_the_head_is_for_it_until_the_next(head: str):
    text = RULES.format(head + "组织隐患排查；组织制定培训计划，4月底前印发。")
    found = [(one.addressees[0].text, one.action) for one in read(text).directives]
    assert found == [
        ("分管副总经理", "组织隐患排查"),
        ("分管副总经理", "组织制定培训计划，4月底前印发"),
        ("各项目部", "严禁以包代管"),
        ("各部门", "各部门要严格执行"),
    ]
