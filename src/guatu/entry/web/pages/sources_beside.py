"""Two sources that tell of one meeting, requirement beside requirement."""

from django.http import HttpResponse
from django.shortcuts import render

from guatu.apps.sources import queries
from guatu.apps.sources.printings import printed_of
from guatu.domain.reading.comparison import compare_printings
from guatu.entry.roles import WHOLE_REGION
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.routing import page


def beside(request: OfficeRequest, source_id: int, other_id: int) -> HttpResponse:
    """Show what both print, what differs, and what only one of them prints."""
    scope = request.acting.scope
    first, second = queries.desk(scope, other_id), queries.desk(scope, source_id)
    pairs = compare_printings(printed_of(first.proposals), printed_of(second.proposals))
    found = {str(one.id): one for source in (first, second) for one in source.proposals}
    rows = [
        (
            found[pair.first.id] if pair.first else None,
            found[pair.second.id] if pair.second else None,
            [one.value for one in pair.differences],
        )
        for pair in pairs
    ]
    counts = {
        "same": sum(1 for one, other, told in rows if one and other and not told),
        "changed": sum(1 for one, other, told in rows if one and other and told),
        "new": sum(1 for one, other, _told in rows if other and not one),
        "gone": sum(1 for one, other, _told in rows if one and not other),
    }
    context = {"first": first, "second": second, "rows": rows, "counts": counts}
    return render(request, "sources/beside.html", context)


routes = [
    page(
        "sources/<int:source_id>/beside/<int:other_id>/",
        beside,
        name="source-beside",
        roles=WHOLE_REGION,
    ),
]
