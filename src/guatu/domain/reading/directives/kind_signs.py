"""What the words of a demand show of its kind: its characters, their pairs, how it ends, what the rules say."""

import re
from operator import add

from guatu.domain.reading.values import DirectiveKind
from guatu.domain.reading.weighing import SignGroup

_FIGURES = re.compile("[0-9０-９]+")
_CLAUSES = re.compile("[，；。！？：]")
_MOST_CLAUSES = 6


def kind_signs(words: str, ruled: DirectiveKind, *, measured: bool) -> tuple[SignGroup, ...]:
    """Return the signs of a demand's kind, each once, in groups that begin alike.

    ``ruled`` is the kind that the rules find, ``measured`` whether the demand holds a figure with its
    unit. Which figure it is says nothing: 30户 and 45户 are one sign.
    """
    plain = _FIGURES.sub("0", words.replace("\n", ""))
    clauses = [one for one in _CLAUSES.split(plain) if one]
    facts = [f"rule {ruled.value}", f"clauses {min(len(clauses), _MOST_CLAUSES)}"]
    if measured:
        facts.append("measured")
    return (
        ("", facts),
        ("char ", set(plain)),
        ("pair ", set(map(add, plain, plain[1:]))),
        ("end ", [one[-2:] for one in clauses[-1:]]),
    )
