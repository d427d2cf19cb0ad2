"""Forms of works: facts, plans, progress, and what a stop would do."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from guatu.adapters.plan_files import PROJECT_FORMATS, plan_from_json, plan_from_project
from guatu.adapters.plan_seasons import with_seasons
from guatu.adapters.plan_workbook import plan_from_workbook
from guatu.adapters.work_templates import load_templates
from guatu.apps.places.values import PlaceFacts
from guatu.apps.units.values import PersonFacts, UnitFacts
from guatu.apps.works.plan_actions import ProgressReport
from guatu.apps.works.values import WorkDraft, WorkFacts
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.planning import template_plan
from guatu.entry.packs_at_hand import messages, page_language
from guatu.entry.web.fields import DayField, unit_choices

_FEN_PER_WAN = 1_000_000
_LARGEST_PLAN = 5 * 1024 * 1024
_MATURITIES = ("M0", "M1", "M2", "M3", "M4", "M5", "M6")


class WanField(forms.DecimalField):
    """An amount in 10,000 yuan, cleaned to fen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=2, required=False, **options)

    def clean(self, value: Any) -> int:  # type: ignore[explicit-override]  # Python 3.11
        """Return the amount in fen; 0 where it was left empty."""
        amount: Decimal | None = super().clean(value)
        return 0 if amount is None else int(amount * _FEN_PER_WAN)


