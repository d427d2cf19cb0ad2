"""Ledgers for tests: rows of cells as text, and what is read of them in short."""

from collections.abc import Sequence

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading.deadlines import Anchor
from guatu.domain.reading.ledger_grid import GridCell, GridRow, grid_row, grid_sheets
from guatu.domain.reading.ledger_rows import read_ledger
from guatu.domain.reading.values import Reading

LEXICON = load_lexicon()


def text_of(*rows: str) -> str:
    """Return rows written with | between their cells as the text of a ledger."""
    return "\n".join(one.replace("|", "\t") for one in rows)


def rows_of(*rows: str) -> Sequence[GridRow]:
    return grid_sheets(text_of(*rows))[0]


def cell(words: str) -> GridCell:
    return grid_row(words, 0)[0]


def anchor(year: int | None = 2025) -> Anchor:
    return Anchor(spoken=None, year=year, working=five_days())


def read(*rows: str, year: int | None = None) -> Reading:
    text = text_of(*rows)
    reading = read_ledger(text, lexicon=LEXICON, year=year)
    for one in reading.directives:
        assert one.action == "".join(text[each.start : each.end] for each in one.spans)
        for each in one.addressees:
            assert "".join(text[each.span.start : each.span.end].split()) == each.text
        for limit in one.limits:
            assert limit.span is not None
            assert text[limit.span.start : limit.span.end] == limit.text
    return reading


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """Return of each directive its words, who is told with the lead in brackets, and the day."""
    return [
        (
            one.action.replace("\t", "|"),
            "、".join(
                f"【{each.text}】" if each.text == one.lead else each.text
                for each in one.addressees
            ),
            str(one.deadline.day or ""),
        )
        for one in reading.directives
    ]
