"""Paragraphs that go on with what was said or handed out above them."""

import pytest
from tests.domain.reading.reading_of import read

_MEETING = "泺川县召开水源推进会\n\n11月3日，泺川县召开水源推进会。{}\n\n{}\n"


def _told(above: str, below: str) -> str:
    found = read(_MEETING.format(above, below), year=2026).directives
    return "/".join("+".join(one.text for one in each.addressees) or "-" for each in found)


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (
            "县河长办将排查出的96处隐患进行了交办。",
            "被交办企业按照清单对隐患进行整改，切实整改到位。各单位切实加强督办，严防反弹。",
            "被交办企业/各单位",
        ),
        # Whoever has a name of his own is told of.
        ("县河长办将排查出的96处隐患进行了交办。", "县水利局组织力量清淤，切实方便群众。", ""),
        # Nothing was handed out.
        ("县河长办通报了96处隐患。", "被交办企业按照清单进行整改，居民拍手称快。", ""),
        (
            "会议要求各水厂备足药剂。",
            "加快清淤进度，疏通河道。各水厂要逐池检测，登记造册。",
            "各水厂/-/各水厂",
        ),
        (
            "会议要求各水厂备足药剂。",
            "清淤进度加快了，河道通了。各水厂要逐池检测，登记造册。",
            "各水厂/各水厂",
        ),
    ],
)
def test_whom_the_paragraph_below_tells(above: str, below: str, told: str) -> None:
    assert _told(above, below) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("县供水服务中心提醒，今冬想办理停用的居民，请于10月25日前登记。", "今冬想办理停用的居民"),
        ("泺川供水服务中心提醒，水管怕冻，用户多是老人。", ""),
        ("一位用户提醒，想缴费的邻居，请客吃饭都没有用。", ""),
    ],
)
def test_whom_an_office_reminds(words: str, told: str) -> None:
    found = read(f"缴费本月截止\n\n天气渐冷，{words}\n", year=2026).directives
    assert "/".join("+".join(one.text for one in each.addressees) for each in found) == told
