"""Forms of the reading desk: upload, confirm, edit, drop."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guatu.adapters.pinyin import spoken_name
from guatu.apps.matters.suggesting import Suggestion, basis_of, deadline_by
from guatu.apps.matters.values import Draft
from guatu.apps.units.names import match_name, names_of
from guatu.apps.units.values import NameFit, NameMatch, PostFacts, UnitFacts
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.fields import DayField

KINDS = ("paper", "work", "quantity", "rectification", "hazard")
WEIGHTS = ("ordinary", "key", "top")
DIRECTIVE_KINDS = ("task", "standing", "context", "promise")


def coded_choices(prefix: str, values: Sequence[str]) -> list[tuple[str, str]]:
    """Return values as choices with the words of ``prefix.value`` in the page's language."""
    return [(value, messages().words(f"{prefix}.{value.lower()}", {})) for value in values]


class UnitNameInput(forms.TextInput):
    """A text input with the list of units; script makes it find them by pinyin too."""

    def render(self, *arguments: Any, **options: Any) -> SafeString:  # type: ignore[explicit-override]  # Python 3.11
        """Return the input inside the element that script upgrades."""
        return format_html("<unit-picker>{}</unit-picker>", super().render(*arguments, **options))


class UnitNameField(forms.CharField):
    """A unit typed by name, short name, pinyin initials or a part that fits only one."""

    several = ""

    def __init__(self, **options: Any) -> None:
        more = {"data-several": self.several} if self.several else {}
        widget = UnitNameInput(attrs={"list": "unit-names", "autocomplete": "off", **more})
        super().__init__(max_length=120, widget=widget, **options)
        self.units: tuple[UnitFacts, ...] = ()

    def clean(self, value: Any) -> Any:  # type: ignore[explicit-override]  # Python 3.11
        """Return the unit meant; a name that fits none or several is a fault that lists them."""
        name = super().clean(value)
        return None if not name else self.meant(name)

    def meant(self, name: str) -> UnitFacts:
        """Return the one unit that a written name means."""
        found = match_name(name, self.units)
        if not found.units and name.isascii():
            found = match_spoken(name, self.units)
        if found.unit is not None:
            return found.unit
        if not found.units:
            raise forms.ValidationError(
                _("No unit is called “%(name)s”; choose one of the list."), params={"name": name}
            )
        listed = "、".join(unit.name for unit in found.units[:5])
        raise forms.ValidationError(
            _("“%(name)s” may be %(units)s; type the full name of one."),
            params={"name": name, "units": listed},
        )


class UnitNamesField(UnitNameField):
    """Several units typed with 、 between them; cleaned to a tuple of units."""

    several = "、"

    def clean(self, value: Any) -> Any:  # type: ignore[explicit-override]  # Python 3.11
        """Return the units meant, each once."""
        written = str(value or "").replace("，", "、").replace(",", "、").replace(" ", "、")
        names = [name for name in written.split("、") if name]
        units = {unit.id: unit for unit in map(self.meant, names)}
        return tuple(units.values())


def match_spoken(letters: str, units: Sequence[UnitFacts]) -> NameMatch:
    """Return the units whose pinyin initials, or whole pinyin, the letters are."""
    wanted = letters.lower()
    found = tuple(
        unit
        for unit in units
        if any(wanted in (one.initials, one.syllables) for one in map(spoken_name, names_of(unit)))
    )
    fits = {0: NameFit.UNKNOWN, 1: NameFit.LIKELY}
    return NameMatch(name=letters, fit=fits.get(len(found), NameFit.AMBIGUOUS), units=found)


