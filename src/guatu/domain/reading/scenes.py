"""Where those who visit stood: 车停在某水库坝头, 走到某桥下, 在某村的千亩稻田; a paragraph that opens on a site."""

import re
from collections.abc import Iterator

_SITE = (
    "(?:村|屯|寨|社区|小区|嘎查|苏木|水库|大桥|[\u3400-\u9fff]桥|大堤|堤段|泵站|闸站|水闸|排涝站|水厂|污水处理厂|热源厂|市场|商城|超市|广场|公园|景区|工地|车站|码头|渔港"
    "|小学|中学|学校|幼儿园|医院|卫生院|敬老院|福利院|考点|基地|园区|产业园|物流园|工业园|安置点|安置区|林场|农场|牧场|果园|茶园|服务区|收费站|检查站|渡口|隧道|断面|排污口|弯道|滑坡[点体]|隐患点|险段"
    "|[\u3400-\u9fff]{2}[段圩垸坪岗湾坝塘沟坡])"
)
_ARRIVES = re.compile(
    "(?:停[在到]了?|开[到进]了?|出现在|站在|站到|走到|赶到|驶[入进向]|拐[进到]|绕[到道]|登上|爬[上到]|钻进|蹲在|坐在|迈进|踏[上进]|转到|摸到|上到|下到|直奔|奔[向赴]|冲进|沿着)(?:(?:位于|地处|坐落[在于])[^，。；：的]{2,10}的)?"
    f"(?P<place>[^，。；：“”的、在到和及与]{{2,14}}?{_SITE})"
    "(?=的|坝[头顶]|大?门[口前]|跟前|旁|边|脚下|附近|深处|上游|下游|[里上下内外](?:[，。；]|$)|[，。；]|$)"
)
# 在双榆镇三合屯村的千亩水稻田，: a paragraph opens on a part of the place.
_OPENS_IN = re.compile(
    rf"在(?<![^。]在)(?P<place>[^，。；：“”的、在和及与]{{2,16}}?{_SITE})的[^，。；：“”]{{1,14}}，"
)
# 锦苑小区5号楼402室，; 幸福里安置区住着…: the site stands alone at the head of a paragraph.
_HEADS = re.compile(
    rf"^(?P<place>(?!(?:这|那|该|本|全|各|每|据|在|从|对|为|向|由)|[^，。；]{{0,8}}[要须应]|[^，。；]{{0,10}}(?:[察查]看|视察|考察|走访|慰问|检查|调研|参观))[^，。；：“”的、在有是到进入来去对向和及与了]{{2,12}}?{_SITE})"
    "(?=\\d+[号栋幢单]|住着|临[崖河江街]|坡[脚顶]|没有|(?:里|内|旁|边|门口|河边|岸边)[^，。；]{0,12}[，。]|，(?!要|由|须|应|应当|必须|务必|县|是|为|各))"
)
# 副县长甲在某泵站召开现场办公会: the talk was held on the spot.
_HELD_AT = re.compile(
    f"在(?P<place>[^，。；：“”的、在]{{2,16}}?(?:{_SITE}|[院校]区))(?:施工|建设)?(?:现场)?(?:召开|举行|组织)[^，。；]{{0,6}}现场(?:办公|推进|调度)?会"
)


def scenes_in(plain: str, *, visitors: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of sites of a paragraph on which ``visitors`` are told to be.

    A paragraph that only opens on a site counts where one of them acts in it.
    """
    for found in _HELD_AT.finditer(plain):
        yield found.span("place")
    if not visitors:
        return
    for found in _ARRIVES.finditer(plain):
        yield found.span("place")
    if any(name in plain for name in visitors):
        opening = _HEADS.match(plain)
        if opening is not None and not plain.startswith(visitors):
            yield opening.span("place")
    for found in _OPENS_IN.finditer(plain):
        yield found.span("place")
