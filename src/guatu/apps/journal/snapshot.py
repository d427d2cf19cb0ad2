"""One unmoving view of the database for long reads, without holding writers up."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def unmoving_view() -> Iterator[None]:
    """Let everything read inside see one state; joins a transaction that is already open.

    SQLite: Django would begin IMMEDIATE and shut writers out, so a deferred transaction is
    begun by hand. PostgreSQL: repeatable read.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
