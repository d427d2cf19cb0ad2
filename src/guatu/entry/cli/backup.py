"""``guatu backup``: database, files and the head of the chain in one archive, while it runs."""

import argparse
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.archive import new_archive
from guatu.entry.cli.data_folder import (
    DATABASE,
    FILES,
    add_data_option,
    data_fault,
    on_server,
    stored_head,
)
from guatu.entry.cli.outlet import Outlet

KIND = "backup"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu backup``."""
    add_data_option(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Write the backup and tell its head."""
    if on_server():
        return out.diagnostics([Diagnostic(code="data.on_server")])
    fault = data_fault(arguments.data)
    if fault is not None:
        return out.diagnostics([fault])
    try:
        told = write_backup(arguments.data, arguments.output, at=out.now)
    except (OSError, sqlite3.Error) as error:
        told_name = (("name", str(arguments.output)), ("detail", str(error)))
        return out.diagnostics([Diagnostic(code="file.unreadable", arguments=told_name)])
    out.text(out.messages.words("backup.made", {"name": str(arguments.output), **told}))
    return 0


def write_backup(folder: Path, output: Path, *, at: datetime) -> dict[str, str | int]:
    """Write an archive of the folder; return what it holds.

    The database is copied first, by SQLite's own backup call, which neither sees half a
    transaction nor holds writers up. A file is in the store before its row commits, so every
    file that the copied rows name is there to be copied after.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="backup-") as passing:
        copy = Path(passing) / DATABASE
        copy_database(folder / DATABASE, copy)
        number, head = stored_head(copy)
        with new_archive(output, KIND) as archive:
            archive.add_file(DATABASE, copy)
            count = 0
            for path in sorted((folder / FILES).glob("??/*")):
                if path.is_file() and path.suffix != ".part":
                    archive.add_file(f"{FILES}/{path.parent.name}/{path.name}", path)
                    count += 1
            archive.finish(number=number, head=head, made_at=at.isoformat(timespec="seconds"))
    return {"entries": number, "head": head, "files": count}


def copy_database(source: Path, target: Path) -> None:
    """Copy a live SQLite database into one closed file."""
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
