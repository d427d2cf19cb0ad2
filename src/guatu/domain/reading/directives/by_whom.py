"""Who acts where the thing stands first: 排水设施统一由某公司运维, 存量案件由某局逐案制定方案."""

import re

from guatu.domain.reading.directives.assigned import charged_in
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import ends_as_unit
from guatu.domain.reading.units import Named, is_unit, kind_of

_BY = re.compile(
    "[^，。；由]{0,24}(?:(?<!不得)(?<!不能)(?<!不准)(?<!不许)(?<!严禁)(?<!禁止)由(?!来|于|衷|此)|交(?=[县市区旗各])|交给|商请)"
)
# 线索移交某派驻组处置: handed over, and they act.
_HANDED = re.compile(
    "[^，。；：由把将]{2,16}(?:移交|移送|转交|转由|归口|划归|委托)(?:给|由|至)?(?=[^，。；：]{2})"
)
_HANDED_FOR = re.compile(
    "(?:依法|依规|依纪|统一|负责|牵头|具体)*(?:处置|处理|办理|查处|核查|管理|管护|接管|运营|运维|使用|审理|养护|承办|督办|代管|经营|调查|审查|保管|跟进)"
)
# 全过程由某派驻组监督, 停课决定授权某局先行作出: known by shape and place, whatever verb follows.
_SEEN_TO = re.compile("[^，。；：由把将]{0,16}(?:由|授权|委托|明确|指定)(?=[^，。；：]{3})")
_SEEN_TO_BY = re.compile(
    "(?:全程|依法|依规|统一|负责|牵头|具体|先行|直接|分别|共同|参照)*(?:监督|督导|督办|督促|作出|审批|核发|把关|审定|核定|行使|签订|签署|出具|出面|跟踪|担任|代行|履行|召集|协调|检验|评估|保障|兜底|值守|负责)"
)
_LONGEST_BODY = 24
_BODY_SHAPED = late(
    "[\u3400-\u9fff]{2,18}(?:局|委|办|组|院|馆|站|所|队|中心|公司|集团|合作社|协会|学校|镇|乡|街道|管理处|管委会)"
)
_NEAR = 15
_SHORT = 2
_CHARGED = re.compile(
    "(?:企业|局|委|办|部|部门|镇|乡|街道|社区|中心|公司|大队|支队|领导|专班|学校|银行|单位|政府|组|站|所|院|集团|联社|[村镇乡局县厂矿][里上]|村组|镇村|村社)(?:（[^）]*）)?$"
)


_OF_THE_UNIT = re.compile(
    "(?:党政|其|单位|部门)?(?:主要|分管|值班|带班)(?:教师|干部|医生|职工|领导|负责人|负责同志|责任人)"
)

_POST = re.compile("(?:领导|主任|人员|干部|负责人|员)$")


_COST = re.compile(
    "(?:所需|由此产生的|产生的|其)?(?:费用|经费|资金|损失|后果|责任|开支|税费|款项|价款|成本|差额|利息|租金|工资)[^，。；]{0,8}由"
)


def bears_cost(words: str) -> bool:
    """Tell whether a clause says who pays or answers for what is demanded (所需费用由产权人承担)."""
    return "由" in words and _COST.match(words) is not None


# 报不上来的，由总经理到会说明: he must come himself, and nothing is done to him.
_OWN_ACT = re.compile(
    "到[^，。；]{1,10}(?:说明|检讨|交账|表态|作|做|讲|汇报)|(?:作|做|当面|书面)[^，。；]{0,4}(?:说明|检讨|检查|交代)|说明情况|说清|讲清|来[找见]"
)


def is_consequence(before: str, told: str, words: str = "") -> bool:
    """Tell whether 由县领导约谈 says what follows for those just named (连续垫底的，): no new demand."""
    if _OWN_ACT.search(words) is not None:
        return False
    return before.endswith("的，") and _POST.search(told) is not None


_PERSONS = re.compile("(?:人员|员|者|工|师|生|民|户|干部|同志|领导|书记|主任|人)$")


def is_of_the_unit(head: str, told: str = "") -> bool:
    """Tell whether a subject behind a comma is of the unit told before: 各镇要…，主要领导一律不得….

    Without 一律 they are told themselves (…，主要负责同志要亲自带班), as persons are who
    have no chiefs of their own (``told``: 值班人员).
    """
    if head.endswith(("同志", "领导", "负责人", "责任人", "干部")):
        return False
    return _OF_THE_UNIT.match(head) is not None and _PERSONS.search(told) is None


def charged_behind(words: str, lexicon: Lexicon, *, reach: int = _NEAR) -> Named | None:
    """Return the unit behind 由 in a clause, as a place in its words; ``reach`` is how far 由 may stand.

    Away from the front of the clause only a unit that ends as an office or a firm is one that acts.
    """
    if "由" not in words and "交" not in words and "商请" not in words:
        return None
    by = _BY.match(words)
    if by is None or by.end() > reach:
        return None
    rest = words[by.end() :]
    charged = charged_in(f"由{rest}", lexicon)
    if charged is None and by.group().endswith(("交给", "交由")) and is_unit(rest, lexicon):
        # 站名的事交给县交通局，: handed over, and what is to be done follows.
        charged = Named(start=1, end=1 + len(rest), kind=kind_of(rest, lexicon))
    if charged is None:
        return None
    shift = by.end() - 1
    told = words[shift + charged.start : shift + charged.end]
    if shift and not (
        _CHARGED.search(told)
        or told in lexicon.unit_abbreviations
        or (len(told) > _SHORT and ends_as_unit(told, lexicon))
    ):
        return None
    return Named(start=shift + charged.start, end=shift + charged.end, kind=charged.kind)


def handed_over(words: str, lexicon: Lexicon, *, running: bool = False) -> Named | None:
    """Return whom a clause hands its matter to, who is to see to it: 问题线索移交县纪委监委处置.

    ``running``: in a demand that runs, where only 由 names somebody else.
    """
    for pattern, acts in ((_HANDED, _HANDED_FOR), (_SEEN_TO, _SEEN_TO_BY)):
        found = pattern.match(words)
        if found is None or (running and not found.group().endswith("由")):
            continue
        first = found.end()
        for last in range(min(len(words), first + _LONGEST_BODY), first + 1, -1):
            who = words[first:last]
            if acts.match(words, last) is None:
                continue
            if is_unit(who, lexicon) or _BODY_SHAPED.fullmatch(who) is not None:
                return Named(start=first, end=last, kind=kind_of(who, lexicon))
    return None


# 由某某召集三家会商: what one person is charged with, and no part of a ceremony.
_ROUND = re.compile(
    "(?:同志)?(?:负责|牵头|召集|统筹|协调|督办|包案|包联|领办|挂帅|总负责|具体负责)"
)


def charges_person(words: str, name: str, *, lasting: bool) -> bool:
    """Tell whether a person is charged by name: 由某某同志牵头 in a paper, 由某某召集 of a meeting's decisions."""
    if lasting and name.endswith("同志"):
        return True
    by = words.find("由" + name)
    return by >= 0 and _ROUND.match(words, by + 1 + len(name)) is not None
