"""Whom a rule of a notice or an order binds: whoever stands before its modal (养犬人须…, 过往船舶不得…).

In speech a noun before 要 is as often what is spoken of; in a paper's rule people, vessels and
premises before 须, 应当 and 不得 are those who must.
"""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind

_WHO = (
    "单位|企业|公司|部门|对象|员|者|人(?<!本人)|户(?<!账户)|师(?<!会师)|生(?<![民卫发学])|考生|学生|新兵|民兵|商(?<![招营协])|方(?<![地对官乡])|队|店|摊点|摊贩|(?:零售|育苗|收购|代收|代办|服务|销售|供应|劝导|检查|加工|配送|接种|安置|停靠|监测|采样|投放|回收|充电|补给|代销|寄递|理发|烧烤|摆卖|屠宰|洗车)点|门市|选手|[旅乘游]客|[车犬船机货户房塘业店摊矿窑场雇牛羊]主"
    "|船舶|船只|[渔货客游]船|车辆|(?:[动货客轿卡包校挂罐班]|三轮|电动|摩托|农用|工程|渣土|出租|网约|危化|冷链|运输|清扫|共享单)车|拖拉机|收割机|无人机|摩托艇|快艇|皮卡|群众|[村居市渔牧农]民|公众|家长|儿童|未成年人|工地|场所|场馆|校|院|厂|站|网吧|餐馆|商场|市场|平台|机构|协会|社团|团体|群体|朋友|同志|用户|[法个]人"
)
_SUBJECT = re.compile(f"[^，。；：]{{0,24}}?(?:{_WHO})")
_LED_IN = re.compile(
    "(?:其中|同时|此外|另外|对此|凡|凡是|所有)+(?=.)|(?:在)?[^，。；：]{2,8}(?:期间|时段内|区域内|期内|时)(?=.{2})"
)
_NO_SUBJECT = late(
    "[差缺漏少谁][一两几半]|[对将把由为在以按向与给使让经于因若如当被至到就不未没无需要应可能]|自(?![驾媒建住用来备产费学由助])|欢送|慰问|走访|接送|看望|(?:教育|关爱|服务|帮[扶助]|培训|管理(?!人))(?!对象)|联系|从(?!事|业)|根据|按照|通过|进一步|切实|坚持|确保|严格|加强|做好|全面|组织|督促|引导"
)
_WITHIN = re.compile("[要须将把被]|应当|必须|不得|已经|正在|[，。；：]")
_ADVERBS = late(
    "(?:一律|均|都|也|还|同时|统一|自觉|主动|严格|原则上|同样|务必|每[日天周月年]|夜间|白天|平时|进[场站港校出]前|出[门车海行港]前|入场前|事前|事后|凭证)+$"
)
# 应试人员进场时: what they are doing as the rule binds them.
_AS_THEY = late(
    "(?:进[入出场站港校]?|参加|离开|出入|办理|使用|驾驶|乘坐|开展|申请|申报|报名|领取|填写|装卸|施工|作业|接诊|入住|入学|登记|经营)[^，。；]{0,14}时$"
)
_LONGEST = 26


def subject_of_rule(head: str) -> Named | None:
    """Return the subject that the words before a rule's modal consist of, or None.

    What leads in (其中, 禁渔期内) and adverbs at the end are left out of it.
    """
    start = 0
    led = _LED_IN.match(head)
    start = led.end() if led is not None else 0
    adverbs = _ADVERBS.search(head, start)
    end = adverbs.start() if adverbs is not None else len(head)
    doing = _AS_THEY.search(head, start, end) if head.endswith("时", 0, end) else None
    end = doing.start() if doing is not None and doing.start() > start else end
    words = head[start:end]
    if not 1 < len(words) <= _LONGEST or _NO_SUBJECT.match(words) or _WITHIN.search(words):
        return None
    if _SUBJECT.fullmatch(words) is None:
        return None
    return Named(start=start, end=end, kind=AddresseeKind.CLASS)


_TOLD = re.compile(
    "请(?![示求假教])|一律|严禁|禁(?![区火渔放毒令牧烧])|停止|暂停|凭(?!证)|需(?![要求])"
)
_REACH = 30


def subject_bound(words: str) -> Named | None:
    """Return whom a rule without a modal tells: 广场舞队请换个地方, 机动车禁鸣喇叭."""
    for told in _TOLD.finditer(words, 0, _REACH):
        named = subject_of_rule(words[: told.start()])
        if named is not None:
            return named
    return None
