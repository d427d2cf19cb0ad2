"""The wall from the ledger: works, moves, stop-works and map as drawing values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from guatu.apps.places import queries as places
from guatu.apps.places.values import BoundaryFacts, PlaceFacts
from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.values import Grounds, PlannedWork
from guatu.domain.drawing.wall_rows import WorkOnWall, months_around, stops_on_wall, wall_rows
from guatu.domain.drawing.wall_values import (
    WallLight,
    WallMap,
    WallPoint,
    WallRow,
    WallSheet,
    WallStop,
    sealed,
    wall_light,
)
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.acting import Scope
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class WallHeading:
    """What a wall says of itself: the county, the journal's head, and where a work is found."""

    county: str
    journal_head: str = ""
    address_of: Callable[[int], str] | None = None


def wall_sheet(
    scope: Scope,
    *,
    at: datetime,
    today: date,
    grounds: Grounds,
    messages: Messages,
    heading: WallHeading,
) -> WallSheet:
    """Return the wall of the works in sight, moves marked against the plans without orders.

    ``messages`` put the orders' reasons into the language of the sheet.
    """
    every = planned_works(scope, at=at, today=today, grounds=grounds)
    return sheet_of_works(
        every, places.places(scope), places.boundaries(scope), at=at, today=today,
        messages=messages, heading=heading,
    )  # fmt: skip


def sheet_of_works(
    every: Sequence[PlannedWork],
    points: Sequence[PlaceFacts],
    lines: Sequence[BoundaryFacts],
    *,
    at: datetime,
    today: date,
    messages: Messages,
    heading: WallHeading,
    formers: Mapping[int, Schedule] | None = None,
) -> WallSheet:
    """Return the wall of given works, places and lines.

    ``formers`` say by work what its bars are compared with, in place of the plan without orders.
    """
    hung = [_on_wall(one, heading, (formers or {}).get(one.facts.id)) for one in every]
    rows = tuple(_worded(row, messages) for row in wall_rows(hung, today=today))
    first, end = months_around(rows, today=today)
    sheet = WallSheet(
        county=heading.county,
        data_time=at,
        today=today,
        first=first,
        end=end,
        rows=rows,
        stops=stops_on_wall(rows),
        map=_map(every, rows, points, lines),
        journal_head=heading.journal_head,
    )
    return sealed(sheet)


def _on_wall(work: PlannedWork, heading: WallHeading, former: Schedule | None) -> WorkOnWall:
    facts = work.facts
    moved = former or (work.former if work.stops else None)
    return WorkOnWall(
        code=facts.code,
        name=facts.name,
        lead_unit=facts.lead,
        sponsor=facts.sponsor,
        group=facts.group or facts.sponsor or facts.lead,
        total_fen=facts.total_fen,
        annual_fen=facts.annual_fen,
        done_fen=facts.done_fen,
        schedule=work.schedule,
        former=moved,
        light=WallLight(color=LightColor.GREY) if work.light is None else wall_light(work.light),
        problem=facts.problem,
        href="" if heading.address_of is None else heading.address_of(facts.id),
    )


def _worded(row: WallRow, messages: Messages) -> WallRow:
    return replace(row, stops=tuple(worded_stop(stop, messages) for stop in row.stops))


def worded_stop(stop: WallStop, messages: Messages) -> WallStop:
    """Put the code of an ordered window into words; a plan file's own words stay.

    Whoever shows a stop prints its window beside the reason: the reason states no times.
    """
    code = stop.reason.replace("watching.", "drawing.", 1)
    if code not in messages.templates:
        return stop
    return replace(stop, reason=messages.words(code, {}))


def _map(
    every: Sequence[PlannedWork],
    rows: Sequence[WallRow],
    points: Sequence[PlaceFacts],
    lines: Sequence[BoundaryFacts],
) -> WallMap | None:
    by_id = {one.id: one for one in points}
    place_of = {
        (one.facts.code, one.facts.name): by_id.get(one.facts.place_id or 0) for one in every
    }
    found = []
    for row in rows:
        place = place_of[row.code, row.name]
        if place is None or place.x is None or place.y is None:
            continue
        found.append(
            WallPoint(
                number=row.number,
                name=place.name,
                x=place.x,
                y=place.y,
                color=row.light.color,
                href=row.href,
            )
        )
    if not found and not lines:
        return None
    return WallMap(
        outline=tuple(one.points for one in lines if one.kind == "OUTLINE"),
        rivers=tuple(one.points for one in lines if one.kind == "RIVER"),
        points=tuple(found),
    )
