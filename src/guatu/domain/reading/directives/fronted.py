"""What stands in front of a demand and belongs to it: an object, a case, a condition, a time."""

import re

from guatu.domain.reading.directives.imperatives import makes_of
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.late_patterns import late

# Prepositions: the clause is no demand by itself.
_FRONTED = (
    "对于|关于(?![^，]{2,}的(?:通知|意见|决定|报告|方案|办法|规定|请示|批复|建议|汇报|议案|公告|通告))|是(?=[^，]{2,30}的$)|涉嫌(?=[^，]{2,30}的$)|对(?![口])|针对|将(?![军来])|把(?![关握手])|凡|如(?![期约实])|若|一旦|遇|(?:全[县市区旗镇乡])?除|自(?![然己身主觉动来治我信发助强查评筹愿建])|从(?!严|快|实|重|业|事|容)|于|截至|每(?!(?:半|个|半个)?[年月周日天旬季]度?[^，。；]{0,4}(?:开展|组织|召开|进行|通报|报|检查|巡|调度|梳理|更新|汇总|研究|听取|排查|走访|公布|公示|至少|安排|会商|点评|督[导查办]|反馈))|在(?!建)|到(?!位)"
    "|越(?:是|到|往)(?=[^，越]{1,12}$)|就是(?=[不没再])|哪怕|即便|即使|纵使|纵然|再(?=[忙难大苦急累多远冷热](?!化))|就?按(?![时期钮摩需劳揭理])|根据|按照|依据|参照|结合(?=“[^”]*”[^，]{0,8}$|[^，]{2,}(?:实际|情况|特点|形势|建设|活动|教育|行动|需求|职能|主业|问题|要求|任务|契机)$)|经(?![济营费常验贸信办纪典])|通过|借助|依托|利用(?!好)|以(?=[^，]{1,30}为)|能[^，]{1,8}的|不能|暂时|一时|确需|属于|需|未(?!来)|企业拒|拒不|逾期|防火期|汛期|期间|届时|会后|即日起"
    # 没有检验的机具，一律不准下地: what is none of the kind that may.
    "|(?:没有?|无|不(?![仅但是论管]))(?=[^，。；要须应是]{1,12}的[^，。；的]{1,6}$)"
)
_WHEN = (
    r"(?:截至|截止|自|从|在|到|即日起?至?)?(?:[\d一二三四五六七八九十]+[年月日天个天周季]|年|月|本|下|明|今|上半|元旦|春节|国庆)"
    r"[^，。；]{0,12}?(?:前|内|底|末|起|间|期|来)$"
    "|(?:在?(?:今后|以后|往后)|在(?:未来|接下来|下一步|新的一年))(?:的?(?:一段时间|一个时期|工作|学习|生活|日子)?(?:中|里)?)$"
    "|[^，。；]{2,10}(?:怎么办|咋办|咋个办)$"
)
_CASE = re.compile(
    "(?:的|时|中|后|前|下|上|期间|基础上|同时|过程中|方面|问题|隐患|情况|项目|事项|人员|企业|单位|部门|地段|区域|期内)$"
)
_PLAN = re.compile(
    "^我(?![们县市区旗局镇乡])|(?:^|[府局委办组会县市区间期])将(?:会|于|在|适时|继续|组织|开展|定期|对|持续|进一步|按|以|逐[一项]|视情|同步|不定期|派|提请|采取|通过)"
)
# 以钉钉子精神，抓好落实; 坚持示范引领，做强产业: the spirit in which the next clause acts.
_SPIRIT = "以[^，]{2,40}(?:作风|态度|精神|劲头|力度|举措|状态|担当|责任感|使命感|标准|姿态|决心|信心|干劲|毅力|韧劲|实效|行动|成效|措施|要求|手段|方式|办法)$|坚持(?=..)"
# 思想再怎么重视也不为过，必须…: however much, and then what is demanded.
# 设备检修宜早不宜迟，: how it had better be done, and then what is demanded.
_BETTER = (
    "[^，。；]{2,16}(?:宜[^，。；]{1,3}不宜|能[^，。；]{1,2}不|越[^，。；]{1,2}越)[^，。；]{1,3}"
)
_HOWEVER = "[^，。；]{0,12}(?:再怎么|怎么|再)[^，。；]{1,8}(?:也|都)不(?:为过|过分|嫌)"
# 财政再紧，也不能…; 越是来水偏少，越要…: in spite of what, or the more the more.
_CONCEDES = re.compile(
    "[^，。；要须再]{1,10}再(?:穷|难|忙|苦|累|重|紧|大|小|多|少|远|急|差|硬|高|强|好|热|冷|困难|复杂|艰苦|繁重|偏远|紧张)|越(?:是|到)[^，。；越]{1,12}"
)
# 作为牵头单位，县水利局要…: what somebody is who is named behind it.
_AS = "作为[^，]{2,30}$"
_PURPOSE = "为了?(?!民办|群众)[^，]{4,}$"
_REASON = re.compile(
    "由于|鉴于|考虑到|受(?=[^，。；]{2,30}影响(?:下|后)?$)|因(?![地户人企材事时势此而地村校病灾]|素)|有鉴于"
)
_OCCASION = re.compile(
    "(?:[主重]要|[^，。；要]){2,14}(?:期间|期内|时段内|阶段|之际|之前|之后|[后时前](?<!灾后|产后))"
)
_TO_DO = re.compile(
    "做|抓|加强|强化|落实|完善|规范|严|确保|提升|推进|组织|开展|加快|全面|切实|压实|排查"
)
_BACKGROUND = re.compile(
    "(?=[之仅倒关只在大当形所时正现目离背距还迫])(?:正值|大忙|在即$|关键时期|关键期|关键阶段|关键节点|关键时刻|背景下|形势下(?<!新形势下)|之际|当口|大考|倒计时|时间过半|时不我待|迫在眉睫"
    # 距离年底只剩一个多月, 今年还剩40天: how little time is left.
    "|(?:只|仅|还|所)(?:剩|余|有)(?:下)?(?:不到|不足|最后)?(?:[\\d一二两三四五六七八九十几半]+(?:多)?(?:个?多?月|天|周|日|小时|个?工作日|个季度)|无几|的时间)(?:多|左右)?(?:的?时间|的?光景|的?工期)?$"
    "|^(?:现在|目前|当前)?(?:距离?|离)[^，。；要须]{1,16}(?:不到|不足|已?不多)[^，。；要须]{0,10}$)"
)
_SO_FAR = re.compile(
    "(?:以来|近年来|一直以来|长期以来)$|^从[^，。；]{2,20}(?:情况|形势|趋势|数据|结果)?来?看$|^(?:截至|截止|去年|前期|此前|近年|过去|随着|伴随|(?:[一二三四五六七八九十几多数余\\d]+|半|近[一二三四五六七八九十几]?)年来|(?:今年|去年|入[春夏秋冬]|开年|一直|长期|一段时间)以来)"
)
# 去年拖欠的运费，由某局补齐: what was left then is the matter now.
_LEFT_OVER = re.compile(
    "(?:去年|前期|此前|近年|过去|往年)(?:度)?[^，。；来]{2,10}的(?![^，。；]{0,4}(?:情况|工作|形势))[^，。；]{2,14}(?<![司业位镇乡村户员人部])"
)
_MANNER = re.compile("[\u3400-\u9fff]{3}[^年月周天期日度会上中下前后里]")


