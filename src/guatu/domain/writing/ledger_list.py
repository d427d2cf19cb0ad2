"""The ledger as a printed list: landscape pages, the head repeated, numbered lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from guatu.domain.kernel.messages import Messages
from guatu.domain.writing.paper import Grid, PaperForm, Paragraph, PrintedPaper
from guatu.domain.writing.wording import origin_words


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerColumn:
    """A column of a printed list: its heading and its share of the width."""

    heading: str
    width: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerList:
    """A ledger to print: title, what was filtered for, columns, and rows of words."""

    title: str
    columns: tuple[LedgerColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    filtered: str = ""
    data_time: datetime | None = None
    content_hash: str = ""
    journal_head: str = ""


def ledger_paper(ledger: LedgerList, messages: Messages) -> PrintedPaper:
    """Return the list as a paper; a running number stands before every row."""
    head = (messages.words("writing.list.number", {}), *(one.heading for one in ledger.columns))
    widths = (0.4, *(one.width for one in ledger.columns))
    rows: Sequence[tuple[str, ...]] = [
        (str(place), *row) for place, row in enumerate(ledger.rows, start=1)
    ]
    count = messages.words("writing.list.count", {"count": len(ledger.rows)})
    said = messages.words("writing.and", {}).join(one for one in (ledger.filtered, count) if one)
    return PrintedPaper(
        title=ledger.title,
        blocks=(
            Paragraph(text=said, indented=False),
            Grid(head=head, rows=tuple(rows), widths=widths),
        ),
        origin=origin_words(ledger.data_time, ledger.content_hash, ledger.journal_head, messages),
        form=PaperForm.LIST,
    )
