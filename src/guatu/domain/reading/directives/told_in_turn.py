"""Several who are told within one clause, each what is his: 学校要停课、工地要停工、景区要关闭."""

from collections.abc import Sequence

from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import unit_before

_FEWEST = 2


def told_in_turn(words: str, lexicon: Lexicon) -> Sequence[tuple[int, int]]:
    """Return the half-open places of the parts of a clause, if each names a unit before its own modal.

    Empty where a part has none, so that a list of units or of acts stays one demand.
    """
    if words.count("、") < _FEWEST - 1:
        return ()
    parts: list[tuple[int, int]] = []
    start = 0
    for part in words.split("、"):
        modal = find_modal(part, lexicon)
        if modal is None or not modal.start:
            return ()
        named = unit_before(part[: modal.start], lexicon)
        if named is None or named.end != modal.start:
            return ()
        parts.append((start, start + len(part)))
        start += len(part) + 1
    return parts
