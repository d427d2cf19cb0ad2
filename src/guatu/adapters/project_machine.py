"""The child process that reads and writes project files: ``python -m guatu.adapters.project_machine``.

It alone starts a Java machine, speaks MPXJ, and ends with its one job, so that no
process of the product ever holds a machine or trips over a file that upsets one.
Commands come as arguments, documents as JSON on standard input and output:
``read FILE`` prints ``{"project": …}`` or ``{"fault": code, "detail": …}``;
``write FILE OUT`` takes computed dates on standard input, ``make OUT`` a whole plan;
both print ``{}`` or a fault.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any, TextIO

from guatu.adapters.project_build import written_from
from guatu.adapters.project_extract import project_document
from guatu.adapters.project_fill import filled_with

_HIGH = re.compile(rb"[\x80-\xff]+")
# A machine of one job: quick to start rather than fast when warm; quiet on the error stream.
_MACHINE = (
    "-Xmx2g",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.awt.headless=true",
    "-Dlog4j2.StatusLogger.level=OFF",
)


def main(arguments: list[str]) -> int:
    """Do one job and print one JSON document; 0 always, faults are told in the document."""
    out = _answer_stream()
    try:
        answer = _answer(arguments)
    except _java_errors() as error:  # whatever Java threw means: this file is beyond reading
        detail = str(error).splitlines() or [type(error).__name__]
        answer = {"fault": "project.unreadable", "detail": detail[0][:200]}
    with out:
        out.write(json.dumps(answer))
    return 0


def _answer_stream() -> TextIO:
    """Keep standard output for the answer: what Java libraries print there goes to the errors."""
    kept = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(kept, "w", encoding="utf-8")


def _java_errors() -> Any:
    import jpype  # noqa: PLC0415 only this process may load the machine

    return (jpype.JException, OSError, ValueError)


def _answer(arguments: list[str]) -> dict[str, Any]:
    fault = _started()
    if fault is not None:
        return fault
    if arguments[0] == "make":
        written_from(json.load(sys.stdin), arguments[1])
        return {}
    project, others = _project(arguments[1])
    if project is None:
        return {"fault": "project.unknown_format", "detail": ""}
    if arguments[0] == "read":
        document = project_document(project, Path(arguments[1]).stem)
        ignored = [str(one).splitlines()[0][:200] for one in project.getIgnoredErrors()]
        return {"project": document, "others": others, "ignored": ignored}
    filled_with(project, json.load(sys.stdin), arguments[2])
    return {}


def _started() -> dict[str, Any] | None:
    """Start the machine with MPXJ on its path; a fault where there is no Java."""
    import jpype  # noqa: PLC0415 only this process may load the machine
    import mpxj  # noqa: F401, PLC0415 puts its archives on the path of the machine

    try:
        jpype.startJVM(*_MACHINE)
    except jpype.JVMNotFoundException:
        return {"fault": "project.no_java", "detail": ""}
    return None


def _project(path: str) -> tuple[Any, int]:
    """Return the first project of a file that holds a task, and how many more there are."""
    import jpype  # noqa: PLC0415 only this process may load the machine

    if path.lower().endswith(".xer"):
        reader = jpype.JClass("org.mpxj.primavera.PrimaveraXERFileReader")()
        charset = jpype.JClass("java.nio.charset.Charset").forName(
            charset_of(Path(path).read_bytes())
        )
        reader.setCharset(charset)
    else:
        reader = jpype.JClass("org.mpxj.reader.UniversalProjectReader")()
    found = list(reader.readAll(path) or ())
    if not found:
        return None, 0
    best = next(
        (one for one in found if any(not task.getSummary() for task in one.getTasks())), None
    )
    return best or found[0], len(found) - 1


def charset_of(content: bytes) -> str:
    """Return the character set of a XER file, which does not state it: it is that of its machine.

    Chinese characters stand in pairs of high bytes, accented letters alone.
    """
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        high = _HIGH.findall(content)
        paired = sum(len(run) - len(run) % 2 for run in high)
        chinese = paired * 10 >= 9 * sum(map(len, high))
        return "gb18030" if chinese else "windows-1252"
    return "utf-8"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
