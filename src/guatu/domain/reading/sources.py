"""``read_source``: a source's text as read, by what it is: a table of requirements or a page."""

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.reading.ledger_rows import read_ledger
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import SourceText
from guatu.domain.reading.page import read_page
from guatu.domain.reading.values import Reading


def read_source(
    source: SourceText,
    *,
    lexicon: Lexicon,
    year: int | None = None,
    working: WorkingCalendar | None = None,
) -> Reading:
    """Read a source into articles, records and directives, with the help of its marks."""
    if source.ledger:
        return read_ledger(source.text, lexicon=lexicon, year=year, working=working)
    return read_page(source.text, lexicon=lexicon, year=year, working=working, marks=source.marks)
