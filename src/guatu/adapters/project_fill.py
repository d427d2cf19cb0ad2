"""Our dates into a project that MPXJ holds, and the project into a file of another program.

Runs in the child process only; every object here is one of Java.
"""

from pathlib import Path
from typing import Any

WRITTEN = {
    ".xml": "org.mpxj.mspdi.MSPDIWriter",
    ".xer": "org.mpxj.primavera.PrimaveraXERFileWriter",
}
_DATES = (
    ("start", "setStart"),
    ("finish", "setFinish"),
    ("early_start", "setEarlyStart"),
    ("early_finish", "setEarlyFinish"),
    ("late_start", "setLateStart"),
    ("late_finish", "setLateFinish"),
)
_FLOATS = (("total_float", "setTotalSlack"), ("free_float", "setFreeSlack"))


def filled_with(project: Any, dates: dict[str, Any], out: str) -> None:
    """Set the computed dates of every task and write the project in the format of ``out``."""
    moments = _java("java.time.LocalDateTime")
    durations, units = _java("org.mpxj.Duration"), _java("org.mpxj.TimeUnit")
    for task in project.getTasks():
        found = dates["tasks"].get(str(task.getUniqueID()))
        if found is None:
            continue
        for key, setter in _DATES:
            getattr(task, setter)(moments.parse(found[key]))
        for key, setter in _FLOATS:
            getattr(task, setter)(durations.getInstance(found[key] / 60.0, units.HOURS))
        task.setCritical(_java("java.lang.Boolean").valueOf(bool(found["critical"])))
    properties = project.getProjectProperties()
    properties.setStartDate(moments.parse(dates["start"]))
    properties.setFinishDate(moments.parse(dates["finish"]))
    writer = _java(WRITTEN[Path(out).suffix.lower()])()
    writer.write(project, out)


def _java(name: str) -> Any:
    import jpype  # noqa: PLC0415 only the child process may load the machine

    return jpype.JClass(name)
