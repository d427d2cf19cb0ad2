"""``guatu load``: pages, ledgers, emission lists and plans into the data folder, all of them or none."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guatu.adapters.intake_kinds import DELIMITED, SHEET_XML, WORD_XML
from guatu.adapters.plan_files import PROJECT_FORMATS
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import Outlet

PAGES = frozenset(
    {
        ".txt",
        ".md",
        "",
        ".pdf",
        ".docx",
        ".doc",
        ".wps",
        ".rtf",
        ".odt",
        ".fodt",
        ".mht",
        ".mhtml",
        ".eml",
        ".tsv",
        ".ofd",
        ".html",
        ".htm",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
        ".bmp",
    }
)
SHEETS = frozenset({".xls", ".et", ".ods", ".fods", ".xlsb"})
_TABLES = frozenset({SHEET_XML, WORD_XML, DELIMITED})
"""What a file may hold that is named as one of project plans or of readings mostly is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file became: the code of the line to print, with its arguments."""

    code: str
    arguments: tuple[tuple[str, str | int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="pages .txt .pdf .docx .doc .wps .rtf .odt .mht .ofd .html .eml or scans, tables .xls .et .ods .xlsb .csv,"
        " ledgers and emission lists .xlsx, plans .json/.xlsx or project files",
    )
    parser.add_argument(
        "--as", dest="person", required=True, metavar="PERSON", help="name, sign-in name or number"
    )
    parser.add_argument("--year", type=int, metavar="Y", help="the year of the pages")
    parser.add_argument("--unit", metavar="NAME", help="lead unit of the works that plans make")
    add_data_option(parser)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Load every file in one transaction; print a line for each, or every fault and nothing."""
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from django.db import transaction

    acting, told = _acting(arguments.person, out)
    if acting is None:
        return out.diagnostics(told)
    with transaction.atomic():
        done = [_load(path, acting, arguments) for path in arguments.files]
        found = [one for loaded in done for one in loaded.diagnostics]
        if has_error(found):
            transaction.set_rollback(True)
    if has_error(found):
        return out.diagnostics(found)
    for one in done:
        out.text(out.messages.words(one.code, dict(one.arguments)))
    return out.diagnostics(found)


def _acting(name: str, out: Outlet) -> tuple[Acting | None, list[Diagnostic]]:
    """Return who acts: the person in a clerk's post if there is one, else in the widest."""
    from guatu.apps.journal.refusal import Refused
    from guatu.apps.units.queries import acting_of, people_named, posts_in_force
    from guatu.domain.kernel.acting import Role

    found = people_named(name)
    if not found:
        return None, [Diagnostic(code="units.person_unknown", arguments=(("name", name),))]
    if len(found) > 1:
        numbers = ", ".join(str(person.id) for person in found)
        several = (("name", name), ("count", len(found)), ("numbers", numbers))
        return None, [Diagnostic(code="units.person_ambiguous", arguments=several)]
    posts = posts_in_force(found[0].id, out.today)
    clerk = next((post.post_id for post in posts if post.role is Role.CLERK), None)
    try:
        return acting_of(found[0].id, at=out.now, post_id=clerk), []
    except Refused as refused:
        return None, [Diagnostic(code=refused.code, arguments=refused.arguments)]


def _load(path: Path, acting: Acting, arguments: argparse.Namespace) -> Loaded:
    """Load one file by what it is; a refusal becomes a diagnostic of the file."""
    from guatu.apps.journal.refusal import Absent, Refused

    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return _faulty(
            Diagnostic(code="file.missing", source=str(path), arguments=(("name", str(path)),))
        )
    except OSError as fault:
        detail = (("name", str(path)), ("detail", fault.strerror or str(fault)))
        return _faulty(Diagnostic(code="file.unreadable", source=str(path), arguments=detail))
    loader = _loader(path, content)
    if loader is None:
        told = (("name", path.name),)
        return _faulty(Diagnostic(code="load.kind_unknown", source=path.name, arguments=told))
    try:
        return loader(path, content, acting, arguments)
    except Refused as refused:
        found = getattr(refused, "diagnostics", ())
        whole = Diagnostic(code=refused.code, source=path.name, arguments=refused.arguments)
        return Loaded(code="load.nothing", diagnostics=(whole, *found))
    except Absent:
        return _faulty(Diagnostic(code="load.absent", source=path.name))


def _loader(
    path: Path, content: bytes
) -> Callable[[Path, bytes, Acting, argparse.Namespace], Loaded] | None:
    from guatu.adapters.intake import told_of_kind

    ending = path.suffix.lower()
    if ending in PAGES:
        return _page
    if ending in SHEETS:
        return _sheet
    if ending in {".xml", ".csv"} and told_of_kind(content, name=path.name)[0] in _TABLES:
        return _page
    if ending == ".json" or ending in PROJECT_FORMATS:
        return _plan
    if ending == ".xlsx":
        return _workbook
    if ending == ".csv":
        return _readings
    return None


