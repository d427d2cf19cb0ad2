"""Form fields of the office: days as ISO, last days of half-open periods, units as a tree."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from guatu.apps.units.values import UnitFacts
from guatu.domain.kernel.acting import Role
from guatu.entry.packs_at_hand import messages


class DayField(forms.DateField):
    """A day, shown and sent in ISO form as browsers' date inputs want it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        validators = [MinValueValidator(date(1949, 1, 1)), MaxValueValidator(date(2999, 12, 31))]
        super().__init__(
            widget=widget, input_formats=["%Y-%m-%d"], validators=validators, **options
        )


class LastDayField(DayField):
    """The last day of a period as people say it; cleaned to the exclusive end that code keeps."""

    def clean(self, value: Any) -> date | None:  # type: ignore[explicit-override]  # Python 3.11
        """Return the day after the last day; None where it was left open."""
        last: date | None = super().clean(value)
        return None if last is None else last + timedelta(days=1)


def unit_choices(units: tuple[UnitFacts, ...]) -> list[tuple[int, str]]:
    """Return units as choices, children indented below their parents."""
    top = min((unit.depth for unit in units), default=0)
    return [(unit.id, "\u3000" * (unit.depth - top) + unit.name) for unit in units]


def role_choices() -> list[tuple[str, str]]:
    """Return the roles with their names in the page's language."""
    return [(role.value, messages().words(f"entry.role.{role}", {})) for role in Role]
