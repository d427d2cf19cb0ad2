"""A PostgreSQL server of the tests' own: Debian's, in a passing folder, as the system's user."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def server_programs() -> Path | None:
    """Return the folder with ``initdb`` and ``pg_ctl``, the newest first; None without a server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if found:
        return found[0].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """Start a new cluster and yield the address of its first database; end it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="guatu-postgresql-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    as_owner = _owner(folder)
    cluster = folder / "cluster"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _run(
        [
            *(*as_owner, programs / "initdb", "-D", cluster),
            *("-U", "guatu", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"),
        ]
    )
    control = [*as_owner, programs / "pg_ctl", "-D", cluster, "-w"]
    _run([*control, "-o", options, "-l", folder / "log", "start"])
    try:
        yield f"postgresql://guatu@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _owner(folder: Path) -> list[str]:
    """Return the prefix that leaves root's rights, which PostgreSQL refuses to run with."""
    if os.getuid() != 0:
        return []
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["runuser", "-u", "postgres", "--"]


def _run(words: list) -> None:
    # Output to a file: the server inherits a pipe and would keep it open for ever.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [str(word) for word in words], stdout=said, stderr=said, check=False, cwd="/"
        )
        said.seek(0)
        assert done.returncode == 0, said.read()
