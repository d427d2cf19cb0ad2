"""The ledger as a workbook: out as filtered, in with a trial run that shows every fault first."""

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guatu.adapters.ledger_xlsx import ledger_template, ledger_workbook
from guatu.apps.matters import queries
from guatu.apps.matters.actions import load_drafts
from guatu.apps.units.queries import open_units
from guatu.domain.kernel.acting import Role
from guatu.entry import packs_at_hand
from guatu.entry.desk_tools import rulebook
from guatu.entry.downloads import attachment
from guatu.entry.ledger_files import cells_of, draft_of_cells, drafts_of_file, kept_cells
from guatu.entry.roles import EVERYONE
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.matters_forms import LedgerFileForm, LedgerForm
from guatu.entry.web.routing import page

DESK_ROLES = frozenset({Role.CLERK})
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SALT = "guatu.ledger.trial"
_TRIAL_SECONDS = 3600


def workbook(request: OfficeRequest) -> HttpResponse:
    """Hand out the ledger as filtered, as a workbook."""
    acting = request.acting
    form = LedgerForm(request.GET, units=open_units(acting.scope, day=acting.today))
    rows = queries.ledger_rows(
        acting.scope,
        form.filters(),
        rules=rulebook(),
        today=acting.today,
        sort=request.GET.get("sort", "deadline"),
    )
    language = packs_at_hand.page_language()
    content = ledger_workbook(
        [cells_of(row, packs_at_hand.messages()) for row in rows], language=language
    )
    name = _("ledger") + f"-{acting.today.isoformat()}.xlsx"
    return attachment(name, content, _XLSX)


def template(_request: OfficeRequest) -> HttpResponse:
    """Hand out the empty workbook to fill."""
    content = ledger_template(language=packs_at_hand.page_language())
    return attachment(_("ledger") + ".xlsx", content, _XLSX)


def load(request: OfficeRequest) -> HttpResponse:
    """Show a workbook's rows and faults without writing; then load exactly what was shown."""
    if request.method == "POST" and request.POST.get("trial"):
        return _load_shown(request)
    form = LedgerFileForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form}
    status = 200
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        found = drafts_of_file(request.acting, file.read(), name=file.name)
        words = packs_at_hand.messages()
        context |= {
            "found": found,
            "faults": [(one, words.of(one)) for one in found.diagnostics],
            "trial": signing.dumps(
                [kept_cells(one) for one in found.drafts], salt=_SALT, compress=True
            ),
        }
    elif request.method == "POST":
        status = 422
    return render(request, "matters/load.html", context, status=status)


def _load_shown(request: OfficeRequest) -> HttpResponse:
    try:
        cells = signing.loads(request.POST["trial"], salt=_SALT, max_age=_TRIAL_SECONDS)
    except signing.BadSignature:
        messages.error(request, _("The trial run is too old; choose the workbook again."))
        return redirect("matters-load")
    drafts = [draft_of_cells(one) for one in cells]
    made = len(load_drafts(acting=request.acting, drafts=drafts, rules=rulebook()))
    messages.success(
        request,
        ngettext("%(count)d draft entered.", "%(count)d drafts entered.", made) % {"count": made},
    )
    return redirect("matters")


routes = [
    page("matters/ledger.xlsx", workbook, name="matters-workbook", roles=EVERYONE),
    page("matters/template.xlsx", template, name="matters-template", roles=EVERYONE),
    page("matters/load/", load, name="matters-load", roles=DESK_ROLES),
]
