"""Forms of the ledger and of a matter's steps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guatu.apps.matters.values import LedgerFilters
from guatu.apps.units.values import UnitFacts
from guatu.domain.following.stages import CLOSE_REASONS, RETURN_REASONS, STRAIGHT_PATH, Move
from guatu.entry.web.fields import DayField, unit_choices
from guatu.entry.web.pages.sources_forms import WEIGHTS, coded_choices

LIGHTS = ("red", "yellow", "green", "blue", "grey")
EVIDENCE = ("E0", "E1", "E2", "E3", "E4", "E5")


class LedgerForm(forms.Form):
    """What the ledger shows; every field may be empty."""

    text = forms.CharField(label=_("Search"), required=False, max_length=80)
    light = forms.ChoiceField(label=_("Light"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    unit = forms.TypedChoiceField(label=_("Unit"), required=False, coerce=int, empty_value=None)
    weight = forms.ChoiceField(label=_("Weight"), required=False)
    due_from = DayField(label=_("Due from"), required=False)
    due_to = DayField(label=_("Due to"), required=False)
    source = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, units: tuple[UnitFacts, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        stages = [stage.value for stage in STRAIGHT_PATH[1:]] + ["suspended", "dropped"]
        choices: dict[str, list[tuple[Any, Any]]] = {
            "light": [("", _("all")), *coded_choices("following.color", LIGHTS)],
            "stage": [
                ("", _("all")),
                ("open", _("all open")),
                *coded_choices("following.stage", stages),
            ],
            "unit": [("", _("all")), *unit_choices(units)],
            "weight": [("", _("all")), *coded_choices("matters.weight", WEIGHTS)],
        }
        for name, listed in choices.items():
            field: Any = self.fields[name]
            field.choices = listed

    def filters(self) -> LedgerFilters:
        """Return the filters; a field with a fault counts as empty."""
        self.is_valid()
        data = self.cleaned_data
        return LedgerFilters(
            text=data.get("text") or "",
            light=data.get("light") or "",
            stage=data.get("stage") or "",
            unit_id=data.get("unit"),
            weight=data.get("weight") or "",
            due_from=data.get("due_from"),
            due_to=data.get("due_to"),
            source_id=data.get("source"),
        )


class VersionForm(forms.Form):
    """A step that asks for nothing but the version seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(VersionForm):
    """A step with its reason."""

    reason = forms.CharField(label=_("Reason"), max_length=1000)


class PlanForm(VersionForm):
    """The plan of the unit: sub-tasks, nodes, who does them."""

    plan = forms.CharField(
        label=_("Plan: sub-tasks, nodes and who does them"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReportForm(VersionForm):
    """How far, what was done, which problem needs others."""

    percent = forms.IntegerField(label=_("Done, per cent"), min_value=0, max_value=100)
    facts = forms.CharField(
        label=_("Facts: what was done"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    problem = forms.CharField(
        label=_("Problem that needs others"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PartForm(ReportForm):
    """A co-unit's own part: how far it is, what was done, which problem needs others."""

    percent = forms.IntegerField(label=_("Own part done, per cent"), min_value=0, max_value=100)


class NoteForm(VersionForm):
    """What a check found."""

    note = forms.CharField(
        label=_("How it was checked and what was found"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReturnForm(VersionForm):
    """Why a report is returned."""

    reason = forms.ChoiceField(label=_("Reason"))
    note = forms.CharField(label=_("What is missing"), max_length=2000, required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field: Any = self.fields["reason"]
        field.choices = coded_choices("following.return_reason", RETURN_REASONS)


class OpinionForm(VersionForm):
    """The approving leader's opinion."""

    opinion = forms.CharField(
        label=_("Opinion"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class CloseForm(VersionForm):
    """Why a matter is closed."""

    close_reason = forms.ChoiceField(label=_("Reason"), initial="done")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field: Any = self.fields["close_reason"]
        field.choices = coded_choices("following.close_reason", CLOSE_REASONS)


class EvidenceForm(VersionForm):
    """One piece of evidence: a file with its class, or a statement."""

    grade = forms.ChoiceField(label=_("Class of evidence"), initial="E2")
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("JPEG, PNG, PDF, DOCX, XLSX or plain text, at most 20 MB."),
    )
    note = forms.CharField(label=_("Statement or number"), required=False, max_length=1000)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field: Any = self.fields["grade"]
        field.choices = [
            (grade, f"{grade} {words}")
            for grade, words in coded_choices("following.evidence", EVIDENCE)
        ]


class ExtensionForm(VersionForm):
    """A later deadline with its reason."""

    new_deadline = DayField(label=_("New deadline"))
    reason = forms.CharField(
        label=_("Reason and progress so far"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LedgerFileForm(forms.Form):
    """A filled ledger workbook."""

    file = forms.FileField(label=_("Workbook (.xlsx)"))


MOVE_FORMS: dict[Move, type[VersionForm]] = {
    Move.DROP: ReasonForm,
    Move.REGISTER: VersionForm,
    Move.SEND_BACK: ReasonForm,
    Move.ISSUE: VersionForm,
    Move.SIGN: VersionForm,
    Move.OBJECT: ReasonForm,
    Move.START: PlanForm,
    Move.INFORM: ReportForm,
    Move.REPORT: ReportForm,
    Move.VERIFY: NoteForm,
    Move.RETURN: ReturnForm,
    Move.COMPLETE: OpinionForm,
    Move.ORDER_ANEW: OpinionForm,
    Move.CLOSE: CloseForm,
    Move.SUSPEND: ReasonForm,
    Move.RESUME: VersionForm,
    Move.REOPEN: ReasonForm,
}
