"""Template tags of the office: lights, money, days and the words of codes."""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guatu.adapters.pinyin import spoken_name
from guatu.apps.units.names import names_of
from guatu.apps.units.values import UnitFacts
from guatu.domain.following.light import Light
from guatu.domain.kernel.acting import Role
from guatu.entry.clock import OFFICE_ZONE
from guatu.entry.packs_at_hand import messages, page_language

register = template.Library()

_FEN_PER_YUAN = 100
_WAN = 10_000
_YI = 100_000_000
_MILLION = 1_000_000
_BILLION = 1_000_000_000


class Stated(Protocol):
    """Anything that says a code with arguments: a Reason, Diagnostic, Denied or Refused."""

    @property
    def code(self) -> str:
        """The dotted code."""

    @property
    def arguments(self) -> tuple[tuple[str, Any], ...]:
        """What the words of the code name in braces."""


@register.filter
def spoken(unit: UnitFacts) -> str:
    """Return the letters by which a unit is found: initials and syllables of each of its names."""
    names = map(spoken_name, dict.fromkeys(names_of(unit)))
    return " ".join(f"{one.initials} {one.syllables}" for one in names)


@register.simple_tag
def words(stated: Stated) -> str:
    """Return the sentence of a code in the page's language."""
    return messages().words(stated.code, dict(stated.arguments))


@register.simple_tag
def word(code: str, **arguments: str | float) -> str:
    """Return the words of a bare code (a stage, an alert level) in the page's language."""
    return messages().words(code, arguments)


@register.simple_tag
def light(shown: Light | str | None) -> SafeString:
    """Return a light as a shape with its word; the sentence behind it as its title."""
    if shown is None:
        return format_html('<span class="light light-grey">{}</span>', color_words("grey"))
    if isinstance(shown, str):
        return format_html('<span class="light light-{}">{}</span>', shown, color_words(shown))
    return format_html(
        '<span class="light light-{}" title="{}">{}</span>',
        shown.color.value,
        words(shown.reason),
        color_words(shown.color.value),
    )


@register.simple_tag
def role(held: Role) -> str:
    """Return the name of a role in the page's language."""
    return messages().words(f"entry.role.{held}", {})


@register.simple_tag
def row_words(label: str) -> str:
    """Return what a kind of row is called (``units.unit``); any other is just a row."""
    templates = messages().templates
    known = f"entry.row.{label.replace('.', '_')}"
    return templates.get(known, templates["entry.row.other"])


@register.filter
def pack_title(name: str) -> str:
    """Return what a rule pack is called in the page's language; its own name where none is kept."""
    return messages().templates.get(f"packs.{name}", name)


@register.simple_tag
def unit_kind(kind: str) -> str:
    """Return the name of a kind of unit in the page's language."""
    return messages().words(f"entry.unit_kind.{kind.lower()}", {})


@register.simple_tag
def alert_level(level: str) -> str:
    """Return the name of an alert's level in the page's language."""
    return messages().words(f"watching.level.{level}", {})


@register.inclusion_tag("web/_light_why.html")
def light_why(shown: Light) -> dict[str, Any]:
    """Return a light that unfolds to its sentence, its arithmetic and the rule used."""
    return {"light": shown}


def color_words(color: str) -> str:
    """Return the word for the color of a light in the page's language."""
    return messages().words(f"entry.light.{color}", {})


@register.filter
def yuan(fen: int | None) -> str:
    """Return an amount in fen as people read it: 万元 or from 1 亿元 on 亿元; in English million."""
    if fen is None:
        return "—"
    amount = Decimal(fen) / _FEN_PER_YUAN
    if page_language() == "en":
        if abs(amount) >= _BILLION:
            return f"¥{_figure(amount / _BILLION, '0.01')}bn"
        return f"¥{_figure(amount / _MILLION, '0.01')}m"
    if abs(amount) >= _YI:
        return f"{_figure(amount / _YI, '0.01')} 亿元"
    return f"{_figure(amount / _WAN, '0.01')} 万元"


@register.filter
def day(value: date | datetime | None) -> str:
    """Return a day in the office's short form, 2026-11-05."""
    return "—" if value is None else _day_of(value).isoformat()


@register.filter
def day_long(value: date | datetime | None) -> str:
    """Return a day in full: 2026年11月5日, in English 5 November 2026."""
    if value is None:
        return "—"
    shown = _day_of(value)
    if page_language() == "en":
        return f"{shown.day} {shown:%B} {shown.year}"
    return f"{shown.year}年{shown.month}月{shown.day}日"


@register.filter
def last_day(end: date | None) -> str:
    """Return the last day of a half-open period, as people read it; open periods show a dash."""
    return "—" if end is None else (end - timedelta(days=1)).isoformat()


@register.filter
def moment(value: datetime | None) -> str:
    """Return a moment in the office's zone, to the minute."""
    return "—" if value is None else value.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M")


def _day_of(value: date | datetime) -> date:
    return value.astimezone(OFFICE_ZONE).date() if isinstance(value, datetime) else value


def _figure(value: Decimal, step: str) -> str:
    rounded = value.quantize(Decimal(step), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