def _workbook(path: Path, content: bytes, acting: Acting, arguments: argparse.Namespace) -> Loaded:
    """Load a workbook as what its headings say: a ledger, an emission list, else a plan."""
    from guatu.adapters.ledger_xlsx import is_ledger
    from guatu.adapters.sheet_xlsx import first_row
    from guatu.entry.emission_files import sheet_form

    headings = first_row(content)
    if is_ledger(headings):
        return _ledger(path, content, acting)
    if sheet_form(acting).fits(headings):
        return _emissions(path, content, acting)
    return _plan(path, content, acting, arguments)


def _sheet(path: Path, content: bytes, acting: Acting, arguments: argparse.Namespace) -> Loaded:
    """Load a workbook of an older program: the ledger's own form filled in, else a page."""
    from guatu.adapters.ledger_xlsx import is_ledger
    from guatu.adapters.sheet_xlsx import first_row

    if is_ledger(first_row(content)):
        return _ledger(path, content, acting)
    return _page(path, content, acting, arguments)


def _readings(
    path: Path, _content: bytes, _acting: Acting, _arguments: argparse.Namespace
) -> Loaded:
    told = (("name", path.name),)
    return _faulty(Diagnostic(code="load.readings_later", source=path.name, arguments=told))


def _page(path: Path, content: bytes, acting: Acting, arguments: argparse.Namespace) -> Loaded:
    from guatu.apps.sources.actions import receive_source
    from guatu.entry.incoming_files import incoming_file, read_received

    incoming, told = incoming_file(path.name, content, year=arguments.year)
    if incoming is None:
        return Loaded(code="load.nothing", diagnostics=told)
    source = receive_source(acting=acting, incoming=incoming)
    count = read_received(acting, source_id=source.pk, version=source.version)
    counted = (("name", path.name), ("id", source.pk), ("count", count))
    return Loaded(code="load.page", arguments=counted, diagnostics=told)


def _ledger(path: Path, content: bytes, acting: Acting) -> Loaded:
    from guatu.apps.matters.actions import load_drafts
    from guatu.entry.desk_tools import rulebook
    from guatu.entry.ledger_files import drafts_of_file

    found = drafts_of_file(acting, content, name=path.name)
    if has_error(found.diagnostics):
        return Loaded(code="load.nothing", diagnostics=found.diagnostics)
    made = load_drafts(acting=acting, drafts=found.drafts, rules=rulebook())
    counted = (("name", path.name), ("count", len(made)))
    return Loaded(code="load.ledger", arguments=counted, diagnostics=found.diagnostics)


def _emissions(path: Path, content: bytes, acting: Acting) -> Loaded:
    from guatu.apps.watch.list_actions import add_source
    from guatu.entry.emission_files import emissions_of_file

    found = emissions_of_file(acting, content, name=path.name)
    if has_error(found.diagnostics):
        return Loaded(code="load.nothing", diagnostics=found.diagnostics)
    for draft in found.drafts:
        add_source(acting=acting, draft=draft)
    counted = (("name", path.name), ("count", len(found.drafts)))
    return Loaded(code="load.emissions", arguments=counted, diagnostics=found.diagnostics)


def _plan(path: Path, _content: bytes, acting: Acting, arguments: argparse.Namespace) -> Loaded:
    from guatu.adapters.holidays import china_holidays
    from guatu.adapters.plan_files import read_plan_file
    from guatu.apps.units.queries import resolve_unit
    from guatu.apps.works.plan_actions import add_planned_work
    from guatu.apps.works.values import WorkDraft

    document, told = read_plan_file(path)
    if document is None or has_error(told):
        return Loaded(code="load.nothing", diagnostics=told)
    lead_id = acting.unit_id
    if arguments.unit:
        unit = resolve_unit(acting.scope, arguments.unit, day=acting.today).unit
        if unit is None:
            named = (("name", arguments.unit),)
            return _faulty(Diagnostic(code="load.unit_unknown", source=path.name, arguments=named))
        lead_id = unit.id
    stated = document if isinstance(document, dict) else {}
    code = str(stated.get("id") or path.stem)
    name = str(stated.get("name") or path.stem)
    add_planned_work(
        acting=acting,
        draft=WorkDraft(code=code, name=name, lead_id=lead_id),
        document=document,
        holidays=china_holidays(),
    )
    return Loaded(
        code="load.plan", arguments=(("name", path.name), ("work", name)), diagnostics=told
    )


def _faulty(fault: Diagnostic) -> Loaded:
    return Loaded(code="load.nothing", diagnostics=(fault,))
