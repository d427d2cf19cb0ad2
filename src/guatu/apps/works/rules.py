"""Who may change works and their plans, and what the law keeps a plan from recording."""

from datetime import date

from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role
from guatu.domain.planning.plan import Activity, Plan

_KEEPERS = frozenset({Role.CLERK, Role.ADMINISTRATOR})
_FREEZERS = frozenset({Role.CLERK, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR})
_PERMIT = "permit"
_START_LANE = "construction"


def may_keep_works(acting: Acting) -> Permission:
    """Return whether works may be added and their facts be changed."""
    if acting.role in _KEEPERS:
        return Allowed()
    return Denied(code="works.clerk_only")


def may_level(acting: Acting) -> Permission:
    """Return whether shared resources may be kept, and works be levelled under them.

    Levelling moves works of several units, so only the office may.
    """
    if acting.role in _KEEPERS and acting.scope.unit_ids is None:
        return Allowed()
    return Denied(code="levelling_app.clerk_only")


def may_plan(acting: Acting, lead_id: int) -> Permission:
    """Return whether the plan of a work may be set and its progress be entered.

    The office may for every work, a liaison for those that the own unit leads.
    """
    if acting.role in _KEEPERS:
        return Allowed()
    if acting.role is Role.LIAISON and acting.scope.sees_unit(lead_id):
        return Allowed()
    return Denied(code="works.lead_unit_only")


def may_freeze(acting: Acting) -> Permission:
    """Return whether a plan may be frozen as a baseline."""
    if acting.role in _FREEZERS:
        return Allowed()
    return Denied(code="works.office_only")


def may_begin(plan: Plan, activity_id: str, started: date) -> Permission:
    """Return whether an activity may be recorded as started on a day.

    Construction does not begin before the construction permit is held (Construction Law,
    article 7; domain B1): no activity that follows a permit of the construction lane may
    start before that permit's recorded finish.
    """
    for permit in _permits_before(plan, activity_id):
        if permit.actual_finish is None:
            return Denied(
                code="works.start_without_permit",
                arguments=(("activity", _named(plan, activity_id)), ("permit", permit.name)),
            )
        if started < permit.actual_finish:
            return Denied(
                code="works.start_before_permit",
                arguments=(
                    ("activity", _named(plan, activity_id)),
                    ("permit", permit.name),
                    ("day", permit.actual_finish.isoformat()),
                ),
            )
    return Allowed()


def _permits_before(plan: Plan, activity_id: str) -> tuple[Activity, ...]:
    """Return the construction permits that an activity follows, at any distance."""
    by_id = {one.id: one for one in plan.activities}
    if _is_start_permit(by_id[activity_id]):
        return ()
    before: set[str] = set()
    waiting = [link.predecessor for link in by_id[activity_id].links]
    while waiting:
        name = waiting.pop()
        if name not in before:
            before.add(name)
            waiting.extend(link.predecessor for link in by_id[name].links)
    return tuple(one for one in plan.activities if one.id in before and _is_start_permit(one))


def _is_start_permit(activity: Activity) -> bool:
    return activity.activity_class == _PERMIT and activity.lane == _START_LANE


def _named(plan: Plan, activity_id: str) -> str:
    return plan.activity(activity_id).name or activity_id
