"""The first page: what is due, what is red, what came in, the wall in small."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from guatu.domain.drawing.svg import to_svg
from guatu.domain.following.light import LightColor
from guatu.entry.home_values import HomeValues, home_values
from guatu.entry.packs_at_hand import messages
from guatu.entry.wall_small import small_wall
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.routing import EVERYONE, page

COLORS_SHOWN = (LightColor.RED, LightColor.ORANGE, LightColor.YELLOW, LightColor.GREEN)


def home(request: OfficeRequest) -> HttpResponse:
    """Show the day's work of the post that acts."""
    values = home_values(request.acting)
    context = {
        "values": values,
        "lamps": [
            (color.value, values.counts.by_light.get(color.value, 0), len(values.works_of(color)))
            for color in COLORS_SHOWN
        ],
        "red_works": values.works_of(LightColor.RED),
        "wall": _wall(request, values),
        "today": request.acting.today,
    }
    return render(request, "home/home.html", context)


def _wall(request: OfficeRequest, values: HomeValues) -> str:
    drawing = small_wall(
        values.works,
        today=request.acting.today,
        messages=messages(),
        title=_("The wall in small"),
        address_of=_work_address,
    )
    # The drawing's writer escapes every text that goes into it.
    return "" if drawing is None else mark_safe(to_svg(drawing, for_screen=True))  # noqa: S308


def _work_address(work_id: int) -> str:
    return reverse("work", kwargs={"work_id": work_id})


routes = [page("", home, name="home", roles=EVERYONE)]
