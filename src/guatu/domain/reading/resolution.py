"""Whom and what a page names, against what the ledger knows: matched, ambiguous, or unknown.

A pure function from words and known names to a judgment with its reason; nothing is merged
here, and what is not known is a proposal for a person to confirm.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.reading.likeness import pairs

_SURE = 0.75
_NEAR = 0.08
_ALIKE = 0.6
_LEVELS = "省市县区旗乡镇"
_TWO_LEVELS = ("省市", "市县", "县乡", "县区", "区县", "乡镇", "镇村", "镇街", "市区")
_OWN_SIDE = re.compile("^(?:我|本|全)(?=[省市县区旗镇乡])")
_BRACKETS = re.compile("（[^）]*）|“|”|\\s")
_BODY_END = re.compile(
    "(?:委员会|指挥部|领导小组|管委会|办公室|大队|支队|分局|中心|政府|公司|集团|街道|医院|学校|法院|检察院|局|委|办|部|厅|院|站|所|镇|乡|村|社区)$"
)
_SHORT_OF = {
    "委员会": "委",
    "办公室": "办",
    "街道办事处": "街道",
    "人民政府": "政府",
    "管理委员会": "管委会",
}
_LINKS = re.compile("[和与及综合管理服务监督事务]")


class NameKind(StrEnum):
    """What a name is a name of."""

    UNIT = "unit"
    PERSON = "person"
    WORK = "work"
    PLACE = "place"


class ResolutionStatus(StrEnum):
    """How a name on a page stands to the ledger."""

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


class MatchReason(StrEnum):
    """Why a known name is taken to be the one on the page."""

    SAME_NAME = "same_name"
    ALIAS = "alias"
    OWN_LEVEL = "own_level"
    ABBREVIATION = "abbreviation"
    PART_OF_NAME = "part_of_name"
    ONE_CHARACTER = "one_character"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """Something the ledger knows: its key, its name, other names of it, and a person's post.

    ``region`` is the name of the region it belongs to (石坪县), where that is known.
    """

    key: str
    name: str
    kind: NameKind
    aliases: tuple[str, ...] = ()
    post: str | None = None
    region: str | None = None

    def __post_init__(self) -> None:
        if not self.key or not self.name.strip():
            raise ValueError("a known name needs a key and words")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """A known name that may be meant, how surely (0 to 1), and why."""

    key: str
    score: float
    reason: MatchReason

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score lies between 0 and 1, not at {self.score}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The judgment on one name: matched with one, torn between several, or unknown."""

    words: str
    status: ResolutionStatus
    matches: tuple[NameMatch, ...] = ()

    @property
    def key(self) -> str | None:
        """The key of the known name that is matched, else None."""
        return self.matches[0].key if self.status is ResolutionStatus.MATCHED else None


def resolve(
    words: str,
    known: Iterable[KnownName],
    *,
    kind: NameKind,
    post: str | None = None,
    short_forms: Sequence[str] = (),
) -> Resolution:
    """Judge which known name of a kind the words mean.

    ``short_forms`` are lines such as 住建 住房和城乡建设 (``Lexicon.unit_short_forms``); ``post`` is the
    post printed beside a person. One match well above all others is matched; several
    near one another are ambiguous; below ``0.75`` nothing is matched, only proposed.
    """
    plain = _plain(words)
    table = _short_forms(short_forms)
    found = [
        one
        for one in (_match(plain, each, kind, post, table) for each in known if each.kind is kind)
        if one is not None
    ]
    found.sort(key=lambda one: (-one.score, one.key))
    best = found[0].score if found else 0.0
    near = tuple(one for one in found if one.score >= max(_ALIKE, best - _NEAR))
    if not near:
        return Resolution(words=words, status=ResolutionStatus.UNKNOWN)
    if len(near) == 1 and best >= _SURE:
        return Resolution(words=words, status=ResolutionStatus.MATCHED, matches=near)
    exact = tuple(one for one in near if one.score == 1)
    if len(exact) == 1:
        return Resolution(words=words, status=ResolutionStatus.MATCHED, matches=exact)
    return Resolution(words=words, status=ResolutionStatus.AMBIGUOUS, matches=near)


def names_in(words: str) -> tuple[str, ...]:
    """Return the names of a list, each with the ending that the last one carries for all.

    发改、财政等部门 gives 发改部门 and 财政部门; 县住建局、县城管局 gives both as printed; 自然资源和规划局 is one.
    """
    shared = re.search("等?(?:有关|相关)?(部门|单位)$", words)
    ending = shared.group(1) if shared else ""
    bare = words[: shared.start()] if shared else words
    parts = [one for one in re.split("、|，", bare) if one]
    if len(parts) == 1:
        return (words,)
    last = parts[-1]
    joint = re.fullmatch("(?P<a>.+?)(?:和|与|及)(?P<b>.+)", last)
    if joint is not None and (ending or _BODY_END.search(joint.group("a"))):
        parts[-1:] = [joint.group("a"), joint.group("b")]
    return tuple(one if _BODY_END.search(one) else one + ending for one in parts)


