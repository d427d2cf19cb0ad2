"""Where the name of a unit goes on behind what ends like one: with a branch, a trade it serves in, a meeting of it."""

import re

# 企业主要负责人 is no 企业主 who must.
_CHIEFS = re.compile("主要(?:负责人|领导)")
# 市生态环境局都峒分局: the branch of an office is told by its place.
_LOCAL_BRANCH = re.compile(
    "(?!会同|联合|协同|协助|配合|指导|督促|督导)[\u3400-\u9fff]{2,4}(?:分局|分公司|分院|分中心|支公司|支行|分行|大队|中队)"
)
_BRANCH = (
    "管委会",
    "管理处",
    "管理局",
    "管理所",
    "管理中心",
    "管护站",
    "管护中心",
    "办事处",
    "办公室",
    "委员会",
    "领导小组",
    "指挥部",
    "派出所",
    "派驻",
    "监委",
    "分局",
    "分公司",
    "分院",
    "分中心",
    "分厂",
    "支公司",
    "支行",
    "分行",
    "有限公司",
    "有限责任",
    "股份",
    "集团",
)


# 提交县委常委会审议, 市政府常务会议: a meeting of theirs, and not they.
_MEETING_OF = re.compile(
    "[委府组局](?:常务|常委|党组|办公|全体|专题|工作)?(?:会(?=议|审|研究|讨论|上|后|定|$)|全会)"
)


# 区安委 + 会: the whole name of a committee.
_COMMITTEE = re.compile("委会(?!议|上|同|商|诊|面|见|审)")


def goes_on(words: str, stop: int) -> bool:
    """Tell whether a name goes on behind a place: with a branch, its chiefs, or a meeting of it."""
    return (
        words.startswith(_BRANCH, stop)
        or _LOCAL_BRANCH.match(words, stop) is not None
        or _CHIEFS.match(words, stop - 1) is not None
        or _MEETING_OF.match(words, stop - 1) is not None
        or _COMMITTEE.match(words, stop - 1) is not None
        or words.startswith(("办公会", "上报"), stop - 1)
        or (words[stop - 1] == "直" and words.startswith(("有关", "相关", "各"), stop))
    )


_TRADE = re.compile(
    "(?:物业|家政|餐饮|物流|快递|旅游|环卫|保安|养老|托育|供水|供热|通信|植保|殡葬|中介)$"
)
_SERVICE = re.compile("服务(?:企业|公司|机构|单位|组织|商)")


def serves_by_trade(words: str, start: int, stop: int) -> bool:
    """Tell whether a trade goes on to a firm that serves in it: 物业 + 服务企业."""
    return _SERVICE.match(words, stop) is not None and _TRADE.search(words, start, stop) is not None
