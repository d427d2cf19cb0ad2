"""How often a thing is done at least: asked in a paper without modal or unit, told in a report."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.quotas import sets_quota

PLAN = (
    "青溪县2025年调解工作计划\n一、议事。{}\n二、考核。各村要严格考核。\n青溪县司法局\n2025年3月3日"
)


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("联席会议每季度召开不少于1次", True),
        ("台账每半月核对至少一遍", True),
        ("每个学期家访不低于2次", True),
        ("每周召开一次例会", False),
        ("全年开展培训不少于6场", False),
        ("每户补助200元", False),
    ],
)
def test_a_quota_says_how_often_at_least(words: str, yes: bool):
    assert sets_quota(words) is yes


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("调解联席会议每季度召开不少于1次。", True),
        ("调解室每周开放不少于4天。", True),
        ("去年联席会议每季度都开了会。", False),
    ],
)
def test_a_plan_asks_by_a_quota(sentence: str, asked: bool):
    actions = [one.action for one in read(PLAN.format(sentence), year=None).directives]
    assert (sentence.rstrip("。") in actions) is asked
    assert "各村要严格考核" in actions