def _plain(words: str) -> str:
    return _OWN_SIDE.sub("", _BRACKETS.sub("", words))


def _short_forms(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    split = (line.split(" ", 1) for line in lines)
    return tuple((short, full) for short, full in split)


def _match(
    plain: str,
    one: KnownName,
    kind: NameKind,
    post: str | None,
    table: Sequence[tuple[str, str]],
) -> NameMatch | None:
    name = _plain(one.name)
    if kind is NameKind.PERSON:
        return _person(plain, one, post)
    if plain == name:
        return NameMatch(key=one.key, score=1.0, reason=MatchReason.SAME_NAME)
    if plain in {_plain(alias) for alias in one.aliases}:
        return NameMatch(key=one.key, score=0.98, reason=MatchReason.ALIAS)
    if kind is NameKind.UNIT:
        return _unit(plain, name, one, table)
    return _thing(plain, name, one)


def _person(plain: str, one: KnownName, post: str | None) -> NameMatch | None:
    """A person is matched by the whole name; a post that differs leaves it open."""
    names = (one.name, *one.aliases)
    if plain in names:
        agrees = not post or not one.post or post in one.post or one.post in post
        score = 1.0 if agrees else 0.7
        return NameMatch(key=one.key, score=score, reason=MatchReason.SAME_NAME)
    same_length = any(len(plain) == len(name) > 2 for name in names)
    differ = min(
        (sum(a != b for a, b in zip(plain, name, strict=False)) for name in names), default=9
    )
    if same_length and differ == 1 and post and one.post == post:
        # 同一职务、一字之差: shown beside each other, never merged.
        return NameMatch(key=one.key, score=0.65, reason=MatchReason.ONE_CHARACTER)
    return None


def _level_and_stem(name: str, region: str | None) -> tuple[str, str]:
    """Return the level that a unit's name begins with (县, 市, none) and the rest of it."""
    if region and name.startswith(region):
        return region[-1], name[len(region) :]
    if name[:1] in _LEVELS and len(name) > 2 and name[:2] not in _TWO_LEVELS:
        return name[0], name[1:]
    return "", name


def _expanded(stem: str, table: Sequence[tuple[str, str]]) -> set[str]:
    """Return the stem and what it may stand for by the table of short forms."""
    found = {stem}
    for short, full in table:
        if stem.startswith(short) and not stem.startswith(full):
            found.add(full + stem[len(short) :])
    return found


def _endings_agree(short: str, long: str) -> bool:
    a, b = _BODY_END.search(short), _BODY_END.search(long)
    if a is None or b is None:
        return short.endswith(("部门", "单位"))
    first, second = (_SHORT_OF.get(one.group(), one.group()) for one in (a, b))
    return first == second or {first, second} <= {"局", "委", "部门"}


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)


def _unit(
    plain: str, name: str, one: KnownName, table: Sequence[tuple[str, str]]
) -> NameMatch | None:
    level, stem = _level_and_stem(plain, one.region)
    known_level, known_stem = _level_and_stem(name, one.region)
    if level and known_level and level != known_level:
        return None
    if stem == known_stem:
        return NameMatch(key=one.key, score=0.95, reason=MatchReason.OWN_LEVEL)
    if not _endings_agree(stem, known_stem):
        return None
    for full in _expanded(stem, table):
        bare, known_bare = (
            _BODY_END.sub("", re.sub("(?:部门|单位)$", "", x)) for x in (full, known_stem)
        )
        if not bare:
            continue
        core, known_core = _LINKS.sub("", bare), _LINKS.sub("", known_bare)
        if core and (core == known_core or (full != stem and known_bare.startswith(bare))):
            return NameMatch(key=one.key, score=0.92, reason=MatchReason.ABBREVIATION)
        if len(bare) >= 2 and bare[0] == known_bare[:1] and _in_order(bare, known_bare):
            share = len(bare) / len(known_bare)
            score = round(0.72 + 0.18 * share, 3)
            return NameMatch(key=one.key, score=score, reason=MatchReason.ABBREVIATION)
    return None


def _thing(plain: str, name: str, one: KnownName) -> NameMatch | None:
    """A work or a place: one name within the other, or most pairs of characters in common."""
    bare, known = (
        re.sub("(?:建设|改造|施工)?(?:项目|工程|现场|工地)+$", "", x) for x in (plain, name)
    )
    if bare and bare == known:
        return NameMatch(key=one.key, score=0.95, reason=MatchReason.OWN_LEVEL)
    if len(bare) > 2 and (bare in known or known in bare):
        share = min(len(bare), len(known)) / max(len(bare), len(known))
        return NameMatch(
            key=one.key, score=round(0.6 + 0.35 * share, 3), reason=MatchReason.PART_OF_NAME
        )
    ours, theirs = pairs(bare), pairs(known)
    alike = len(ours & theirs) / max(1, len(ours | theirs))
    if alike < _ALIKE:
        return None
    return NameMatch(key=one.key, score=round(alike, 3), reason=MatchReason.ALIKE)
