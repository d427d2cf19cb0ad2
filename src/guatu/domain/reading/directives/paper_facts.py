"""Clauses of minutes that but say how things are: 全县缺口112台, 与会专家认为…. They decide nothing."""

import re

from guatu.domain.reading.directives.decisions import decides
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon

_CHARGES = re.compile("[由请](?=[\u3400-\u9fff]{2})|责成|前完成|牵头|负责")

_FACT = late(
    "^(?:汇报|介绍|报告|调查|统计|数据|摸底)(?:称|显示|表明|反映)|(?:尚|还|仍)(?:缺|差|欠)|涉诉|下滑|已恢复|已出(?=$|[，。；])|结论为|原因在于|经查系?|不在此次|已有|尚有|仍有|现有(?!的)|共有|共计|拖欠(?!的)|缺口(?!资金)|缺额|难以|无法|不足|较大$|偏[高低大小少多弱]$|反映强烈|担忧|担心|(?<![对凡])涉嫌(?![^，。；]*的)|总投资|概算|估算"
    "|(?:专家|代表|委员|群众|村民|居民|商户|业主|家长|企业|部门|与会[人同][员志]|有的|有人)[^，。；]{0,10}(?:认为|提出(?!的)|反映|反馈|建议(?!由)|担心|质疑|要求)"
    "|[^，。；]{2,14}(?:时间|期限?|范围|区域|时段)(?:为|是)|^下次会议|[区期]为(?!重点$|主)"
    r"|至今|迄今|已近|已达|已超|已逾|不到[一二三四五六七八九]成|主要集中[在于]|(?:突出|严重|紧张|滞后|明显)$|没有[^，。；]{0,6}依据|属实$|未(?:落实|到位|办理?|解决|批|完成|取得|迁改|消除)$|停工已|(?:牵动|牵涉|涉及|覆盖)面(?:较|很)?[广大]|(?:情况|矛盾|关系|成因|地形|环境|权属|手续)(?:较为?|比较|十分|错综|相对)?复杂(?!的)|政策性强|敏感性强|占地(?:面积)?约?(?:为|达)?\d|涉及[^，。；]{0,8}\d+(?:\.\d+)?(?:余|多)?[户人个家处栋亩宗条件间套座][^，。；]{0,6}$|[建始]于[^，。；]{2,12}(?:年代?|初|末)|年代所?建$|人人有责|代代受益"
)


def only_tells_facts(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence of minutes tells in any clause how things are, and decides nothing.

    ``rest`` are its words and whatever follows: 企业早已投产，因容积率调整，产权证至今未办。….
    """
    clauses = rest.partition("。")[0].partition("；")[0].split("，")
    if not any(tells_fact(one) for one in clauses):
        return False
    return not any(
        decides(one) or find_modal(one, lexicon) is not None or _CHARGES.search(one)
        for one in clauses
    )


_SETS_UP = re.compile(
    "[^，。；]{0,16}(?:小组|专班|指挥部|办公室|委员会)(?:办公室)?(?:下设|设在|设立在|设于|办公地点)"
    # 成立领导小组，由甲任组长: the paper itself sets it up.
    "|(?:[县区市旗镇乡村局校院司我本里]{1,3}|经研究，?)?(?:决定)?(?:成立|设立|组建)(?:由[^，。；]{2,24}(?:任|担任|为)[^，。；]{0,6}(?:长|召集人|负责人)的)?[^，。；]{0,36}?(?:小组|专班|指挥部|委员会|工作组|工作队)，?(?:由[^。；]{2,60}(?:任|担任)|[^，。；]{2,24}(?:任|担任)[^，。；]{0,6}(?:长|召集人)|下设|由[^，。；]{2,30}(?:组成|为成员))"
)


def sets_up(stretch: str) -> bool:
    """Tell whether a sentence but says where the office of a new body is: 专班办公室设在县住建局，…."""
    return _SETS_UP.match(stretch) is not None


_FORSWEARS = re.compile(
    "不(?:让|叫|给|带|在|向|往|乘|坐|买|购|用|穿|私自|随意|随手|乱|参与|参加|信|传|转发|食用|饮|吸|抽|燃放|使用|携带|酒后|超[速员载]|闯|违规|私拉)(?![是会足])"
)


def forswears(words: str) -> bool:
    """Tell whether a point of a letter asks for what is not to be done: 不让孩子私自下水, 不乘坐超员车辆."""
    return _FORSWEARS.match(words) is not None


def tells_fact(words: str) -> bool:
    """Tell whether a clause of a paper without modal or unit but says how things are."""
    return _FACT.search(words) is not None


# 会上，一是通报了进度。二是听取各乡镇汇报。: the course of a meeting, counted off.
_COURSE = re.compile(
    "(?:会上|会议期间|(?:此次|本次)?会议|活动现场)，?(?:一是|首先)[^。；]{0,60}?(?:了|听取|观看|传达|通报|汇报)"
)
_DEMANDS = re.compile("(?<![主重需首纲摘])要(?![求素点害闻])|必须|务必|应当|不得|严禁")


def counts_course(text: str) -> bool:
    """Tell whether a paragraph counts off what was done at a meeting, and demands nothing."""
    return _COURSE.match(text) is not None and _DEMANDS.search(text) is None
