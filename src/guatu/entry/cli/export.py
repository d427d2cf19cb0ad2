"""``guatu export``: everything in open formats, JSON Lines and files, or the ledgers as a workbook."""

import argparse
import json
from pathlib import Path
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.archive import new_archive
from guatu.entry.cli.data_folder import FILES, add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import Outlet

KIND = "export"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu export``."""
    add_data_option(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.{zip,xlsx}")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Write the export; its ending decides what it is."""
    output: Path = arguments.output
    if output.suffix.lower() not in {".zip", ".xlsx"}:
        told = (("name", str(output)),)
        return out.diagnostics([Diagnostic(code="export.ending_unknown", arguments=told)])
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from guatu.apps.journal.snapshot import unmoving_view

    try:
        with unmoving_view():
            if output.suffix.lower() == ".zip":
                done = write_zip(output, made_at=out.now.isoformat(timespec="seconds"))
            else:
                done = write_workbook(output)
    except OSError as error:
        why = (("name", str(output)), ("detail", error.strerror or str(error)))
        return out.diagnostics([Diagnostic(code="file.unreadable", arguments=why)])
    out.text(out.messages.words("export.made", {"name": str(output), **done}))
    return 0


def write_zip(output: Path, *, made_at: str) -> dict[str, str | int]:
    """Write every row as JSON Lines, one file a table, with the stored files and the head."""
    from guatu.apps.journal.files import stored_files
    from guatu.apps.journal.queries import chain_head
    from guatu.apps.journal.transfer import exported_labels, exported_rows

    number, head = chain_head()
    rows = files = 0
    with new_archive(output, KIND) as archive:
        for label in exported_labels():
            with archive.member(f"rows/{label}.jsonl") as write:
                for image in exported_rows(label):
                    write((json.dumps(image, ensure_ascii=False) + "\n").encode())
                    rows += 1
        for path in stored_files():
            archive.add_file(f"{FILES}/{path.parent.name}/{path.name}", path)
            files += 1
        archive.finish(number=number, head=head, made_at=made_at)
    return {"rows": rows, "files": files, "head": head}


def write_workbook(output: Path) -> dict[str, str | int]:
    """Write every recorded table as a sheet, with a first sheet that tells the head."""
    import xlsxwriter

    from guatu.apps.journal.comparison import recorded_models
    from guatu.apps.journal.queries import chain_head
    from guatu.apps.journal.transfer import exported_rows

    number, head = chain_head()
    rows = 0
    beside = output.with_name(output.name + ".part")
    # Words that begin with = or @ stay words: nothing in a cell may run.
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with xlsxwriter.Workbook(str(beside), plain) as book:
        heading = book.add_format({"bold": True, "bg_color": "#E8EDF3", "border": 1})
        first = book.add_worksheet("guatu")
        first.write_row(0, 0, ["entries", number])
        first.write_row(1, 0, ["head", head])
        for model in recorded_models():
            sheet = book.add_worksheet(model._meta.label_lower[:31])  # noqa: SLF001  Django's documented interface
            sheet.freeze_panes(1, 1)
            columns = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001  the same
            sheet.write_row(0, 0, columns, heading)
            for line, image in enumerate(exported_rows(model._meta.label_lower), start=1):  # noqa: SLF001  the same
                sheet.write_row(line, 0, [_cell(image[column]) for column in columns])
                rows += 1
    beside.replace(output)
    return {"rows": rows, "files": 0, "head": head}


def _cell(value: Any) -> str | int | float | bool | None:
    """Return what a cell can hold; lists and objects as JSON, cut to what a cell may hold."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**15:
        return str(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text[:32767]
