"""``guatu restore``: a proved backup into an empty data folder."""

import argparse
import sqlite3
from contextlib import closing
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.archive import Archive, read_archive
from guatu.entry.cli.backup import KIND
from guatu.entry.cli.data_folder import (
    DATABASE,
    FILES,
    add_data_option,
    emptiness_fault,
    make_folder,
    note_version,
    on_server,
    stored_head,
)
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu restore``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    add_data_option(parser)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Prove the archive whole, then write it into the empty folder."""
    folder: Path = arguments.data
    if on_server():
        return out.diagnostics([Diagnostic(code="data.on_server")])
    fault = emptiness_fault(folder)
    if fault is not None:
        return out.diagnostics([fault])
    archive, faults = read_archive(arguments.file, KIND)
    if archive is None:
        return out.diagnostics(faults)
    fault = make_folder(folder) or _fill(folder, archive)
    if fault is not None:
        return out.diagnostics([fault])
    told: dict[str, str | int] = {
        "folder": str(folder),
        "entries": archive.entries,
        "head": archive.head,
        "files": len(archive.names(FILES)),
    }
    out.text(out.messages.words("restore.done", told))
    return 0


def _fill(folder: Path, archive: Archive) -> Diagnostic | None:
    """Write files first and the database last, under its own name only once it is sound."""
    for name in archive.names(FILES):
        archive.extract(name, folder / name)
    beside = folder / f"{DATABASE}.part"
    archive.extract(DATABASE, beside)
    if not _is_sound(beside, archive):
        beside.unlink()
        told = (("name", archive.path.name), ("member", DATABASE))
        return Diagnostic(code="archive.altered", arguments=told)
    beside.replace(folder / DATABASE)
    note_version(folder)
    return None


def _is_sound(database: Path, archive: Archive) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
        return answer == "ok" and stored_head(database) == (archive.entries, archive.head)
    except sqlite3.Error:
        return False
