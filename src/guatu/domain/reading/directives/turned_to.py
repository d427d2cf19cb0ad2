"""Whom somebody turns to as he begins to speak: 转向村干部，“…”, 握着某某的手叮嘱：, 给部门立了三条：.

The verb of saying tells it seldom (对某局说); oftener it is a look, a gesture, a call, or what he sets before them.
Behind the words that turn to somebody stand who it is and, to the end of the lead-in, nothing but such words.
"""

import re
from re import Pattern

from guatu.domain.reading.actors import ends_as_actor
from guatu.domain.reading.directives.hearers import ANYBODY, BESIDE
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import audience_end
from guatu.domain.reading.units import Named, kind_of, unit_before
from guatu.domain.reading.values import AddresseeKind

_LOOKS_BACK, _SHORTEST, _LONGEST = 70, 2, 24
_TURNS = re.compile(
    "叮嘱|嘱咐|叮咛|嘱托|吩咐|交代|交待|(?:当即|现场|电话|随即|立即|马上)联系|告诫|提醒|告诉|责成|责令|要求|命令|指示|勉励|鼓励|号召|希望"
    "|召集了?|[转面望看朝冲对]向|[望看盯冲朝对指]着|[拉握拍扶挽]着|[叫找喊请招唤]来|[叫喊拦]住|(?<!被)点名(?:让|要|叫|请)?|留下|摇通了?|要通了?|打通了?|叫通了?|[叫喊招]过|招呼|约谈了?|约见了?|转到|转给|转接|打到|接到|致电|打给|拨给|拨通了?|接通了?|连线"
    "|[走来跑凑]到(?=[^，。；]{2,20}(?:面前|跟前|身边|身旁))|点了|点到|追问|质问|反问|批评|问|对|向|给|朝|冲|跟|同|与|和|把|请"
)
_GESTURE = "的(?:双?手|肩膀?|胳膊|衣袖|手腕|电话|名|面|话头?)"
_COMES = "(?:进行)?(?:深入|仔细|详细|当面|现场|面对面)?(?:沟通|联系|对接|通话|核实)(?:了一番|一番)?(?:之?后)?|(?:详细|仔细|认真|逐一|一一)?(?:询问|问起|过问|了解)了?[\u3400-\u9fff、]{1,14}?(?:之?后)?(?=，)|[叫喊请招召集唤]*到一(?:起|块儿?|处)|(?:现场|当场|当即|连夜|紧急)*(?:研究|会商|商量|商讨|开会|碰头|办公)(?:对策|办法|方案|此事)?|留下来?|留住|单独留下|留到最后|过来|进来|出来|过去|上前|[叫喊拉请招唤领带拽]到[^，。；的]{1,6}(?:前|边|旁|里|上|下|口|后|脚|头|中|心|间|处)|[叫喊拉请招唤]?到(?:跟前|身边|身旁|面前|现场|一边|一旁|门口|车前|会场|办公室)|(?:的)?(?:面前|跟前|身边|身旁)|打(?:去|了|通)?了?(?:一?个)?电话|来"
_HOW = "又|再|还|也|并|便|就|随即|当即|随后|当场|当面|现场|再三|反复|一再|特意|专门|特别|郑重|严肃|耐心|轻声|大声|连声|一字一句|开门见山|直截了当|斩钉截铁|语重心长|(?:(?!地)[\u3400-\u9fff]){2,6}地"
_SAYS = "责令|责成|督促|叮嘱|嘱咐|叮咛|交代|交待|吩咐|告诫|提醒|说|讲|道|问|喊|布置|安排|强调|要求|约定|指出|表示|补充|直言|开口|发话|明确"
_SETS = "[提立定讲说做办记守把交布约念划给列补撂丢扔甩开排摆][出下好住了清牢紧法到妥过置代定一]*|布置[了好下]?|交代[了好]?|约[定法好]|解决好?|落实好?|强调了?|安排了?"
_SO_MANY = "[几一二两三四五六七八九十\\d]+(?:个|条|点|件|项|句|方面|道|样|笔|章)"
_WHAT = "[\u3400-\u9fff]{0,4}(?:事|事情|这件事|这事|话|句|单子|清单|账|条件|规定|硬杠杠|死规矩|要求|希望|规矩|任务|时限|期限|底|醒|题|建议|意见|叮嘱|要点|底线|死命令|军令状|军令|铁规|差事)"
_REST = re.compile(
    f"(?:{_GESTURE})?(?:{_COMES})?，?(?:{_HOW})*(?:{_SAYS})*(?:得很直|得直白|得明白)?(?:{_SETS})?(?:这么|这样)?(?:{_SO_MANY})?(?:{_WHAT})?[，：]?“?"
)
# To the front of a saying: 对青年人，某某提出几点希望：.
_AT_FRONT = re.compile("(?:针?对|对于|至于)(?P<to>[^，。；：“”]{2,20})，[^，。；“”]{2,24}[：，]“?$")
# 面对施工难题，: what one is up against, and nobody.
_FACES_MATTER = re.compile(
    "面对[^，。；]{0,16}(?:难题|问题|困难|形势|情况|局面|挑战|压力|任务|[险灾疫汛旱]情|风险|灾害)(?=[，。；]|$)"
)
_DEED_OF_OFFICE = re.compile("办[好妥完成]")
_NO_HEARER = re.compile(
    "记者|大家|人们|人群|群众|村民|居民|老百姓|百姓|老乡|乡亲|老人|老汉|大[爷妈娘叔姐哥嫂]|阿姨|孩子|娃娃|游客|观众|听众|自己|对方|身边人|众人|大伙|台下|[他她它我]|会商$"
)
# 危房改造工作提出了三点工 + 作要求: what is asked, cut in two.
_TELLS = re.compile("[提作做]出了?[几一二两三四五六七八九十\\d]+[点条项个]")
_STAYS = re.compile("[^，。；：“”的]{1,8}的(?=[^的]+$)")
# 几位局长, 三个镇的书记: heads told together.
_SEVERAL_HEADS = re.compile(
    "[几两三四五六七八九十各]+[个位名][㐀-鿿]{0,8}(?:长|书记|主任|经理|支书|负责人|负责同志|干部|站长|专干)们?"
)
_POST_BEHIND = re.compile(
    "(?:书记|副?[县市区镇乡村局校院所站园厂场队]长|副?主任|总?经理|同志|老师|师傅|支书|部长|股长|科长)?"
)
_POST_BEFORE = re.compile(
    "(?:[^，。；：“”、]{0,22}(?:[长员师工农达]|书记|主任|经理|支书|会计|代表|同志|负责人|董事|专干|法人|村医|的))?"
)


