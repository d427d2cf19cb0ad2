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
    moments = java("java.time.LocalDateTime")
    durations, units = java("org.mpxj.Duration"), java("org.mpxj.TimeUnit")
    for task in project.getTasks():
        found = dates["tasks"].get(str(task.getUniqueID()))
        if found is None:
            continue
        for key, setter in _DATES:
            getattr(task, setter)(moments.parse(found[key]))
        for key, setter in _FLOATS:
            getattr(task, setter)(durations.getInstance(found[key] / 60.0, units.HOURS))
        task.setCritical(java("java.lang.Boolean").valueOf(bool(found["critical"])))
    properties = project.getProjectProperties()
    properties.setStartDate(moments.parse(dates["start"]))
    properties.setFinishDate(moments.parse(dates["finish"]))
    write(project, out)


def write(project: Any, out: str) -> None:
    """Write a project in the format of ``out``; XER in the code page of Chinese offices if it can be."""
    writer = java(WRITTEN[Path(out).suffix.lower()])()
    if out.lower().endswith(".xer"):
        words = [str(task.getName() or "") for task in project.getTasks()]
        charset = "GBK" if all(_fits(one) for one in words) else "UTF-8"
        writer.setCharset(java("java.nio.charset.Charset").forName(charset))
    writer.write(project, out)


def _fits(words: str) -> bool:
    try:
        words.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def java(name: str) -> Any:
    """Return a class of the running Java machine."""
    import jpype  # noqa: PLC0415 only the child process may load the machine

    return jpype.JClass(name)
