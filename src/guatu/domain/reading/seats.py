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