def turned_to(text: str, end: int, names: Pattern[str] | None, lexicon: Lexicon) -> Named | None:
    """Return whom the words right before a place turn to, by its place in ``text``, or None.

    ``end`` is where what is said begins. A person is told by his name, others as printed; how they happen to
    be there (随行的, 围拢来的) is left out.
    """
    first = max(text.rfind(one, 0, end - 2) for one in "。！？；”") + 1 if end > 1 else 0
    front = text[max(first, end - _LOOKS_BACK) : end]
    shift = end - len(front)
    opened = _AT_FRONT.search(front)
    if opened is not None:
        found = hearer_in(opened.group("to"), names, lexicon)
        if found is not None:
            return _moved(found, shift + opened.start("to"))
    for turn in reversed(list(_TURNS.finditer(front))):
        if turn.group() == "对" and _FACES_MATTER.match(front, max(turn.start() - 1, 0)):
            continue
        found = _behind(front, turn.end(), names, lexicon)
        if found is not None:
            return _moved(found, shift)
    return None


def _behind(front: str, start: int, names: Pattern[str] | None, lexicon: Lexicon) -> Named | None:
    """Return who stands behind words that turn to somebody: the longest name behind which such words go on."""
    best: Named | None = None
    for stop in range(start + _SHORTEST, min(len(front), start + _LONGEST) + 1):
        if front[stop - 1] in "，。；：":
            break
        if _REST.fullmatch(front, stop) is None:
            continue
        found = hearer_in(front[start:stop], names, lexicon)
        if found is None or (best is not None and _DEED_OF_OFFICE.match(front, stop - 1)):
            # 交代部门 + 办好三件事.
            continue
        best = _moved(found, start)
    return best


def _moved(found: Named, by: int) -> Named:
    return Named(start=found.start + by, end=found.end + by, kind=found.kind)


def hearer_in(words: str, names: Pattern[str] | None, lexicon: Lexicon) -> Named | None:
    """Return who stands in words that name nobody else: a person by name, a unit, people of a trade."""
    if names is not None:
        for one in names.finditer(words):
            behind = _POST_BEHIND.fullmatch(words, one.end())
            if behind is not None and _POST_BEFORE.fullmatch(words, 0, one.start()):
                return Named(start=one.start(), end=one.end(), kind=AddresseeKind.UNIT)
    beside = BESIDE.match(words) or _STAYS.match(words)
    skip = beside.end() if beside is not None else 0
    who = words[skip:]
    if len(who) < _SHORTEST or _NO_HEARER.search(who) or ANYBODY.fullmatch(who):
        return None
    named = unit_before(who, lexicon)
    if named is not None and (named.start, named.end) == (0, len(who)):
        return Named(start=skip, end=len(words), kind=named.kind)
    if _SEVERAL_HEADS.fullmatch(who):
        return Named(start=skip, end=len(words), kind=AddresseeKind.CLASS)
    if (ends_as_actor(who) or audience_end(who, lexicon)) and _TELLS.search(who) is None:
        return Named(start=skip, end=len(words), kind=kind_of(who, lexicon))
    return None
