"""Days of what may come or was once meant to: 预计7月11日登陆, 明天有雨, 如8月底仍不动工, 原定9月15日."""

import re

_LOOK = 14
_OTHER_YEARS = ("明年的", "去年的", "往年的", "来年的")
_FORECAST = re.compile(
    "(?:预计|预报|(?:^|(?<=[，。；：据局站台门]))预测|据悉|可能|或将|估计|大概率|有望)(?:将?[于在]|到|从|至)?[^，。；、]{0,3}$|(?:原|本)(?:先|本|来)?(?:定|计划|拟|约定|安排|应|该|打算|设计|有)[于在]?的?$|原来?的$"
)
_WEATHER = re.compile(
    "(?:[白夜][天里间]|上午|下午|傍晚|前后|凌晨)?(?:起|到[^，。；]{1,6})?(?:我[县市区]|全[县市区]|[^，。；]{1,4}[县市区镇])?(?:(?:将?(?:还会|会|还|仍|再)?(?:[有遇逢来]|迎来|出现|遭遇|发生|遭受|有一[次轮场]|持续))"
    "[^，。；]{0,7}(?:[雨雪风雷雹雾霜潮]|降温|高温|回暖|强对流|洪峰|洪水|台风|寒潮|沙尘)|(?:最[高低])?气温|降[温雨雪]|洪峰[^，。；]{0,3}(?:过|到)(?!境?前|境?之前)|[^，。；]{0,6}(?:登陆|过境)(?!前|之前|以前))"
)
_IF = re.compile(
    "(?:如果|若是?|倘若|倘|要是|假如|假使|万一|一旦|(?<![例比譬假诸不])如)(?:到了?|在|于|[^，。；、0-9]{0,4})$"
)
# 一旦明天风力超过六级: what may happen.
_ONCE = re.compile("(?:一旦|万一|假如|倘若)[^，。；、0-9]{0,4}$")
# 如8月底仍不动工: what happens if it is not done tells no more than a limit that is set elsewhere.
_UNMET = re.compile("(?:前|内|止)?[^，。；]{0,8}(?:不|未|没|达不到|无法|难以|尚|仍)")


# 由年底前提前到11月底前: the time that is left behind.
_FROM = re.compile("(?:由|从)(?:原(?:先|来|定)?的?|[^，。；0-9]{0,4}的)?$")
_MOVED = re.compile("(?:提前|推迟|延[后迟长]|顺延|调整|改|压缩|缩短|[前后]?移)(?:到|至|为|在)")
# 以11月9日消防日为契机: a day that something hangs on.
_FROM_THEN = re.compile("以(?:每年)?$")
_HANGS = re.compile(
    "[^，。；]{0,12}为(?:契机|抓手|起点|牵引|标志|界|主题|主线|由头|新的起点|开端|载体)"
)


def is_supposed(words: str, start: int, end: int) -> bool:
    """Tell whether a day is only forecast, was once planned, or stands in a condition that is not met."""
    before = words[max(0, start - _LOOK) : start]
    if _FORECAST.search(before) is not None or _WEATHER.match(words, end) is not None:
        return True
    if _FROM.search(before) is not None and _MOVED.match(words, end) is not None:
        return True
    if _FROM_THEN.search(before) is not None and _HANGS.match(words, end) is not None:
        return True
    if _ONCE.search(before) is not None or before.endswith(_OTHER_YEARS):
        return True
    return _IF.search(before) is not None and _UNMET.match(words, end) is not None
