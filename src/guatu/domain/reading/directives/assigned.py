"""Who leads and who helps: 由X牵头、Y配合, 责任单位：X, 发挥X牵头作用."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.decisions import chooses
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.unit_fronts import audience_at_front, unit_at_front, unit_by_place
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.units import Named, is_unit, kind_of, unit_before
from guatu.domain.reading.values import AddresseeKind


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


_LEADS = ("牵头", "牵总", "挑头", "把关", "具体负责", "负责", "负总责", "主抓", "承办", "组织实施")
_LEAD = re.compile(any_of(_LEADS))


@lru_cache(maxsize=4)
def _led(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    bound = f"(?:{any_of(lexicon.modals)}|{any_of(lexicon.adverbs)}|积极|主动|认真|继续|充分|作为|为){{0,3}}"
    return re.compile(
        rf"(?:由|，|^|；|。)(?P<lead>[^，。；：由]{{1,40}}?{suffix})"
        rf"(?:(?:总)?{any_of(_LEADS)}(?!人|同志|的第|单位|部门|科室)|{bound}(?:总)?牵头(?!单位|部门|科室))"
    )


# 由甲牵头，各镇分片包干; 甲总牵头，乙等单位同步施工: they do it together, and the first of them leads.
_TOGETHER = "(?:各负其责|各司其职|各尽其责|分片(?:包[干保抓]|负责|推进|落实)|分头(?!负责)[\u3400-\u9fff]{2}|同步(?!要)[\u3400-\u9fff]{2}|跟进(?:落实|配合|推进)?|协作|分工协作|(?:具体|负责)?承办)"
_BARELY_LED = re.compile("[^，。；]{2,30}?(?:总牵头|牵头(?:抓总|总抓|负责|协调)?|包案|包保|包联)，")
_WORKS_WITH = re.compile(_TOGETHER)


def works_with_lead(front: str, rest: str) -> bool:
    """Tell whether those whose act ``rest`` is do together what another leads who stands in ``front``."""
    return _BARELY_LED.fullmatch(front) is not None and _WORKS_WITH.match(rest) is not None


@lru_cache(maxsize=4)
def _helped(lexicon: Lexicon) -> Pattern[str]:
    suffix = any_of((*lexicon.unit_suffixes, *lexicon.unit_words))
    return re.compile(
        rf"(?:^|[，、；])(?P<units>(?:[^，。；：]{{1,60}}?{suffix}|街道|乡镇|学校|社区|园区|企业|镇村|村里|镇里)(?:（[^）]{{1,8}}）)?|(?:[\u3400-\u9fff]{{2,8}}、){{1,8}}[\u3400-\u9fff]{{2,8}}等(?=[积主密全分共做协配]))(?:积极|主动|密切|全力|分别|共同|做好|协同(?=配合))?(?:{_TOGETHER}|配合|协同|协助|参与|参加|分头负责|分工负责|落实$|落实(?=[。；])|出工|出力|具体落实|具体实施"
        rf"|(?:具体)?负责(?:具体)?(?:落实|实施|执行|组织实施)(?=[，。；]|$)|各?(?:选派|抽派|抽调|派出|派)[^，。；：]{{1,14}}(?:参加|参与))"
    )


_DOES = "办定管出批审拿修建"
# 由财政补贴更换: with what it is paid, and nobody who acts.
_MEANS = re.compile(
    "(?:补贴|补助|奖补|资金|经费|费用|预算|财力|保险|贷款|基金|专款|列支|物业费|水费)$"
)


# 由县水利局负责的第3件事项: what is theirs, and nothing they are told.
_ANSWERS_FOR = re.compile("(?:牵头|具体)?(?:负责|承办|主办|牵头|包保|督办|承担)的")

# 成立由副县长任组长的专班: how a body is made up, and nobody told.
_HOLDS_POST = re.compile(
    "(?:[\u3400-\u9fff]{2,4}?(?:同志)?)?(?:出任|担任|兼任|任|为)(?:[\u3400-\u9fff]{0,6}(?:组长|主任|指挥长?|召集人|队长|班长|所长|会长|负责人)的)"
)


def charged_in(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit of 由某单位组织…, where the clause begins so; of 由甲与乙签订 only the first."""
    if not words.startswith("由") or chooses(words):
        return None
    if words[-1] in _DOES and is_unit(words[1:-1], lexicon):
        # 开挖手续由县住建局办: one sign is the verb, and no part of the name.
        return Named(start=1, end=len(words) - 1, kind=kind_of(words[1:-1], lexicon))
    both = words.find("与", 2, 24)
    if both > 1 and is_unit(words[1:both], lexicon):
        return Named(start=1, end=both, kind=kind_of(words[1:both], lexicon))
    named = unit_by_place(words[1:], lexicon)
    if named is not None and (
        _ANSWERS_FOR.match(words, 1 + named.end) or _HOLDS_POST.match(words, 1 + named.end)
    ):
        return None
    if named is None or _MEANS.search(words, 1, 1 + named.end) is not None:
        return None
    return Named(start=1 + named.start, end=1 + named.end, kind=named.kind)


