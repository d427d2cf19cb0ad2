"""Places in the invented counties."""

from datetime import UTC, datetime

from guatu.apps.places.actions import add_place
from tests.factories.units import County

# 10:00 of 20 November 2024 in the office.
MORNING = datetime(2024, 11, 20, 2, 0, tzinfo=UTC)


def a_place(county: County, code: str = "P1", name: str = "东关工地") -> int:
    """Add a place of the liaison's township and return its id."""
    return add_place(
        acting=county.clerk,
        code=code,
        name=name,
        kind="SITE",
        unit_id=county.units["31"].pk,
        x=111.5,
        y=35.5,
    ).pk
