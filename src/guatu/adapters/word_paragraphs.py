"""What a paragraph of a word processor is by its look: headline, signature, letterhead, text."""

from guatu.domain.reading.letterhead import is_letterhead
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.signing import signed_role
from guatu.domain.reading.styled import StyledLine

_TITLE_STYLES = ("title", "heading 1", "标题 1", "标题1")
_LARGER = 1.2
_LONGEST_TITLE = 70


def paragraph_line(
    words: str, *, number: str, size: float, style: str, to_the_right: bool
) -> StyledLine:
    """Return a paragraph with its role.

    ``number`` is what is printed before its words, ``size`` that of its type beside the body's,
    ``style`` the name of its style.
    """
    role = LineRole.BODY
    if is_letterhead(words):
        role = LineRole.FURNITURE
    elif len(words) <= _LONGEST_TITLE and words[-1] not in "。；：，":
        named = style.casefold().startswith(_TITLE_STYLES)
        role = LineRole.HEADLINE if named or size >= _LARGER else LineRole.UNSURE
        if role is LineRole.UNSURE and number:
            role = LineRole.BODY
        elif role is LineRole.UNSURE and to_the_right:
            role = signed_role(words)
    return StyledLine(words=f"{number}{words}", role=role, size=round(size, 2))
