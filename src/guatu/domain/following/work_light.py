"""Lights of key projects: from an outlook, and from the progress rules of cities as packs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from guatu.domain.following.light import Light, LightColor
from guatu.domain.following.limits import months_after
from guatu.domain.kernel.outlook import Outlook, Reason
from guatu.domain.kernel.packs import RulePack


def work_light(outlook: Outlook, pack: RulePack) -> Light:
    """Return the light of a work from its outlook by a ``project_lights`` pack.

    The steps are the outlook's own reason and its slack against nothing lost.
    """
    color = LightColor(pack.body["verdict"][outlook.verdict])
    reason = Reason(
        code=f"following.work.{outlook.verdict}", arguments=(("slack", _plain(outlook.slack)),)
    )
    slack = Reason(
        code="following.work.step_slack",
        arguments=(
            ("slack", _plain(outlook.slack)),
            ("needed", _plain(outlook.needed)),
            ("attained", _plain(outlook.attained)),
        ),
    )
    return Light(color=color, reason=reason, steps=(slack, outlook.reason), pack=pack.reference)


def site_days_light(lag_days: int, pack: RulePack) -> Light:
    """Return the light of a site that lags so many days behind its plan (B5, site days)."""
    color = LightColor.GREEN
    for band in pack.body["lag"]:
        if lag_days >= band["days"]:
            color = LightColor(band["color"])
            break
    reason = Reason(code="following.work.lag", arguments=(("days", max(lag_days, 0)),))
    return Light(color=color, reason=reason, pack=pack.reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a work should have done by now and has done, in one unit of money (yuan, 万元).

    ``annual`` is the plan of the year, ``planned`` the plan to date (序时 or an own curve).
    """

    annual: Decimal
    planned: Decimal
    done: Decimal

    def __post_init__(self) -> None:
        if self.annual <= 0 or self.planned < 0 or self.done < 0:
            raise ValueError("an annual plan is positive, and no progress is negative")

    @property
    def points_behind(self) -> Decimal:
        """How many points of the annual plan the work lies behind the plan to date."""
        return (self.planned - self.done) * 100 / self.annual

    @property
    def percent_behind(self) -> Decimal:
        """What share of the plan to date is not done, in per cent; 0 where none was planned."""
        return 100 - self.percent_done

    @property
    def percent_done(self) -> Decimal:
        """What share of the plan to date is done, in per cent; 100 where none was planned."""
        return self.done * 100 / self.planned if self.planned else Decimal(100)


def plan_to_date(annual: Decimal, month: int) -> Decimal:
    """Return the linear plan to date at the end of a month (序时进度), month/12 of the year."""
    if not 1 <= month <= 12:
        raise ValueError(f"{month} is no month")
    return annual * month / 12


def progress_light(progress: Progress, pack: RulePack) -> Light:
    """Return the light of a work's progress by a city's ``project_progress_*`` pack (story 19)."""
    color = LightColor.GREEN
    measure: str = pack.body["progress"][0]["measure"]
    for band in pack.body["progress"]:
        if _compares(_measured(progress, band["measure"]), band["compare"], band["bound"]):
            color, measure = LightColor(band["color"]), band["measure"]
            break
    reason = Reason(
        code=f"following.progress.{measure}",
        arguments=(("value", _one_decimal(_measured(progress, measure))),),
    )
    step = Reason(
        code="following.progress.step",
        arguments=(
            ("done", _one_decimal(progress.done)),
            ("planned", _one_decimal(progress.planned)),
            ("annual", _one_decimal(progress.annual)),
        ),
    )
    return Light(color=color, reason=reason, steps=(step,), pack=pack.reference)


def start_light(
    planned_month: date, *, started_on: date | None, today: date, pack: RulePack
) -> Light:
    """Return the light of a planned start by a pack with a start rule.

    ``planned_month`` is any day of the month in which the work was to start; the
    month is missed on the first day after it.
    """
    month_end = months_after(planned_month.replace(day=1), 1)
    ended = started_on is not None
    bands = [] if ended else pack.body.get("start", [])
    for band in bands:
        if today >= months_after(month_end, band["months"] - 1):
            return _dated(LightColor(band["color"]), "start_missed", planned_month, pack)
    return _dated(LightColor.GREEN, "start_kept", planned_month, pack)


def statistics_light(
    started_on: date,
    *,
    total_yuan: int,
    entered_on: date | None,
    today: date,
    pack: RulePack,
) -> Light:
    """Return the light of a work's entry into the statistics (纳统, story 18).

    Below the least total the work is not eligible and the light is grey.
    """
    rules: Any = pack.body["statistics"]
    if total_yuan < rules["least_yuan"]:
        numbers = (("total", total_yuan), ("least", rules["least_yuan"]))
        reason = Reason(code="following.statistics.not_eligible", arguments=numbers)
        return Light(color=LightColor.GREY, reason=reason, pack=pack.reference)
    if entered_on is not None and entered_on <= today:
        return _dated(LightColor.GREEN, "entered", entered_on, pack, room="statistics")
    for band in rules["band"]:
        if today >= months_after(started_on, band["months"]):
            color = LightColor(band["color"])
            return _dated(color, "missing", started_on, pack, room="statistics")
    return _dated(LightColor.GREEN, "young", started_on, pack, room="statistics")


def _dated(
    color: LightColor, code: str, day: date, pack: RulePack, *, room: str = "progress"
) -> Light:
    reason = Reason(code=f"following.{room}.{code}", arguments=(("day", day.isoformat()),))
    return Light(color=color, reason=reason, pack=pack.reference)


def _measured(progress: Progress, measure: str) -> Decimal:
    values = {
        "points_behind": progress.points_behind,
        "percent_behind": progress.percent_behind,
        "percent_done": progress.percent_done,
    }
    return values[measure]


def _compares(value: Decimal, compare: str, bound: int) -> bool:
    return {
        ">": value > bound,
        ">=": value >= bound,
        "<": value < bound,
        "<=": value <= bound,
    }[compare]


def _one_decimal(value: Decimal) -> str:
    return str(round(value, 1))


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 1)
