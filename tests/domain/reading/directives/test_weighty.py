"""Why a thing matters, in front of a bare demand: what is grave or pressing, and what is merely told."""

import pytest

from guatu.domain.reading.directives.weighty import stands_behind_weight


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("卫明远强调，安全生产重于泰山，", True),
        ("卫明远强调，时间紧、任务重，责任重大，", True),
        ("各地都来了人。供暖事关千家万户，", True),
        ("卫明远说：“防汛形势依然严峻，", True),
        ("会议指出，项目建设是重中之重，", True),
        ("会议指出，项目进展顺利，", False),
        ("会议指出，青石镇区位优越，", False),
        ("卫明远强调，要认识到安全责任重大，", False),
        ("卫明远强调，县住建局抓进度，安全重于泰山，", False),
        ("卫明远强调，安全责任重大的单位，", False),
        ("安全生产重于泰山。", False),
        ("", False),
    ],
)
def test_only_what_says_why_it_matters_opens_a_demand_behind_it(before: str, behind: bool):
    assert stands_behind_weight(before + "加快整改", len(before)) is behind
