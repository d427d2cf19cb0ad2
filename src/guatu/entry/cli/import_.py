"""``guatu import``: an export into an empty data folder, proved before anything stays."""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.archive import Archive, read_archive
from guatu.entry.cli.data_folder import (
    FILES,
    add_data_option,
    emptiness_fault,
    make_folder,
    note_version,
    on_server,
)
from guatu.entry.cli.django_door import open_door
from guatu.entry.cli.export import KIND
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu import``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    add_data_option(parser)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Prove the archive, take it in, prove what was taken in; else leave nothing behind."""
    folder: Path = arguments.data
    fault = emptiness_fault(folder)
    if fault is not None:
        return out.diagnostics([fault])
    archive, faults = read_archive(arguments.file, KIND)
    if archive is None:
        return out.diagnostics(faults)
    existed = folder.exists()
    fault = make_folder(folder)
    if fault is not None:
        return out.diagnostics([fault])
    rows = _take_in(folder, archive)
    if isinstance(rows, Diagnostic):
        _leave_nothing(folder, existed=existed)
        return out.diagnostics([rows])
    note_version(folder)
    told: dict[str, str | int] = {
        "folder": str(folder),
        "rows": rows,
        "files": len(archive.names(FILES)),
        "head": archive.head,
    }
    out.text(out.messages.words("import.done", told))
    return 0


def _take_in(folder: Path, archive: Archive) -> int | Diagnostic:
    open_door(folder)
    from django.core.management import call_command
    from django.db import IntegrityError, transaction

    from guatu.apps.journal.transfer import NotARow
    from guatu.apps.units.queries import has_people

    call_command("migrate", verbosity=0, interactive=False)
    if has_people():
        return Diagnostic(code="data.not_empty", arguments=(("folder", str(folder)),))
    for name in archive.names(FILES):
        archive.extract(name, folder / name)
    try:
        with transaction.atomic():
            count = _take_rows(archive)
            _require_whole(archive)
    except (NotARow, IntegrityError, ValueError):
        return Diagnostic(code="import.not_whole", arguments=(("name", archive.path.name),))
    return count


def _take_rows(archive: Archive) -> int:
    from guatu.apps.journal.transfer import continue_numbering, take_in

    count = 0
    for name in archive.names("rows"):
        label = name.removeprefix("rows/").removesuffix(".jsonl")
        count += take_in(label, _lines(archive, name))
    continue_numbering()
    return count


def _lines(archive: Archive, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(name) as source:
        for line in source:
            yield json.loads(line)


def _require_whole(archive: Archive) -> None:
    """Prove the chain up to the manifest's head, every row and every file; raise NotARow."""
    from guatu.apps.journal.comparison import compare_rows
    from guatu.apps.journal.files import verify_files
    from guatu.apps.journal.proof import prove_chain
    from guatu.apps.journal.transfer import NotARow

    proof = prove_chain()
    sound = proof.holds and (proof.entries, proof.head) == (archive.entries, archive.head)
    if not sound or any(compare_rows()) or any(verify_files()):
        raise NotARow(archive.head)


def _leave_nothing(folder: Path, *, existed: bool) -> None:
    """Empty the folder that was empty before; on a server the transaction did it."""
    if not on_server():
        from django.db import connection

        connection.close()
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink()
    if not existed:
        folder.rmdir()
