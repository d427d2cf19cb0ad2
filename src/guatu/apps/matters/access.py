"""Which matters a scope reaches; outside of it a matter looks absent."""

from django.db.models import Q, QuerySet

from guatu.apps.matters.models import CoUnit, Matter
from guatu.domain.kernel.acting import Scope


def matters_in(scope: Scope) -> QuerySet[Matter]:
    """Return the matters in sight.

    A liaison's scope reaches the matters that the own unit leads or takes part in, from
    their first issue on: drafts are the supervision office's business.
    """
    rows = Matter.objects.filter(region=scope.region)
    if scope.unit_ids is None:
        return rows
    shared = CoUnit.objects.filter(unit__in=scope.unit_ids).values("matter")
    own = Q(lead__in=scope.unit_ids) | Q(pk__in=shared)
    return rows.filter(own, issued_on__isnull=False)
