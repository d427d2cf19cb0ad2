"""The end of a year, a half, a quarter or a five-year plan: 年底前, 上半年, 三季度末, 十四五末."""

import re
from datetime import date
from re import Match

from guatu.domain.reading.deadlines.limits import (
    COMES_ABOUT,
    DEED,
    DONE,
    DONE_HERE,
    DUE,
    MADE,
    MADE_BY,
    RESULT,
    Anchor,
    LimitRule,
    month_end,
    near_at_hand,
    not_past,
    year_of,
)
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:(?P<year>\d{4}|明|次|来|后|今|本|当)年)?"
_FIRST_PLAN_ENDS_BEFORE = 1955
_YEARS_OF_A_PLAN = 5
_MONTHS_OF_A_QUARTER = 3


def _end_of_year(found: Match[str], anchor: Anchor) -> date | None:
    year = year_of(found, anchor)
    return date(year, 12, 31) if year else None


_YEAR_NAMED = re.compile(r"(20\d\d|明|来|后|去)年")


def _end_of_that_year(found: Match[str], anchor: Anchor) -> date | None:
    """Return the end of the year spoken in; where another year is named before, 当年 is not certain."""
    named = _YEAR_NAMED.search(found.string[: found.start()])
    if named is not None or "当年" in found.string[: found.start()]:
        return None
    return _end_of_year(found, anchor)


def _end_of_quarter(found: Match[str], anchor: Anchor) -> date | None:
    month = _QUARTERS[found.group("quarter")] * _MONTHS_OF_A_QUARTER
    year = year_of(found, anchor)
    if year is None:
        return None
    day = month_end(year, month)
    return not_past(day, found, anchor, lambda later: month_end(later, month))


