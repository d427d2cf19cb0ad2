"""The wall of the ledger for ``guatu wall --data``: the only part of the command that loads Django."""

import argparse
from dataclasses import replace
from datetime import datetime, time

from guatu.adapters.packs import load_messages
from guatu.domain.drawing.wall_values import WallSheet
from guatu.domain.kernel.acting import Scope
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.django_door import open_data
from guatu.entry.cli.outlet import OFFICE_ZONE, Outlet


def sheet_of(arguments: argparse.Namespace, out: Outlet) -> WallSheet | None:
    """Return the wall of all works in the data folder, or None after telling why there is none."""
    fault = open_data(arguments)
    if fault is not None:
        out.diagnostics([fault])
        return None
    from guatu.apps.journal.queries import head_hash
    from guatu.apps.places.queries import boundaries, places
    from guatu.apps.reports.queries import planned_works
    from guatu.apps.reports.wall import WallHeading, sheet_of_works
    from guatu.apps.units.queries import county_name
    from guatu.apps.works.queries import regions_with_works
    from guatu.entry.report_grounds import grounds

    scopes = [Scope(region=region) for region in regions_with_works()]
    if not scopes:
        told = (("folder", str(arguments.data)),)
        out.diagnostics([Diagnostic(code="works.none_in_ledger", arguments=told)])
        return None
    today = arguments.today or out.today
    at = out.now if today == out.today else datetime.combine(today, time(), OFFICE_ZONE)
    language = arguments.lang or out.language
    used = replace(grounds(), language=language)
    return sheet_of_works(
        [one for scope in scopes for one in planned_works(scope, at=at, today=today, grounds=used)],
        [one for scope in scopes for one in places(scope)],
        [one for scope in scopes for one in boundaries(scope)],
        at=at,
        today=today,
        messages=load_messages(language),
        heading=WallHeading(
            county=arguments.county or "、".join(county_name(scope) for scope in scopes),
            journal_head=head_hash(),
        ),
    )
