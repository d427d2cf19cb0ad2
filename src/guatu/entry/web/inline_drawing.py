"""Drawings inside a page: several stand in one document, so each needs ids of its own."""

from django.utils.safestring import SafeString, mark_safe

from guatu.domain.drawing.shapes import Drawing
from guatu.domain.drawing.svg import to_svg

# The one id that an SVG of ours carries: the pattern of stopped days.
_PATTERN = "guatu-stop"


def inline_drawing(drawing: Drawing, name: str) -> SafeString:
    """Return the drawing as SVG for a page; ``name`` tells it from others on the same page."""
    own = f"{_PATTERN}-{name}"
    svg = to_svg(drawing, for_screen=True)
    svg = svg.replace(f'id="{_PATTERN}"', f'id="{own}"').replace(
        f"url(#{_PATTERN})", f"url(#{own})"
    )
    return mark_safe(svg)  # noqa: S308 to_svg escapes every word that a user wrote
