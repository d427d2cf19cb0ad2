"""The schedule of a columnar plan as the columns of an answer file."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.kernel.messages import Messages

if TYPE_CHECKING:
    from guatu.domain.planning.compiled.column_schedule import ColumnSchedule

# 1 January 1970 on the day axis.
_EPOCH = 719_163


def answer_header(answer: "ColumnSchedule", *, messages: Messages) -> dict[str, Any]:
    """Return what the answer says of the plan as a whole, as ``schedule_document`` does."""
    latest = answer.latest_start
    return {
        "id": answer.plan.header.id,
        "name": answer.plan.header.name,
        "today": answer.today.isoformat(),
        "verdict": answer.outlook.verdict.value,
        "reason": messages.of(answer.outlook.reason),
        "slack": int(answer.outlook.slack),
        "buffer_days": answer.buffer_days,
        "late_by_days": answer.late_by_days,
        "latest_start": None if latest is None else latest.isoformat(),
        "start": answer.start.isoformat(),
        "last_day": answer.last_day.isoformat(),
        "span_days": (answer.last_day - answer.start).days + 1,
        "activities": len(answer.plan),
    }


def answer_columns(answer: "ColumnSchedule") -> dict[str, NDArray[Any]]:
    """Return dates as ``datetime64[D]``, floats, critical marks and the rows of the critical path."""
    printed = answer.printed
    columns: dict[str, NDArray[Any]] = {
        "early_start": _dates(printed.early_start),
        "early_last_day": _dates(printed.early_last),
        "late_start": _dates(printed.late_start),
        "late_last_day": _dates(printed.late_last),
        "total_float": answer.total_float,
        "free_float": answer.free_float,
        "critical": printed.critical,
        "critical_path": answer.critical_path,
    }
    if answer.plan.ids is not None:
        columns["id"] = answer.plan.ids
    return columns


def _dates(days: NDArray[np.int32]) -> NDArray[np.datetime64]:
    return (days.astype(np.int64) - _EPOCH).astype("datetime64[D]")
