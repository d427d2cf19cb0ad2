"""The modal that makes a clause a demand: 要, 必须, 务必, 不得 and their like."""

import re
from functools import lru_cache
from re import Pattern
from typing import NamedTuple

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of, one_of

_WITHIN = 60
_OUGHT = "(?<![响适供反相对感顺回效照呼理])应(?![回到收缴退检归返][0-9一二三四五六七八九十])(?!对(?!所|其|本|辖|各|全|在|已|未|存|辖)|[急用付邀届征聘变试声季有收尽转早享统检报保种答酬允运知景战考诉激力援验招募城节敌市手承诺约名从休])"
_DUE_ON = "(?<![任服业事政商财村税党公医警债家职内外特教常义要急勤杂劳])务于"
# 不可掉以轻心: it warns of a mind that is careless; 不可分割 says what cannot be done.
_MINDLESS = "掉以轻心|大意|麻痹|松懈|松劲|懈怠|马虎|轻视|小视|轻敌|疏忽|侥幸|心存侥幸|放松|敷衍|拖延|盲目|有(?:丝毫|半点|任何|一丝)"
_WARNS = f"(?:万|更)?不可(?={_MINDLESS})"
_CANNOT = "(?:千万|万万|切|决|绝|断)不可(?![缺少或抗逆思])|(?<!能)(?:绝|决|更)?不能(?!.{0,16}的$|不|说|够|答应|表态|自理|含糊|马虎)|(?:谁也|绝|决)?不[许准](?!.{0,16}的$)|(?<![要能])不要(?![说紧是脸求命]|.{0,16}的$)|(?<=[\u3400-\u9fff]{2})别(?=忘|怕|急着|光|老|总|逞|硬|乱|动不动)|(?<=[\u3400-\u9fff]{2})(?<![区特分个类级性识鉴告辨离派差国界送话惜])别(?=翘|等|站着|拿|把|让|当|再|嫌|躲|推|拖|装|搞|找借|只|留|停|伸|碰|挡|抢|赖|图|糊|敷|耽误|心疼|省|慌|歇|松)|(?:^|[也就都可]|千万)别(?![人的处国墅具业样称致看])"
# The signs that 要, 不得 and the modals spelt out above begin with.
_BEGINS = "要不应务绝决更谁别也就都可千万切断"
# 必须清醒看到，…问题依然突出: what is the case is told, and nothing is to be done.
_SEEN = "(?:清醒|清楚|客观|冷静|辩证|理性)?地?(?:看到|认识到|意识到)(?:，|我[县市区旗]|当前|目前|存在|[^，。；]{0,14}(?:仍|还|依然|不足|差距))|(?:清醒|清楚|客观|冷静)地?(?:看到|认识到)"
# 各部门要清醒认识到…不足，加快…: those who are named before it are told to.
_OF_THEM = "(?:(?<=部门要)|(?<=单位要)|(?<=乡镇要)|(?<=干部要)|(?<=上下要)|(?<=各级要)|(?<=街道要)|(?<=各地要)|(?<=各镇要)|(?<=党员要)|(?<=同志要)|(?<=企业要)|(?<=镇街要)|(?<=成员要))"
# 车库业主要备足…: 主 is of the owner here, and 要 is no part of 主要.
_OWNERS = "(?<=[车房船店货雇塘摊债]主)要(?!负责|领导|求)|(?<=[^企行产农工副作物营]业主)要(?!负责|领导|求)|(?<=^业主)要(?!负责|领导|求)"
_NO_DEMAND = "[^，。；]{1,5}(?:、要[^，。；]{1,6})?的(?:声音|呼声)|(?![^，。；]{0,3}(?:必须|应当|该))(?:[捂出吃误坏摔闹烂撞垮塌冻淹旱荒][\u3400-\u9fff]{0,3}的(?:$|[。！”]))|(?:[通来到走回]了|过来了)|(?:[一二两三四五六七八九十百千万\\d.]+|好?几|半)(?:多|来)?个?(?:年|个?月|天|小时|分钟|钟头|公里|里路|里地|块钱?|[百千万亿]*元|趟|遍)(?![内前之])(?:[，。；]|$)|说(?:没有?|不|起|有|最|到)|看(?![好住护管紧牢准齐守])|靠(?!前)|[从在]哪|怎么|如何|涨(?!价)|下[雨雪]|降温|刮风|变天|打(?:折扣|水漂)|落空|掉队|吃(?:亏|苦头|大亏)|出(?:事|乱子|大事)|翻(?:车|船)|归零|泡汤|砸锅|挨骂|付出代价|亏本|赔本|遭殃|紧(?:[，。；、的”]|$)|(?:[长养走花等用磨熬攒跑坐绕爬赶开挖排][\u3400-\u9fff]{0,4}?)(?:上?[一二两三四五六七八九十百千\\d]+|好?几|上?大?半)个?(?:多|来)?(?:年|个?月|天|小时|分钟|里|公里|代人|辈子|里路)(?![内前])(?:$|[，。才])"
"""要看实绩, 要靠奋斗: what depends on something is demanded of nobody."""


