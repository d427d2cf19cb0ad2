"""Where a name of two signs ends although a third could be one: before particles, verbs of speech, 作…发言, 先报."""

import re
from re import Pattern

from guatu.domain.reading.name_patterns import STOPS

# 骆竹修 + 通报, and no 修通: what one says or does at a meeting stands whole behind a name.
TELLS_AT_MEETING = re.compile(
    "通报|汇报|强调|指出|要求|表示|主持|宣读|传达|介绍|陪同|参加|出席|讲话"
)
SAYS = "说讲问答道谈"
# 代表尚宏|则希望, 总经理付龙|讲的是, 成员宫斌|作研讨发言, 局长贾欣|先报进度, 主任郁霞|提了三条, 县长边峰|以普通党员身份, 局长时越|用半天.
_BEGINS = re.compile(
    "则(?![、，。；）])|[也还又便就都将已受被给从由把却]|做(?=[了出好]|重要|工作|专题|总结|动员|具体)|[\u3400-\u9fff](?:着(?![重力眼手急])|了(?!解|得))|[说讲问答道谈提报](?=[的了着过，：])|交(?=代[^表理]|待[^遇])|先(?=[报说讲到问看])"
    "|以(?=[“普一四实身自不强饱高])|用(?=[了半一两三几整手脚实自心方])"
    "|作(?=[\u3400-\u9fff]{0,8}?(?:研讨|交流|表态|发言|典型|情况|动员|重点|书面|总结|报告|专题|辅导|讲话|致辞|宣讲|汇报|部署|安排|说明|检查|检讨|介绍|通报|点评|党课))"
)


def begins_a_verb(text: str, place: int) -> bool:
    """Tell whether the sign at a place begins what somebody does, and ends no name."""
    return _BEGINS.match(text, place) is not None


def is_given_towards(text: str, given: int, after: Pattern[str]) -> bool:
    """Tell whether 向 is the first sign of a given name (邱向春等): another follows, and then a mark or a word."""
    word = after.match(text, given + 2)
    sure = word is not None and (len(word.group()) > 1 or word.group() in STOPS + "等")
    return text.startswith("向", given) and sure