_OFFICE = late(
    "(?:局|委|办|政府|部门|单位|乡镇|镇|乡|街道|中心|办公室|领导小组|指挥部|农商行|银行|支行|信用社|公司|集团|大队|支队|[县市区旗][\u3400-\u9fff]{2,8}(?:院|所|站|行|馆|社|部|校))$"
)


def asked_in(words: str, lexicon: Lexicon, *, demanding: bool) -> Named | None:
    """Return the unit of 请某单位…; outside a demand only an office, for one may ask a guest to speak."""
    opened = _ASKING.match(words) if "请" in words else None
    if opened is None:
        return None
    rest = words[opened.end() :]
    named = unit_by_place(rest, lexicon) if demanding else unit_at_front(rest, lexicon)
    if named is None or opened.end() + named.end == len(words) or rest.endswith("放心"):
        return None
    if words.endswith(("放心", "谅解", "理解", "包涵")):
        # 请县委放心: a courtesy.
        return None
    name = words[opened.end() + named.start : opened.end() + named.end]
    if not (demanding or words[0] in "他她") and not (
        _OFFICE.search(name)
        or name.startswith(
            ("各", "有关", "相关", "广大", "全县", "全市", "全区", "全镇", "市民", "居民")
        )
    ):
        return None
    shift = opened.end()
    return Named(start=named.start + shift, end=named.end + shift, kind=named.kind)


_ASKING = re.compile(
    "(?:(?:其余|剩余|不足|其他)(?:部分|资金|缺口|费用)?)?(?:“?[他她]?请(?![家县市区示求假])|[他她]?请(?=[县市区](?!长|委书记)))"
)
# 采伐前请贵公司…, 也请企业…, 望各单位…; 鼓励村卫生室… opens a sentence, else it is what the one told shall do.
_BY_LETTER = late(
    "(?:[^，。；请]{1,8}[前后时中])?(?:也|还|再|同时|另)*(?:恳请|敬请|务请|烦请|商请|特请|请(?![示求教假])|[望盼](?![向远重去来着见]))"
)
# 请家长朋友…: as the salutation calls them.
_FRIENDS = re.compile("(?:朋友|同学|同志)们?")
_PUBLIC = re.compile(
    "(?:广大|各位|受影响的?|该路段|沿线|片区)?(?:[过往自驾车新老]{2})?(?:用户|业主|旅客|乘客|考生|市民|居民|游客|读者|消费者|投资者|纳税人|驾驶人|驾驶员|车主|储户|行人|车辆|船舶)(?:和(?:行人|车辆|乘客|家长))?们?"
)
_ENCOURAGED = re.compile("(?:鼓励|勉励|号召|倡导|倡议(?!书)|呼吁)(?:和(?:支持|引导))?")


def asked_by_letter(words: str, lexicon: Lexicon, *, opens: bool) -> Charge | None:
    """Return whom a clause of a letter asks or, where it opens a sentence, encourages."""
    found = _BY_LETTER.match(words) or (_ENCOURAGED.match(words) if opens else None)
    if found is None:
        return None
    shift = found.end()
    named = unit_at_front(words[shift:], lexicon)
    public = _PUBLIC.match(words, shift) if named is None else None
    if public is not None:
        named = Named(start=0, end=public.end() - shift, kind=AddresseeKind.CLASS)
    if named is None or shift + named.end == len(words):
        return None
    friends = _FRIENDS.match(words, shift + named.end)
    end = friends.end() if friends is not None else shift + named.end
    unit = Named(start=named.start + shift, end=end, kind=named.kind)
    return Charge(unit=unit, begins=False)


