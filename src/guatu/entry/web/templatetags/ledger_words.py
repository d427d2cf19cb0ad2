"""Template filters of the desk and the ledger: words of codes by their prefix, sizes, shares."""

from typing import Any

from django import template

from guatu.entry.packs_at_hand import messages

register = template.Library()

# What templates may ask words of, so that no code is put together unseen.
PREFIXES = (
    "following.close_reason.",
    "following.evidence.",
    "following.kind.",
    "following.move_name.",
    "following.return_reason.",
    "following.stage.",
    "matters.content.",
    "matters.extension.",
    "matters.report_kind.",
    "matters.verification.",
    "matters.weight.",
    "sources.agenda.",
    "sources.decision.",
    "sources.difference.",
    "sources.doubt.",
    "sources.kind.",
    "sources.origin.",
    "sources.person_role.",
    "sources.record.",
    "sources.state.",
)


@register.filter
def coded(value: Any, prefix: str) -> str:
    """Return the words of ``prefix.value``, as in ``stage|coded:"following.stage"``; "" of nothing."""
    if value in {None, ""}:
        return ""
    if f"{prefix}." not in PREFIXES:
        raise ValueError(f"no words stand under {prefix}")
    return messages().words(f"{prefix}.{str(value).lower()}", {})


@register.filter
def basis(value: str) -> str:
    """Return in words where a deadline comes from: stated, a person, or which rule."""
    if not value:
        return ""
    kind, _, rule = value.partition(":")
    if rule:
        return messages().words(f"matters.limit.{rule}", {})
    return messages().words(f"matters.basis.{kind.lower()}", {})


@register.filter
def share(value: float) -> int:
    """Return a share as whole per cent."""
    return round(value * 100)


@register.filter
def kilobytes(size: int) -> str:
    """Return a size in KB or MB as people read it."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f} MB"
    return f"{max(1, round(size / 1024))} KB"


@register.filter
def step_name(move: str) -> str:
    """Return the name of the address that makes a move."""
    return f"matter-{str(move).replace('_', '-')}"
