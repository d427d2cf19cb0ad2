"""Every body that an article names, wherever it stands; which of them are of the record is weighed (``body_choice``)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from guatu.domain.reading.bodies import (
    NamedBody,
    acting,
    body_kind,
    ends_inside_a_word,
    ends_like_body,
    is_foot,
)
from guatu.domain.reading.body_lists import listed_alone, listed_behind
from guatu.domain.reading.body_names import groups, office_kind, offices, own_start, towns_and_firms
from guatu.domain.reading.body_runs import county_before, holding, listed
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.strand import Strand

_LEAST = 16
_TOP = 4
_SALUTATION = re.compile("[\u3400-\u9fff、，；（）“”]+：")
_PART = re.compile("[^、，；：]+")
# 县应急、消防、住建等部门: short forms are no names.
_SHORT_FORM, _BARE = 4, ("应急", "消防", "住建", "公安")


def bodies_acting(strands: Sequence[Strand], lexicon: Lexicon) -> Iterator[NamedBody]:
    """Yield the bodies that act or report in the narration."""
    for number, first, end in acting(strands):
        plain = strands[number].plain
        if not ends_like_body(plain[first:end]):
            continue
        start = own_start(plain, first, end, lexicon)
        if start > first and plain[start - 1] in "在对于向":
            continue
        if end - start <= _SHORT_FORM and plain.endswith(_BARE, start, end):
            continue
        kind = body_kind(plain[start:end])
        if kind is not None and not ends_inside_a_word(plain, end):
            yield NamedBody(paragraph=number, start=start, end=end, kind=kind, source="acting")


def bodies_named(strands: Sequence[Strand], lexicon: Lexicon) -> Iterator[NamedBody]:
    """Yield the bodies that running words name, each by the way it was found."""
    for number, strand in enumerate(strands):
        plain = strand.plain
        if number < _TOP and plain.endswith("：") and not is_foot(plain):
            # 各乡镇人民政府，县应急管理局、县林业局：
            for start, end, kind in _saluted(plain, lexicon):
                yield NamedBody(paragraph=number, start=start, end=end, kind=kind, source="saluted")
            continue
        if len(plain) < _LEAST or plain.endswith("：") or is_foot(plain):
            continue
        for start, end, kind, source in _found(plain, lexicon):
            yield NamedBody(paragraph=number, start=start, end=end, kind=kind, source=source)


def _saluted(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the half-open places and kinds of the bodies that a notice is sent to, as its salutation names them."""
    if _SALUTATION.fullmatch(plain) is None:
        return
    known = dict(offices(plain, lexicon))
    for part in _PART.finditer(plain):
        if known.get(part.start()) == part.end():
            yield part.start(), part.end(), office_kind(part.group())
        elif (kind := body_kind(part.group())) is not None:
            yield part.start(), part.end(), kind


def _found(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    for start, end in offices(plain, lexicon):
        if ends_inside_a_word(plain, end):
            continue
        yield start, end, office_kind(plain[start:end]), "office"
        longer = county_before(plain, start)
        if longer is not None:
            yield longer, end, office_kind(plain[longer:end]), "office"
        for one in listed_behind(plain, end, lexicon):
            yield *one, "behind"
    for start, end in groups(plain):
        yield start, end, "department", "office"
    for one in listed_alone(plain, lexicon):
        yield *one, "alone"
    for one in towns_and_firms(plain, lexicon):
        yield *one, "town"
    yield from listed(plain)
    for one in holding(plain):
        yield *one, "holding"


def by_place(
    named: Sequence[NamedBody],
) -> dict[tuple[int, int, int], tuple[str, frozenset[str]]]:
    """Return the kind of each body by its place, the first that was told, with all ways by which it was found."""
    kinds: dict[tuple[int, int, int], str] = {}
    sources: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for one in named:
        place = (one.paragraph, one.start, one.end)
        kinds.setdefault(place, one.kind)
        sources[place].add(one.source)
    return {place: (kinds[place], frozenset(found)) for place, found in sources.items()}
