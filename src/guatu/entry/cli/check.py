"""``guatu check``: proves the chain, every row, every file, and the database itself."""

import argparse
from collections.abc import Iterator
from itertools import chain

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu check``."""
    add_data_option(parser)
    parser.add_argument(
        "--head", metavar="HASH", help="the head of the chain as printed on a sheet or a backup"
    )


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Prove everything at one moment; tell each finding, or that all is sound."""
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from django.db import DatabaseError

    try:
        return _prove(arguments.head, out)
    except DatabaseError as error:
        damaged = Diagnostic(
            code="check.database_damaged", arguments=(("detail", str(error)),), source="database"
        )
        return out.diagnostics([damaged])


def _prove(head: str | None, out: Outlet) -> int:
    from guatu.apps.journal.comparison import compare_rows, count_rows
    from guatu.apps.journal.files import stored_files, verify_files
    from guatu.apps.journal.proof import prove_chain
    from guatu.apps.journal.snapshot import unmoving_view

    count = 0
    with unmoving_view():
        for finding in database_findings():
            count += out.diagnostics([finding])
        proof = prove_chain(head)
        for finding in chain(proof.findings, compare_rows(), verify_files()):
            count += out.diagnostics([finding])
        rows, files = count_rows(), sum(1 for _ in stored_files())
    if count:
        out.stderr.write(out.messages.words("check.broken", {"count": count}) + "\n")
        return 1
    told: dict[str, str | int] = {
        "entries": proof.entries,
        "head": proof.head,
        "rows": rows,
        "files": files,
    }
    out.text(out.messages.words("check.sound", told))
    return 0


def database_findings() -> Iterator[Diagnostic]:
    """Yield what SQLite's own checks find; a server keeps its own house."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        for (answer,) in cursor.fetchall():
            if answer != "ok":
                yield Diagnostic(
                    code="check.database_damaged",
                    arguments=(("detail", str(answer)),),
                    source="database",
                )
        cursor.execute("PRAGMA foreign_key_check")
        for table, row_id, target, _ in cursor.fetchall():
            yield Diagnostic(
                code="check.reference_broken",
                arguments=(("table", table), ("id", row_id or 0), ("target", target)),
                source="database",
            )
