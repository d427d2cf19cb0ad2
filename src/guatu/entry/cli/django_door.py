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
    if unknown_migrations():
        told = (("folder", str(folder)), ("program", "?"), ("own", __version__))
        return Diagnostic(code="data.newer", arguments=told)
    if has_pending_migrations():
        return Diagnostic(code="data.older", arguments=(("folder", str(folder)),))
    return None


def unknown_migrations() -> list[tuple[str, str]]:
    """Return the migrations that were applied to the tables but that this program has not."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    known = MigrationLoader(None).disk_migrations
    return sorted(set(MigrationRecorder(connection).applied_migrations()) - set(known))


def has_pending_migrations() -> bool:
    """Tell whether this program has migrations that the tables lack."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
