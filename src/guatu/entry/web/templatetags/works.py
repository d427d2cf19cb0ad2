"""Template tags of works and alerts: amounts, signed days, words of states."""

from decimal import ROUND_HALF_UP, Decimal

from django import template

from guatu.domain.planning.schedule import Schedule
from guatu.domain.watching.orders import Protection, SourceKind
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.pages.watch_forms import kind_words, protection_words
from guatu.entry.web.pages.works_forms import class_words
from guatu.entry.web.templatetags.office import color_words

register = template.Library()

_FEN_PER_WAN = 1_000_000
_YUAN_PER_WAN = 10_000


@register.filter
def wan(fen: int) -> str:
    """Return an amount in fen as 10,000 yuan, whole, with separators."""
    amount = (Decimal(fen) / _FEN_PER_WAN).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return f"{amount:,f}"


@register.filter
def signed(days: int) -> str:
    """Return a number of days with its sign."""
    return f"{days:+d}"


@register.simple_tag
def color_word(color: str) -> str:
    """Return the word of a light's color."""
    return color_words(color)


@register.simple_tag
def word_of_column(field: str) -> str:
    """Return the heading of a column of the plan editor."""
    return messages().words(f"works.edit_column.{field}", {})


@register.simple_tag
def maturity_word(maturity: str) -> str:
    """Return the words of a maturity, M0 to M6."""
    return messages().words(f"works.maturity.{maturity.lower()}", {})


@register.simple_tag
def lane_state_word(state: str) -> str:
    """Return the words of where a permit stands."""
    return messages().words(f"works.lane_state.{state}", {})


@register.simple_tag
def zoom_word(zoom: str) -> str:
    """Return the words of a zoom of the wall."""
    return messages().words(f"works.zoom.{zoom}", {})


@register.simple_tag
def stop_word(number: int) -> str:
    """Return the mark by which a stop-work window stands in the chart."""
    return messages().words("drawing.stop_mark", {"number": number})


@register.simple_tag
def activity_class(code: str) -> str:
    """Return the words of a class of activity."""
    return class_words(code)


@register.simple_tag
def activity_name(planned: Schedule, activity_id: str) -> str:
    """Return the name of an activity of a schedule's plan."""
    return planned.plan.activity(activity_id).name or activity_id


@register.filter
def yuan_wan(amount: int) -> str:
    """Return an amount in yuan as 10,000 yuan, one decimal, with separators."""
    return f"{_ten_thousands(amount):,f}"


@register.filter
def yuan_wan_signed(amount: int) -> str:
    """Return a change in yuan as 10,000 yuan with its sign."""
    return f"{_ten_thousands(amount):+,f}"


def _ten_thousands(amount: int) -> Decimal:
    return (Decimal(amount) / _YUAN_PER_WAN).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@register.simple_tag
def level_word(level: str) -> str:
    """Return the words of an alert level."""
    return messages().words(f"watching.level.{level}", {})


@register.simple_tag
def alert_state_word(state: str) -> str:
    """Return the words of where an alert stands."""
    return messages().words(f"watch.state.{state}", {})


@register.simple_tag
def receipt_word(state: str) -> str:
    """Return the words of how a receipt stands."""
    return messages().words(f"watch.receipt.{state}", {})


@register.simple_tag
def source_kind_word(kind: SourceKind) -> str:
    """Return the words of a kind of emission source."""
    return kind_words(kind)


@register.simple_tag
def protection_word(protection: Protection) -> str:
    """Return the words of why a source goes on."""
    return protection_words(protection)
