"""Days, moments and origins in the words that papers use."""

from datetime import date, datetime

from guatu.domain.kernel.messages import Messages
from guatu.domain.watching.orders import COUNTY_TIME


def day_words(day: date, messages: Messages) -> str:
    """Return a day as papers print it: Arabic digits, 年 月 日 in Chinese."""
    dated: dict[str, str | int] = {
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }
    return messages.words("writing.day", dated)


def moment_words(at: datetime, messages: Messages) -> str:
    """Return a moment to the minute, in county time; one without a zone is county time already."""
    at = _in_county(at)
    return messages.words(
        "writing.moment", {"day": day_words(at.date(), messages), "time": f"{at:%H:%M}"}
    )


def _in_county(at: datetime) -> datetime:
    return at if at.tzinfo is None else at.astimezone(COUNTY_TIME)


def origin_words(
    data_time: datetime | None, content_hash: str, journal_head: str, messages: Messages
) -> tuple[str, ...]:
    """Return the lines at a paper's foot that let it be compared with the journal."""
    lines: list[str] = []
    if data_time is not None:
        lines.append(
            messages.words("writing.data_time", {"time": f"{_in_county(data_time):%Y-%m-%d %H:%M}"})
        )
    if content_hash:
        lines.append(messages.words("writing.content_hash", {"hash": content_hash}))
    if journal_head:
        lines.append(messages.words("writing.journal_head", {"hash": journal_head}))
    return tuple(lines)
