"""Who reports is no part of an agenda item; what is only listened to on the way is none."""

import pytest
from tests.domain.reading.reading_of import read


def _agenda(words: str, title: str = "县政府召开常务会议") -> list[str]:
    return [one.text for one in read(f"{title}\n\n{words}").records[0].agenda]


_OPENING = "11月6日，县长罗远航主持召开县政府第3次常务会议。"


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议听取了县水利局关于水库除险进展情况的汇报。", ["水库除险进展情况"]),
        ("会议听取清河粮油集团关于仓储扩建方案的汇报。", ["仓储扩建方案"]),
        (
            "会议听取县林业局关于造林任务落实情况、县气象局关于墒情监测情况的汇报。",
            ["造林任务落实情况", "墒情监测情况"],
        ),
        (
            "会议听取了县农业农村局负责人关于备耕进度、农资供应、机具检修等情况的汇报。",
            ["备耕进度、农资供应、机具检修等情况"],
        ),
        ("会议听取各乡镇秋粮收购情况汇报。", ["秋粮收购情况"]),
        ("会议审议县住建局提请的《老旧小区改造计划》。", ["《老旧小区改造计划》"]),
        ("会议审议《投资管理办法（送审稿）》。", ["《投资管理办法（送审稿）》"]),
        (
            "会议传达学习中央和省委、市委农村工作有关会议精神。",
            ["中央和省委、市委农村工作有关会议精神"],
        ),
        ("会上，各单位负责人分别汇报了征迁工作进展情况。", []),
        # What is only the way something was done, or what everybody does, is no item.
        ("会议研究了七个议题，议定如下事项：", []),
        ("会议听取相关汇报，详细了解管网建设进度。", []),
        ("会议部署了今冬征兵工作任务。", []),
        ("会议听取了代表们的意见，现场作了答复。", []),
    ],
)
def test_an_item_is_what_is_reported_without_who_reports(words: str, items: list[str]) -> None:
    assert _agenda(_OPENING + words) == items


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("罗远航走进车间，听取项目进展情况汇报。", []),
        ("座谈会上，罗远航听取了河口乡关于柑橘种植及销售情况的汇报。", ["柑橘种植及销售情况"]),
        ("罗远航通过听取汇报、实地查看等方式了解进度。", []),
    ],
)
def test_on_a_visit_only_a_report_on_something_named_is_an_item(
    words: str, items: list[str]
) -> None:
    opening = "11月6日，县长罗远航到河口乡调研柑橘产业。"
    assert _agenda(opening + words, "罗远航调研柑橘产业") == items
