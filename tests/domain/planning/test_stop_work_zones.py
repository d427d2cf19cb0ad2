from datetime import UTC, datetime, timedelta, timezone

import pytest

from guatu.domain.kernel.interval import Window
from guatu.domain.planning.network import lost_days
from guatu.domain.planning.plan import StopWork

COUNTY = timezone(timedelta(hours=8))
FROM, TO = datetime.fromisoformat("2024-11-20T12:00"), datetime.fromisoformat("2024-11-23")


def stop(start: datetime, end: datetime) -> StopWork:
    return StopWork(window=Window(start=start, end=end), classes=frozenset({"earthwork"}))


@pytest.mark.parametrize(
    "zoned",
    [
        stop(FROM.replace(tzinfo=COUNTY), TO.replace(tzinfo=COUNTY)),
        stop(
            FROM.replace(tzinfo=COUNTY).astimezone(UTC),
            TO.replace(tzinfo=COUNTY).astimezone(UTC),
        ),
    ],
    ids=["county", "utc"],
)
def test_a_window_that_states_a_zone_takes_the_days_of_the_county(zoned: StopWork) -> None:
    assert zoned == stop(FROM, TO)
    assert len(lost_days((zoned,), "earthwork")) == 3


def test_windows_with_and_without_a_zone_stand_in_one_plan() -> None:
    both = (stop(FROM, TO), stop(FROM.replace(tzinfo=COUNTY), TO.replace(tzinfo=COUNTY)))
    assert len(lost_days(both, "earthwork")) == 3
