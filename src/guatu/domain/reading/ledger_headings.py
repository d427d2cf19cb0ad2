"""What the columns of a ledger hold, by their headings, which may take two rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.ledger_grid import DITTO, GridCell, GridRow
from guatu.domain.reading.ledger_states import StateColumn, state_column
from guatu.domain.reading.lexicon import Lexicon

_HEAD_ROWS = 12
_WORDS = re.compile("[\u3400-\u9fff]{4}")
_MOST_HEADING_ROWS = 3
_LONGEST_HEADING = 24
_LONGEST_END = 8
_FEWEST_MATCHED = 2
_SHORT_WORD = 2

# 填报时间：2025年3月6日, 截至10月17日: stands above headings.
_LABEL = re.compile("[：:].|\\d日$")
_LIKE_HEADING = re.compile(
    "单位|部门|科室|股室|处室|主体|任务|事项|事情|工作|项目|工程|实事|措施|要求|打算|计划|安排|内容|意见|目标|责任|问题|隐患|诉求|表现|时限|期限|限期|时间|日期|节点|站所|举措|对策"
    "|建议|提案|案由|属地|镇|街道|企业|[人村]$"
)
_BRACKETS = re.compile("[（(]([^（）()]*)[）)]$")
_FRONT = re.compile(
    "^(?:20\\d\\d年度?|本?年度|第?[一二三四]季度|本[周月季年]度?|全?[省市县区])(?=[\u3400-\u9fff]{2})"
)
_TOLD_OF_IT = re.compile(
    "(?:情况|进展|进度|结果|成效|状态|编号|序号|代码|数量?|个数|类别|分类|类型|来源|级别|比?率|金额|电话|备注|意见|[人长导员]|签字|说明|依据|原因)$"
)
_AND_WHO = re.compile("(?:单位|部门|科室|股室|处室)(?:及|和|与|、|/)")
# 攻坚任务, 具体举措, 督查发现问题, 被督查单位: short words that end headings of any kind.
_ENDS = frozenset(
    ["任务", "事项", "措施", "举措", "对策", "要求", "内容", "问题", "隐患", "单位", "部门", "站所"]
)
# 需协调解决事项 asks others, 验收单位 comes when all is done.
_OF_OTHERS = re.compile(
    "时间|时限|期限|协调|需|请求|提请|其他|注意|报告|会议|培训|学习|^(?:验收|督导|督办|监督|督查|检查|审核|填报|报送|来文|发文|交办|反馈|设计|监理|认定|抽查|采购|计量|货币|配合|协办|参[与加])"
)
# 本月目标任务 beside 项目名称: what is demanded, and for what.
_OF_PERIOD = re.compile(
    "(?:[本下当](?:一?步|阶段|[周月年]|季度?)|年度|20\\d\\d年度?)(?:重点|主要|工作|推进|计划|目标|任务|具体)*(?:目标|任务|计划|工作|安排)"
)
_PROJECT = re.compile("(?:项目|工程)(?:名称)?$")
_COUNTED = re.compile("[（(](?:单位[：:])?(?P<unit>个?工作日|天|日)[）)]")
# 实际完成时间, 开工时间: when something was or began.
_NO_LIMIT = re.compile(
    "^(?:实际|受理|交办|开始|起始|开工|启动|填报|检查|会议|收文|登记|下达|批示|是否|超|逾)"
)
_RECEIVED = re.compile(
    "(?:受理|交办|批示|收文|检查|会议|下达|下发|派单|派发|转办|暗访|登记|发文|发现|督查|排查|反馈|来文|签发|巡查|交付)(?:时间|日期)$"
)
_NUMBER = re.compile("^(?:序号?|编号|项次|顺序号?|No\\.?|NO\\.?)$|编号$")
# 单位 between 数量 and 单价 is what things are counted in.
_OF_GOODS = frozenset(["数量", "单价", "金额", "规格", "规格型号", "总价", "预算金额"])
# What is served to the public, by whom and how fast: no tasks (权责清单, 办事指南, 公开目录).
_OF_SERVICES = re.compile(
    "法定|设定依据|实施依据|收费|申[请报]材料|受理条件|权力|行使|办件类型|公开(?:时限|方式|渠道|依据|主体|对象)|服务对象|咨询电话|承诺时限"
)
# 建设单位, 中标单位: who builds or was chosen, in lists that are made public.
_WHO_ONLY_IS = re.compile(
    "(?:建设|施工|中标|供应|供货|申报|申请|获奖|推荐|编制|产权|使用|投资|管护|服务|评估|环评|代理|成交|承包|主管|业主)(?:单位|部门)$"
)
# 地点 beside 日期: a plan of what is held where and when.
_OF_EVENTS = frozenset(["地点", "会议地点", "活动地点"])
_OF_MEETINGS = re.compile("会议|批示|议题")
_WHEN = re.compile(
    "(?P<when>(?:20\\d\\d年)?(?:第?[一二三四]季度末?|(?:1[0-2]|[1-9])月(?:份|底前?|末)?|上半年|下半年|全年|年底前?))"
    "(?:[（(][^（）()]*[）)])?(?:工作|推进|进度|阶段|形象进度|重点)?(?:目标|计划|任务|节点|安排|要求|措施|打算)?(?:任务)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumns:
    """Which columns hold what, by their places, the most telling first.

    ``head`` is the first row of headings, ``body`` the first below them; ``units`` name whose a row
    is where no column says who acts; ``steps`` are columns of what is to be done in a period, with
    the words of their heading that name it (一季度 of 一季度目标). ``leading`` are the columns of
    ``leads`` whose heading says 牵头, ``mixed`` those that name persons as well,
    ``counted`` those of limits whose heading says what they count (办理时限（工作日）), ``states`` those that
    tell how far a row has come.
    """

    head: int
    body: int
    tasks: tuple[int, ...]
    demands: tuple[int, ...]
    problems: tuple[int, ...]
    places: tuple[int, ...]
    leads: tuple[int, ...]
    units: tuple[int, ...]
    persons: tuple[int, ...]
    helpers: tuple[int, ...]
    deadlines: tuple[int, ...]
    number: int | None
    received: int | None
    issuer: int | None
    steps: tuple[tuple[int, GridCell], ...]
    leading: frozenset[int]
    mixed: frozenset[int]
    counted: tuple[tuple[int, str], ...]
    states: tuple[tuple[int, StateColumn], ...]


def columns_of(rows: Sequence[GridRow], lexicon: Lexicon) -> GridColumns | None:
    """Return the columns by the rows of headings; None for a table without a column of tasks.

    Headings name a task, or what is wrong, and at least one thing more (a unit, a limit).
    """
    for number in range(min(len(rows), _HEAD_ROWS)):
        found = columns_at(rows, number, lexicon)
        if found is not None:
            return found
    return None


def columns_at(rows: Sequence[GridRow], number: int, lexicon: Lexicon) -> GridColumns | None:
    """Return the columns of a table whose headings begin in a row; None where none do."""
    if not _may_be_headings(rows[number]):
        return None
    names = _names(rows[number])
    below, last = names, number + 1
    while last < len(rows) and last - number < _MOST_HEADING_ROWS and _goes_on(below, rows[last]):
        below = _names(rows[last])
        names = _together(names, below)
        last += 1
    return _columns(number, last, rows, names, lexicon)


def _may_be_headings(row: GridRow) -> bool:
    filled = [cell.words for cell in row if cell.words and cell.words != DITTO]
    if any(len(one) > _LONGEST_HEADING or _LABEL.search(one) for one in filled):
        return False
    alike = (one for one in filled if _LIKE_HEADING.search("".join(one.split())))
    return len(list(islice(alike, _FEWEST_MATCHED))) == _FEWEST_MATCHED


def _names(row: GridRow) -> list[tuple[str, ...]]:
    return [("".join(cell.words.split()),) for cell in row]


def _goes_on(names: Sequence[tuple[str, ...]], row: GridRow) -> bool:
    """Tell whether a row below headings goes on with them: below merged cells, or below one that spans several."""
    below = ["".join(cell.words.split()) for cell in row]
    own = [place for place, one in enumerate(below) if one not in {"", DITTO}]
    if not own or any(len(below[one]) > _LONGEST_END + 4 or below[one][0].isdigit() for one in own):
        return False
    merged = sum(1 for one in below if one == DITTO)
    if not merged and len(own) < _FEWEST_MATCHED:
        return False
    return all(_spans(names, one) for one in own)


def _spans(names: Sequence[tuple[str, ...]], place: int) -> bool:
    """Tell whether a place stands below a heading that spans several columns."""
    above = [names[one][-1] if one < len(names) else "" for one in (place, place + 1)]
    return not above[0] or (not above[1] and place + 1 < len(names)) or place + 1 == len(names)


def _together(
    names: Sequence[tuple[str, ...]], below: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return the names of columns by both rows: what stands below says more than what spans it."""
    found: list[tuple[str, ...]] = []
    spanning = ""
    for place in range(max(len(names), len(below))):
        above = names[place][-1] if place < len(names) else ""
        under = below[place][0] if place < len(below) else ""
        spanning = above or spanning
        if under in {"", DITTO}:
            found.append((above,))
        else:
            found.append((spanning + under, under))
    return found


