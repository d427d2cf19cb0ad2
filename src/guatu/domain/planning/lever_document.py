"""A lever as plain data, the same under plans, deadlines, quantities and rounds."""

from typing import Any

from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.outlook import Lever


def lever_document(lever: Lever, messages: Messages) -> dict[str, Any]:
    """Return one lever as plain data by the outside contract."""
    return {
        "kind": lever.kind.value,
        "activity": lever.subject,
        "days": lever.days,
        "cost": lever.cost,
        "text": messages.of(lever.reason),
    }
