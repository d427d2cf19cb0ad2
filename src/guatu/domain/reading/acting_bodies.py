"""Offices that a sentence opens with and tells the doings of: 区文明办于10月12日组织四个督查小组."""

import re

_FRONT = re.compile(
    "(?:[^，。；：]{0,16}讯(?:[（(][^）)]*[）)])?)?(?:(?:[^，。；：]{0,16}(?:日|日前|近期|昨天|昨日|上午|下午|连日来|今年以来|期间))?，?)?"
)
_DOES = re.compile(
    "(?![的、和与及等]|(?:党组|党委)?(?:副?书记|副?局长|副?主任|负责|主要|干部|领导|工作人员|有关|相关|成员))[^，。；：的]{0,4}?"
    "(?:(?:于|在|对|将|就|把)[^，。；：]{2,40}?|昨[天日][^，。；]{0,10}?)?(?:组织(?:了|召开|[一二两三四五六七八九十\\d]+个)|召开|举行|开展(?:了|专项)|印发|下发|进行了?(?:交办|督查|检查|通报)|启动|联合)"
)
_AS_SUCH = re.compile("(?:[县市区旗省州盟](?:委|政府|人民政府|府)|党委|政府)$")


_LEVELLED = re.compile("[\u3400-\u9fff]{0,4}[县市区旗省州盟]")


def acts_openly(plain: str, start: int, end: int) -> bool:
    """Tell whether an office opens a sentence that tells what it did; a committee or government as such is none."""
    if _AS_SUCH.search(plain, start, end) or not _LEVELLED.match(plain, start, end):
        return False
    if plain.endswith(("听取", "听取了"), 0, start) and plain.startswith("关于", end):
        return True
    first = max(plain.rfind("。", 0, start), plain.rfind("；", 0, start)) + 1
    return _FRONT.fullmatch(plain, first, start) is not None and bool(_DOES.match(plain, end))
