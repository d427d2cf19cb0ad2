"""What entry hands to the actions of sources and matters: the rulebook and the reader."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.packs import load_messages, load_shelf
from guatu.apps.matters.values import Rulebook
from guatu.apps.sources.values import ToRead
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import SourceFacts, read_page, reading_document


@cache
def rulebook() -> Rulebook:
    """Return the rule packs that ship with the program and China's working calendar."""
    return Rulebook(shelf=load_shelf(), calendar=five_days(holidays=china_holidays()))


def reader(task: ToRead) -> Mapping[str, Any]:
    """Read a text into the document of the contract, with the codes of its doubts beside.

    The contract's notes are kept in Chinese; by ``code`` and ``arguments`` the desk says
    them in the language of the page.
    """
    reading = read_page(task.text, lexicon=load_lexicon(), year=task.year)
    facts = SourceFacts(
        name=task.name, sha256=task.sha256, chars=len(task.text), media_type=task.media_type
    )
    document = reading_document(reading, source=facts, messages=load_messages("zh"))
    for article, told in zip(reading.articles, document["articles"], strict=True):
        for doubt, note in zip(article.doubts, told["doubts"], strict=True):
            note["code"] = doubt.code
            note["arguments"] = [list(one) for one in doubt.arguments]
    return document
