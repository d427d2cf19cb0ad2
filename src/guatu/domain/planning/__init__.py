"""Planning: networks worked back from their deadlines, and quantities that must be reached in time.

The public names of the room. numpy and numba are loaded only for large networks: the
names that need them are looked up when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from guatu.domain.planning.answer import schedule_document
from guatu.domain.planning.certificate_document import certificate_text
from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.judging import PlanningRules, planning_rules
from guatu.domain.planning.levelling import level
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
    from guatu.domain.planning.column_answer import answer_columns, answer_header
    from guatu.domain.planning.column_export import plan_columns
    from guatu.domain.planning.column_plan import ColumnPlan, read_columns
    from guatu.domain.planning.compiled.column_schedule import ColumnSchedule, schedule_columns
    from guatu.domain.planning.compiled.live import LivePlan, live_plan

# Public name -> the module that has it and needs numpy or numba.
_LATE = {
    "ColumnPlan": "column_plan",
    "ColumnSchedule": "compiled.column_schedule",
    "LivePlan": "compiled.live",
    "answer_columns": "column_answer",
    "answer_header": "column_answer",
    "live_plan": "compiled.live",
    "plan_columns": "column_export",
    "read_columns": "column_plan",
    "schedule_columns": "compiled.column_schedule",
}

__all__ = [
    "Activity",
    "Aggregate",
    "ColumnPlan",
    "ColumnSchedule",
    "Crash",
    "Levelling",
    "Link",
    "LinkKind",
    "LivePlan",
    "Observed",
    "PaceOutlook",
    "PacedQuantity",
    "Plan",
    "PlanningRules",
    "Resource",
    "Schedule",
    "ScheduledActivity",
    "StopWork",
    "Terms",
    "answer_columns",
    "answer_header",
    "certificate_text",
    "cost_by_month",
    "level",
    "live_plan",
    "named_in",
    "pace_document",
    "pace_outlook",
    "plan_columns",
    "plan_document",
    "planning_rules",
    "read_columns",
    "read_plan",
    "read_quantities",
    "schedule",
    "schedule_columns",
    "schedule_document",
    "template_plan",
    "with_progress",
    "with_stop_work",
    "with_target",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
