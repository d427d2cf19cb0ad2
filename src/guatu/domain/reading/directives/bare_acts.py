"""Sentences of a running demand that open with no imperative: a preposition and its act, a manner, a slogan.

要压实责任。以更大力度推进整改。在服务上出实招。边排查、边整改。 go on with what is demanded, for no subject stands
there; they are asked of clauses that neither state nor tell.
"""

import re

from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.directives.plain_acts import opens_with_act
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon

# 以更大力度推进…, 从源头上防范…: in what manner or from where; the act follows.
_MANNER = late(
    "以(?![来往后前上下内外至及免便致期])[^，。；是了]{2,18}?(?:力度|精神|作风|态度|标准|要求|举措|行动|干劲|姿态|状态|担当|责任感|使命感|紧迫感|效率|方式|手段|办法|质量|决心|信心|速度|劲头|服务|成效|实效)(?![的、和与及])"
    "|从[^，。；是了]{1,8}(?:源头|根本|根子|细处|小处|实处|细微处|思想|制度|机制|政策|资金|技术)?(?:上|中|处)(?![看说讲来])"
    "|(?:层层|级级|逐级|逐项|从[严快实细]从[严快实细重]|每[天周月季]|天天|时刻|重新|再次|再度|自觉|顶格|随时|分头|共同|合力|同心协力|齐心协力|通力协作|通力合作|密切协作|各负其责|各司其职|不折不扣|照单全收|走村入户|进村入户|一户一策|一企一策|一事一策|千方百计|想方设法|多措并举|持之以恒|坚持不懈|坚定不移|毫不动摇|毫不松懈|雷厉风行|真刀真枪|真抓实干|用心用情)地?"
)
# 在解决问题上见实效: what is to be shown, and in what.
_SHOWS = late(
    "在[^，。；是了的]{2,14}(?<!会)上(?:再|持续|精准|狠|多|更|都|真|率先|着力|全面|不断|主动)*(?:下(?:功夫|真功|苦功|实功|足功夫|力气)|出(?:实招|新招|真招|硬招|重拳|亮点)|求(?:突破|实效|创新|提升)|见(?:真章|实效|成效|行动|分晓)|走在前|作(?:表率|示范|贡献)|做(?:表率|示范|文章)|当(?:先锋|先行|表率|标杆)|打头阵|(?:发|聚|用|加)力|争(?:先|一流|创)|勇[\u3400-\u9fff]{2}|谋(?:突破|创新|发展)|创(?:特色|一流)|有(?:新突破|新作为|新进展|大作为)|取得(?:新|更大|实)[\u3400-\u9fff]+)[^，。；了]{0,12}"
)
# 为企业提供…, 向群众公开…: for whom or with whom.
_WITH_WHOM = re.compile(
    "为(?![期此了民何])|向(?![来上前])|与(?![会此其])|同(?![时比步意样期心])|给(?![予出])"
)
# 向群众发出倡议书, 向与会人员通报情况: what was done at an event.
_TURNED_TO = late(
    "[向给与同][^，。；]{2,14}(?:发出|通报|汇报|介绍|反馈|赠送|颁发|致以|表示|讲解|详细|了解|宣读)"
)
_NEAR, _FAR = 3, 12
# 将责任分解到人, 让群众早日用上…: what is to become of it.
_BECOMES = late(
    "将(?![军来要会于在对继]|进一步|全面)[^，。；是了]{2,16}?(?:(?:分解|细化|落实|压实|延伸|下沉|传导)到|贯穿|纳入|列入|作为|转化为|融入|摆[在上到]|放[在到]|做[到成]|抓[好实]|落到实处)[^，。；了]*"
    "|按照?(?![期时钮摩需劳揭理])[^，。；是了]{1,8}?(?:推进|抓|办理|整改|落实|组织|开展|实施|报送|完成|做好)[^，。；是了]+"
    "|(?:真正|切实|努力)?(?:让|使)(?!用|人|我|记者|得)[^，。；了是]{6,}"
    "|同(?:群众|企业|村民|农户)[^，。；了是]{3,10}|与(?:群众|企业|村民|农户)(?:同|面对面)[^，。；了是]{2,10}"
)
# 担起主体责任, 处理好进度与质量的关系, 创新工作方法.
_DONE = late(
    "[\u3400-\u9fff]{1,2}起[^，。；了是]{0,10}(?:责任|使命|担子|重任|职责|重担)"
    "|(?:处理|平衡|协调|衔接|把握|维护|保护|发挥|调动|统筹|梳理|总结)好[^，。；了]{3,}"
    "|创新(?:工作|服务|监管|治理|宣传)?(?:思路|方式|方法|机制|举措|载体|模式)[^，。；了]*"
    "|做(?:好|到)?群众的[^，。；了]{2,8}"
)
# 早谋划、早部署; 既抓当前、又管长远; 件件有着落: whoever runs on so demands it.
_SLOGAN = late(
    "(?P<one>[早快严实细多再边])[^，。；、了是]{1,5}(?:、(?P=one)[^，。；、了是]{1,5})+"
    "|既[^，。；、了是]{2,8}、[又也更][^，。；了是]{2,8}|一(?:手|边)抓[^，。；、了是]{1,8}、一(?:手|边)抓[^，。；了是]{1,8}"
    "|一级(?:抓|带|盯)一级[^，。；了]*|宁可[^，。；了]{2,10}、?(?:也?不可|也?不|也要|不能)[^，。；了]{2,10}"
    "|(?P<each>[人事件级层处时户])(?P=each)(?:有(?:着落|回音|责任|人管)|尽责|参与|负责|抓落实|过关|到位|放心不下|讲安全)[^，。；了]*"
    "|守土有责[^，。；了]*|该[^，。；、了]{1,3}的[^，。；、了]{1,3}、该[^，。；了]{2,8}"
    "|(?:立行立改|边查边改|倒查责任|举一反三|挂图作战|包保到户)[^，。；了是]*"
    "|[\u3400-\u9fff]{2,4}再[\u3400-\u9fff]{2}(?:、[\u3400-\u9fff]{2,4}再[\u3400-\u9fff]{2})+"
    "|带着[^，。；、了]{2,6}下去、带着[^，。；了]{2,8}"
)
_TELLS = ("了", "过")


def goes_on_acting(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause without subject, in a running demand, says what to do though no imperative opens it."""
    if words.endswith(_TELLS):
        return False
    if _SLOGAN.fullmatch(words) is not None or _DONE.fullmatch(words) is not None:
        return True
    if _SHOWS.fullmatch(words) is not None or _BECOMES.fullmatch(words) is not None:
        return True
    manner = _MANNER.match(words)
    if manner is not None and _acts(words[manner.end() :], lexicon):
        return True
    if _WITH_WHOM.match(words) is None or _TURNED_TO.match(words) is not None:
        return False
    return any(_acts(words[at:], lexicon) for at in range(_NEAR, min(len(words) - 3, _FAR)))


def _acts(words: str, lexicon: Lexicon) -> bool:
    return begins_imperative(words, lexicon) or opens_with_act(words, lexicon)
