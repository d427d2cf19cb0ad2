"""A time inside a name or an attribute fixes no day for the demand: “一日办结”, 《2025年计划》, 年底前到期的合同.

The verb that a time belongs to is then not the one demanded: it stands in quotation marks, in a title, or before a
的 whose head the demand is about. 6月底前把排查出的问题改完 is none of these, for 把 stands between.
"""

import re

from guatu.domain.reading.late_patterns import late

_LONGEST_QUOTE = 24
_LOOK = 12
_OPEN, _CLOSE = "“‘《", "”’》"
# 锚定“6月底通车”目标: what is striven for is meant as it stands.
_STRIVEN_FOR = re.compile(
    "(?:做到|实现|确保|务必|力争|争取|锚定|锁定|瞄准|紧盯|围绕|按照?|[：，。；！？说道])$"
)
# “年底前完成”不能只写在纸上: what is quoted is spoken of.
_GOES_ON = re.compile("[\u3400-\u9fff]")
_ENDS_OF_SPEECH = re.compile("[。；！？]")
# 把年底前应改的材料整理好: a preposition or a verb of looking over takes all up to the head behind 的.
_TAKES = re.compile(
    "(?:把|将|对于?|就|针对|围绕|聚焦|关于|涉及|除|跟踪|梳理|盘点|掌握|摸清|摸排|核对|统计|列出|筛选|关注|研究|研判|服务好?|保障好?|做好|抓好|管好|用好|看好|办好|盯[紧住]|紧盯|守住|刹住|刹|整治"
    "|狠刹|纠治|遏制|清理|汇总|登记|公示|公布|通报|兑现|落实|承接|对接|迎接|备战|筹备|准备|接待|安排|总结|评估|复盘|回看|检视|剖析|通知|提醒|告知|联系|走访|慰问|鼓励|支持|引导|吸引|扶持|奖励|资助|排查|检查|抽查|核查|凡是?|对照|比照"
    "|参照|列入|纳入|属于?|包括|还有|剩下|余下|所有|全部|各|那些|这些|一批|关注着?)$"
)
_HEADED = re.compile(
    "[^，。；！？：]{1,24}?的(?![，。；、：”’]|$|话|确)(?P<head>[^，。；！？：]{1,14})"
)
# 按10月底前投用的目标倒排: the head says that the time is a limit.
_AIM = re.compile(
    "(?:[^，。；的]{0,6}(?:目标|节点|时限|期限|要求|进度|(?<!施)工期|时间表|标准|计划|部署|承诺|任务)|时间|办法|思路)"
)
_PREDICATE = "(?:要(?!求|点|素|件|闻)|须|必须|应当?(?!急|用|对)|务必|一律|全部|全都|都|均|也|逐|由|尽快|抓紧|提前|不得|不准|不能|不许|严禁|优先|统一|单独|重点|先|得(?!到)|再|绝不|决不|马上|立即|限期|进行|予以|给予)"
_NOT_GOVERNED = "[^，。；！？：、的把将对让使向给叫请由]"
_CLAUSE = re.compile(
    f"(?P<deed>{_NOT_GOVERNED}{{1,14}})的(?P<head>[^，。；！？：]{{1,14}}?){_PREDICATE}"
)
# 对我县一季度环境整治开展明查: a matter of that quarter is looked at.
_OF_OUR = re.compile(
    "(?:^|[^应])(?:对|就|围绕|针对)(?:我|全|各)?[\u3400-\u9fff]{0,5}[县市区镇乡村局校厂司旗们位门](?:的)?$"
)
_LOOKED_AT = late(
    "[^，。；：的把将要须]{2,20}?(?:开展|进行|作出?|组织|实施)了?(?:[^，。；的]{0,6})(?:[明暗抽检督巡核审]查|考[核评]|总结|部署|安排|分析|通报|回顾|研究|评[估价议]|调研|[暗明]访|验收|审计|测评|点评)"
)
# 做好四季度项目集中开工准备: what is got ready for.
_READY = re.compile("(?:做好|搞好|抓好|落实好|扎实做?好?)$")
_GOT_READY = re.compile(
    "[^，。；：的把将要须前]{2,18}(?:准备|筹备|迎检|保障|接待|衔接)(?:工作)?(?=[，。；、]|$)"
)
# 一年内新增的要登记: which of them are meant.
_WHICH = re.compile(
    f"(?P<deed>{_NOT_GOVERNED}{{1,14}})的(?:要(?!求)|须|必须|一律|全部|均|都|也|不得|不予|应当?)"
)
# What a time that stands before it dates by itself: 月底前到期的, 年底前应整改的, 今年新出台的.
_DATED = late(
    "(?:已经?)?(?:应|该|要|须|需|拟|必须|计划|准备|打算|即将|将|可|能|新|首次|陆续|先后)"
    "|.{0,4}(?:到期|届满|期满|过期作废|退休|退役|毕业|返乡|返岗|返校|[回过进出送寄交报运拿到]来|送达|抵达|到达|出台|印发|下发|施行|实施|投[用产放]|播种|移栽|栽植|入[库栏职学伍园住]|[建落完办签开调挂]成|建成|竣工|完工|验收|交付"
    "|开[工学业园馆幕]|签[约订]|落地|上市|报名|登记|受理|立案|成交|拍卖|出生|到[岗货位账]|结束|召开|举行|举办|审定|批复|完成|提交|交办|采购|购[买置]|申[报请]|生产|发生|离[任职岗]|搬[入离]|流转|登陆|通车|挂牌)"
)
_DONE = late(
    "[^，。；]{0,12}(?:完(?=[，。；]|$)|到位|清零|见底|销号|办结|整改|开工|投产|投用|建成|竣工|完工|兑现|兑付|结清|还清|解决|拆除|搬[迁离]|一[件个户处]不[留漏剩少])"
)
_BY_THEN = re.compile("[前内]$")
_HAS_AHEAD = re.compile("[前内止]")
# 盯住年底这个关口.
_THIS = re.compile(
    "(?:[^，。；]{0,5}(?:之前|以前|前|之后|的))?(?:这|那)[一两几]?(?:个|道|段|条|关|些|次|轮|波)"
)
# 计划书里写的6月竣工: a time that was said, and no limit that is set now.
_SAID = re.compile(
    "(?:[写说讲提报批]|约定|规定|载明|商定|议定|答应|承诺|要求|公布|通报|安排|确定|明确)的$"
)


