"""A kept plan as a file: workbook, Microsoft Project's XML, Primavera's XER."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import HttpResponse

from guatu.adapters.plan_template import plan_workbook
from guatu.apps.reports.values import PlannedWork
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.entry.downloads import attachment

PLAN_FORMS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/octet-stream",
    "xer": "application/octet-stream",
}


def plan_file_of(
    work: PlannedWork, document: Mapping[str, Any], form: str
) -> tuple[HttpResponse | None, tuple[Diagnostic, ...]]:
    """Return the plan as a download in one of ``PLAN_FORMS``, or why there is none.

    A workbook holds the plan as kept, so that it can be filled and loaded again. A project
    file is written by a child process with the dates under the orders in force.
    """
    name = f"{work.facts.code}-{work.facts.name}.{form}"
    if form == "xlsx":
        return attachment(name, plan_workbook(document), PLAN_FORMS[form]), ()
    if work.schedule is None:
        return None, work.faults
    from guatu.adapters.project_export import write_plan_file  # noqa: PLC0415 a workbook needs no project room

    with TemporaryDirectory() as folder:
        out = Path(folder) / f"plan.{form}"
        told = write_plan_file(out, work.schedule)
        if has_error(told) or not out.is_file():
            return None, told
        return attachment(name, out.read_bytes(), PLAN_FORMS[form]), ()
