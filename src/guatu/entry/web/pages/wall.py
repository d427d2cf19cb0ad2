"""The wall: on the screen, to print, and as SVG, PDF or PNG."""

from collections.abc import Sequence
from itertools import accumulate

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guatu.adapters.typesetting import TypstTypesetter, drawings_job
from guatu.apps.journal.queries import head_hash
from guatu.apps.reports.wall import WallHeading, wall_sheet
from guatu.apps.units.queries import county_name
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_paper import Paper, draw_wall, grouped
from guatu.domain.drawing.wall_screen import Zoom, draw_screen_wall
from guatu.domain.drawing.wall_values import WallSheet
from guatu.entry.packs_at_hand import messages
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.inline_drawing import inline_drawing
from guatu.entry.web.routing import EVERYONE, page

# An A0 sheet at this density is 4,681 by 3,311 pixels.
_PIXELS_PER_INCH = 100.0
# Above so many works only the groups within the first few dozen are sent opened.
_WORKS_AT_ONCE = 100
_WORKS_AT_FIRST = 60
_TYPES = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}


def wall(request: OfficeRequest) -> HttpResponse:
    """Show the wall of the works in sight; groups fold and time is zoomed without script too."""
    sheet = _sheet(request)
    zoom = _zoom(request.GET.get("zoom", ""))
    groups = [(name, len(rows)) for name, rows in grouped(sheet.rows)]
    folded = _folded(request, groups)
    drawn = draw_screen_wall(sheet, zoom, messages(), folded=folded)
    context = {
        "sheet": sheet,
        "parts": [
            (
                name,
                inline_drawing(part.head, f"{name}-head"),
                inline_drawing(part.body, f"{name}-body"),
            )
            for name, part in (
                ("names", drawn.names),
                ("facts", drawn.facts),
                ("chart", drawn.chart),
            )
        ],
        "time_width": round(drawn.time_width),
        "zoom": zoom.value,
        "zooms": [one.value for one in Zoom],
        "groups": groups,
        "folded": folded,
        "papers": [one.value for one in Paper],
    }
    return render(request, "wall/wall.html", context)


def _folded(request: OfficeRequest, groups: Sequence[tuple[str, int]]) -> frozenset[str]:
    """Return the groups whose rows are left out: those asked for, else what is too much at once.

    A wall of more than a hundred works opens with its first groups; a band opens the next.
    """
    names = [name for name, _ in groups]
    if "folds" in request.GET or "fold" in request.GET:
        return frozenset(request.GET.getlist("fold")) & frozenset(names)
    if sum(count for _, count in groups) <= _WORKS_AT_ONCE:
        return frozenset()
    reached = accumulate(count for _, count in groups)
    return frozenset(
        name
        for place, (name, so_far) in enumerate(zip(names, reached, strict=True))
        if place and so_far > _WORKS_AT_FIRST
    )


def _zoom(asked: str) -> Zoom:
    return next((one for one in Zoom if one.value == asked), Zoom.MONTH)


def _paper(asked: str) -> Paper:
    return next((one for one in Paper if one.value == asked), Paper.A0)


def _sheet(request: OfficeRequest) -> WallSheet:
    acting = request.acting
    heading = WallHeading(
        county=county_name(acting.scope),
        journal_head=head_hash(),
        address_of=lambda work_id: reverse("work", kwargs={"work_id": work_id}),
    )
    return wall_sheet(
        acting.scope,
        at=acting.at,
        today=acting.today,
        grounds=grounds(),
        messages=messages(),
        heading=heading,
    )


def wall_print(request: OfficeRequest) -> HttpResponse:
    """Show the sheets as they hang, one a page, for the browser's own printing."""
    drawn = draw_wall(_sheet(request), Paper.A0, messages())
    sheets = [inline_drawing(one, str(place)) for place, one in enumerate(drawn, start=1)]
    return render(request, "wall/print.html", {"sheets": sheets})


def wall_file(request: OfficeRequest, form: str) -> HttpResponse:
    """Hand out the wall: SVG and PNG hold one sheet (``sheet``, from 1), a PDF holds all."""
    drawn = draw_wall(_sheet(request), _paper(request.GET.get("paper", "")), messages())
    asked = request.GET.get("sheet", "1")
    number = int(asked) if asked.isdecimal() else 0
    if not 1 <= number <= len(drawn):
        raise Http404
    if form == "svg":
        content = to_svg(drawn[number - 1], for_screen=False).encode()
    elif form == "png":
        job = drawings_job([drawn[number - 1]])
        content = TypstTypesetter().png(job, pixels_per_inch=_PIXELS_PER_INCH)
    elif form == "pdf":
        content = TypstTypesetter().pdf(drawings_job(drawn))
    else:
        raise Http404
    response = HttpResponse(content, content_type=_TYPES[form])
    name = f"wall-{request.acting.today.isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


routes = [
    page("wall/", wall, name="wall", roles=EVERYONE),
    page("wall/print/", wall_print, name="wall-print", roles=EVERYONE),
    page("wall/sheet.<str:form>", wall_file, name="wall-file", roles=EVERYONE),
]