def _columns(
    head: int,
    body: int,
    rows: Sequence[GridRow],
    names: Sequence[tuple[str, ...]],
    lexicon: Lexicon,
) -> GridColumns | None:
    demands = _places(names, lexicon.ledger_demands)
    if any(_PROJECT.search(one[-1]) for one in names):
        demands += _without(_matching(names, _OF_PERIOD), demands)
    if not demands:
        demands = _beside(names, _places(names, lexicon.ledger_tasks), rows[body:])
    tasks = _without(_places(names, lexicon.ledger_tasks, last=True), demands)
    taken = (*demands, *tasks)
    problems = _without(_places(names, lexicon.ledger_problems), taken)
    leads = _without(_places(names, lexicon.ledger_leads, units=True), (*taken, *problems))
    units = _without(_places(names, lexicon.ledger_units), (*taken, *problems, *leads))
    goods = any(set(one) & _OF_GOODS for one in names)
    units = tuple(
        one
        for one in units
        if not _WHO_ONLY_IS.search(names[one][-1]) and not (goods and names[one][-1] == "单位")
    )
    persons = _without(_places(names, lexicon.ledger_persons), (*leads, *units))
    deadlines = _deadlines(names, taken, lexicon, who=bool(leads or units or persons))
    steps = tuple(_steps(rows[head:body], names)) if tasks else ()
    at_steps = [place for place, _ in steps]
    whose, when = (*leads, *units), deadlines or steps
    if not (taken and (whose or deadlines)) and not (problems and (whose or persons) and when):
        return None
    if any(_OF_SERVICES.search(one[-1]) for one in names):
        return None
    return GridColumns(
        head=head,
        body=body,
        tasks=tasks,
        demands=_without(demands, at_steps),
        problems=problems,
        places=tuple(sorted(_places(names, lexicon.ledger_places))) if problems else (),
        leads=leads,
        units=units,
        persons=persons,
        helpers=_without(_places(names, lexicon.ledger_helpers, units=True), (*taken, *leads)),
        deadlines=_without(deadlines, at_steps),
        number=_first(names, _NUMBER),
        received=_first(names, _RECEIVED),
        issuer=next(iter(_without(_places(names, lexicon.ledger_issuers), taken)), None),
        steps=steps,
        leading=frozenset(one for one in leads if any("牵头" in name for name in names[one])),
        mixed=frozenset(one for one in leads if any("人" in name for name in names[one])),
        counted=tuple(
            (one, found["unit"]) for one in deadlines if (found := _COUNTED.search(names[one][-1]))
        ),
        states=tuple(
            (place, state)
            for place, one in enumerate(names)
            if place not in taken and (state := state_column(one[-1])) is not None
        ),
    )