def _end_of_this_quarter(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    ahead = _MONTHS_OF_A_QUARTER if found.group().startswith("下") else 0
    place = (anchor.spoken.month - 1) // _MONTHS_OF_A_QUARTER * _MONTHS_OF_A_QUARTER + 2 + ahead
    return month_end(anchor.spoken.year + place // 12, place % 12 + 1)


def _end_of_half(found: Match[str], anchor: Anchor) -> date | None:
    month = 6 if found.group("half") == "上" else 12
    year = year_of(found, anchor)
    if year is None:
        return None
    return near_at_hand(
        month_end(year, month), found, anchor, lambda later: month_end(later, month)
    )


def _end_of_plan(found: Match[str], _: Anchor) -> date | None:
    """The n-th five-year plan ends in 1955 + 5n: the 14th in 2025."""
    number = number_of(found.group("plan"))
    if number is None:
        return None
    return date(_FIRST_PLAN_ENDS_BEFORE + _YEARS_OF_A_PLAN * int(number), 12, 31)


# Bare periods, whatever stands behind them: see ``plain_deeds``.
BARE_QUARTER = LimitRule(
    pattern=re.compile(rf"{_YEAR}(?<!前)第?(?P<quarter>[一二三四])季度(?![末底初])"),
    resolve=_end_of_quarter,
    basis=DeadlineBasis.STATED,
    signs=frozenset("季"),
)
BARE_HALF = LimitRule(
    pattern=re.compile(rf"{_YEAR}(?<!则)(?P<half>[上下])半年(?![末底初])"),
    resolve=_end_of_half,
    basis=DeadlineBasis.STATED,
    signs=frozenset("半"),
)
_BROUGHT = "(?:(?<=取得)|(?<=实现)|(?<=力争)|(?<=确保)|(?<=力促))"
_WON = "(?:(?<=冲刺)|(?<=夺取)|(?<=夺得)|(?<=赢得)|(?<=力夺)|(?<=拿下))"
_OF = "(?:经济|工作|工业|农业|投资)?“?"
# 夺取四季度“满堂红” is a watchword; 双过半 is counted, and what is brought about (实现…“开门红”) is looked at.
_HALVED = f"(?={_OF}(?:双过半|时间过半))"
_RED = f"(?={_OF}(?:开门[红稳好]|双过半|时间过半|满堂红|季季红|月月红|全年红|收官红|半年红|开局红|首季红))"

RULES = tuple(
    LimitRule(pattern=re.compile(pattern), resolve=resolve, basis=basis, signs=frozenset(signs))
    for pattern, resolve, basis, signs in (
        (
            r"(?<![\d每])(?P<year>\d{4}|明|次|来|后|今|本|当)?年?年(?:底|末|终(?![有考评总盘奖决测逐]))(?:之前|以前|前)?",
            _end_of_year,
            DeadlineBasis.STATED,
            "底末终",
        ),
        (
            r"(?:(?<!\d)(?P<year>\d{4}|今|本|明|来|次|后|当)年(?:度|年)?|(?<![\d一二两三四五六七八九十每半周近])年)(?:之|以)?内",
            _end_of_year,
            DeadlineBasis.STATED,
            "内",
        ),
        # 我们三季度试产，当年新招工150人: the year named before, else the year spoken in.
        (
            r"(?:^|(?<=[，；、：“]))当年(?P<year>)(?![^。；]*当年)(?=就?(?:[^，。；的]{0,6}(?:不少于|不低于|达到|超过)|(?:新[增招建]|招[工收]|吸纳|投产|达产|实现|完成)[^，。；的]{0,8}\d))",
            _end_of_that_year,
            DeadlineBasis.STATED,
            "当",
        ),
        (
            r"(?:岁末|岁尾)(?:之前|以前|前)(?!夕|后)(?P<year>)",
            _end_of_year,
            DeadlineBasis.STATED,
            "岁",
        ),
        (
            r"(?<![签排延续拖干保租卖住挂存做])到(?:了)?(?P<year>\d{4}|明|后)年(?![底末内初上下第年\d一二三四五六七八九十春夏秋冬汛元国五中清])(?=，?[^。；]{0,30}(?:达|超过|突破|实现|建成|完成|覆盖|控制|降|提高|提升|增|\d))",
            _end_of_year,
            DeadlineBasis.STATED,
            "到",
        ),
        (
            rf"(?P<year>今|本|明|后)年(?!以来|来|的|前|要求|任务|形势|[春夏秋冬汛]|[\d一二三四五六七八九十]|[^，。；]{{1,8}}的)(?:度)?(?:力争|确保|必须|务必)?(?:{DUE}|(?=就要)|{RESULT})",
            _end_of_year,
            DeadlineBasis.STATED,
            "",
        ),
        # 2027年建成通车; a year that is only named (纳入2027年计划) is none.
        (
            rf"(?<![\d从自纳入列入按照以较比与])(?P<year>20\d\d)年(?![^，。；]{{1,8}}的)(?:力争|确保|必须|务必|全[线面部]|正式|基本)*{DONE_HERE}",
            _end_of_year,
            DeadlineBasis.STATED,
            "2",
        ),
        (
            rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底|结束)(?:之前|以前|前)?",
            _end_of_quarter,
            DeadlineBasis.STATED,
            "季",
        ),
        (
            rf"{_YEAR}(?<!前)第?(?P<quarter>[一二三四1-4])季度(?!一)(?:(?=[^，。；的]{{0,6}}(?:实现|夺取|夺得|赢得|取得)“?开门红)|之?内|(?:之|以)?前(?![一二两三四五六七八九十\d]|[后夕])|(?=[把将])|{DEED}|(?=要“)|{DONE}|{COMES_ABOUT}|{MADE}|{MADE_BY}|{RESULT})",
            _end_of_quarter,
            DeadlineBasis.STATED,
            "季",
        ),
        (
            r"(?:本|这个?|当|下个?)季度?(?:末|底|之?内)(?:之前|以前|前)?|(?<![一二三四1-4每个各分])季度?(?:末|底)(?:之前|以前|前)",
            _end_of_this_quarter,
            DeadlineBasis.RELATIVE,
            "季",
        ),
        (
            rf"{_YEAR}(?<!则)(?P<half>[上下])半年(?:之?内|(?=(?:至少|最少|不少于|力争|确保|务必|必须|再)[^，。；]{{0,14}}[\d一二两三四五六七八九十])|(?:之|以)?前|末|底|(?=[把将])|{DEED}|{DONE}|{COMES_ABOUT}|{MADE}|{MADE_BY}|{RESULT})",
            _end_of_half,
            DeadlineBasis.STATED,
            "半",
        ),
        # 实现三季度“开门红”, 确保上半年“双过半”: what is brought about is there at the end.
        (
            rf"{_BROUGHT}{_YEAR}(?P<quarter>[一二三四])季度{_RED}",
            _end_of_quarter,
            DeadlineBasis.STATED,
            "季",
        ),
        (
            rf"{_BROUGHT}{_YEAR}(?<!则)(?P<half>[上下])半年{_RED}",
            _end_of_half,
            DeadlineBasis.STATED,
            "半",
        ),
        (
            rf"{_WON}{_YEAR}(?P<half>上)半年{_HALVED}",
            _end_of_half,
            DeadlineBasis.STATED,
            "半",
        ),
        # 力争上半年追平进度: what is striven for is there by then, whatever it is.
        (
            rf"(?:(?<=力争)|(?<=争取)){_YEAR}(?<!则)(?P<half>[上下])半年(?=[^，。；的]{{2}})",
            _end_of_half,
            DeadlineBasis.STATED,
            "半",
        ),
        (
            rf"(?:(?<=力争)|(?<=争取)){_YEAR}(?P<quarter>[一二三四])季度(?=[^，。；的]{{2}})",
            _end_of_quarter,
            DeadlineBasis.STATED,
            "季",
        ),
        (
            r"(?<![\u3400-\u9fff])(?P<year>)全年(?=[^，。；的]{0,12}(?:不少于|不低于|达到|完成|突破)[^，。；]{0,6}\d)",
            _end_of_year,
            DeadlineBasis.STATED,
            "全",
        ),
        (
            "“?(?P<plan>十[一二三四五六七八九])五”?(?:规划)?(?:期?末|期间?结束)(?:之前|以前|前)?",
            _end_of_plan,
            DeadlineBasis.STATED,
            "五",
        ),
    )
)
"""Rules for named periods."""