_AT_LARGE = re.compile("群众|居民|村民|百姓|市民|公众|社会|民间|全民|更多|大家")


def encouraged(words: str, lexicon: Lexicon) -> Charge | None:
    """Return whom a sentence of speech encourages: 鼓励种植大户扩大面积; the people at large are no addressee."""
    found = _ENCOURAGED.match(words)
    if found is None:
        return None
    shift = found.end()
    named = unit_at_front(words[shift:], lexicon) or audience_at_front(words[shift:], lexicon)
    if named is None or named.start or shift + named.end == len(words):
        return None
    if _AT_LARGE.search(words, shift, shift + named.end) is not None:
        return None
    return Charge(unit=Named(start=shift, end=shift + named.end, kind=named.kind), begins=False)


_LEADING = re.compile(r"(?:^|[要须，、应]|发挥好?)(?:总)?牵头(?!单位|部门|人)")


def takes_the_lead(words: str) -> bool:
    """Tell whether the one addressed is told to lead without being named again: …，牵头抓总."""
    return "牵头" in words and _LEADING.search(words) is not None


def _named(found: re.Match[str], group: str, lexicon: Lexicon) -> Named | None:
    named = unit_before(found.group(group), lexicon)
    if named is None:
        return None
    shift = found.start(group)
    return Named(start=named.start + shift, end=named.end + shift, kind=named.kind)


# 绿化由某某牵头，林业局落实: a person leads, whoever he is.
_PERSON_LEADS = re.compile("由(?P<lead>[\u3400-\u9fff]{2,4}?)(?:同志)?(?:总)?牵头(?!单位|部门|人)")


def assignment_in(words: str, lexicon: Lexicon) -> Assignment | None:
    """Return who leads and who helps in a demand, or None where nobody is named so."""
    leading = unit_patterns(lexicon).leading.search(words)
    if leading is not None:
        a, b = leading.span("unit")
        return Assignment(lead=Named(start=a, end=b, kind=kind_of(words[a:b], lexicon)), helpers=())
    # Most demands name no such verb, and looking for who leads is slow.
    led = _led(lexicon).search(words) if _LEAD.search(words) is not None else None
    person = _PERSON_LEADS.search(words) if led is None and "牵头" in words else None
    led = led or person
    if led is None:
        return None
    lead = _named(led, "lead", lexicon)
    if person is not None and lead is None:
        a, b = person.span("lead")
        lead = Named(start=a, end=b, kind=AddresseeKind.UNIT)
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


def _plays_part(demand: Demand, words: str, lead: Named, lexicon: Lexicon) -> bool:
    """Tell whether those addressed shall but let a body play its part: 各单位要…，发挥领导小组办公室的统筹作用."""
    if demand.source is not Source.EXPLICIT or not demand.units:
        return False
    leading = unit_patterns(lexicon).leading.search(words)
    own = demand.units[0].start - demand.start
    return (
        leading is not None and leading.span("unit") == (lead.start, lead.end) and own < lead.start
    )


# 各部门要…，主管领导具体负责: the chief of each of those told.
_OWN_CHIEF = re.compile("(?:主要|主管|分管|党政|值班|带班)(?:领导|负责人|负责同志)")


def with_lead(demand: Demand, words: str, lexicon: Lexicon) -> Demand:
    """Return the demand with the unit that leads and those that help, where its words name them."""
    assigned = assignment_in(words, lexicon)
    if assigned is not None and _plays_part(demand, words, assigned.lead, lexicon):
        assigned = None
    if assigned is not None and demand.source is Source.EXPLICIT:
        chief = _OWN_CHIEF.fullmatch(words, assigned.lead.start, assigned.lead.end)
        assigned = assigned if chief is None or assigned.helpers else None
    if assigned is None:
        if len(demand.units) == 1 and takes_the_lead(words):
            return demand._replace(lead=demand.units[0])
        return demand

    def placed(named: Named) -> PlacedUnit:
        return PlacedUnit(
            text=words[named.start : named.end],
            kind=named.kind,
            paragraph=demand.paragraph,
            start=demand.start + named.start,
            end=demand.start + named.end,
        )

    lead = placed(assigned.lead)
    helpers = tuple(placed(one) for one in assigned.helpers)
    return demand._replace(units=(lead, *helpers), lead=lead, source=Source.EXPLICIT)