class WorkForm(forms.Form):
    """What is stated about a work; money in 10,000 yuan."""

    code = forms.CharField(label=_("Work code"), max_length=20)
    name = forms.CharField(label=_("Name of the work"), max_length=120)
    lead = forms.TypedChoiceField(label=_("Lead unit"), coerce=int)
    sponsor = forms.TypedChoiceField(
        label=_("Sponsoring leader"), coerce=int, required=False, empty_value=None
    )
    sponsor_words = forms.CharField(
        label=_("Sponsor in words"),
        max_length=80,
        required=False,
        help_text=_("Where the leader has no account here."),
    )
    place = forms.TypedChoiceField(
        label=_("Place"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Orders under an alert bind the works of their place."),
    )
    group = forms.CharField(label=_("Group on the wall"), max_length=60, required=False)
    kind = forms.CharField(label=_("Kind of work"), max_length=40, required=False)
    total = WanField(label=_("Total investment (10,000 yuan)"))
    annual = WanField(label=_("Planned this year (10,000 yuan)"))
    done = WanField(label=_("Done this year (10,000 yuan)"))
    maturity = forms.ChoiceField(label=_("Maturity"), required=False)
    livelihood = forms.BooleanField(label=_("Livelihood work"), required=False)
    guaranteed = forms.BooleanField(label=_("On the guaranteed list"), required=False)
    problem = forms.CharField(label=_("Top problem"), max_length=300, required=False)

    def __init__(
        self,
        *arguments: Any,
        units: tuple[UnitFacts, ...],
        people: tuple[PersonFacts, ...],
        places: tuple[PlaceFacts, ...],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        none = [("", "—")]
        named = [(one.id, one.name) for one in people]
        placed = [(one.id, f"{one.code} {one.name}") for one in places]
        grown = [
            (one, messages().words(f"works.maturity.{one.lower()}", {})) for one in _MATURITIES
        ]
        self._choose("lead", [*none, *unit_choices(units)])
        self._choose("sponsor", [*none, *named])
        self._choose("place", [*none, *placed])
        self._choose("maturity", [*none, *grown])

    def _choose(self, name: str, choices: list[tuple[Any, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    def draft(self) -> WorkDraft:
        """Return what was entered."""
        data = self.cleaned_data
        return WorkDraft(
            code=data["code"],
            name=data["name"],
            lead_id=data["lead"],
            kind=data["kind"],
            sponsor_id=data["sponsor"],
            sponsor_words=data["sponsor_words"],
            place_id=data["place"],
            livelihood=data["livelihood"],
            guaranteed=data["guaranteed"],
            group=data["group"],
            total_fen=data["total"],
            annual_fen=data["annual"],
            done_fen=data["done"],
            problem=data["problem"],
            maturity=data["maturity"] or None,
        )


class ChangeWorkForm(WorkForm):
    """The same for a work that exists; it states the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def present_of(facts: WorkFacts) -> dict[str, Any]:
    """Return a work as the form shows it."""
    return {
        "code": facts.code,
        "name": facts.name,
        "lead": facts.lead_id,
        "sponsor": facts.sponsor_id,
        "sponsor_words": "" if facts.sponsor_id else facts.sponsor,
        "place": facts.place_id,
        "group": facts.group,
        "kind": facts.kind,
        "total": _wan(facts.total_fen),
        "annual": _wan(facts.annual_fen),
        "done": _wan(facts.done_fen),
        "maturity": facts.maturity or "",
        "livelihood": facts.livelihood,
        "guaranteed": facts.guaranteed,
        "problem": facts.problem,
        "version": facts.version,
    }


def _wan(fen: int) -> Decimal:
    return (Decimal(fen) / _FEN_PER_WAN).quantize(Decimal("0.01")).normalize() + 0


def template_choices() -> list[tuple[str, str]]:
    """Return the work templates by name, the file's own plan first."""
    listed = [
        (
            pack.name,
            f"{pack.body[f'title_{page_language()}']} → {pack.body[f'end_{page_language()}']}",
        )
        for pack in load_templates().packs
    ]
    return [("", str(_("From the plan file"))), *listed]


class PlanForm(forms.Form):
    """Where a plan comes from: a template with its target day, or a plan file."""

    template = forms.ChoiceField(label=_("Plan template"), choices=template_choices, required=False)
    target = DayField(
        label=_("Target: the last day of work"),
        required=False,
        help_text=_("Worked back from this day."),
    )
    file = forms.FileField(
        label=_("Plan file"),
        required=False,
        help_text=_("A plan file (.json), workbook (.xlsx) or project file (.mpp, .xml, .xer)."),
    )

    faults: tuple[Diagnostic, ...] = ()
    document: Any = None

    def clean(self) -> dict[str, Any]:  # type: ignore[explicit-override]  # Python 3.11
        """Read the plan; its faults stand in ``faults`` and keep the form from being valid."""
        data = super().clean() or {}
        upload: UploadedFile[Any] | None = data.get("file")
        if upload is not None:
            self._read(upload)
        elif not data.get("template"):
            self.add_error("template", _("Choose a template or a plan file."))
        elif data.get("target") is None and not self.has_error("target"):
            self.add_error("target", _("A template is worked back from a target day."))
        return data

    def plan_document(self, *, code: str, name: str) -> Any:
        """Return the plan document of what was entered, to be kept by an action."""
        if self.document is not None:
            return self.document
        chosen = self.cleaned_data["template"]
        pack = load_templates().named(chosen)[-1]
        target: date = self.cleaned_data["target"]
        return template_plan(pack.body, id=code, name=name, target=target)

    def _read(self, upload: "UploadedFile[Any]") -> None:
        name = upload.name or ""
        if (upload.size or 0) > _LARGEST_PLAN:
            self.add_error("file", _("The file is larger than 5 MB; a plan file is not."))
            return
        suffix = name.rsplit(".", 1)[-1].lower()
        readers = {"json": plan_from_json, "xlsx": plan_from_workbook}
        if suffix not in readers and f".{suffix}" not in PROJECT_FORMATS:
            self.add_error("file", _("Give a plan file (.json, .xlsx) or a project file (.mpp)."))
            return
        read = readers.get(suffix, plan_from_project)
        document, told = read(upload.read(), name)
        document, found = with_seasons(document, name)
        told = (*told, *found)
        if document is None or has_error(told):
            self.faults = tuple(told)
            self.add_error("file", _("The plan file has faults; nothing was saved."))
        self.document = document


class ChangePlanForm(PlanForm):
    """The same for a work that has a plan; it states the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ProgressForm(forms.Form):
    """What happened with one activity, up to a data date."""

    activity = forms.CharField(widget=forms.HiddenInput, max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)
    actual_start = DayField(label=_("Actual start"), required=False)
    actual_finish = DayField(label=_("Actual finish"), required=False)
    percent = forms.FloatField(
        label=_("Percent done"), min_value=0, max_value=100, required=False, initial=0
    )
    data_date = DayField(label=_("Known up to"), required=False)

    def report(self) -> ProgressReport:
        """Return what was entered."""
        data = self.cleaned_data
        return ProgressReport(
            activity_id=data["activity"],
            actual_start=data["actual_start"],
            actual_finish=data["actual_finish"],
            percent=data["percent"] or 0.0,
            data_date=data["data_date"],
        )


class FreezeForm(forms.Form):
    """Why a baseline is frozen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(label=_("What this baseline is"), max_length=200, required=False)


class StopForm(forms.Form):
    """A stop that is only tried: classes of activity, first and last day."""

    classes = forms.MultipleChoiceField(
        label=_("Activities that stop"), widget=forms.CheckboxSelectMultiple
    )
    first_day = DayField(label=_("First day stopped"))
    last_day = DayField(label=_("Last day stopped"))

    def __init__(self, *arguments: Any, classes: tuple[str, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["classes"].choices = [(one, class_words(one)) for one in classes]  # type: ignore[attr-defined]  # ChoiceField

    def clean(self) -> dict[str, Any]:  # type: ignore[explicit-override]  # Python 3.11
        """Refuse a stop that ends before it begins."""
        data = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if first is not None and last is not None and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        return data


def class_words(activity_class: str) -> str:
    """Return the words of a class of activity; one without words is shown as it is."""
    catalogue = messages()
    for code in (f"writing.class.{activity_class}", f"works.class.{activity_class}"):
        if code in catalogue.templates:
            return catalogue.words(code, {})
    return activity_class
