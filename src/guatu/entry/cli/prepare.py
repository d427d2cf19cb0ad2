"""Creates, upgrades or fills a data folder, in a process of its own under ``guatu up``.

Not a command of its own: ``guatu up`` starts it, so that its parent never loads Django.
It answers with one JSON document: the path of the first sign-in link, the backup it made.
"""

import argparse
import os
import sys
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.backup import write_backup
from guatu.entry.cli.data_folder import (
    DATABASE,
    make_folder,
    note_version,
    on_server,
    version_fault,
)
from guatu.entry.cli.django_door import migrations_fault, open_door
from guatu.entry.cli.link import LINK_PATH
from guatu.entry.cli.outlet import Outlet

if TYPE_CHECKING:
    from guatu.domain.kernel.acting import Acting

_SAMPLE = "guatu.entry.cli.sample_seed"
SAMPLE_REGION, SAMPLE_COUNTY = "149921", "岚川县"


def add_region_options(parser: argparse.ArgumentParser) -> None:
    """Add what a new folder needs to know of its county."""
    parser.add_argument("--sample", action="store_true", help="fill a new folder with a county")
    parser.add_argument(
        "--region", default="000000", metavar="CODE", help="code of a new folder's region"
    )
    parser.add_argument("--county", default="本县", metavar="NAME", help="name of its county")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options that ``guatu up`` passes on."""
    parser.add_argument("--data", type=Path, required=True)
    add_region_options(parser)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Make the folder ready; exit 1 with a diagnostic where it must be left alone."""
    folder: Path = arguments.data
    fault = version_fault(folder) or make_folder(folder)
    if fault is not None:
        return out.diagnostics([fault])
    open_door(folder)
    state = migrations_fault(folder)
    if state is not None and state.code == "data.newer":
        return out.diagnostics([state])
    backup = upgrade(folder, at=out.now) if state is not None else ""
    note_version(folder)
    told: dict[str, Any] = {"backup": backup} if backup else {}
    if arguments.sample and not _may_fill():
        told["skipped"] = str(folder)
    elif _may_fill():
        missing, seats = _fill(arguments, out)
        if missing is not None:
            return out.diagnostics([missing])
        if seats:
            told["seats"] = [[who, LINK_PATH.format(secret=secret)] for who, secret in seats]
    link = first_link(at=out.now)
    if link:
        told["link"] = link
    out.json(told)
    return 0


def upgrade(folder: Path, *, at: datetime) -> str:
    """Bring the tables up to this program; return the backup written before, empty if none."""
    from django.core.management import call_command

    backup = ""
    if not on_server() and _has_tables(folder):
        shelf = folder / "backups"
        shelf.mkdir(exist_ok=True, mode=0o700)
        path = shelf / f"before-upgrade-{at:%Y%m%d-%H%M%S}.zip"
        write_backup(folder, path, at=at)
        backup = str(path)
    call_command("migrate", verbosity=0, interactive=False)
    return backup


def first_link(*, at: datetime) -> str:
    """Return the path of a sign-in link while nobody has signed in yet, else nothing."""
    from guatu.apps.units.access import first_administrator, make_sign_in_link

    acting = first_administrator(at=at)
    if acting is None:
        return ""
    secret = make_sign_in_link(acting=acting, person_id=acting.person_id)
    return LINK_PATH.format(secret=secret)


def _has_tables(folder: Path) -> bool:
    from django.db import connection

    return (folder / DATABASE).is_file() and bool(connection.introspection.table_names())


def _may_fill() -> bool:
    from guatu.apps.units.queries import has_people

    return not has_people()


def _fill(
    arguments: argparse.Namespace, out: Outlet
) -> tuple[Diagnostic | None, tuple[tuple[str, str], ...]]:
    """Open the region and, if asked, fill it with the sample: all of it or nothing.

    Returns a fault, or the sample's seats with the secrets of their sign-in links.
    """
    seats: tuple[tuple[str, str], ...] = ()
    from django.db import transaction

    if arguments.sample and find_spec(_SAMPLE) is None:
        return Diagnostic(code="up.sample_missing"), seats
    with transaction.atomic():
        acting = _open(arguments, at=out.now)
        if arguments.sample:
            seats = import_module(_SAMPLE).seed(acting)
    return None, seats


def _open(arguments: argparse.Namespace, *, at: datetime) -> "Acting":
    from guatu.apps.units.access import open_region

    sample = (SAMPLE_REGION, SAMPLE_COUNTY)
    region, county = sample if arguments.sample else (arguments.region, arguments.county)
    return open_region(
        region=region, county_name=county, administrator_name="管理员", username="admin", at=at
    )


if __name__ == "__main__":
    parsed = argparse.ArgumentParser()
    configure(parsed)
    spoken = "en" if os.environ.get("GUATU_LANG", "zh").startswith("en") else "zh"
    sys.exit(run(parsed.parse_args(), Outlet(language=spoken)))
