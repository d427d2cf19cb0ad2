"""Rows of the emission list and alerts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from guatu.apps.watch.actions import receive_alert
from guatu.apps.watch.list_actions import SourceDraft, add_source
from guatu.apps.watch.models import Alert
from guatu.domain.kernel.acting import Acting
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import SourceKind
from tests.factories.units import County
from tests.factories.works import GROUNDS

# 12:00 of 20 November 2024 in the office (story 22).
NOON = datetime(2024, 11, 20, 4, 0, tzinfo=UTC)


def a_source(county: County, code: str = "E1", **stated: Any) -> int:
    """Add a row of the emission list, a site of the liaison's township unless stated otherwise."""
    facts: dict[str, Any] = {
        "code": code,
        "name": f"{code} 工地",
        "kind": SourceKind.SITE,
        "unit_id": county.units["31"].pk,
        "contact": "工长",
    }
    return add_source(acting=county.clerk, draft=SourceDraft(**(facts | stated))).pk


def an_alert(
    acting: Acting,
    *,
    level: AlertLevel = AlertLevel.ORANGE,
    starts_at: datetime = NOON,
    hours: int = 60,
    **stated: Any,
) -> Alert:
    """Receive an alert of so many hours."""
    return receive_alert(
        acting=acting,
        level=level,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        basis="汾环气〔2024〕9号",
        shelf=GROUNDS.shelf,
        **stated,
    )
