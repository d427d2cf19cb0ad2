"""Two bodies that 和 joins are two, and a name that holds 和 is one."""

import pytest
from tests.domain.reading.reading_of import read


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("县水务局和青石镇", ["县水务局", "青石镇"]),
        ("县水务局与县住建局", ["县水务局", "县住建局"]),
        ("县水务局和青石镇、白沙镇", ["县水务局", "青石镇", "白沙镇"]),
        ("县自然资源和规划局", ["县自然资源和规划局"]),
        ("县自然资源和规划局和青石镇", ["县自然资源和规划局", "青石镇"]),
    ],
)
def test_bodies_that_and_joins_are_each_a_body_of_the_record(told: str, bodies: list[str]):
    reading = read(f"县长调研\n本报讯 9月3日，县长卫明远调研堤防。卫明远要求，{told}要抢抓工期。")
    assert [one.name for one in reading.records[0].organisations] == bodies
