"""How papers name who wrote an article, whatever the surname: 记者 某某, （某某 文/图）, 某某/摄."""

import re
from re import Pattern

from guatu.domain.reading.patterns import ORNAMENTS

_ROLE = re.compile(
    r"(?:本报|本台|本网)?(?:[县市区旗]?(?:全媒体|融媒体?|新闻|电视台|广播)(?:中心)?)?(?:首席|特约|见习|实习)?"
    r"(?:记者|通讯员|实习生|(?<![工写创制操协合])作者|供稿|撰稿|撰文|采写|摄影|摄像|(?<![列踪续度题])报道|图文|文图|稿件|来源|供图)"
    r"|(?<=[（(])[\u3400-\u9fff]{0,6}融媒体?(?=[\u3400-\u9fff]{2,4}[）)]$)"
    r"|^[（(]?[\u3400-\u9fff]{2,4}(?:融媒体?|新闻网|电视台|广播电视台|日报|报社)(?:中心)?(?=.{2})"
    r"|^[\u3400-\u9fff]{0,4}[融全]媒体(?:中心?)?(?=[、：:]?[\u3400-\u9fff]{2,4}(?:[、][\u3400-\u9fff]{2,4})?$)"
    r"|[文图][/／][图文]?|[/／][文图摄]|(?<=[\u3400-\u9fff])摄(?=[）)]?$)"
)
# A desk that names nobody: 融媒体记者报道.
_DESK = re.compile(
    "[（(]?[\u3400-\u9fff]{0,8}融媒体?(?:中心)?(?:记者|编辑部)?(?:报道|供稿|讯)?[）)]?"
)
# An office, or somebody of one, that sent the report in: （县委政法委）, （柳河镇方小满）, （图文由某局提供）.
_SENT_IN = re.compile(
    "[（(](?!第|[^）)]*(?:图|摄|照|资料|版|期|号))[\u3400-\u9fff]{1,14}(?:委|办|局|科|股|台|站|社|镇|乡|街道|中心|部|室|院|校|公司|报|网|会|所|队|政府)"
    "[：:]?(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{2,3}[、 \u3000][\u3400-\u9fff]{2,3})?[）)]"
    "|[（(][^，。；（）()]{0,24}(?:提供|供稿|来稿|转自|来源)[^，。；（）()]{0,12}[）)]"
)
# 记者蹲点, 记者走基层, 通讯员手记: a column by what the writers do there.
_COLUMN = re.compile(
    "[（(【]?(?:本报|特约|[县市区旗])?(?:全媒体|融媒体?)?(?:记者|通讯员)(?:在|来到|带你|跟你|替你)?"
    "(?:蹲点|走基层|走笔|手记|札记|笔记|日记|随笔|观察|调查|追踪|追问|探访|走访|暗访|回访|寻访|探路|探店|探营|体验|打卡|见闻|直击|亲历|跟访"
    "|连线|专访|访谈|对话|述评|快评|点评|视点|视线|视角|来信|信箱|热线|在线|出发|现场|一线|在现场|在一线|行动|跑两会|看[㐀-鿿]{1,4}|说|感言|点睛)"
    "(?:手记|札记|日记|笔记|调查|报道|报告|见闻|随笔|行)?[】）)]?"
)
_OFFICE_BEGINS = "县市区旗州盟省镇乡"
_OFFICE_ENDS = "委办局部会院站社镇乡道心校团协联"
_LONGEST_SENDER = 14
_BETWEEN = re.compile(r"[、/／|｜·：:—\-（）()【】\[\]]")
_SENTENCE = re.compile("[，。；！？“”《》]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST = 34
_LONGEST_DESK = 16
_LONGEST_NAMES = 18


def names_writers(words: str) -> bool:
    """Tell whether words are a role of the press and names, and nothing else but an ornament."""
    words = words.lstrip(ORNAMENTS)
    if 4 <= len(words) <= _LONGEST and _SENT_IN.fullmatch(words):
        return True
    if 3 <= len(words) <= _LONGEST_DESK and _DESK.fullmatch(words):
        return True
    if not 4 <= len(words) <= _LONGEST or _SENTENCE.search(words) or not _ROLE.search(words):
        return False
    rest = _BETWEEN.sub("", _ROLE.sub("", words))
    return 2 <= len(rest) <= _LONGEST_NAMES and _HAN.fullmatch(rest) is not None


def sent_by_office(words: str, names: Pattern[str]) -> bool:
    """Tell whether words are an office and one of its people, who sent the report in: 县政府办 方小满.

    ``names`` is the pattern of a person's name.
    """
    if len(words) > _LONGEST_SENDER or words[0] not in _OFFICE_BEGINS:
        return False
    return any(
        words[place - 1] in _OFFICE_ENDS and names.fullmatch(words, place)
        for place in range(max(3, len(words) - 4), len(words) - 1)
    )


def names_column(words: str) -> bool:
    """Tell whether words are the name of a column that its writers fill, and name nobody: 记者蹲点."""
    return ("记者" in words or "通讯员" in words) and _COLUMN.fullmatch(words) is not None


# （县供电公司负责）, （县人社局） behind a numbered point: who must do it, and no byline.
_DUTY = re.compile("(?:负责|牵头|配合|落实|完成|办理|组织实施|参与)[）)]$")
_OFFICE = re.compile(
    "(?:[局委办镇乡站所院股科处室队校厂组]|街道|公司|中心|集团|部门|大队|支队|政府|管委会)[）)]$"
)
_POINT = re.compile("[（(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,3})[）)、.．]|[①-⑳【]")


def _charges(words: str, tail: str) -> bool:
    """Tell whether the bracket at the end of a line names who must do what the line says."""
    if _DUTY.search(tail) is not None:
        return True
    return _OFFICE.search(tail) is not None and _POINT.match(words) is not None


def not_told(tail: re.Match[str] | None, words: str) -> re.Match[str] | None:
    """Return the byline found at the end of a line, or None where it names who must do what the line says."""
    return None if tail is None or _charges(words, tail.group()) else tail


def glued_writers(words: str) -> int | None:
    """Return where writers begin who are glued behind the last sentence of a line, else None."""
    end = max(words.rfind(mark) for mark in "。！？”")
    tail = words[end + 1 :]
    if end <= 0 or not tail or tail.rstrip("）)").endswith("摄") or _charges(words, tail):
        return None
    if names_writers(tail):
        return end + 1
    return None
