"""The data folder as commands see it: is it there, is it ours, which version wrote it. No Django."""

import argparse
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from guatu import __version__
from guatu.domain.kernel.diagnostic import Diagnostic

# Goes up by one when an older program would damage what a newer one wrote.
FORMAT = 1
DATABASE = "guatu.sqlite3"
FILES = "files"
_VERSION_FILE = "guatu.json"


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--data DIR``; without it GUATU_DATA, else ``data`` here."""
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("GUATU_DATA", "data")),
        metavar="DIR",
        help="the data folder (default: GUATU_DATA, else ./data)",
    )


def make_folder(folder: Path) -> Diagnostic | None:
    """Make the folder for its owner alone and note the version; return why it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / FILES).mkdir(exist_ok=True, mode=0o700)
    except OSError as fault:
        return _fault("data.unusable", folder, detail=fault.strerror or str(fault))
    return None


def note_version(folder: Path) -> None:
    """Write which program and format the folder has from now on, whole or not at all."""
    beside = folder / f"{_VERSION_FILE}.part"
    beside.write_text(json.dumps({"format": FORMAT, "program": __version__}), encoding="ascii")
    beside.replace(folder / _VERSION_FILE)


def version_fault(folder: Path) -> Diagnostic | None:
    """Return why the folder must be left alone: a newer program wrote it."""
    try:
        noted = json.loads((folder / _VERSION_FILE).read_text(encoding="ascii"))
        newer = int(noted["format"]) > FORMAT
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as fault:
        return _fault("data.unusable", folder, detail=f"{_VERSION_FILE}: {fault}")
    if newer:
        return _fault("data.newer", folder, program=str(noted.get("program")), own=__version__)
    return None


def data_fault(folder: Path) -> Diagnostic | None:
    """Return why a command that reads data cannot: none here, or written by a newer program."""
    if not on_server() and not (folder / DATABASE).is_file():
        return _fault("data.missing", folder)
    return version_fault(folder)


def emptiness_fault(folder: Path) -> Diagnostic | None:
    """Return why a restore or an import must not write here: something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _fault("data.not_empty", folder)
    return None


def on_server() -> bool:
    """Tell whether the database is on a server and not in the folder."""
    return bool(os.environ.get("GUATU_DATABASE"))


def stored_head(database: Path) -> tuple[int, str]:
    """Return number and hash of the chain's head as an SQLite file holds it."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        row = connection.execute("SELECT number, hash FROM journal_chainhead").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "0" * 64)


def _fault(code: str, folder: Path, **arguments: str) -> Diagnostic:
    return Diagnostic(code=code, arguments=(("folder", str(folder)), *arguments.items()))
