"""``guatu wall``: hangs plans as a wall sheet in SVG, PDF or PNG."""

import argparse
import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_messages, load_shelf
from guatu.adapters.plan_files import plan_of_file
from guatu.adapters.typesetting import TypstTypesetter, drawings_job
from guatu.domain.drawing.shapes import Drawing
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_paper import Paper, draw_wall
from guatu.domain.drawing.wall_rows import WorkOnWall, months_around, stops_on_wall, wall_rows
from guatu.domain.drawing.wall_values import WallSheet, sealed, wall_light
from guatu.domain.following.work_light import work_light
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.planning import Plan, Schedule, named_in, planning_rules, schedule
from guatu.entry.cli.outlet import OFFICE_ZONE, Outlet

ENDINGS = (".svg", ".pdf", ".png")
# An A0 sheet at this density is 4,681 by 3,311 pixels: sharp on a screen, 3 MB.
PIXELS_PER_INCH = 100.0


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guatu wall``."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="plan files")
    parser.add_argument(
        "-o", "--output", required=True, type=_output, metavar="OUT", help="OUT.svg, .pdf or .png"
    )
    parser.add_argument("--paper", type=Paper, choices=list(Paper), default=Paper.A0)
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the sheet")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="today's line")
    parser.add_argument("--county", default="", help="the name in the sheet's title")
    parser.add_argument("--data", type=Path, metavar="DIR", help="take the works of the ledger")
    parser.set_defaults(usage=parser.error)


def _output(words: str) -> Path:
    path = Path(words)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"{words} must end in .svg, .pdf or .png")
    return path


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Draw the wall of the files or of the ledger; 1 where a plan is faulty, nothing written."""
    if (arguments.data is None) == (not arguments.files):
        arguments.usage("name plan files, or a data folder with --data, and not both")
    messages = load_messages(arguments.lang or out.language)
    if arguments.data is not None:
        from guatu.entry.cli import ledger_wall

        sheet: WallSheet | None = ledger_wall.sheet_of(arguments, out)
        diagnostics: Sequence[Diagnostic] = ()
    else:
        sheet, diagnostics = _sheet_of_files(arguments, out)
    code = out.diagnostics(diagnostics)
    if sheet is None or code:
        return code or 1
    drawings = draw_wall(sheet, arguments.paper, messages)
    try:
        written = write_drawings(drawings, arguments.output)
    except OSError as fault:
        words = (("name", str(arguments.output)), ("detail", str(fault.strerror)))
        return out.diagnostics((Diagnostic(code="drawing.unwritable", arguments=words),))
    for path in written:
        out.text(str(path))
    return 0


def _sheet_of_files(
    arguments: argparse.Namespace, out: Outlet
) -> tuple[WallSheet | None, tuple[Diagnostic, ...]]:
    plans: list[tuple[Path, Plan]] = []
    diagnostics: list[Diagnostic] = []
    for path in arguments.files:
        plan, told = plan_of_file(path, china_holidays)
        diagnostics.extend(told)
        if plan is not None:
            plans.append((path, named_in(plan, arguments.lang or out.language)))
    known = [plan.data_date for _, plan in plans if plan.data_date is not None]
    today = arguments.today or max(known, default=out.today)
    rules = planning_rules(load_shelf().choose("planning", on=today))
    schedules: list[Schedule] = []
    for path, plan in plans:
        dated, told = schedule(plan, today=today, rules=rules)
        diagnostics.extend(replace(one, source=path.name) for one in told)
        if dated is not None:
            schedules.append(dated)
    if has_error(diagnostics):
        return None, tuple(diagnostics)
    moment = out.now if today == out.today else datetime.combine(today, time(0), OFFICE_ZONE)
    return _sheet(schedules, arguments.county, moment, today), tuple(diagnostics)


def _sheet(schedules: Sequence[Schedule], county: str, moment: datetime, today: date) -> WallSheet:
    lights = load_shelf().choose("project_lights", on=today)
    works = tuple(
        WorkOnWall(
            code=one.plan.id,
            name=one.plan.name or one.plan.id,
            schedule=one,
            light=wall_light(work_light(one.outlook, lights), arithmetic=one.plan.id),
        )
        for one in schedules
    )
    rows = wall_rows(works, today=today)
    first, end = months_around(rows, today=today)
    return sealed(
        WallSheet(
            county=county, data_time=moment, today=today, first=first, end=end,
            rows=rows, stops=stops_on_wall(rows),
        )
    )  # fmt: skip


def write_drawings(drawings: Sequence[Drawing], output: Path) -> tuple[Path, ...]:
    """Write the sheets beside one another and return their paths.

    A PDF holds all sheets; SVG and PNG hold one each, several as OUT-1.svg, OUT-2.svg.
    Every file is whole or absent: it is written under another name and then renamed.
    """
    ending = output.suffix.lower()
    if ending == ".pdf":
        contents: tuple[bytes, ...] = (TypstTypesetter().pdf(drawings_job(drawings)),)
    elif ending == ".png":
        job = drawings_job(drawings)
        contents = TypstTypesetter().png_pages(job, pixels_per_inch=PIXELS_PER_INCH)
    else:
        contents = tuple(to_svg(one, for_screen=True).encode() for one in drawings)
    if len(contents) == 1:
        paths: tuple[Path, ...] = (output,)
    else:
        places = range(1, len(contents) + 1)
        paths = tuple(output.with_name(f"{output.stem}-{at}{output.suffix}") for at in places)
    for path, content in zip(paths, contents, strict=True):
        _write_whole(path, content)
    return paths


def _write_whole(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes files for the owner only; what hangs on a wall may be read.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
