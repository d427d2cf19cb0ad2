"""``guatu work``: the job process alone, for servers that run several processes apart."""

import argparse
import signal
import threading
from types import FrameType

from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.family import hold_leash
from guatu.entry.cli.outlet import Outlet


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu work``."""
    add_data_option(parser)
    parser.add_argument("--once", action="store_true", help="do what waits, then end")
    parser.add_argument("--leash", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Do jobs until told to stop; a job in hand is finished first."""
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from guatu.entry.tasks.worker import work_off, work_on

    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if arguments.leash:
        hold_leash()
    if arguments.once:
        work_off(stopping)
    else:
        work_on(stopping)
    return 0
