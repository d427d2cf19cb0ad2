"""Acts that no list of imperatives names: a sentence of a running demand that begins with a verb and its object.

Whoever demands goes on without 要: 各部门要压实责任。检修设备，…. Which verbs open such a sentence nobody can
list, so any verb of the language does, if it is one of doing (no 位于, 导致, 获悉) and an object follows it.
"""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.verbs import verb_at

_SHORTEST = 2
# Verbs of being, becoming, finding and feeling, and those that tell what was done on the round.
_NO_DEED = re.compile(
    "属于|位于|处于|等于|成为|变成|沦为|具有|具备|拥有|存在|出现|发生|呈现|受到|得到|获得|取得|赢得|荣获|面临|面对|遭遇|遭受|意味|体现|反映|说明|表明|显示|证明"
    "|导致|造成|引起|引发|致使|使得|影响|达到|达成|超过|超出|占据|占有|覆盖|包括|包含|涉及|关系|关乎|事关|需要|值得|离不|可以|可能|能够|应该|愿意|打算|准备|计划|预计|喜欢"
    "|觉得|感到|感觉|感受|感叹|知道|相信|认为|以为|发现|看见|看到|听到|听说|遇到|碰到|接到|收到|得知|获悉|据悉|据说|目睹|目前|随着|伴随|经过|截至|来到|走进|走到|前往|来自|回到|驱车"
    "|抵达|听取|观看|参观|察看|查看|询问|了解|视察|陪同|参加|出席|列席|主持|致辞|讲话|发言|指出|强调|表示|介绍|汇报|宣读|审议|交流|座谈|讨论|提出|要求|希望|感谢|祝愿|祝贺"
    "|祝福|欢迎|代表|相当|相比|相信|类似|不同|不足|不是|没有|无法|难以|来源|源于|基于|鉴于|由于|因为|如果|虽然|尽管|即使|除了|按照|根据|通过|对于|关于|至于|作为|包含|分为|分布"
    "|进入|增速|增幅|降幅|再生|救生|据了|研究|记者|当天|会议|活动|工作|受理中|建成后|完工后|竣工|投产|投用|预祝|谈到|说到|提到|讲到|谈起|告诉|回答|答应|承诺|表态|坦言|笑着|看着|拿着|握着|指着|带着|随行|上了|下了"
)
# 培训工作…, 整改不力…, 建设的…, 验收合格后…: the verb is part of a noun, or of what is told.
_NO_OBJECT = late(
    "[的了着率性度者们是有已还仍也都将正均较更很未没时之等如像似比]|过(?![境期剩硬往渡季])|不(?![良合实法文平稳])|大(?![货户型件宗气棚学额])|后(?!备|续)|前(?!期|沿|端|置)|中(?!小|药|央|心|高)|非(?!法|公|遗|粮|农)"
    "|(?:工作|情况|问题|任务|进度|质量|水平|力度|能力|成效|效果|结果|意识|压力)(?!压力|作风|成绩|产品|商户|企业|清单|台账|合同|楼盘|线索|专班|机制|责任|方案|短板|导向|整改|标准|提升|通报|反馈|报告|汇报|监督|管理|检查)|过程|期间|难度|以来|形势|局面|合格|方面|事业|看到|发现|反映"
    "|(?:现场|对象|范围|要求|需求|单位|部门|人员|队伍|企业|项目)(?![\u3400-\u9fff]{2,})"
)
# 抢进度、保质量: a verb of one character and what it is done to.
_OF_THREE = re.compile(
    "(?:[抢赶保守破促强优补转严讲顾勇善防控稳扩抓建提降减增聚拓拼创争担敢固夯多少勤][\u3400-\u9fff]{2})(?:(?:、|，|$)|(?=。))"
)
# 安置质量关系群众切身利益, 救灾告一段落: something is said of it behind.
_TOLD_OF = re.compile(
    "(?:(?<!涉)关系|牵动|涉及|需要|离不开|告一段落|另行)(?![^，。；]*的)|刻不容缓|势在必行|光荣|可耻|有责|无上|永远在路上|无小事"
)
_PEOPLE = re.compile("(?:人员|干部|部门|单位|群众|企业|学校|代表|同志|委员|师生)$")


@lru_cache(maxsize=4)
def _deeds(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.official_deeds))


def opens_with_act(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause begins with a verb of doing and what it is done to: 检修设备, 抢进度."""
    if _NO_DEED.match(words) is not None:
        return False
    if _OF_THREE.match(words) is not None:
        return True
    if _TOLD_OF.search(words) is not None:
        return False
    deed = _deeds(lexicon).match(words)
    size = len(deed.group()) if deed is not None else verb_at(words, 0, lexicon, nouns=False)
    if size < _SHORTEST or len(words) - size < _SHORTEST:
        return False
    return _NO_OBJECT.match(words, size) is None and not (
        len(words) <= size + _SHORTEST and _PEOPLE.search(words) is not None
    )