class UploadForm(forms.Form):
    """A page as a file or as pasted text."""

    file = forms.FileField(
        label=_(
            "File (text, PDF, OFD, scan or photo, Word or WPS document, web page, table, mail)"
        ),
        required=False,
    )
    text = forms.CharField(
        label=_("Or paste the text"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    title = forms.CharField(label=_("Headline"), required=False, max_length=200)
    origin = forms.ChoiceField(label=_("What it is"), initial="PAGE")
    year = forms.IntegerField(
        label=_("Year of the page"),
        required=False,
        min_value=1949,
        max_value=2999,
        help_text=_("Only where the text itself prints none."),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        origins = ("PAGE", "MINUTES", "ORDER", "LETTER", "OTHER")
        choice: Any = self.fields["origin"]
        choice.choices = coded_choices("sources.origin", origins)

    def clean(self) -> dict[str, Any]:  # type: ignore[explicit-override]  # Python 3.11
        """Ask for a file or a text."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("file") and not (data.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError(_("Choose a file or paste a text."))
        return data


def _new_name(suggested: Suggestion | None) -> str:
    """Return the one unit's name in a proposal that no unit bears yet, "" where there is none."""
    candidates = suggested.proposal.candidates if suggested is not None else ()
    if len(candidates) != 1 or candidates[0].fit is NameFit.EXACT:
        return ""
    return candidates[0].words


class DraftForm(forms.Form):
    """What a person states of a matter; units are typed by name."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Matter"), max_length=200)
    result = forms.CharField(
        label=_("Measurable result"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What can be counted or shown when it is done; asked for at registration."),
    )
    lead = UnitNameField(label=_("Lead unit"))
    co_units = UnitNamesField(
        label=_("Co-units"), required=False, help_text=_("Several with 、 between them.")
    )
    leader = forms.TypedChoiceField(
        label=_("Leader in charge"), required=False, coerce=int, empty_value=None
    )
    kind = forms.ChoiceField(label=_("Kind of matter"), initial="work")
    weight = forms.ChoiceField(label=_("Weight"), initial="ordinary")
    basis = forms.ChoiceField(label=_("Deadline"), widget=forms.RadioSelect, initial="NONE")
    deadline = DayField(label=_("Day set by me"), required=False)
    alias = forms.BooleanField(required=False)

    def __init__(
        self,
        *arguments: Any,
        units: tuple[UnitFacts, ...],
        leaders: tuple[PostFacts, ...] = (),
        suggested: Suggestion | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.suggested = suggested
        self.alias_words = _new_name(suggested)
        self.fields["alias"].label = _("Remember “%(words)s” as a name of this lead unit") % {
            "words": self.alias_words
        }
        for name in ("lead", "co_units"):
            field: Any = self.fields[name]
            field.units = units
        choices: dict[str, list[tuple[Any, Any]]] = {
            "leader": [
                ("", "—"),
                *((one.person_id, f"{one.person_name} {one.title}") for one in leaders),
            ],
            "kind": [*coded_choices("following.kind", KINDS)],
            "weight": [*coded_choices("matters.weight", WEIGHTS)],
            "basis": self._bases(),
        }
        for name, listed in choices.items():
            choice: Any = self.fields[name]
            choice.choices = listed

    def _bases(self) -> list[tuple[Any, Any]]:
        listed: list[tuple[Any, Any]] = [("NONE", _("Not fixed yet"))]
        for one in self.suggested.deadlines if self.suggested is not None else ():
            basis = basis_of(one)
            code = (
                "matters.basis.stated" if one.limit is None else f"matters.limit.{one.limit.code}"
            )
            listed.append((basis, f"{one.due.isoformat()} · {messages().words(code, {})}"))
        if self.suggested is None:
            listed.append(("STATED", messages().words("matters.basis.stated", {})))
        return [*listed, ("PERSON", messages().words("matters.basis.person", {}))]

    def clean(self) -> dict[str, Any]:  # type: ignore[explicit-override]  # Python 3.11
        """Ask for the day where a person sets it."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        typed = data.get("basis") == "PERSON" or (
            self.suggested is None and data.get("basis") == "STATED"
        )
        if typed and data.get("deadline") is None and "deadline" not in self.errors:
            self.add_error("deadline", _("Enter the day, or choose another basis."))
        return data

    def draft(self, *, quote: str = "", words: str = "") -> Draft:
        """Return what was stated; a rule's day is worked out anew, never taken from the page."""
        data = self.cleaned_data
        basis: str = data["basis"]
        day: date | None = data["deadline"]
        if basis == "NONE":
            basis, day = "", None
        elif self.suggested is not None and basis != "PERSON":
            day = deadline_by(self.suggested, basis)
        return Draft(
            title=data["title"],
            result=data["result"],
            lead_id=data["lead"].id,
            co_unit_ids=tuple(unit.id for unit in data["co_units"]),
            leader_id=data["leader"],
            kind=data["kind"],
            weight=data["weight"],
            deadline=day,
            deadline_basis=basis,
            deadline_words=words,
            quote=quote,
            alias=self.alias_words if data["alias"] else "",
        )


class EditProposalForm(forms.Form):
    """Another unit, kind or quote for a proposal."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    unit = UnitNameField(label=_("Proposed unit"), required=False)
    kind = forms.ChoiceField(label=_("Kind of requirement"))
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *arguments: Any, units: tuple[UnitFacts, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        unit: Any = self.fields["unit"]
        unit.units = units
        kind: Any = self.fields["kind"]
        kind.choices = coded_choices("sources.kind", DIRECTIVE_KINDS)


class DropForm(forms.Form):
    """Why no matter comes from a proposal."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason for dropping it"),
        max_length=400,
        widget=forms.TextInput(attrs={"list": "drop-reasons", "autocomplete": "off"}),
    )
