"""Alerts: received with their effect shown beforehand, followed to their lifting."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guatu.adapters.typesetting import TypstTypesetter
from guatu.apps.journal.queries import head_hash
from guatu.apps.journal.refusal import Refused
from guatu.apps.reports.charts import month_amounts
from guatu.apps.reports.order_sheets import SheetHeading, order_sheets
from guatu.apps.reports.queries import alert_report, what_if
from guatu.apps.reports.values import AlertReport, Forecast, WindowEffect
from guatu.apps.units.queries import county_name
from guatu.apps.watch.actions import confirm_order, lift_alert, receive_alert, resume_alert
from guatu.apps.watch.queries import alerts, sources
from guatu.apps.watch.rules import may_confirm, may_enter_alert
from guatu.apps.works.queries import protected_places
from guatu.domain.drawing.curve import draw_curve
from guatu.domain.writing.order_sheet import order_papers
from guatu.domain.writing.typeset import papers_job
from guatu.entry.packs_at_hand import messages as catalogue
from guatu.entry.packs_at_hand import page_language, shelf
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.inline_drawing import inline_drawing
from guatu.entry.web.pages.watch_forms import AlertForm, LiftForm, VersionForm, WhatIfForm
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import EVERYONE, OFFICE, WORKERS, page

_USUAL_HOURS = 72
_CURVE_WIDTH = 1180.0


def watch(request: OfficeRequest) -> HttpResponse:
    """Show the alerts of the county with their receipts."""
    acting = request.acting
    told = alerts(acting.scope, at=acting.at)
    context = {
        "alerts": [(one, one.state(acting.at)) for one in told],
        "listed": len(sources(acting.scope)),
        "may_enter": bool(may_enter_alert(acting)),
    }
    return render(request, "watch/watch.html", context)


def receive_page(request: OfficeRequest) -> HttpResponse:
    """Enter an alert; its effect is shown first, the orders go out with the second button."""
    acting = request.acting
    form = AlertForm(request.POST or None, initial=_usual_window(request))
    forecast: Forecast | None = None
    if request.method == "POST" and form.is_valid():
        if "issue" in request.POST:
            alert = attempt(
                form,
                lambda: receive_alert(
                    acting=acting,
                    shelf=shelf(),
                    protected=protected_places(acting.scope.region),
                    **form.stated(),
                ),
            )
            if alert is not None:
                messages.success(request, _("The alert is entered and every source is ordered."))
                return redirect("alert", alert_id=alert.pk)
        else:
            supposed = form.supposed(region=acting.scope.region, at=acting.at)
            forecast = what_if(
                acting.scope, (supposed,), at=acting.at, today=acting.today, grounds=grounds()
            )
    context = {"form": form, "forecast": forecast, "curve": _curve_of(forecast)}
    return render(request, "watch/receive.html", context, status=422 if form.errors else 200)


def _usual_window(request: OfficeRequest) -> dict[str, Any]:
    """Return the next midnight and three days on, as most alerts run."""
    midnight = request.acting.at.replace(hour=0, minute=0, second=0, microsecond=0)
    start = midnight + timedelta(days=1)
    return {"starts_at": start, "ends_at": start + timedelta(hours=_USUAL_HOURS)}


def _curve_of(forecast: Forecast | None) -> str:
    return "" if forecast is None else _curve(forecast.effect)


def _curve(effect: WindowEffect) -> str:
    if not effect.months:
        return ""
    drawn = draw_curve(
        month_amounts(effect.months), _("Investment by month"), catalogue(), width=_CURVE_WIDTH
    )
    return inline_drawing(drawn, "curve")


def what_if_page(request: OfficeRequest) -> HttpResponse:
    """Tell what days under a level would cost that nobody has ordered; nothing is written."""
    acting = request.acting
    asked = request.GET if "first_day" in request.GET else None
    form = WhatIfForm(asked, initial={"first_day": acting.today + timedelta(days=1)})
    forecast: Forecast | None = None
    if asked is not None and form.is_valid():
        supposed = form.supposed(region=acting.scope.region)
        forecast = what_if(
            acting.scope, (supposed,), at=acting.at, today=acting.today, grounds=grounds()
        )
    context = {"form": form, "forecast": forecast, "curve": _curve_of(forecast)}
    return render(request, "watch/what_if.html", context, status=422 if form.errors else 200)


def alert_page(request: OfficeRequest, alert_id: int) -> HttpResponse:
    """Show one alert: orders with their receipts, moved works, money before and after."""
    return _shown(request, _report(request, alert_id))


def _report(request: OfficeRequest, alert_id: int) -> AlertReport:
    acting = request.acting
    return alert_report(acting.scope, alert_id, at=acting.at, today=acting.today, grounds=grounds())


def _shown(
    request: OfficeRequest, report: AlertReport, *, lift_form: LiftForm | None = None
) -> HttpResponse:
    acting = request.acting
    facts = report.facts
    version = {"version": facts.version}
    context = {
        "report": report,
        "facts": facts,
        "state": facts.state(acting.at),
        "hours": int((facts.alert.window.end - facts.alert.window.start).total_seconds() // 3600),
        "orders": [(one, bool(may_confirm(acting, one.unit_id))) for one in report.orders],
        "curve": _curve(report.effect),
        "lift_form": lift_form or LiftForm(initial=version),
        "resume_form": VersionForm(initial=version),
        "may_lift": bool(may_enter_alert(acting)),
    }
    has_faults = lift_form is not None and bool(lift_form.errors)
    return render(request, "watch/alert.html", context, status=422 if has_faults else 200)


def lift_page(request: OfficeRequest, alert_id: int) -> HttpResponse:
    """Lift an alert."""
    if request.method != "POST":
        return redirect("alert", alert_id=alert_id)
    form = LiftForm(request.POST)
    if form.is_valid():
        alert = attempt(
            form,
            lambda: lift_alert(
                acting=request.acting,
                alert_id=alert_id,
                expected_version=form.cleaned_data["version"],
                lifted_at=form.cleaned_data["lifted_at"],
            ),
        )
        if alert is not None:
            messages.success(request, _("The alert is lifted; the plans have their days back."))
            return redirect("alert", alert_id=alert_id)
    return _shown(request, _report(request, alert_id), lift_form=form)


def resume_page(request: OfficeRequest, alert_id: int) -> HttpResponse:
    """Take a lifting back."""
    form = VersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        resume_alert(
            acting=request.acting,
            alert_id=alert_id,
            expected_version=form.cleaned_data["version"],
        )
        messages.success(request, _("The lifting is taken back."))
    return redirect("alert", alert_id=alert_id)


def confirm_page(request: OfficeRequest, order_id: int) -> HttpResponse:
    """Confirm the receipt of one order."""
    form = VersionForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return redirect("watch")
    order = confirm_order(
        acting=request.acting,
        order_id=order_id,
        expected_version=form.cleaned_data["version"],
    )
    messages.success(request, _("Receipt confirmed."))
    return redirect("alert", alert_id=order.alert_id)


def order_sheets_page(request: OfficeRequest, alert_id: int) -> HttpResponse:
    """Hand out the order sheets in sight as one PDF; ``?order=`` asks for one of them."""
    acting = request.acting
    report = _report(request, alert_id)
    organ = catalogue().words("writing.order.organ", {"county": county_name(acting.scope)})
    heading = SheetHeading(organ=organ, data_time=acting.at, journal_head=head_hash())
    sheets = order_sheets(acting.scope, report, heading)
    asked = request.GET.get("order", "")
    if asked:
        wanted = {str(one.source_id) for one in report.orders if str(one.id) == asked}
        sheets = tuple(one for one in sheets if one.order.source in wanted)
    if not sheets:
        raise Refused("watch.no_sheets")
    job = papers_job(order_papers(sheets, catalogue()), language=page_language())
    response = HttpResponse(TypstTypesetter().pdf(job), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="orders-{alert_id}.pdf"'
    return response


routes = [
    page("watch/", watch, name="watch", roles=EVERYONE),
    page("watch/receive/", receive_page, name="alert-receive", roles=OFFICE),
    page("watch/what-if/", what_if_page, name="watch-what-if", roles=EVERYONE),
    page("watch/<int:alert_id>/", alert_page, name="alert", roles=EVERYONE),
    page("watch/<int:alert_id>/lift/", lift_page, name="alert-lift", roles=OFFICE),
    page("watch/<int:alert_id>/resume/", resume_page, name="alert-resume", roles=OFFICE),
    page("watch/<int:alert_id>/orders.pdf", order_sheets_page, name="order-sheets", roles=EVERYONE),
    page("watch/orders/<int:order_id>/confirm/", confirm_page, name="order-confirm", roles=WORKERS),
]
