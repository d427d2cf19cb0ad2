"""Forms of units, people, posts and accounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guatu.apps.units.values import PersonFacts, UnitFacts
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.fields import DayField, LastDayField, role_choices, unit_choices

UNIT_KINDS = ("COUNTY", "OFFICE", "DEPARTMENT", "ZONE", "TOWNSHIP", "VILLAGE")


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds of units with their names in the page's language."""
    return [(kind, messages().words(f"entry.unit_kind.{kind.lower()}", {})) for kind in UNIT_KINDS]


class UnitForm(forms.Form):
    """How a unit is called and where it stands among its siblings."""

    name = forms.CharField(label=_("Name"), max_length=80)
    short_name = forms.CharField(
        label=_("Short name"), max_length=40, required=False, help_text=_("Shown in tables.")
    )
    aliases = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=400,
        help_text=_("As papers write it, separated by spaces; used to find the unit in a text."),
    )
    position = forms.IntegerField(
        label=_("Position among its siblings"), min_value=0, max_value=9999, initial=0
    )

    def other_names(self) -> tuple[str, ...]:
        """Return the other names one by one."""
        text: str = self.cleaned_data["aliases"]
        return tuple(text.replace("、", " ").replace("，", " ").replace(",", " ").split())


class ChangeUnitForm(UnitForm):
    """The same for a unit that exists; it states the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AddUnitForm(UnitForm):
    """A new unit: also its code, kind and parent, which stay for good."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("Letters, digits or hyphens; it stays for good."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=kind_choices, initial="DEPARTMENT")
    parent = forms.TypedChoiceField(label=_("Parent unit"), coerce=int)

    field_order = ("parent", "kind", "code", "name", "short_name", "aliases", "position")

    def __init__(self, *arguments: Any, units: tuple[UnitFacts, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["parent"].choices = unit_choices(units)  # type: ignore[attr-defined]  # ChoiceField


class CloseUnitForm(forms.Form):
    """The first day on which a unit no longer acts."""

    closed_on = DayField(label=_("Closed from"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class PersonForm(forms.Form):
    """A person's name and telephone."""

    name = forms.CharField(label=_("Name"), max_length=40)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)


class ChangePersonForm(PersonForm):
    """The same for a person who is known; it states the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AppointForm(forms.Form):
    """A post for a person: unit, title, role and dates."""

    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)
    title = forms.CharField(label=_("Title"), max_length=60)
    role = forms.ChoiceField(label=_("Role"), choices=role_choices, initial="liaison")
    valid_from = DayField(label=_("From"))
    valid_to = LastDayField(label=_("Last day"), required=False)

    def __init__(self, *arguments: Any, units: tuple[UnitFacts, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["unit"].choices = unit_choices(units)  # type: ignore[attr-defined]  # ChoiceField


class EndPostForm(forms.Form):
    """The last day of a post."""

    valid_to = LastDayField(label=_("Last day"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class DeputyForm(forms.Form):
    """Who stands in for a post, from when until when."""

    person = forms.TypedChoiceField(label=_("Deputy"), coerce=int)
    valid_from = DayField(label=_("From"))
    valid_to = LastDayField(label=_("Last day"))

    def __init__(self, *arguments: Any, people: tuple[PersonFacts, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["person"].choices = [(one.id, one.name) for one in people]  # type: ignore[attr-defined]  # ChoiceField


class AccountForm(forms.Form):
    """The name that a person signs in by."""

    username = forms.RegexField(
        label=_("Sign-in name"),
        regex=r"^[0-9A-Za-z._-]{2,40}$",
        help_text=_("2 to 40 letters, digits, dots or hyphens."),
        error_messages={"invalid": _("Use 2 to 40 letters, digits, dots or hyphens.")},
    )