def is_attribute(words: str, start: int, end: int) -> bool:
    """Tell whether a time (half-open place) stands in a name, a quotation or a clause that only describes."""
    if _in_quotation(words, start, end) or _THIS.match(words, end):
        return True
    before, ahead = words[max(0, start - _LOOK) : start], _HAS_AHEAD.search(words[start:end])
    if _SAID.search(before) and ahead is None:
        return True
    if words[start:end].endswith("内"):
        which = _WHICH.match(words, end)
        if which is not None and _DATED.match(which.group("deed")):
            return True
    if _BY_THEN.search(words[start:end]) and words.startswith("的", end):
        # 2026年3月1日以前的旧版证照: which of them are meant.
        return not _AIM.match(words, end + 1)
    if ahead is None and _READY.search(before) and _GOT_READY.match(words, end):
        return True
    if ahead is None and _OF_OUR.search(before) and _LOOKED_AT.match(words, end):
        return True
    if _TAKES.search(before):
        headed = _HEADED.match(words, end)
        return headed is not None and not _AIM.match(headed.group("head"))
    return _in_clause(words, end, ahead=ahead is not None)


def _in_clause(words: str, end: int, *, ahead: bool) -> bool:
    """Tell whether the verb behind a time stands before a 的 whose head is the subject of what is demanded."""
    found = _CLAUSE.match(words, end)
    if found is None or _AIM.match(found.group("head")):
        return False
    if _DATED.match(found.group("deed")):
        return True
    return not ahead and _DONE.match(words, found.end()) is None


def _in_quotation(words: str, start: int, end: int) -> bool:
    for opening, closing in zip(_OPEN, _CLOSE, strict=True):
        at = words.rfind(opening, 0, start)
        if at < 0 or closing in words[at:start] or opening in words[start:end]:
            continue
        closed = words.find(closing, end)
        if opening == "《":
            return closed >= 0
        if closed < 0 or closed - at > _LONGEST_QUOTE:
            continue
        if at == 0 and _GOES_ON.match(words, closed + 1) is None:
            continue
        inside = words[at:closed]
        if _ENDS_OF_SPEECH.search(inside) is None and not _STRIVEN_FOR.search(words[:at]):
            return True
    return False
