"""Pairs of neighboring characters by which matters are found (decision 0006)."""

import unicodedata
from collections.abc import Iterable

from guatu.apps.matters.models import Matter, MatterGram


def folded(text: str) -> str:
    """Return the text as it is compared: full-width letters made plain, no case, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def grams_of(text: str) -> frozenset[str]:
    """Return every pair of neighboring characters of the folded text."""
    plain = folded(text)
    return frozenset(plain[place : place + 2] for place in range(len(plain) - 1))


def searched_words(row: Matter) -> tuple[str, ...]:
    """Return the words of a matter that a search looks into."""
    return (row.number, row.title, row.result, row.quote, row.lead.name, row.lead.short_name)


def holds(row: Matter, words: Iterable[str]) -> bool:
    """Tell whether the matter's words hold every word searched for; the exact check after the pairs."""
    known = [folded(text) for text in searched_words(row)]
    return all(any(folded(word) in text for text in known) for word in words)


def renew_grams(row: Matter) -> None:
    """Make the pairs of a matter anew; called inside the action that saved it."""
    wanted = frozenset().union(*(grams_of(text) for text in searched_words(row)))
    known = frozenset(row.grams.values_list("gram", flat=True))
    row.grams.filter(gram__in=known - wanted).delete()
    MatterGram.objects.bulk_create(
        [MatterGram(matter=row, gram=gram) for gram in sorted(wanted - known)]
    )
