"""A speech that is told as an arrangement, its points behind it: 某某部署了下一步工作。一是…；二是…."""

import re

from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late

_ARRANGED = late(
    "(?P<head>[^，。；：]{0,40}?)(?:(?:安排|部署|布置|交代|明确)了?){1,2}(?<=了)[^，。；：]{0,4}"
    "(?:下一?步|下阶段|下一阶段|近期|当前|今后|后段|后续|重点|相关|有关|各项|具体)[^，。；：]{0,16}(?:工作|任务|重点|事项)"
)


# 当场宣布三条：涉事库点即刻停业；…; 开出三张“方子”：….
_SET_DOWN = re.compile(
    "(?P<head>[^，。；：]{0,40}?)(?:当场|现场|当即|随即|一口气|逐项|又|还|并)*(?:宣布|开出|列出|给出|下达|亮出|画出|立下|点出|排出|发出|布下|派下|抛出|(?<![以如])下)了?"
    "[一二两三四五六七八九十几\\d]{1,2}(?:条|项|点|张|个|道|件|剂|副|步|记|份)(?!.*(?:问题|原因|理由|数据|疑问|例子|隐患|罚单|现象|表现|不足|短板|账本|奖|名|消息|喜讯|名单))[^，。；：]{0,10}"
)


# 对此，某县出台四条举措规范施工：一是要…: what is issued is asked for where its first point says so.
_ISSUED = late(
    "(?P<head>[^，。；：要]{0,24}?)(?:出台|推出|制定|采取|实行)了?[一二两三四五六七八九十\\d]{1,2}(?:条|项|个|大|点)[^，。；：]{0,4}"
    "(?:举措|措施|办法|意见|要求|规定)[^，。；：]{0,30}"
)
_ASKS_FIRST = re.compile(
    "：(?:一是|第一[，、]?|首先，?|1[.．、]|①)?(?:一?要(?![求点素])|必须|务必)"
)


# 县防汛指挥部下达指令：…: what is ordered stands behind the colon.
_ORDERS = late(
    "(?P<head>[^，。；：]{0,40}?)(?:下达|发出|发布|下发)了?[^，。；：]{0,6}(?:指令|命令|调度令|动员令|号令|转移令|紧急通知)"
)


def arranged_points(words: str, mark: str, after: str) -> SpeechAct | None:
    """Return the speech of one who is told to have arranged what the numbered points behind it say."""
    set_down = _SET_DOWN.fullmatch(words) if mark == "：" else None
    if set_down is not None:
        head = set_down.group("head")
        return SpeechAct(head=head, verb="明确", content=len(words), demanding=True, direct=False)
    ordered = _ORDERS.fullmatch(words) if mark == "：" and words[-1:] in "令知" else None
    if ordered is not None:
        head = ordered.group("head")
        return SpeechAct(head=head, verb="要求", content=len(words), demanding=True, direct=False)
    issued = _ISSUED.fullmatch(words) if mark == "：" and _ASKS_FIRST.match(after) else None
    if issued is not None:
        head = issued.group("head")
        return SpeechAct(head=head, verb="明确", content=len(words), demanding=True, direct=False)
    if mark not in ("。", "：") or ordinal_at_front(after.lstrip("。：")) is None:
        return None
    found = _ARRANGED.fullmatch(words)
    if found is None:
        return None
    return SpeechAct(
        head=found.group("head"), verb="部署", content=len(words), demanding=True, direct=False
    )
