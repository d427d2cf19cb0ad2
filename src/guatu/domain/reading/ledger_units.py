"""Who is named in a cell of a ledger: several units parted by marks, blanks or lines, with their parts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.ledger_grid import GridCell
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import ends_as_unit
from guatu.domain.reading.units import kind_of
from guatu.domain.reading.values import Addressee, AddresseeKind

_HAN = re.compile("[\u3400-\u9fff]")
_BRACKETS = re.compile("[（(]([^（）()]*)[）)]")
_LEADS, _HELPS = "牵头|主办|主责|总牵头", "配合|协办|协助|协同|会办|参与|参加"
_LEADS_IN_BRACKETS = re.compile(f"(?:{_LEADS})(?:单位|部门|科室)?")
# 牵头单位：, 配合：, 责任单位：.
_LABEL = re.compile(
    f"(?:(?P<leads>{_LEADS})|{_HELPS}|责任|承办|落实|实施|成员)(?:责任)?(?:单位|部门|科室)?[：:]"
)
_OF_PERSONS = re.compile("(?:责任人|联系人|负责人|经办人|领导|电话)[：:]")
_LABELS = re.compile(f"{_LABEL.pattern}|{_OF_PERSONS.pattern}")
# 由县住建局牵头负责, 县城管局配合.
_BEHIND = re.compile(
    f"(?:(?P<leads>{_LEADS})|具体|分别|共同|按职责分工)?(?:{_HELPS}|负责落实|负责|落实|抓落实)?$"
)
_BEFORE = re.compile("^(?:[①-⑳]|[（(]?\\d{1,2}[.．)）])?(?:由|会同|联合)?(?=[\u3400-\u9fff]{2})")
_PARTS = re.compile("[、，,；;。/／|｜\\s]+")
_PARTS_OF_NAMES = re.compile("[、，,；;。/／\\s：:]+")
_JOINS = re.compile("(?<=[局办委院会部镇乡社司处队站中心校团行所])[和与及](?=[\u3400-\u9fff]{3})")
_UNTIL = re.compile("[和与及]$")
_BEGINS_A_NAME = re.compile("[各省市县区乡镇]")
_NAME = re.compile("[\u3400-\u9fff]{2,3}")
_LEAST_CUT = 3


class _Part(NamedTuple):
    """A name in a cell: where it stands, and whether it is marked as leading."""

    start: int
    end: int
    leads: bool = False


def units_of(
    cell: GridCell | None, lexicon: Lexicon, *, inherited: bool, persons: bool = False
) -> tuple[tuple[Addressee, ...], str | None]:
    """Return who is named in a cell, one each, and whom it marks as leading.

    ``persons`` tells that the column names persons beside or instead of units.
    """
    if cell is None:
        return (), None
    words = cell.words
    units: list[Addressee] = []
    lead: str | None = None
    for one in _named_parts(words, lexicon, persons=persons):
        part = "".join(words[one.start : one.end].split())
        lead = part if one.leads and lead is None else lead
        if part not in [each.text for each in units]:
            begin, size = cell.span.start + one.start, one.end - one.start
            span = Span(start=begin, end=begin + size)
            units.append(_addressee(part, span, lexicon, inherited=inherited))
    return tuple(units), lead


# The same units stand in cell after cell.
@lru_cache(maxsize=512)
def _named_parts(words: str, lexicon: Lexicon, *, persons: bool) -> tuple[_Part, ...]:
    """Return where units stand in the words of a cell, persons where it names nobody else."""
    parts = tuple(one for one in _parts(words, lexicon) if _HAN.search(words, one.start, one.end))
    named = [one for one in parts if ends_as_unit(words[one.start : one.end], lexicon)]
    if not named or not (persons or any(sign.isdigit() for sign in words)):
        return parts
    return tuple(
        one for one in parts if one in named or not _is_name(words[one.start : one.end], lexicon)
    )


def person_of(cell: GridCell | None, lexicon: Lexicon, *, inherited: bool) -> tuple[Addressee, ...]:
    """Return the persons of a cell by their names alone; where it names none, its units."""
    if cell is None:
        return ()
    names: list[Addressee] = []
    units: list[Addressee] = []
    place = 0
    words = _BRACKETS.sub(lambda one: " " * len(one[0]), cell.words)
    for part in _PARTS_OF_NAMES.split(words):
        place = words.index(part, place)
        begin = cell.span.start + place
        span = Span(start=begin, end=begin + len(part))
        if _is_name(part, lexicon):
            names.append(_addressee(part, span, lexicon, inherited=inherited))
        elif ends_as_unit(part, lexicon):
            units.append(_addressee(part, span, lexicon, inherited=inherited))
        place += len(part)
    return tuple(names or units)


def _addressee(part: str, span: Span, lexicon: Lexicon, *, inherited: bool) -> Addressee:
    return Addressee(
        text=part,
        kind=kind_of(part, lexicon) if len(part) > 1 else AddresseeKind.UNKNOWN,
        inherited=inherited,
        span=span,
    )


def _is_name(words: str, lexicon: Lexicon) -> bool:
    return _NAME.fullmatch(words) is not None and words.startswith(lexicon.surnames)


def _parts(words: str, lexicon: Lexicon) -> Iterator[_Part]:
    """Yield the names of a cell without their marks, labels and numbers."""
    bare, marked = words, []
    for one in _BRACKETS.finditer(words):
        bare = _blanked(bare, one.start(), one.end())
        if _LEADS_IN_BRACKETS.match(one[1]):
            marked.append(one.start())
    labels = list(_LABELS.finditer(bare))
    for one in labels:
        bare = _blanked(bare, one.start(), one.end())
    leads = [one.end() for one in labels if one["leads"]]
    persons = [one.end() for one in labels if one["leads"] is None and _OF_PERSONS.search(one[0])]
    before: _Part | None = None
    for begin, end in _cut(bare, lexicon):
        label = max((one.end() for one in labels if one.end() <= begin), default=-1)
        if label in persons:
            continue
        behind = _BEHIND.search(bare, begin, end)
        first = _BEFORE.match(bare[begin:end])
        start = begin + (first.end() if first else 0)
        stop = behind.start() if behind is not None else end
        says_lead = behind is not None and behind["leads"] is not None
        if stop <= start:
            # A牵头 with a blank before its mark.
            if before is not None:
                yield _Part(start=before.start, end=before.end, leads=says_lead)
                before = None
            continue
        if before is not None:
            yield before
        before = _Part(
            start=start,
            end=stop,
            leads=says_lead or label in leads or any(one == end for one in marked),
        )
    if before is not None:
        yield before


def _blanked(words: str, start: int, end: int) -> str:
    return words[:start] + " " * (end - start) + words[end:]


def _cut(words: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the places of names: parted by marks, by 和 between units, and not by a line within one."""
    place = 0
    pieces: list[tuple[int, int]] = []
    for sign in (*_PARTS.finditer(words), None):
        end = sign.start() if sign is not None else len(words)
        if end > place:
            pieces.append((place, end))
        place = sign.end() if sign is not None else end
    for begin, end in _joined(pieces, words, lexicon):
        start = begin
        for sign in () if words[begin] == "各" else _JOINS.finditer(words, begin, end):
            if ends_as_unit(words[sign.end() : end], lexicon):
                yield start, sign.start()
                start = sign.end()
        yield start, end


def _joined(
    pieces: Sequence[tuple[int, int]], words: str, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Return the pieces, a name that a line broke in two made whole: 县自然资源和 + 规划局."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and _broke(words, found[-1], (start, end), lexicon):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _broke(words: str, left: tuple[int, int], right: tuple[int, int], lexicon: Lexicon) -> bool:
    before, after = words[slice(*left)], words[slice(*right)]
    if not words[left[1] : right[0]].isspace() or _BEGINS_A_NAME.match(after):
        return False
    if _LABEL.search(before) or not _HAN.search(before) or not ends_as_unit(after, lexicon):
        return False
    return _UNTIL.search(before) is not None or (
        len(before) >= _LEAST_CUT
        and not ends_as_unit(before, lexicon)
        and not _is_name(before, lexicon)
        and _BEGINS_A_NAME.match(before) is not None
    )
