"""Planning: networks worked back from their deadlines, and quantities that must be reached in time.

The public names of the room. numpy and numba are loaded only for large networks: the
names that need them are looked up when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from guatu.domain.planning.answer import schedule_document
from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.judging import PlanningRules, planning_rules
from guatu.domain.planning.pace import (
    Aggregate,
    Observed,
    PacedQuantity,
    PaceOutlook,
    pace_outlook,
)
from guatu.domain.planning.pace_reading import pace_document, read_quantities
from guatu.domain.planning.plan import (
    Activity,
    Link,
    LinkKind,
    Plan,
    Resource,
    StopWork,
    named_in,
    with_progress,
    with_stop_work,
    with_target,
)
from guatu.domain.planning.plan_document import plan_document
from guatu.domain.planning.plan_reading import read_plan
from guatu.domain.planning.schedule import Levelling, Schedule, ScheduledActivity, schedule
from guatu.domain.planning.template import template_plan
from guatu.domain.planning.terms import Crash, Terms

if TYPE_CHECKING:
    from guatu.domain.planning.certificate_check import accepts
    from guatu.domain.planning.certificate_document import certificate_text
    from guatu.domain.planning.column_answer import answer_columns, answer_header
    from guatu.domain.planning.column_export import plan_columns
    from guatu.domain.planning.column_plan import ColumnPlan, read_columns
    from guatu.domain.planning.compiled.alert_cost import (
        AlertCosts,
        SeasonValue,
        alert_costs,
        season_values,
    )
    from guatu.domain.planning.compiled.column_schedule import ColumnSchedule, schedule_columns
    from guatu.domain.planning.compiled.live import LivePlan, live_plan
    from guatu.domain.planning.compiled.risk import risk
    from guatu.domain.planning.coverage import coverage_outlook
    from guatu.domain.planning.coverage_reading import read_rounds
    from guatu.domain.planning.coverage_round import CoverageRound, PlaceVisits
    from guatu.domain.planning.deadlines import deadline_outlooks
    from guatu.domain.planning.finding import CheckedPlan
    from guatu.domain.planning.growth import CumulativeGrowth, GrowthTarget, growth_outlook
    from guatu.domain.planning.honesty import honesty_findings
    from guatu.domain.planning.learning import finished_steps, learned_durations, learned_template
    from guatu.domain.planning.levelling.county import CountyLevelled, level_county
    from guatu.domain.planning.levelling.moves import PlanMove, dates_of
    from guatu.domain.planning.levelling.search import Allowance
    from guatu.domain.planning.levelling.single import level
    from guatu.domain.planning.levelling.workload import Levelled, LevelStatus
    from guatu.domain.planning.levelling.works import CountyWork, LevelWishes, SharedCapacity
    from guatu.domain.planning.overload import overloaded_interval
    from guatu.domain.planning.permits import permit_outlooks, permit_rules
    from guatu.domain.planning.proving import certificate_of
    from guatu.domain.planning.quality import quality_findings
    from guatu.domain.planning.risk_answer import (
        ActivityRisk,
        AlertRisk,
        EndKind,
        EndRisk,
        RiskAnswer,
        risk_document,
    )
    from guatu.domain.planning.risk_reading import read_risk
    from guatu.domain.planning.risk_terms import (
        AlertHistory,
        RiskTerms,
        Spread,
        SpreadShape,
        WeatherKind,
    )
    from guatu.domain.planning.stops import days_stood, stop_costs, stop_of

# Public name -> the module that has it: loaded when first asked for, so that a plan on track
# pays for no lever, no proof, no numpy and no numba.
_LATE = {
    "Allowance": "levelling.search",
    "CountyLevelled": "levelling.county",
    "CountyWork": "levelling.works",
    "LevelStatus": "levelling.workload",
    "LevelWishes": "levelling.works",
    "Levelled": "levelling.workload",
    "PlanMove": "levelling.moves",
    "SharedCapacity": "levelling.works",
    "dates_of": "levelling.moves",
    "level": "levelling.single",
    "level_county": "levelling.county",
    "AlertHistory": "risk_terms",
    "RiskTerms": "risk_terms",
    "Spread": "risk_terms",
    "SpreadShape": "risk_terms",
    "WeatherKind": "risk_terms",
    "read_risk": "risk_reading",
    "ActivityRisk": "risk_answer",
    "AlertRisk": "risk_answer",
    "EndKind": "risk_answer",
    "EndRisk": "risk_answer",
    "RiskAnswer": "risk_answer",
    "risk_document": "risk_answer",
    "AlertCosts": "compiled.alert_cost",
    "SeasonValue": "compiled.alert_cost",
    "alert_costs": "compiled.alert_cost",
    "risk": "compiled.risk",
    "season_values": "compiled.alert_cost",
    "ColumnPlan": "column_plan",
    "ColumnSchedule": "compiled.column_schedule",
    "LivePlan": "compiled.live",
    "answer_columns": "column_answer",
    "answer_header": "column_answer",
    "certificate_text": "certificate_document",
    "certificate_of": "proving",
    "accepts": "certificate_check",
    "overloaded_interval": "overload",
    "deadline_outlooks": "deadlines",
    "permit_outlooks": "permits",
    "permit_rules": "permits",
    "CoverageRound": "coverage_round",
    "PlaceVisits": "coverage_round",
    "coverage_outlook": "coverage",
    "read_rounds": "coverage_reading",
    "GrowthTarget": "growth",
    "CumulativeGrowth": "growth",
    "growth_outlook": "growth",
    "CheckedPlan": "finding",
    "quality_findings": "quality",
    "honesty_findings": "honesty",
    "stop_of": "stops",
    "stop_costs": "stops",
    "days_stood": "stops",
    "learned_durations": "learning",
    "finished_steps": "learning",
    "learned_template": "learning",
    "live_plan": "compiled.live",
    "plan_columns": "column_export",
    "read_columns": "column_plan",
    "schedule_columns": "compiled.column_schedule",
}

__all__ = [
    "Activity",
    "ActivityRisk",
    "Aggregate",
    "AlertCosts",
    "AlertHistory",
    "AlertRisk",
    "Allowance",
    "CheckedPlan",
    "ColumnPlan",
    "ColumnSchedule",
    "CountyLevelled",
    "CountyWork",
    "CoverageRound",
    "Crash",
    "CumulativeGrowth",
    "EndKind",
    "EndRisk",
    "GrowthTarget",
    "LevelStatus",
    "LevelWishes",
    "Levelled",
    "Levelling",
    "Link",
    "LinkKind",
    "LivePlan",
    "Observed",
    "PaceOutlook",
    "PacedQuantity",
    "PlaceVisits",
    "Plan",
    "PlanMove",
    "PlanningRules",
    "Resource",
    "RiskAnswer",
    "RiskTerms",
    "Schedule",
    "ScheduledActivity",
    "SeasonValue",
    "SharedCapacity",
    "Spread",
    "SpreadShape",
    "StopWork",
    "Terms",
    "WeatherKind",
    "accepts",
    "alert_costs",
    "answer_columns",
    "answer_header",
    "certificate_of",
    "certificate_text",
    "cost_by_month",
    "coverage_outlook",
    "dates_of",
    "days_stood",
    "deadline_outlooks",
    "finished_steps",
    "growth_outlook",
    "honesty_findings",
    "learned_durations",
    "learned_template",
    "level",
    "level_county",
    "live_plan",
    "named_in",
    "overloaded_interval",
    "pace_document",
    "pace_outlook",
    "permit_outlooks",
    "permit_rules",
    "plan_columns",
    "plan_document",
    "planning_rules",
    "quality_findings",
    "read_columns",
    "read_plan",
    "read_quantities",
    "read_risk",
    "read_rounds",
    "risk",
    "risk_document",
    "schedule",
    "schedule_columns",
    "schedule_document",
    "season_values",
    "stop_costs",
    "stop_of",
    "template_plan",
    "with_progress",
    "with_stop_work",
    "with_target",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
