"""The lines of a page of text, with what only the page as a whole tells of them."""

from guatu.domain.reading.headline_rows import with_torn_rows
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.lines import Line, page_lines
from guatu.domain.reading.page_parts import with_parts
from guatu.domain.reading.short_news import with_short_news
from guatu.domain.reading.title_lists import set_aside


def told_lines(plain: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines: titles in lists, captions and advertisements as asides, short news and boxes as articles."""
    lines = with_torn_rows(page_lines(plain, lexicon))
    lines = with_short_news(lines, plain, lexicon)
    return set_aside(with_parts(lines, lexicon))
