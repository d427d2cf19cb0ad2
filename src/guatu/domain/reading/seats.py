"""How high a post stands: the order of seats in a county, above it and below it."""

import re
from functools import lru_cache

# The order in which papers name those who sit at one table; the first that fits holds.
_SEATS = (
    (8, "(?<![副团乡镇村])(?:县委|区委|市委|旗委)书记"),
    (7, "(?<![副乡镇村代])(?:代?县|代?区|代?市|旗)长(?!助理)"),
    (6, "(?<!副)(?:人大(?:常委会)?(?:党组书记、)?主任|政协(?:党组书记、)?主席)"),
    (5, "(?:[县市区旗州盟]委|^)(?:常务)?副书记"),
    (
        4,
        "常务副[县市区旗]长|人大[^，。；]{0,8}常务副主任|副[县市区旗]长（常务）|[县市区旗州]委常委|^常委",
    ),
    (
        3,
        "副[县市区旗]长|(?:人大|政协)[^，。；]{0,12}副(?:主任|主席)|[县市区旗]政府(?:党组|副)|(?:检察|法院院)长|人武部(?:部长|政委)|副[县处]级|[县区市旗](?:级)?领导|二级巡视员|一级调研员",
    ),
    (2, "(?:镇|乡|街道|苏木)(?:党委|党工委)?(?:党委)?书记|(?<!副)党工委书记"),
    (1, "(?<!副)(?:[镇乡局]长|(?:党组|党委|工委)书记|主任|主席|院长|校长|队长|书记|经理|董事长)"),
)
_ORDER = tuple((seat, re.compile(words)) for seat, words in _SEATS)
_FROM_ABOVE = re.compile("^(?:国家|国务院|中央|全国|省|自治区)")
_FROM_CITY = re.compile("^(?:副?[市州盟]长|[市州盟](?!委书记|长))")
# Where a county is spoken of, the city is above it.
_COUNTY = re.compile("[我全本][县区旗]|[县区旗](?:委|政府|政协|人大|长)")


@lru_cache(maxsize=512)
def seat_of(post: str) -> int:
    """Return how high a post stands, 8 for who leads the committee of a county, 0 for a deputy of an office or none."""
    return next((seat for seat, words in _ORDER if words.search(post)), 0)


def is_of_county(words: str) -> bool:
    """Tell whether words speak of a county or a district, above which stands a city."""
    return _COUNTY.search(words) is not None


def from_above(post: str, *, county: bool) -> bool:
    """Tell whether a post is of a body above: 省, and 市, 州 above a county."""
    return _FROM_ABOVE.match(post) is not None or (county and _FROM_CITY.match(post) is not None)


_LEADS_ABOVE = re.compile(
    "(?:省|市|州|盟)(?:委|人大|政协|政府)[^，。；]{0,14}(?:书记|常委|主任|主席|[省市州盟]长|部长)|副?(?:省|市|州|盟)长|秘书长"
)
_GUEST, _ABOVE_ALL = 6, 9


def seat_above(post: str) -> int:
    """Return the seat of who comes from a body above: those who lead it sit above all of a county."""
    return _ABOVE_ALL if _LEADS_ABOVE.search(post) is not None else _GUEST


_HOUSES = (
    (
        "village",
        re.compile("(?:村|社区|屯|嘎查|寨)[^县]{0,10}$|村(?:支书|主任|干部|委会)|第一书记"),
    ),
    ("town", re.compile("(?:镇|乡|街道|苏木|办事处)[^县]{0,12}$")),
    (
        "service",
        re.compile(
            "(?:站|所|中心|医院|卫生院|学校|中学|小学|幼儿园|大队|中队|银行|电信|供电)[^县]{0,8}$"
        ),
    ),
    ("firm", re.compile("公司|集团|厂|合作社|协会|商会")),
    ("office", re.compile("(?:局|委|办|厅|处|部)[^县]{0,12}$")),
)


@lru_cache(maxsize=512)
def house_of(post: str) -> str:
    """Return of what kind of house a post is, the first that fits: village, town, service, firm, office, else other."""
    return next((name for name, words in _HOUSES if words.search(post)), "other")
