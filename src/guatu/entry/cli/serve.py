"""``guatu serve``: the web alone, for servers that run several processes apart."""

import argparse
import os
import signal
import sys
from types import FrameType

from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.family import hold_leash
from guatu.entry.cli.outlet import Outlet
from guatu.entry.cli.up import add_address_options, port_fault


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu serve``."""
    add_data_option(parser)
    add_address_options(parser)
    parser.add_argument("--threads", type=int, default=8, metavar="N")
    parser.add_argument("--leash", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Serve until told to stop; 1 where the port is taken or the data cannot be used."""
    fault = open_data(arguments) or port_fault(arguments.host, arguments.port)
    if fault is not None:
        return out.diagnostics([fault])
    import waitress
    from django.core.wsgi import get_wsgi_application
    from django.urls import get_resolver

    application = get_wsgi_application()
    # Load every page before listening, so that the first visitor does not wait for it.
    _ = get_resolver().url_patterns
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    if arguments.leash:
        hold_leash()
    waitress.serve(
        application,
        host=arguments.host,
        port=arguments.port,
        threads=arguments.threads,
        ident="guatu",
        # Behind a proxy that speaks HTTPS, addresses and origins are HTTPS ones.
        url_scheme="https" if os.environ.get("GUATU_HTTPS") == "1" else "http",
        max_request_body_size=80 * 1024 * 1024,
        _quiet=True,
    )
    return 0


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Leave waitress's loop; it lets running requests finish."""
    sys.exit(0)
