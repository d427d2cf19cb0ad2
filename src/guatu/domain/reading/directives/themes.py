"""Clauses that but name what is spoken of, in front of what is told of it: 户厕问题整改，某局要…."""

import re

from guatu.domain.reading.directives.fronted import is_case
from guatu.domain.reading.directives.maxims import is_told_of_subject

_LONGEST = 14
_SAYS = re.compile("[没不有是能会更最才就越他她说看问听走]|叮嘱|强调|来到|介绍|了解|察看")


def is_bare_theme(words: str) -> bool:
    """Tell whether a clause but names what is spoken of (户厕问题整改，) and says nothing of it."""
    return len(words) <= _LONGEST and _SAYS.search(words) is None


# 中小学停不停课，由县教育局定: what is still to be settled.
# 厕所能不能用、垃圾谁来清，不能靠突击: so do questions in a row.
_QUESTIONS = re.compile(
    "[^，。；]{1,8}(?:[能会是该]不[能会是该]|有没有|谁来?|哪里?|怎么|如何|多少)[^，。；]{1,8}(?:、[^，。；、]{1,6}(?:[能会是该]不[能会是该]|有没有|谁来?|哪里?|怎么|如何|多少)[^，。；、]{1,6})+"
)
_WHETHER = re.compile("[^，。；]{1,10}([\u3400-\u9fff])不\\1[^，。；]{0,8}")


# 指导员人手不足的问题，由各乡镇解决: a lack with its noun is the matter, whatever it states.
_LACK = re.compile(
    "(?!.*(?:存在|面临|仍有|还有|仍然|出现|暴露|暴露出|带来|反映出))[^，。；]{3,20}的(?:问题|难题|矛盾|诉求|状况|现象|困难|缺口)"
)


def may_front(words: str, *, stated: bool) -> bool:
    """Tell whether a clause may be a theme or a case, what it states being no matter to 经费不够的，."""
    if _WHETHER.fullmatch(words) is not None or _QUESTIONS.fullmatch(words) is not None:
        return True
    stated = stated and not words.endswith("的") and _LACK.fullmatch(words) is None
    return not stated and (is_case(words) or is_bare_theme(words))


# 去年查出的17处隐患，某局…; 海上作业人员撤离数字，某局…: nouns, whatever verbs stand within them.
_MATTER = re.compile(
    "(?!(?:[对把将给为在从向由自当])|.*(?:[要须应]|不[能得许准])(?!害|点|求|素))[^，。；：]{1,18}的[\u3400-\u9fff\\d“”、]{1,9}(?<![了着过的时后前中里上下内间])"
    "|[^，。；：要须应了着过]{2,12}(?:数字|数据|数量|毛病|难题|难点|堵点|痛点|问题|事情|经费|资金|补贴|补偿|款项|费用|名单|清单|台账|线索|案件|隐患|图斑|点位|路段|河段|管网|电梯|摊点|停车难|出行难|吃水难|看病难|手续|材料|资料|证照|图纸|合同|协议|指标|用地|用电|用水|用工|物资|设备|缺口|账目|存量|余量)"
    "|[^，。；：要须应]{2,18}(?:范围|区域|红线|规划区|保护区|库区|景区|园区)内(?:的)?(?:新建|在建|已建|改建|扩建|违建|现有|原有|所有)?[\u3400-\u9fff]{2,8}(?<![了着过])"
)


def names_matter(words: str) -> bool:
    """Tell whether a clause is a noun that somebody behind it has to see to, whatever verbs it holds."""
    return _MATTER.fullmatch(words) is not None and not is_told_of_subject(words)


# 整改到了哪一步，…; 钱怎么花、谁来管，…: what is to be told, settled or written down behind it.
_ASKS_WHAT = re.compile(
    "(?!无论|不管|不论|任凭|[^，。；]*(?:[吗呢么]$|心里|最清楚|说不清|不知道|没人|都|为什么|何必|怎么行|怎么能|再怎么|说什么|没什么|什么[都也]|怎么[都也]|哪[里儿][都也]|谁[都也]|谁[^，。；]*谁|多少[年次遍代]))[^，。；]{0,14}"
    "(?:哪(?!怕|吒)|谁|什么|怎[么样]|多少|几(?=[时点月号成])|何时|何地|如何|多久|多[大高深远厚]|(?P<a>[能该要行会是])不(?P=a)|有没有|[能该]否)[^，。；]{0,16}"
)


def asks_what(words: str) -> bool:
    """Tell whether a clause is a question in front of what is to be done about it."""
    return _ASKS_WHAT.fullmatch(words) is not None


# 食堂、宿舍等开学必需工程，; 工地覆盖所用防尘网，: things, of which the unit behind them is told.
_THINGS = re.compile(
    "(?!抓|做[好到]|加[强快大]|强化|落实|推[进动]|完[善成]|突出|聚焦|紧|围绕|盯|对|把|将)[^，。；把将要]{2,24}(?:等[\u3400-\u9fff]{0,6}(?:工程|项目|设施|场所|问题|事项|车辆|设备|物资|区域|路段|部位|产品|材料|资料|船舶|机具)|所[用需占涉][\u3400-\u9fff]{2,6})"
)


def names_things(words: str) -> bool:
    """Tell whether a clause only names things by their sort or use, and what is done with them follows."""
    return _THINGS.fullmatch(words) is not None


# 证没拿到手，人就不能上船; 资料不齐，一律不受理: what is lacking, and what is not to be then.
_LACKS = re.compile(
    "[^，。；要须]{1,8}(?:(?:没有?(?!少)|未)[^，。；要须了]{0,7}[^，。；要须了的]|不(?:齐全?|全|到位|合格|达标|过关|清楚?|明|够|符合?[^，。；的]{0,4}|具备[^，。；的]{0,6}|解决|落实|整改|撤|停|通过|彻底))"
)
_NOT_THEN = re.compile("[^，。；]{0,6}(?:就|一律|坚决|绝|谁[都也])(?:不|别|停|关|退|暂停)")


def is_lack(words: str, behind: str) -> bool:
    """Tell whether a clause says what is lacking where the one behind it forbids something till then."""
    return _LACKS.fullmatch(words) is not None and _NOT_THEN.match(behind) is not None
