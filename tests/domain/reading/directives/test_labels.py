"""Who and by when under labels: they belong to the task before them and are no part of its words."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

HEAD = "关于交办重点任务的通知\n\n各乡镇人民政府：\n\n现将有关任务交办如下：\n\n"


@pytest.mark.parametrize(
    ("labels", "units", "lead"),
    [
        ("（责任单位：县住建局；完成时限：6月20日前）", ["县住建局"], "县住建局"),
        (
            "（牵头单位：县住建局；配合单位：县财政局、城关镇；完成时限：6月20日前）",
            ["县住建局", "县财政局、城关镇"],
            "县住建局",
        ),
        (
            "（牵头单位：县住建局；责任单位：城关镇人民政府；完成时限：6月20日前）",
            ["县住建局", "城关镇人民政府"],
            "县住建局",
        ),
        (
            "责任单位：县住建局（牵头）、城关镇；完成时限：6月20日前。",
            ["县住建局", "城关镇"],
            "县住建局",
        ),
        ("\n\n承办单位：县住建局；办结时限：6月20日前", ["县住建局"], "县住建局"),
    ],
)
def test_a_task_when_labels_follow_it_then_they_tell_who_and_by_when(
    labels: str, units: list[str], lead: str
):
    (one,) = read(HEAD + "1.完成老城区管网改造8公里。" + labels).directives

    assert one.action == "完成老城区管网改造8公里"
    assert [each.text for each in one.addressees] == units
    assert one.lead == lead
    assert one.deadline.day == date(2024, 6, 20)
