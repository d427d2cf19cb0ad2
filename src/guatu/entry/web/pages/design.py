"""The parts that pages are made of, shown together for whoever changes the look."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from guatu.domain.following.light import LightColor
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.fields import DayField
from guatu.entry.web.routing import ADMINISTRATORS, page


class SpecimenForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Name"), help_text=_("Shown in tables."))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("a", "A"), ("b", "B")])
    due = DayField(label=_("Due"), required=False)
    result = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 3}))


def design(request: OfficeRequest) -> HttpResponse:
    """Show every part of the design once, a form also with its faults."""
    context = {
        "colors": [color.value for color in LightColor],
        "form": SpecimenForm(initial={"due": date(2026, 11, 5)}, prefix="plain"),
        "faulty": SpecimenForm({"faulty-kind": "c"}, prefix="faulty"),
        "amounts": (1_234_567_00, 98_765_432_100, 1_250_000_000_00),
        "day": date(2026, 11, 5),
    }
    return render(request, "design/design.html", context)


routes = [page("design/", design, name="design", roles=ADMINISTRATORS)]
