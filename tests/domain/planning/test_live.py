"""After each edit of a live plan its dates are those of the edited plan scheduled from nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import DAYS, MONDAY, plans

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning import Activity, Link, LinkKind, Plan, live_plan, schedule


def edited(plan: Plan, activity: str, **changed: object) -> Plan:
    rows = tuple(replace(one, **changed) if one.id == activity else one for one in plan.activities)
    return replace(plan, activities=rows)


def linked(plan: Plan, before: str, after: str, kind: LinkKind, lag: int | None) -> Plan:
    one = plan.activity(after)
    kept = tuple(link for link in one.links if (link.predecessor, link.kind) != (before, kind))
    if lag is not None:
        kept += (Link(predecessor=before, kind=kind, lag=lag),)
    return edited(plan, after, links=kept)


def agree(live, plan):
    found = live.dates()
    expected, told = schedule(plan, today=MONDAY)
    if expected is None:
        assert isinstance(found, Diagnostic)
        assert found.code == told[0].code
        return
    printed = found.printed
    for row, one in enumerate(expected.activities):
        assert printed.early_start[row] == day_number(one.early_start)
        assert printed.early_last[row] == day_number(one.early_last_day)
        assert printed.late_start[row] == day_number(one.late_start)
        assert printed.late_last[row] == day_number(one.late_last_day)
        assert bool(printed.critical[row]) == one.critical
        assert (found.total_float[row], found.free_float[row]) == (one.total_float, one.free_float)
    assert found.latest_start == expected.latest_start
    assert found.last_day == expected.last_day


@settings(deadline=None, max_examples=40)
@given(plans(facts=True, most=9), st.data())
def test_every_edit_gives_the_dates_of_the_edited_plan(plan, data):
    plan = replace(plan, data_date=None, target=MONDAY + timedelta(days=60))
    live = live_plan(plan)
    ids = st.sampled_from([one.id for one in plan.activities])
    for _ in range(data.draw(st.integers(1, 5))):
        name = data.draw(ids)
        match data.draw(st.integers(0, 5)):
            case 0 if plan.activity(name).actual_start is None:
                days = data.draw(st.integers(0, 9))
                live.set_days(name, days)
                plan = edited(plan, name, days=days)
            case 1:
                day = data.draw(st.none() | DAYS)
                live.set_not_before(name, day)
                if plan.activity(name).actual_start is None:
                    plan = edited(plan, name, not_before=day)
            case 2:
                day = data.draw(st.none() | DAYS)
                live.set_must_by(name, day)
                plan = edited(plan, name, must_by=day)
            case 3:
                day = MONDAY + timedelta(days=data.draw(st.integers(10, 90)))
                live.set_target(day)
                plan = replace(plan, target=day)
            case 4:
                other, kind = data.draw(ids), data.draw(st.sampled_from(list(LinkKind)))
                lag = data.draw(st.integers(-2, 4))
                if other != name and live.set_link(name, other, kind=kind, lag=lag) is None:
                    plan = linked(plan, name, other, kind, lag)
            case 5:
                links = plan.activity(name).links
                if links:
                    live.remove_link(links[0].predecessor, name, kind=links[0].kind)
                    plan = linked(plan, links[0].predecessor, name, links[0].kind, None)
        agree(live, plan)


def chain(**changed: object) -> Plan:
    from guatu.domain.kernel.calendar import WorkingCalendar

    return Plan(
        id="P",
        start=MONDAY,
        calendars=(WorkingCalendar(name="cal"),),
        activities=(
            Activity(id="甲", days=2, calendar="cal"),
            Activity(id="乙", days=3, calendar="cal", links=(Link(predecessor="甲"),)),
        ),
        **changed,
    )


def test_a_link_that_would_close_a_circle_is_told_and_not_kept():
    live = live_plan(chain())
    told = live.set_link("乙", "甲")
    assert told is not None
    assert told.code == "planning.circle"
    agree(live, chain())


def test_a_plan_that_came_with_a_circle_says_so():
    plan = linked(chain(), "乙", "甲", LinkKind.FS, 0)
    assert live_plan(plan).circle is not None
    assert live_plan(chain()).circle is None


def test_days_below_zero_are_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="cannot last"):
        live_plan(chain()).set_days("甲", -1)


def test_a_plan_without_start_and_deadline_has_no_dates():
    found = live_plan(replace(chain(), start=None)).dates()
    assert isinstance(found, Diagnostic)
    assert found.code == "planning.no_anchor"
