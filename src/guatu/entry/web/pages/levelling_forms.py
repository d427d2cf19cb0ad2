"""Forms of levelling: shared resources, and what a run is asked."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guatu.apps.reports.values import PlannedWork
from guatu.apps.works.levelling_actions import MOST_SECONDS
from guatu.apps.works.levelling_values import LevellingWishes, ResourceDraft, ResourceFacts
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.fields import DayField
from guatu.entry.web.pages.works_forms import class_words

_KINDS = ("CREW", "MACHINE", "OFFICE", "MONEY")
_CHANGE = re.compile(r"(\d{4}-\d{2}-\d{2})[\s:：,，=]+(\d{1,7})")
_SECONDS = 20


def kind_of_resource(kind: str) -> str:
    """Return the words of a kind of shared resource."""
    return messages().words(f"levelling_app.kind.{kind.lower()}", {})


class ChangesField(forms.CharField):
    """Days with the units from then on, one a line; cleaned to pairs."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3, "placeholder": "2027-03-01 4"})
        super().__init__(required=False, max_length=4000, widget=widget, **options)

    def clean(self, value: Any) -> tuple[tuple[date, int], ...]:  # type: ignore[explicit-override]  # Python 3.11
        """Return the changes in the order of the lines."""
        found = []
        for number, line in enumerate(super().clean(value).splitlines(), start=1):
            if not line.strip():
                continue
            change = _change(line.strip())
            if change is None:
                said = _("Line %(number)s is no day with units, such as 2027-03-01 4.")
                raise forms.ValidationError(said, params={"number": number})
            found.append(change)
        return tuple(found)


def _change(line: str) -> tuple[date, int] | None:
    read = _CHANGE.fullmatch(line)
    if read is None:
        return None
    try:
        return date.fromisoformat(read[1]), int(read[2])
    except ValueError:
        return None


class ResourceForm(forms.Form):
    """What works share."""

    code = forms.CharField(
        label=_("Resource code"), max_length=40, help_text=_("The name that plan files use for it.")
    )
    name = forms.CharField(label=_("Name of the resource"), max_length=60)
    kind = forms.ChoiceField(label=_("Kind of resource"))
    units = forms.IntegerField(
        label=_("Units a day"),
        min_value=0,
        max_value=1_000_000,
        help_text=_("Crews, machines or files at once; of money 10,000 yuan a month."),
    )
    changes = ChangesField(
        label=_("Changes from a day on"), help_text=_("One a line: day and units.")
    )
    classes = forms.MultipleChoiceField(
        label=_("Used by activities of class"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each takes one unit where its plan states no use; money takes their cost."),
    )

    def __init__(self, *arguments: Any, classes: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        kinds = [(one, kind_of_resource(one)) for one in _KINDS]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # ChoiceField
        self.fields["classes"].choices = [(one, class_words(one)) for one in classes]  # type: ignore[attr-defined]  # ChoiceField

    def draft(self) -> ResourceDraft:
        """Return what was entered."""
        data = self.cleaned_data
        return ResourceDraft(
            code=data["code"],
            name=data["name"],
            kind=data["kind"],
            units=data["units"],
            changes=data["changes"],
            classes=tuple(data["classes"]),
        )


class ChangeResourceForm(ResourceForm):
    """The same for a resource that exists; it states the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def present_of_resource(facts: ResourceFacts) -> dict[str, Any]:
    """Return a resource as the form shows it."""
    return {
        "code": facts.code,
        "name": facts.name,
        "kind": facts.kind,
        "units": facts.units,
        "changes": "\n".join(f"{day.isoformat()} {units}" for day, units in facts.changes),
        "classes": list(facts.classes),
        "version": facts.version,
    }


class StartForm(forms.Form):
    """What a run is asked: works with weights, seconds, what stays frozen."""

    seconds = forms.IntegerField(
        label=_("Seconds allowed"), min_value=1, max_value=MOST_SECONDS, initial=_SECONDS
    )
    frozen_until = DayField(
        label=_("Frozen until"),
        required=False,
        help_text=_("What starts before this day stays as it hangs."),
    )
    with_crashes = forms.BooleanField(label=_("May buy crash offers"), required=False)

    def __init__(self, *arguments: Any, works: Sequence[PlannedWork], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.works = works
        for work in works:
            facts = work.facts
            self.fields[f"in-{facts.id}"] = forms.BooleanField(
                label=facts.name, required=False, initial=True
            )
            self.fields[f"weight-{facts.id}"] = forms.IntegerField(
                label=_("Weight"),
                min_value=1,
                max_value=1000,
                required=False,
                initial=3 if facts.livelihood else 1,
            )

    def rows(self) -> list[dict[str, Any]]:
        """Return the works with their two fields, for the table."""
        return [
            {
                "work": work,
                "taken": self[f"in-{work.facts.id}"],
                "weight": self[f"weight-{work.facts.id}"],
            }
            for work in self.works
        ]

    def wishes(self) -> LevellingWishes:
        """Return what was entered; a weight left empty counts 1."""
        data = self.cleaned_data
        chosen = [work.facts.id for work in self.works if data[f"in-{work.facts.id}"]]
        return LevellingWishes(
            weights={one: data[f"weight-{one}"] or 1 for one in chosen},
            seconds=data["seconds"],
            frozen_until=data["frozen_until"],
            with_crashes=data["with_crashes"],
        )