# 并以高度的责任感，创新方法: a link in front of the front.
_LINKED = re.compile("并(?=[以对在按将把围])")

# All clauses are asked, and one search asks for all of these at once.
_ANY_FRONT = re.compile(
    "|".join((f"(?:{_BETTER})\\Z", _HOWEVER, _SPIRIT, _PURPOSE, _AS, _FRONTED, _WHEN))
)


def concedes(words: str) -> bool:
    """Tell whether a clause says in spite of what, or the more, something is demanded: 财政再紧，."""
    return ("再" in words or words.startswith("越")) and _CONCEDES.fullmatch(words) is not None


def is_fronted(words: str) -> bool:
    """Tell whether a clause is an object, a case or a time that its demand follows."""
    if _BACKGROUND.search(words):
        return False
    words = words[1:] if _LINKED.match(words) is not None else words
    return _ANY_FRONT.match(words) is not None or concedes(words)


def is_case_front(words: str) -> bool:
    """Tell whether a clause is such a front, and does not say what is to be made of a thing: 把责任落实到人."""
    return is_fronted(words) and not makes_of(words)


# 上午9时，县防指启动响应: when it was done.
_AT_THE_HOUR = re.compile(
    r"(?:当[日天]|昨[日天])?(?:凌晨|早上|上午|中午|下午|傍晚|晚上?)\d{1,2}[时点](?:\d{1,2}分|半|许|左右)?"
)


def is_background(words: str) -> bool:
    """Tell whether a clause says what the times are like (当前正值…关键时期)."""
    return _BACKGROUND.search(words) is not None or is_so_far(words)


# …，这是纪律的要求, …，稳定是压倒一切的大事: why it is demanded, said behind the demand.
_JUDGES = re.compile(
    "(?:因为)?这(?:既|也|就|不仅|不但|更|都|才|绝不|不)?(?:仅仅)?(?:是|事关|关系到|关乎|体现|反映|说明|意味着|决定)"
    "|[\u3400-\u9fff]{2,6}(?<![要须不还就都])是[^，。；要须]{2,20}(?:大事|要事|底线|红线|生命线|前提|关键|基础|根本|根基|保障|保证|命脉|龙头|核心|重中之重|政治任务|第一要务|硬道理|民心工程|硬任务|职责|本分|使命|天职)"
)


def is_judgement(words: str) -> bool:
    """Tell whether a clause behind a demand but says why it is made: …，这是纪律的要求."""
    judges = ("是" in words or "这" in words) and _JUDGES.match(words) is not None
    return judges and not words.endswith(("的", "时", "后"))


