"""Planning: networks worked back from their deadlines, and quantities that must be reached in time.

The public names of the room; numpy is loaded only for large networks.
"""

from guatu.domain.planning.answer import schedule_document
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

__all__ = [
    "Activity",
    "Aggregate",
    "Crash",
    "Levelling",
    "Link",
    "LinkKind",
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
    "cost_by_month",
    "level",
    "named_in",
    "pace_document",
    "pace_outlook",
    "plan_document",
    "planning_rules",
    "read_plan",
    "read_quantities",
    "schedule",
    "schedule_document",
    "template_plan",
    "with_progress",
    "with_stop_work",
    "with_target",
]
