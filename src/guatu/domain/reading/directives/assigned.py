"""Who leads and who helps: 由X牵头、Y配合, 责任单位：X, 发挥X牵头作用."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.units import Named, kind_of, unit_before, unit_patterns

_LABEL = re.compile(
    r"^[（(【]?(?P<label>(?:牵头|责任|主办|承办|主责|落实)(?:单位|部门|领导)|(?:配合|协办|协同|参与)(?:单位|部门)|(?:完成|办结|整改|办理)?(?:时限|期限|时间))$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The unit that leads and the units that help, as places in the demand's words."""

    lead: Named
    helpers: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A unit told to act without a modal; ``begins``: the demand begins at the unit itself."""

    unit: Named
    begins: bool


@lru_cache(maxsize=4)
def _led(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    bound = f"(?:{any_of(lexicon.modals)}|{any_of(lexicon.adverbs)}|积极|主动|认真|继续|充分|作为|为){{0,3}}"
    return re.compile(
        rf"(?:由|，|^|；|。)(?P<lead>[^，。；：由]{{1,40}}?{suffix})"
        rf"(?:(?:总)?(?:牵头|具体负责|负责|主抓|承办|组织实施)|{bound}(?:总)?牵头)"
    )


@lru_cache(maxsize=4)
def _helped(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    return re.compile(
        rf"(?:^|[，、；]|会同|联合)(?P<units>[^，。；：]{{1,60}}?{suffix})(?:积极|密切|全力|分别|共同|做好)?(?:配合|协同|协助|参与)"
    )


@lru_cache(maxsize=4)
def _joint(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    verbs = any_of(lexicon.imperatives)
    return re.compile(
        rf"(?:^|(?<=[由，；]))(?P<lead>[^，。；：由会联]{{1,30}}?{suffix})(?:要)?(?:会同|联合)"
        rf"(?P<helper>[^，。；：]{{1,40}}?{suffix})(?:等部门)?(?={verbs}|，|$)"
    )


@lru_cache(maxsize=4)
def _charged(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    return re.compile(
        rf"由(?P<lead>[^，。；：由]{{1,40}}?{suffix})(?:{any_of(lexicon.imperatives)})"
    )


def charged_in(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit of 由某单位组织…, where the clause begins so."""
    found = _charged(lexicon).match(words)
    return _named(found, "lead", lexicon) if found is not None else None


@lru_cache(maxsize=4)
def _asked(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    return re.compile(
        rf"[他她]?请(?P<unit>[^，。；：请]{{0,30}}?{suffix})(?<!请[县市区省])(?![家们])"
    )


_OFFICE = re.compile("(?:局|委|办|政府|部门|单位|乡镇|镇|街道|中心|办公室|领导小组|指挥部)$")


def asked_in(words: str, lexicon: Lexicon, *, demanding: bool) -> Named | None:
    """Return the unit of 请某单位…; outside a demand only an office, for one may ask a guest to speak."""
    found = _asked(lexicon).match(words)
    if found is None or found.end() == len(words):
        return None
    if not (demanding or words[0] in "他她") and not _OFFICE.search(found.group("unit")):
        return None
    start, end = found.span("unit")
    return Named(start=start, end=end, kind=kind_of(words[start:end], lexicon))


_LEADING = re.compile(r"(?:^|[要须，、应])(?:总)?牵头(?!单位|部门|人)")


def takes_the_lead(words: str) -> bool:
    """Tell whether the one addressed is told to lead without being named again: …，牵头抓总."""
    return _LEADING.search(words) is not None


def _named(found: re.Match[str], group: str, lexicon: Lexicon) -> Named | None:
    named = unit_before(found.group(group), lexicon)
    if named is None:
        return None
    shift = found.start(group)
    return Named(start=named.start + shift, end=named.end + shift, kind=named.kind)


def label_of(words: str) -> str | None:
    """Return what a label such as 责任单位： or 完成时限： announces: lead, help or limit."""
    found = _LABEL.match(words)
    if found is None:
        return None
    label = found.group("label")
    if label.endswith(("时限", "期限", "时间")):
        return "limit"
    return "help" if label.startswith(("配合", "协", "参与")) else "lead"


def assignment_in(words: str, lexicon: Lexicon) -> Assignment | None:
    """Return who leads and who helps in a demand, or None where nobody is named so."""
    leading = unit_patterns(lexicon).leading.search(words)
    if leading is not None:
        a, b = leading.span("unit")
        return Assignment(lead=Named(start=a, end=b, kind=kind_of(words[a:b], lexicon)), helpers=())
    joint = _joint(lexicon).search(words)
    if joint is not None:
        lead, helper = _named(joint, "lead", lexicon), _named(joint, "helper", lexicon)
        if lead is not None and helper is not None:
            return Assignment(lead=lead, helpers=(helper,))
    led = _led(lexicon).search(words)
    if led is None:
        return None
    lead = _named(led, "lead", lexicon)
    if lead is None:
        return None
    helped = _helped(lexicon).search(words, led.end())
    helpers: tuple[Named, ...] = ()
    if helped is not None:
        a, b = helped.span("units")
        helpers = (Named(start=a, end=b, kind=kind_of(words[a:b], lexicon)),)
    return Assignment(lead=lead, helpers=helpers)


def told_without_modal(words: str, lexicon: Lexicon, *, demanding: bool) -> Charge | None:
    """Return the unit that 请X…, X牵头 or 由X组织… names at the front of a clause."""
    asked = asked_in(words, lexicon, demanding=demanding)
    if asked is not None:
        return Charge(unit=asked, begins=True)
    assigned = assignment_in(words, lexicon)
    if assigned is not None:
        named = assigned.lead if demanding or words.startswith("由") else None
    else:
        named = charged_in(words, lexicon) if demanding else None
    return Charge(unit=named, begins=False) if named is not None else None
