"""What a levelling run found, as its page shows it: moves with reasons, peaks, the wall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from guatu.apps.reports.levelling import levelled_works
from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.values import PlannedWork
from guatu.apps.reports.wall import WallHeading, sheet_of_works
from guatu.apps.works.levelling_values import RunFacts
from guatu.domain.drawing.time_axis import month_start
from guatu.domain.drawing.use_chart import draw_use
from guatu.domain.drawing.wall_screen import Zoom, draw_screen_wall
from guatu.domain.planning.resource_use import WeekPeak
from guatu.entry.packs_at_hand import messages
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.inline_drawing import inline_drawing

_CHART_WIDTH = 1180.0
_YUAN_OF_WAN = 10_000
_WORKS_DRAWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMove:
    """One changed start with its reason in words."""

    activity: str
    before: date
    after: date
    why: str

    @property
    def days(self) -> int:
        """By how many days it moved."""
        return (self.after - self.before).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWork:
    """One work of the run with its finish before and after, and its moves."""

    id: int
    name: str
    weight: int
    late_before: int
    late_after: int
    last_before: date
    last_after: date
    moves: tuple[ShownMove, ...]

    @property
    def days(self) -> int:
        """By how many days its finish moved."""
        return (self.last_after - self.last_before).days


def status_words(status: str) -> str:
    """Return the words of what a run reached."""
    return messages().words(f"levelling_app.status.{status}", {})


def shown_result(request: OfficeRequest, run: RunFacts) -> dict[str, Any]:
    """Return what the page of an ended run shows; two questions to the rows for its works."""
    assert run.result is not None
    acting, result = request.acting, run.result
    every = planned_works(acting.scope, at=acting.at, today=acting.today, grounds=grounds())
    names = _Names(every, result)
    works = [_work(one, result, names) for one in result["works"]]
    zoom = next((one for one in Zoom if one.value == request.GET.get("zoom")), Zoom.MONTH)
    short = result["short_of"]
    return {
        "status": status_words(result["status"]),
        "works": sorted(works, key=lambda one: (-abs(one.days), -len(one.moves))),
        "moved": sum(bool(one.moves) for one in works),
        "resources": [_resource(one) for one in result["resources"]],
        "short_of": "" if short is None else names.reason(short),
        "over_before": sum(one["over_before"] for one in result["resources"]),
        **_wall(request, every, result, zoom),
        "zooms": [one.value for one in Zoom],
        "zoom": zoom.value,
    }


class _Names:
    """The names behind the ids that reasons speak of."""

    def __init__(self, works: Sequence[PlannedWork], result: Mapping[str, Any]) -> None:
        self.works = {str(one["id"]): one["name"] for one in result["works"]}
        self.activities: dict[tuple[str, str], str] = {}
        self.resources = {one["code"]: one["name"] for one in result["resources"]}
        for work in works:
            if work.schedule is not None and str(work.facts.id) in self.works:
                self.works[str(work.facts.id)] = work.facts.name
                for one in work.schedule.plan.activities:
                    self.activities[str(work.facts.id), one.id] = one.name or one.id

    def activity(self, work: str, activity: str) -> str:
        return self.activities.get((work, activity), activity)

    def reason(self, stated: Mapping[str, Any]) -> str:
        arguments = dict(stated["arguments"])
        work, activity = str(arguments.get("plan", "")), str(arguments.get("activity", ""))
        if "activity" in arguments:
            arguments["activity"] = self.activity(work, activity)
        if "plan" in arguments:
            arguments["plan"] = self.works.get(work, work)
        if "resource" in arguments:
            arguments["resource"] = self.resources.get(arguments["resource"], arguments["resource"])
        return messages().words(stated["code"], arguments)


def _work(one: Mapping[str, Any], result: Mapping[str, Any], names: _Names) -> ShownWork:
    moves = tuple(
        ShownMove(
            activity=names.activity(str(move["work"]), move["activity"]),
            before=date.fromisoformat(move["before"]),
            after=date.fromisoformat(move["after"]),
            why=names.reason(move["reason"]),
        )
        for move in result["moves"]
        if move["work"] == one["id"]
    )
    return ShownWork(
        id=one["id"],
        name=names.works[str(one["id"])],
        weight=one["weight"],
        late_before=one["late_before"],
        late_after=one["late_after"],
        last_before=date.fromisoformat(one["last_before"]),
        last_after=date.fromisoformat(one["last_after"]),
        moves=tuple(sorted(moves, key=lambda move: (move.after, move.activity))),
    )


def _resource(one: Mapping[str, Any]) -> dict[str, Any]:
    amount = _wan if one["is_money"] else str
    weeks = [
        WeekPeak(monday=date.fromisoformat(monday), before=before, after=after, units=units)
        for monday, before, after, units in one["weeks"]
    ]
    drawn = draw_use(weeks, one["name"], messages(), width=_CHART_WIDTH, amount=amount)
    return {
        **one,
        "peak_before": amount(one["peak_before"]),
        "peak_after": amount(one["peak_after"]),
        "chart": inline_drawing(drawn, f"use-{one['code']}"),
    }


def _wan(yuan: int) -> str:
    return f"{yuan / _YUAN_OF_WAN:,.1f}"


def _wall(
    request: OfficeRequest, every: Sequence[PlannedWork], result: Mapping[str, Any], zoom: Zoom
) -> dict[str, Any]:
    """Return the wall of the moved works, their bars against where they stood; empty without."""
    moved, before = levelled_works(every, result)
    if not moved:
        return {}
    acting = request.acting
    sheet = sheet_of_works(
        moved[:_WORKS_DRAWN],
        (),
        (),
        at=acting.at,
        today=acting.today,
        messages=messages(),
        heading=WallHeading(
            county="", address_of=lambda work_id: reverse("work", kwargs={"work_id": work_id})
        ),
        formers=before,
    )
    # What is past does not move: the wall begins with this month, unless all of it is past.
    begin = month_start(acting.today)
    if begin < sheet.end:
        sheet = replace(sheet, first=max(sheet.first, begin))
    drawn = draw_screen_wall(sheet, zoom, messages())
    named = (("names", drawn.names), ("facts", drawn.facts), ("chart", drawn.chart))
    parts = [
        (name, inline_drawing(part.head, f"{name}-head"), inline_drawing(part.body, f"{name}-body"))
        for name, part in named
    ]
    return {"sheet": sheet, "parts": parts, "time_width": round(drawn.time_width)}