def _beside(
    names: Sequence[tuple[str, ...]], tasks: Sequence[int], below: Sequence[GridRow]
) -> tuple[int, ...]:
    """Return the column that a heading of tasks spans beside its own, where words stand in it."""
    for task in tasks:
        place = task + 1
        if place + 1 >= len(names) or names[place][-1] or not names[task][-1]:
            continue
        filled = [row[place].words for row in below if place < len(row) and row[place].words]
        if filled and sum(1 for one in filled if _WORDS.search(one)) * 2 > len(filled):
            return (place,)
    return ()


def _deadlines(
    names: Sequence[tuple[str, ...]], taken: Sequence[int], lexicon: Lexicon, *, who: bool
) -> tuple[int, ...]:
    """Return the columns of limits; in a plan of meetings and visits the day is the limit."""
    limits = [one for one in range(len(names)) if not _NO_LIMIT.search(names[one][-1])]
    found = _without(_places(names, lexicon.ledger_deadlines, among=limits), taken)
    if found or not who:
        return found
    if any(one[-1] in _OF_EVENTS for one in names):
        return _places(names, ("日期", "时间"))
    return () if any(_OF_MEETINGS.search(one[-1]) for one in names) else _places(names, ("时间",))


def _without(places: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
    return tuple(one for one in places if one not in others)


def _matching(names: Sequence[tuple[str, ...]], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(place for place, one in enumerate(names) if pattern.fullmatch(one[-1]))


def _first(names: Sequence[tuple[str, ...]], pattern: re.Pattern[str]) -> int | None:
    return next((place for place, one in enumerate(names) if pattern.search(one[-1])), None)


def _steps(
    headings: Sequence[GridRow], names: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, GridCell]]:
    """Yield the columns whose heading names a period, with its words."""
    for place in range(len(names)):
        for row in headings:
            cell = row[place] if place < len(row) else None
            found = _WHEN.fullmatch(cell.words) if cell is not None else None
            if cell is not None and found is not None:
                start, end = (
                    cell.span.start + found.start("when"),
                    cell.span.start + found.end("when"),
                )
                yield place, GridCell(words=found["when"], span=Span(start=start, end=end))
                break


def _places(
    names: Sequence[tuple[str, ...]],
    words: Sequence[str],
    *,
    units: bool = False,
    among: Sequence[int] | None = None,
    last: bool = False,
) -> tuple[int, ...]:
    """Return the columns that one of the words names, the most telling word's first.

    Of columns by one word the first leads, or the ``last``: 三级任务 of 一级任务, 二级任务 and it.
    """
    ranked: list[tuple[int, int]] = []
    for place, own in enumerate(names):
        if among is None or place in among:
            ranks = [_rank(one, tuple(words), units=units) for one in own if one]
            ranked += ((min(known), place) for known in [[r for r in ranks if r >= 0]] if known)
    return tuple(
        place for _, place in sorted(ranked, key=lambda one: (one[0], -one[1] if last else one[1]))
    )


@lru_cache(maxsize=4096)
def _rank(name: str, words: tuple[str, ...], *, units: bool) -> int:
    """Return the place of the first word that a heading is named by; -1 for none."""
    bare = name.strip("*＊：:")
    within = _BRACKETS.search(bare)
    bare = _BRACKETS.sub("", bare)
    forms = [bare, _FRONT.sub("", bare), within[1] if within else ""]
    for rank, word in enumerate(words):
        if any(one == word or _names_it(one, word, units=units) for one in forms):
            return rank
    return -1


def _names_it(heading: str, word: str, *, units: bool) -> bool:
    """Tell whether a heading names what a word does, with more before or behind it."""
    if len(heading) > len(word) + _LONGEST_END:
        return False
    if heading.endswith(word):
        return len(word) > _SHORT_WORD or (word in _ENDS and not _OF_OTHERS.search(heading))
    if len(word) <= _SHORT_WORD or not heading.startswith(word):
        return False
    # 工作任务完成情况 is about a task, 责任单位意见 about a unit, and names neither.
    return not _TOLD_OF_IT.search(heading) or (units and _AND_WHO.search(heading) is not None)
