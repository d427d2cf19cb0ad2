"""Where a verb of speech is none: 出让地块, 安排布置了, 要求要严, 传达学习了…、勉励…的回信."""

import re

# 传达学习了…、勉励某部官兵的回信精神: what was read out, and nobody speaks.
_NARRATED = re.compile("(?:传达|学习|听取|观看|审议|宣读)了?[^，。；]*[、《]")
# 现场指出存在问题: what was found.
_FOUND = re.compile("了?(?:其中|存在)的?(?:突出)?(?:问题|不足|隐患|短板)")
# 标准要高，要求要严: the noun.
_HOW_STRICT = re.compile(
    "要[严高实细明紧准](?:格)?$|(?:过|偏|较|很|太|不|更|极)[高低严多明一符合清](?:格)?(?:的|$)|(?:严格|苛刻|合理|明确|迫切|强烈)(?:的|$)"
)
# 安排布置了下一步工作: told, and nobody is charged.
_ARRANGED = re.compile("(?:部署|布置|落实)?了")
# 出让地块, 转让股权: what is given up is no charge.
_GIVEN_UP = re.compile("[出转退避礼谦忍割承受]让$")
# 责令整改指令书4份: the name of a writ.
_WRIT = re.compile("[^，。；]{0,8}(?:指令|通知|决定|意见|建议|告知)书")
# 5件建议, 意见建议: what was handed in.
_NOUNS = ("建议", "倡议", "提醒")
_PIECES = re.compile("(?:[件条份项]|议案|提案|意见|代表|批评|[、和及与的])$")
# 对苗圃要求上浮价格的申请，: what was asked for, as the matter of a decision.
_PETITION = re.compile(
    "(?:对于?|关于|针对|就)[^，。；]{2,40}的(?:[^，。；的]{0,6})?(?:申请|请求|诉求|请示|要求|建议|提议|意见|问题|报告|事项|方案|事宜)$"
)
_PREPOSED = ("对", "针对", "将", "把")
# 产业协调发展领导小组: part of a name.
_BODY_OF = re.compile(
    "发展|推进|领导|小组|组(?!织)|办|会(?!议)|机制|联动|委员会|指挥|处(?!理)|局|中心"
)
# 特别强调了新近出台的规定: told, and nothing is demanded.
_STRESSES = ("强调", "指出", "要求")
_STRESSED = re.compile("了(?![一二两三四五六七八九十几“：，]|要|必须|务必)[^，。；：]{2,}")
# 指示精神, 传达重要指示, 按某某的指示办: the noun.
_WORD_SENT = re.compile("精神|要求|批示|意见|[灯牌标性器图线剂下、和及，]")
_SENT = re.compile(
    "(?:重要|作出了?|作了|[的按照据]|、|批示|讲话|传达|落实|贯彻|学习|上级|请|收到|接到)$"
)
_OF_THE_ACT = ("安排", "让", "协调")
# 要督促驻点干部进村, 必须立即安排…: what whoever must does with others.
_SENDS = ("安排", "督促", "协调", "提醒")
_MUST = re.compile(
    "(?:(?<![主首重需只纲我])要|必须|务必|须|应当?)(?:立即|马上|立刻|同时|进一步|随即|加强|主动|及时|积极|切实)*(?:[\u3400-\u9fff]{2}并)?$"
)


def is_no_speech(words: str, found: re.Match[str]) -> bool:
    """Tell whether a verb with its rest (groups ``verb`` and ``rest``) charges nobody in a clause."""
    verb, rest, front = found.group("verb"), found.group("rest"), words[: found.start()]
    if _NARRATED.search(front) is not None or front.count("《") > front.count("》"):
        return True
    if _PETITION.fullmatch(words) is not None:
        return True
    if rest.startswith(("、", "》")) or _WRIT.match(rest) is not None:
        return True
    if verb in _NOUNS and (_PIECES.search(front) is not None or rest.startswith(("是", "立足"))):
        return True
    if verb in _OF_THE_ACT and words.startswith(_PREPOSED):
        return True
    if verb in _SENDS and _MUST.search(front) is not None:
        return True
    if verb == "协调" and _BODY_OF.match(rest) is not None:
        return True
    if verb in _STRESSES and _STRESSED.match(rest) is not None:
        return True
    if verb == "指示":
        return _WORD_SENT.match(rest) is not None or _SENT.search(front) is not None
    if verb == "指出":
        return _FOUND.match(rest) is not None
    if verb == "要求":
        return _HOW_STRICT.match(rest) is not None
    if verb == "安排":
        return _ARRANGED.match(rest) is not None
    return verb == "让" and _GIVEN_UP.search(words, 0, found.start() + 1) is not None


# 各校要按照市教育局《某通知》要求，: what they are to go by, and no saying.
_BY_WHAT = re.compile("[要须应](?:严格)?(?:按照?|根据|遵照|对照|参照)[^，。；：]*$")


def goes_by(head: str) -> bool:
    """Tell whether 要求 ends what somebody must go by: 各校要按照市教育局《某通知》要求，."""
    return _BY_WHAT.search(head) is not None
