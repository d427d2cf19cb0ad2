"""``guatu link``: a new one-time sign-in link for a person, by whoever runs the machine."""

import argparse

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import add_data_option
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import Outlet

# The page's address, written out: asking Django for it would load every page.
LINK_PATH = "/sign-in/link/{secret}/"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``guatu link``."""
    parser.add_argument("person", metavar="PERSON", help="name, sign-in name or number")
    add_data_option(parser)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Print the link; an account is opened for a person who has none."""
    fault = open_data(arguments)
    if fault is not None:
        return out.diagnostics([fault])
    from guatu.apps.journal.refusal import Refused
    from guatu.apps.units.queries import people_named

    found = people_named(arguments.person)
    if not found:
        told = (("name", arguments.person),)
        return out.diagnostics([Diagnostic(code="units.person_unknown", arguments=told)])
    if len(found) > 1:
        numbers = ", ".join(str(person.id) for person in found)
        several = (("name", arguments.person), ("count", len(found)), ("numbers", numbers))
        return out.diagnostics([Diagnostic(code="units.person_ambiguous", arguments=several)])
    person = found[0]
    try:
        path = _link_of(person.id, person.region, person.username, person.name, out)
    except Refused as refused:
        return out.diagnostics([Diagnostic(code=refused.code, arguments=refused.arguments)])
    from guatu.entry.cli.up import noted_address

    address = noted_address(arguments.data) + path
    out.text(out.messages.words("link.made", {"person": person.name, "address": address}))
    return 0


def _link_of(person_id: int, region: str, username: str | None, name: str, out: Outlet) -> str:
    from django.db import transaction

    from guatu.apps.units.access import make_sign_in_link, open_account, operator_of
    from guatu.apps.units.queries import people_named

    acting = operator_of(region, at=out.now)
    with transaction.atomic():
        if username is None:
            free = not any(one.username == name for one in people_named(name))
            open_account(
                acting=acting, person_id=person_id, username=name if free else f"{name}{person_id}"
            )
        secret = make_sign_in_link(acting=acting, person_id=person_id)
    return LINK_PATH.format(secret=secret)
