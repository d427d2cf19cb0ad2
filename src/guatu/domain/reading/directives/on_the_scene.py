"""What forces and leaders did on the scene, told behind what was asked: 县消防大队出动5台消防车，赶赴现场灭火."""

import re

_ASKS = re.compile(
    "(?<![主重首需摘纲概])要(?![素点闻])|强调|指出|叮嘱|嘱咐|责成|责令|指示|必须|务必|应当|不得|严禁|[，。]?请|须|希望|尽快|尽早|(?:[日月底末天时]|之)前|以前|之?内(?:完成|到位|办结)"
)
_LOST = "(?:事故|灾情|险情|火灾|火情|警情|地震|灾害|事件|汛情|山火|塌方|滑坡)"
# Whoever stands in front, it was done: forces counted, a rush to the scene, an hour of the day.
_DONE = re.compile(
    "(?:出动|调派|增派|调集)[^，。；]{0,8}[\\d一二三四五六七八九十百]"
    "|(?:赶赴|赶到|赶往|奔赴|驰援|亲临)[^，。；]{0,10}(?:现场|灾区|一线|事发地|火场|震区|震中|医院|[矿厂库园林]区|山[脚上下]|[堤坝]上|井口)"
    "|派(?:出|人|员)[^，。；]{0,12}(?:赶赴|前往|赶往|连夜|奔赴)"
    f"|^(?:接报|接警|接到(?:报警|警情|报告)|事发|{_LOST}发生)后[，]?[^。；]{{0,40}}(?:启动|成立|组织|召开|调派|调集|派出)"
    "|(?<![\\d月])\\d{1,2}(?:日|号)(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|深?夜)(?![之以]?前)[^，。；]{0,12}(?:安排|组织|召开|出动|启动|成立|对)"
    "|(?:疏散|转移|安置|救出|解救|搜救)[^，。；]{0,10}\\d+(?:余|多)(?:名|人|户)"
    "|召开[^，。；]{0,10}(?:紧急|应急|会商)会"
    "|第一时间[^，。；]{0,4}(?:成立|启动|集结)[^，。；]{2,16}(?:组|专班|预案|响应)"
)


def end_of_deeds(text: str, start: int) -> int:
    """Return the end of the sentence that begins at a place, where it tells of deeds on the scene; else the place."""
    stop = text.find("。", start)
    sentence = text[start : stop if stop >= 0 else len(text)]
    if _DONE.search(sentence) is None or _ASKS.search(sentence) is not None:
        return start
    return start + len(sentence)