# 推进项目建设方面，进展缓慢: what one speaks of, though it begins like a demand.
_REALM = re.compile("[^，。；要须]{2,24}(?:方面|来看|来讲|来说|而言)")


def is_realm(words: str) -> bool:
    """Tell whether a clause but names the realm of what follows: 维护稳定方面，."""
    return _REALM.fullmatch(words) is not None


# ①道路交通领域，公安交警大队要…; 二是屠宰环节，…: in what realm the point holds.
_REALM_OF_POINT = late(
    "[\u3400-\u9fff、“”]{2,14}(?:领域|环节|方面|行业|板块|战线|层面|口子|这一块|上|中|端|片区|时段|阶段|期间)"
)


def is_realm_of_point(words: str) -> bool:
    """Tell whether a numbered clause names nothing but the realm of its point."""
    return _REALM_OF_POINT.fullmatch(words) is not None


# 聚焦重点领域和关键环节，一把手要…: on what the next clause acts.
_FOCUS = re.compile(
    "(?:进一步|始终|牢牢|紧紧|全面|主动)*(?:聚焦|围绕|瞄准|锚定|紧扣|着眼|立足|对标)(?!.*(?:加[大强快]|抓[好紧实]|做[好到实]|推[进动]|开展|落实|完善|整治|排查))[^，。；]{2,24}"
)


def is_focus(words: str) -> bool:
    """Tell whether a clause but says on what the one behind it acts, whoever is told there."""
    return _FOCUS.fullmatch(words) is not None


_HOLLOW = re.compile(
    "(?:针对|面对|鉴于|随着|伴随|根据|按照|依据|围绕|结合)[^，。；]*(?:形势|情况|实际|问题|特点|要求|精神|背景|态势|现状|规定|部署)"
)


def is_hollow(words: str) -> bool:
    """Tell whether a sentence is nothing but a front: 针对连续降雨造成的严峻形势。."""
    return _HOLLOW.fullmatch(words) is not None


_REALM_OF_POINTS = re.compile("(?:今后|下一步)?在[^，。；]{2,24}(?:中|上|方面|期间|环节|领域)?")


_TO_BE_KEPT = re.compile(
    "(?:要|必须|切实|务必|努力|坚持|真正|重点|着力|着重|认真)*(?:做到|抓好|把握好?|注意|落实好?|注重|做好)"
)


def is_realm_of_points(rest: str, after: str) -> bool:
    """Tell whether the words behind a unit but say in what its points are to be kept: 在养老工作中，一要…."""
    if after[:1] == "：" and _TO_BE_KEPT.fullmatch(rest):
        # 要求各乡镇做到：一是….
        return ordinal_at_front(after[1:]) is not None
    if after[:1] != "，" or ordinal_at_front(after[1:]) is None:
        return False
    return _REALM_OF_POINTS.fullmatch(rest) is not None


def is_occasion(words: str) -> bool:
    """Tell whether a clause but names an occasion: 休牧期间，, 接通知后，."""
    return _OCCASION.fullmatch(words) is not None and _TO_DO.match(words) is None


_MET = re.compile("(?:一旦|如|若|凡)?(?:发现|遇到?|遇有|看到|收到|接到|碰到)[^，。；]{2,}")


def is_met(words: str) -> bool:
    """Tell whether a clause but says what may be met with: 发现倾倒垃圾等情况，请…."""
    return _MET.fullmatch(words) is not None


def is_reason(words: str) -> bool:
    """Tell whether a clause gives the reason for what follows: 由于涉及水源调整，."""
    return _REASON.match(words) is not None and not words.endswith("的")


def is_so_far(words: str) -> bool:
    """Tell whether a clause opens what has been so far (今年以来，): no demand without a modal follows."""
    if _LEFT_OVER.fullmatch(words) is not None:
        return False
    return _SO_FAR.search(words) is not None or _AT_THE_HOUR.fullmatch(words) is not None


def is_manner(words: str) -> bool:
    """Tell whether a clause is a manner in four characters: 通盘考虑，做好…."""
    return _MANNER.fullmatch(words) is not None


def is_plan(words: str) -> bool:
    """Tell whether a clause says what its subject is going to do (县政府将组织专项督查)."""
    return _PLAN.search(words) is not None


_WANTING = re.compile(
    "(?:还|仍|都|也|尚|亟|均|迫切|急切)*(?:需要|有待|亟待|亟需|尚需|还需|仍需|值得|离不开)"
)


def is_wanting(words: str) -> bool:
    """Tell whether a clause says what is yet to come rather than what to do: …等问题，需要在发展中解决."""
    return _WANTING.match(words) is not None


def is_case(words: str) -> bool:
    """Tell whether a clause that ends so (…的, …时, …的同时) is a case rather than a demand."""
    return _CASE.search(words) is not None and _BACKGROUND.search(words) is None
