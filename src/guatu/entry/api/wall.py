"""The wall as an SVG, PDF or PNG: the twin of its page."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from guatu.adapters.typesetting import TypstTypesetter, drawings_job
from guatu.apps.journal.queries import head_hash
from guatu.apps.journal.refusal import Absent
from guatu.apps.reports.wall import WallHeading, wall_sheet
from guatu.apps.units.queries import county_name
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_paper import Paper, draw_wall
from guatu.entry.api.acting import acting
from guatu.entry.packs_at_hand import messages
from guatu.entry.report_grounds import grounds

router = Router(tags=["wall"])
_PIXELS_PER_INCH = 100.0


@router.get("/wall/sheet.{form}")
def wall(request: HttpRequest, form: str, paper: Paper = Paper.A0, sheet: int = 1) -> HttpResponse:
    """Hand out the wall of the works in sight; SVG and PNG hold one sheet, a PDF holds all."""
    who = acting(request)
    drawn = draw_wall(
        wall_sheet(
            who.scope,
            at=who.at,
            today=who.today,
            grounds=grounds(),
            messages=messages(),
            heading=WallHeading(county=county_name(who.scope), journal_head=head_hash()),
        ),
        paper,
        messages(),
    )
    if not 1 <= sheet <= len(drawn):
        raise Absent(f"sheet {sheet}")
    if form == "svg":
        return HttpResponse(to_svg(drawn[sheet - 1], for_screen=False), "image/svg+xml")
    if form == "pdf":
        return HttpResponse(TypstTypesetter().pdf(drawings_job(drawn)), "application/pdf")
    if form == "png":
        job = drawings_job([drawn[sheet - 1]])
        made = TypstTypesetter().png(job, pixels_per_inch=_PIXELS_PER_INCH)
        return HttpResponse(made, "image/png")
    raise Absent(f"wall as {form}")
