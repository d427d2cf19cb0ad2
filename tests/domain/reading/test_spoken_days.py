"""昨天 and 今天 in a report that prints its own day."""

import pytest
from tests.domain.reading.reading_of import read


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("本报3月1日讯（记者 方明） 昨天，我县召开重点项目推进会。", "2024-02-29"),
        ("本报5月8日讯 今天上午，我县召开重点项目推进会。", "2024-05-08"),
        ("本报5月8日讯（记者 方明） 前天下午，我县召开重点项目推进会。", "2024-05-06"),
        ("本报5月8日讯 昨日（7日），我县召开重点项目推进会。", "2024-05-07"),
    ],
)
def test_a_spoken_day_counts_from_the_day_of_the_report(opening: str, day: str) -> None:
    page = f"我县召开重点项目推进会\n\n{opening}县长罗远航主持会议并讲话。罗远航强调，要抓紧。"
    (record,) = read(page).records
    assert str(record.day) == day
