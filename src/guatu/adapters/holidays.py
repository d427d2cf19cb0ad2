"""China's public holidays and make-up workdays, from the kept library ``chinesecalendar``."""

from functools import cache

from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.interval import day_number


@cache
def china_holidays() -> HolidayTable:
    """Return the State Council's days off and make-up workdays for the years the library knows."""
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415 read only for plans that ask

    years = sorted({day.year for day in holidays})
    off = (day for day in holidays if day not in workdays)
    return HolidayTable(
        name="CN",
        first_year=years[0],
        last_year=years[-1],
        off=frozenset(day_number(day) for day in off),
        make_up=frozenset(day_number(day) for day in workdays),
    )
