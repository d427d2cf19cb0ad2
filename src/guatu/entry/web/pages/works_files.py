"""The plan of a work as files to take away, and the asking for its risk."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.reports.queries import planned_work
from guatu.apps.works.queries import plan_document_of
from guatu.apps.works.risk_actions import ask_risk
from guatu.entry.packs_at_hand import messages as catalogue
from guatu.entry.plan_downloads import PLAN_FORMS, plan_file_of
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.routing import EVERYONE, WORKERS, page


def plan_file(request: OfficeRequest, work_id: int, form: str) -> HttpResponse:
    """Hand out the plan as a workbook to fill, or as a project file of another program."""
    if form not in PLAN_FORMS:
        raise Http404
    acting = request.acting
    work = planned_work(acting.scope, work_id, at=acting.at, today=acting.today, grounds=grounds())
    answer, told = plan_file_of(work, plan_document_of(acting.scope, work_id), form)
    if answer is None:
        for one in told:
            messages.error(request, catalogue().of(one))
        return redirect("work", work_id=work_id)
    return answer


@require_POST
def risk_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Ask for a risk run of the work; the job process draws it."""
    ask_risk(acting=request.acting, work_id=work_id)
    messages.success(request, _("The risk is being drawn; it stands here in a moment."))
    return redirect(reverse("work", kwargs={"work_id": work_id}) + "#risk")


routes = [
    page("works/<int:work_id>/plan.<str:form>", plan_file, name="work-plan-as", roles=EVERYONE),
    page("works/<int:work_id>/risk/", risk_page, name="work-risk", roles=WORKERS),
]
