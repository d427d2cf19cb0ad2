"""Forms of alerts: receiving one, lifting it, asking what days that nobody ordered would cost."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from guatu.apps.places.values import PlaceFacts
from guatu.apps.units.values import UnitFacts
from guatu.apps.watch.list_actions import SourceDraft
from guatu.apps.watch.values import SourceFacts
from guatu.domain.kernel.interval import Window
from guatu.domain.linking.alert_walk import supposed_alert
from guatu.domain.watching.alert import Alert, AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.fields import DayField, unit_choices
from guatu.entry.web.pages.works_forms import class_words

_MOST_DAYS = 31
# The years that the forms' days may have too: a window can be counted from them.
_FIRST, _LAST = datetime(1949, 1, 2, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)


class MomentField(forms.DateTimeField):
    """A moment in the office's zone, as browsers' inputs send it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        bounds = [MinValueValidator(_FIRST), MaxValueValidator(_LAST)]
        formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        super().__init__(widget=widget, input_formats=formats, validators=bounds, **options)


def level_choices() -> list[tuple[str, str]]:
    """Return the levels with their words."""
    return [(one.value, messages().words(f"watching.level.{one}", {})) for one in AlertLevel]


class AlertForm(forms.Form):
    """An alert as the city issued it."""

    level = forms.ChoiceField(label=_("Level"), choices=level_choices, initial="orange")
    starts_at = MomentField(label=_("Starts"))
    ends_at = MomentField(label=_("Ends"))
    basis = forms.CharField(
        label=_("Basis"),
        max_length=200,
        help_text=_("Number or title of the notice by which the city issued it."),
    )

    def clean(self) -> dict[str, Any]:  # type: ignore[explicit-override]  # Python 3.11
        """Refuse a window that ends before it begins."""
        data = super().clean() or {}
        start, end = data.get("starts_at"), data.get("ends_at")
        if start is not None and end is not None and end <= start:
            self.add_error("ends_at", _("The end comes before the start."))
        return data

    def stated(self) -> dict[str, Any]:
        """Return what was entered, as the action takes it."""
        data = self.cleaned_data
        return {
            "level": AlertLevel(data["level"]),
            "starts_at": data["starts_at"],
            "ends_at": data["ends_at"],
            "basis": data["basis"],
        }

    def supposed(self, *, region: str, at: datetime) -> Alert:
        """Return the alert as a value, for its effect beforehand."""
        data = self.cleaned_data
        return Alert(
            level=AlertLevel(data["level"]),
            window=Window(start=data["starts_at"], end=data["ends_at"]),
            region=region,
            issued_at=at,
        )


class WhatIfForm(forms.Form):
    """Whole days under a level that nobody has ordered."""

    level = forms.ChoiceField(label=_("Level"), choices=level_choices, initial="orange")
    first_day = DayField(label=_("First day"))
    days = forms.IntegerField(
        label=_("Number of days"), min_value=1, max_value=_MOST_DAYS, initial=3
    )

    def supposed(self, *, region: str) -> Alert:
        """Return the alert that is supposed."""
        data = self.cleaned_data
        level = AlertLevel(data["level"])
        return supposed_alert(level, data["first_day"], data["days"], region=region)


class LiftForm(forms.Form):
    """When an alert was lifted; now, where it is left empty."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    lifted_at = MomentField(label=_("Lifted at"), required=False, help_text=_("Left empty: now."))


class VersionForm(forms.Form):
    """The version of the row that the button was shown for."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class SourceForm(forms.Form):
    """A row of the emission list."""

    code = forms.CharField(label=_("List number"), max_length=20)
    name = forms.CharField(label=_("Name of the source"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind of source"))
    unit = forms.TypedChoiceField(label=_("Unit that answers"), coerce=int)
    place = forms.TypedChoiceField(label=_("Place"), coerce=int, required=False, empty_value=None)
    classes = forms.MultipleChoiceField(
        label=_("Activities that go on there"),
        required=False,
        help_text=_("None chosen: everything that a level stops."),
    )
    protection = forms.ChoiceField(label=_("Goes on under an alert as"), required=False)
    grade = forms.CharField(label=_("Performance grade"), max_length=10, required=False)
    yellow = forms.CharField(label=_("Own measures at yellow"), max_length=300, required=False)
    orange = forms.CharField(label=_("Own measures at orange"), max_length=300, required=False)
    red = forms.CharField(label=_("Own measures at red"), max_length=300, required=False)
    contact = forms.CharField(label=_("Contact"), max_length=80, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *arguments: Any,
        units: tuple[UnitFacts, ...],
        places: tuple[PlaceFacts, ...],
        classes: tuple[str, ...],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        none = [("", "—")]
        choices: dict[str, list[tuple[Any, str]]] = {
            "kind": [(one.value, kind_words(one)) for one in SourceKind],
            "unit": [*none, *unit_choices(units)],
            "place": [*none, *((one.id, f"{one.code} {one.name}") for one in places)],
            "classes": [(one, class_words(one)) for one in classes],
            "protection": [*none, *((one.value, protection_words(one)) for one in Protection)],
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed  # type: ignore[attr-defined]  # a choice field

    def draft(self) -> SourceDraft:
        """Return what was entered."""
        data = self.cleaned_data
        own = ((level, data[level.value].strip()) for level in AlertLevel)
        return SourceDraft(
            code=data["code"],
            name=data["name"],
            kind=SourceKind(data["kind"]),
            unit_id=data["unit"],
            place_id=data["place"],
            activity_classes=tuple(data["classes"]),
            protection=Protection(data["protection"]) if data["protection"] else None,
            grade=data["grade"],
            own_measures=tuple((level, words) for level, words in own if words),
            contact=data["contact"],
        )


def present_of(facts: SourceFacts) -> dict[str, Any]:
    """Return a row of the list as the form shows it."""
    listed = facts.listed
    own = {level.value: words for level, words in listed.own_measures}
    return own | {
        "code": facts.code,
        "name": listed.name,
        "kind": listed.kind.value,
        "unit": facts.unit_id,
        "place": facts.place_id,
        "classes": list(listed.activity_classes),
        "protection": "" if listed.protection is None else listed.protection.value,
        "grade": listed.grade,
        "contact": facts.contact,
        "version": facts.version,
    }


def kind_words(kind: SourceKind) -> str:
    """Return the words of a kind of source."""
    return messages().words(f"watch.kind.{kind}", {})


def protection_words(protection: Protection) -> str:
    """Return the words of a protection."""
    return messages().words(f"watch.protection.{protection}", {})
