"""The one place where a command loads Django for a data folder."""

import argparse
import os
from pathlib import Path

from guatu import __version__
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import data_fault


def open_door(folder: Path) -> None:
    """Load Django with its settings worked out from the folder."""
    os.environ["GUATU_DATA"] = str(folder.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guatu.conf.settings")
    import django

    django.setup()


def open_data(arguments: argparse.Namespace) -> Diagnostic | None:
    """Load Django for ``--data``; return why the data cannot be used by this program."""
    folder: Path = arguments.data
    fault = data_fault(folder)
    if fault is not None:
        return fault
    open_door(folder)
    return migrations_fault(folder)


def migrations_fault(folder: Path) -> Diagnostic | None:
    """Return whether the tables are newer or older than this program."""
    unknown, pending = compare_migrations()
    if unknown:
        told = (("folder", str(folder)), ("program", ", ".join(unknown)), ("own", __version__))
        return Diagnostic(code="data.newer", arguments=told)
    if pending:
        return Diagnostic(code="data.older", arguments=(("folder", str(folder)),))
    return None


def compare_migrations() -> tuple[list[str], list[str]]:
    """Return the migrations that only the tables know, and those that only this program knows."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    known, applied = set(loader.disk_migrations), set(loader.applied_migrations)
    return (
        [".".join(one) for one in sorted(applied - known)],
        [".".join(one) for one in sorted(known - applied)],
    )
