"""What settings need to know of the data folder: its secret and its database."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

DATABASE_NAME = "guatu.sqlite3"
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA cache_size=-16384;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA foreign_keys=ON;"
)


def secret_of(folder: Path) -> str:
    """Return the folder's own signing key, made on first use and readable by its owner only.

    Before a folder exists (``guatu --help``, building static files) a passing key serves.
    """
    path = folder / "secret"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(48)
    if not folder.is_dir():
        return key
    beside = folder / f"secret.{os.getpid()}.part"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    try:
        # Two processes may start at once on a new folder: the first key stays.
        os.link(beside, path)
    except FileExistsError:
        pass
    except OSError:
        # A file system without hard links (a USB stick).
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()


def database_of(folder: Path, address: str | None) -> dict[str, Any]:
    """Return Django's description of the database: PostgreSQL by address, else embedded SQLite."""
    if address:
        parts = urlsplit(address)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "ATOMIC_REQUESTS": False,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / DATABASE_NAME),
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": _SQLITE_PRAGMAS,
        },
    }
