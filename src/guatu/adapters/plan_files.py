"""Plan files of every format into the plan document that the planning room reads."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning import Plan, read_plan

PROJECT_FORMATS = frozenset(
    {".mpp", ".mpt", ".mpx", ".mpd", ".xml", ".xer", ".pmxml", ".planner", ".pod", ".gan", ".sdef"}
)

# JSON can name NUL and half a character (a lone surrogate) by an escape only.
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def read_plan_file(path: Path) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the plan document of a ``.json``, ``.xlsx`` or project file, or what is wrong with it."""
    name = path.name
    suffix = path.suffix.lower()
    if suffix in PROJECT_FORMATS:
        return _from_project(path)
    if suffix not in {".json", ".xlsx"}:
        return None, (_fault("planning.unknown_format", name, suffix=suffix or name),)
    content, told = _content(path)
    if content is None:
        return None, told
    if suffix == ".json":
        return _laid(*plan_from_json(content, name), name)
    from guatu.adapters.plan_workbook import plan_from_workbook  # noqa: PLC0415 a JSON plan needs no reader of workbooks

    return _laid(*plan_from_workbook(content, name), name)


def _laid(
    document: Any | None, told: tuple[Diagnostic, ...], name: str
) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    if not isinstance(document, dict) or not document.get("seasons"):
        return document, told
    from guatu.adapters.plan_seasons import with_seasons  # noqa: PLC0415 few plans name seasons

    laid, found = with_seasons(document, name)
    return laid, (*told, *found)


def _from_project(path: Path) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the project file of another program as a plan document, with what it could not carry."""
    from guatu.adapters.project_files import read_project_file  # noqa: PLC0415 a JSON plan needs no project room
    from guatu.domain.planning.project.as_plan import plan_of_project  # noqa: PLC0415 the same

    project, told = read_project_file(path)
    if project is None:
        return None, told
    document, lost = plan_of_project(project)
    return document, (*told, *(replace(one, source=path.name) for one in lost))


def plan_from_project(content: bytes, source: str) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the plan document of an uploaded project file, or what is wrong with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"project{Path(source).suffix.lower()}"
        path.write_bytes(content)
        document, told = _from_project(path)
    if isinstance(document, dict) and document.get("id") == path.stem:
        document["id"] = Path(source).stem
    return document, tuple(replace(one, source=source) for one in told)


def plan_of_file(
    path: Path, holidays: Callable[[], HolidayTable]
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a plan file whole; ``holidays`` is asked only where a calendar wants them.

    Faults in a workbook name the sheet and the cell.
    """
    document, told = read_plan_file(path)
    if document is None:
        return None, told
    table = holidays() if wants_holidays(document) else None
    plan, found = read_plan(document, source=path.name, holidays=table)
    if path.suffix.lower() == ".xlsx":
        from guatu.adapters.plan_workbook import located  # noqa: PLC0415 a JSON plan needs no reader of workbooks

        found = located(found, document)
    return plan, (*told, *found)


def wants_holidays(document: Any) -> bool:
    """Tell whether a calendar of the document asks for the public holidays."""
    calendars = document.get("calendars") if isinstance(document, dict) else None
    stated = calendars.values() if isinstance(calendars, dict) else ()
    return any(isinstance(one, dict) and one.get("holidays") for one in stated)


def read_json_file(path: Path) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the document of a JSON file, whatever its ending, or what is wrong with it."""
    content, told = _content(path)
    return (None, told) if content is None else plan_from_json(content, path.name)


def _content(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    try:
        return path.read_bytes(), ()
    except FileNotFoundError:
        return None, (_fault("file.missing", path.name, name=str(path)),)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return None, (_fault("file.unreadable", path.name, name=str(path), detail=detail),)


def plan_from_json(content: bytes, source: str) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Return the document of a JSON text in UTF-8, or what is wrong with it."""
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_each_once)
    except _Twice as twice:
        return None, (_fault("planning.field_twice", source, field=twice.name),)
    except UnicodeDecodeError as error:
        return None, (_fault("planning.not_utf8", source, position=error.start),)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}"
        return None, (_fault("planning.not_json", source, place, line=error.lineno),)
    except (RecursionError, ValueError):
        return None, (_fault("planning.not_json", source, line=1),)
    if document is None:
        return None, (_fault("planning.not_json", source, line=1),)
    broken = _ESCAPED.search(text)
    if broken and not _is_keepable(document):
        line = text.count("\n", 0, broken.start()) + 1
        return None, (_fault("planning.text_unkeepable", source, f"line {line}", line=line),)
    return document, ()


class _Twice(Exception):
    """An object of a JSON text states one field twice."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; JSON would let the last of two equal names win without a word."""
    stated = dict(pairs)
    if len(stated) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return stated


def _is_keepable(document: Any) -> bool:
    """Tell whether no text holds NUL or half a character, which no file or database keeps."""
    waiting = [document]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _UNKEEPABLE.search(one):
            return False
    return True


def _fault(code: str, source: str, place: str = "", **arguments: str | int) -> Diagnostic:
    return Diagnostic(code=code, arguments=tuple(arguments.items()), source=source, position=place)
