"""``guatu up``: the data folder made ready, web and jobs under one parent, the address printed.

The parent loads nothing heavy: preparing, the web and the jobs are processes of their own.
"""

import argparse
import errno
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.family import Child, Family, of_guatu
from guatu.entry.cli.outlet import Outlet
from guatu.entry.cli.prepare import add_region_options

_ADDRESS_NOTE = "address"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu up``."""
    add_data_option(parser)
    add_address_options(parser)
    add_region_options(parser)


def add_address_options(parser: argparse.ArgumentParser) -> None:
    """Add where the web listens."""
    parser.add_argument("--port", type=int, default=8000, metavar="N")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="0.0.0.0 serves the whole network"
    )


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Prepare, start, watch; 0 after a clean stop, 1 where it could not start."""
    fault = port_fault(arguments.host, arguments.port)
    if fault is not None:
        return out.diagnostics([fault])
    os.umask(0o077)
    out.text(out.messages.words("up.preparing", {"folder": str(arguments.data)}))
    out.stdout.flush()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        told = _prepare(arguments)
    except KeyboardInterrupt:
        out.text(out.messages.words("up.stopped", {}))
        return 0
    if told is None:
        return 1
    return _run_family(arguments, told, out)


def port_fault(host: str, port: int) -> Diagnostic | None:
    """Return why the web cannot listen there."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            told = (("port", port), ("host", host))
            return Diagnostic(code="up.port_taken", arguments=told)
        return Diagnostic(
            code="up.host_unknown", arguments=(("host", f"{host}:{port}"), ("detail", str(error)))
        )
    return None


def web_address(host: str, port: int) -> str:
    """Return the address to open in a browser on this machine."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host  # noqa: S104  compared, not bound
    shown = f"[{shown}]" if ":" in shown else shown
    return f"http://{shown}:{port}"


def noted_address(folder: Path) -> str:
    """Return the address under which the folder was served last."""
    try:
        return (folder / _ADDRESS_NOTE).read_text(encoding="utf-8").strip()
    except OSError:
        return web_address("127.0.0.1", 8000)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Treat a request to stop like Ctrl+C; what prepares is ended with us."""
    raise KeyboardInterrupt


def _prepare(arguments: argparse.Namespace) -> dict[str, Any] | None:
    words = ["--data", str(arguments.data), "--region", arguments.region]
    words += ["--county", arguments.county, *(["--sample"] if arguments.sample else [])]
    done = subprocess.run(  # noqa: S603  our own interpreter and module
        [sys.executable, "-m", "guatu.entry.cli.prepare", *words],
        stdout=subprocess.PIPE,
        start_new_session=True,
        check=False,
    )
    if done.returncode != 0:
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _run_family(arguments: argparse.Namespace, told: dict[str, Any], out: Outlet) -> int:
    data = ["--data", str(arguments.data), "--leash"]
    address = ["--host", arguments.host, "--port", str(arguments.port)]
    family = Family(
        children=(
            Child(name="web", command=of_guatu("serve", *data, *address)),
            Child(name="jobs", command=of_guatu("work", *data)),
        ),
        out=out,
    )
    family.heed_signals()
    family.start()
    is_told = False

    def tell_once() -> None:
        nonlocal is_told
        if not is_told and web_answers(arguments.host, arguments.port):
            is_told = True
            _tell(arguments, told, out)

    status = family.watch(at_each_pulse=tell_once)
    out.text(out.messages.words("up.stopped", {}))
    return status


def web_answers(host: str, port: int) -> bool:
    """Tell whether the web accepts visitors yet."""
    shown = web_address(host, port).removeprefix("http://").rsplit(":", 1)[0].strip("[]")
    try:
        with socket.create_connection((shown, port), timeout=1):
            return True
    except OSError:
        return False


def _tell(arguments: argparse.Namespace, told: dict[str, Any], out: Outlet) -> None:
    address = web_address(arguments.host, arguments.port)
    (arguments.data / _ADDRESS_NOTE).write_text(address, encoding="utf-8")
    if "backup" in told:
        out.text(out.messages.words("up.upgraded", {"backup": told["backup"]}))
    if "skipped" in told:
        out.text(out.messages.words("up.sample_skipped", {"folder": told["skipped"]}))
    out.text(out.messages.words("up.address", {"address": f"{address}/"}))
    if "link" in told:
        out.text(out.messages.words("up.first_link", {"address": address + told["link"]}))
    if "seats" in told:
        out.text(out.messages.words("up.sample_seats", {}))
    for who, path in told.get("seats", ()):
        out.text(f"  {who}  {address}{path}")
    out.stdout.flush()
