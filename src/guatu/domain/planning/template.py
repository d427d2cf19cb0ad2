"""A plan document from a work template: the usual network of a kind of work."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def template_plan(
    pack_body: Mapping[str, Any],
    *,
    id: str,  # noqa: A002 the plan file's own word
    name: str,
    target: date | None = None,
    start: date | None = None,
) -> dict[str, Any]:
    """Return the plan document of a template for one work, to be read by ``read_plan``.

    Durations are planning priors, not quotas; give a target to work back from it or
    a start to run forward. Each step keeps the template's days beside its own, so that
    the gate knows how far a compression goes.
    """
    return {
        "guatu": 1,
        "id": id,
        "name": name,
        "start": None if start is None else start.isoformat(),
        "target": None if target is None else target.isoformat(),
        "data_date": None,
        "calendars": {key: dict(value) for key, value in pack_body["calendars"].items()},
        "ends": list(pack_body["ends"]),
        "activities": [_step(one) for one in pack_body["activities"]],
    }


def _step(stated: Mapping[str, Any]) -> dict[str, Any]:
    return dict(stated) | ({"template_days": stated["days"]} if stated["days"] else {})