class Modal(NamedTuple):
    """Where the modal stands in a clause."""

    start: int
    end: int
    word: str


def _plain(lexicon: Lexicon) -> list[str]:
    return [word for word in lexicon.modals if word not in ("要", "不得", "应")]


def _first_sign(lexicon: Lexicon) -> str:
    return one_of(sorted({*_BEGINS, *(word[0] for word in _plain(lexicon))}))


@lru_cache(maxsize=4)
def _begins(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(_first_sign(lexicon))


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    others = any_of(_plain(lexicon))
    # One look at the sign a modal begins with rules out most places of a clause.
    begins = _first_sign(lexicon)
    idiom = one_of(lexicon.not_prohibited)
    before = one_of(lexicon.modal_not_before)
    # 主要 is a word, but behind 船主 and 户主 any other modal is one.
    parts = one_of(sign for sign in lexicon.modal_not_before if sign != "主")
    after = any_of(lexicon.modal_not_after)
    # 不得 forbids only what follows it: 等不得 and 来不得半点马虎 forbid nothing.
    forbids = f"(?<!{idiom})不得(?![不已了，、。；”]|半点|丝毫|一丝|$)"
    return re.compile(
        f"(?={begins})(?:{_OWNERS}|(?<!{before})要(?=件件|桩桩|样样|个个|人人|户户|处处|事事|层层|时时)|(?:(?<!{parts})(?:{others}(?!知)|{forbids}|{_DUE_ON}|{_OUGHT}|{_CANNOT}|{_WARNS})|(?<!{before})要(?!{after}|{_NO_DEMAND}))(?:(?!{_SEEN})|{_OF_THEM}))"
    )


def find_modal(words: str, lexicon: Lexicon, names: Pattern[str] | None = None) -> Modal | None:
    """Return the first modal of a clause outside quotation marks; 重要, 要求 and the like are none.

    ``names`` are the persons of the page: the surname 应 is no modal.
    """
    found = _modal_from(words, 0, lexicon)
    while found is not None and found.word == "应":
        if names is None or names.match(words, found.start) is None:
            break
        found = _modal_from(words, found.end, lexicon)
    return found


# Rules that look ahead ask the same of the clauses of a stretch, and then each clause by itself.
@lru_cache(maxsize=256)
def _modal_from(words: str, place: int, lexicon: Lexicon) -> Modal | None:
    """Return the first modal from a place of a clause on that stands outside quotation marks."""
    # Most clauses hold no sign that a modal begins with, and that is soonest told by the class of these alone.
    while (sign := _begins(lexicon).search(words, place, _WITHIN)) is not None:
        found = _pattern(lexicon).search(words, sign.start(), _WITHIN)
        if found is None:
            return None
        if words.count("“", 0, found.start()) <= words.count("”", 0, found.start()):
            return Modal(start=found.start(), end=found.end(), word=found.group())
        place = found.end()
    return None
