"""The stamps of web pages: when and whence a page was put up, as it stands below or above a headline."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from guatu.domain.reading.deadlines.limits import real_day
from guatu.domain.reading.late_patterns import late

_ORNAMENTS = "—–-=_*·•…~～◆■□▲△●○★☆※◇►▼#|/\\【】[]《》"
# 发布时间：2025-12-15 10:28 来源：某融媒 浏览次数：120: what a web page prints below a title.
_LABEL = re.compile(
    "(?P<count>(?:浏览|阅读|点击|访问)(?:次数|数|量)?|字号|字体)[：:]"
    "|(?P<plain>(?<![\u3400-\u9fff])时间)[：:](?=20\\d\\d[-/.])"
    "|(?:(?:发布|更新|发表|刊发|上传)(?:时间|日期|机构|单位|人|者)|(?:信息|文章|稿件|新闻)?来源|日期|作者|(?:责任)?编辑|供稿单位|撰稿|撰稿人|审核|审核人)[：:]"
)
_DAY_FIGURES = r"20\d\d(?:(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}|年\d{1,2}月\d{1,2}日)"
_DAY = re.compile(_DAY_FIGURES)
# 原创 某融媒 2025-12-15 10:28 江西: a day with its time of day, and hardly anything beside it.
_BARE = re.compile(
    # When a meeting is held, and by when something is due, is none.
    r"(?!.*(?:会议|召开|举行|地点|截止|截至|完成|印发|签发))"
    rf"[^\d，。；：“”]{{0,24}}?{_DAY_FIGURES}(?:星期.|周.)?\d{{1,2}}[：:]\d\d(?:[：:]\d\d)?"
    r"(?:(?:发[布表]于)?[·•|｜]?[\u3400-\u9fffA-Za-z]{2,12}|[（(]?来源[：:]?[^，。；]{2,24})?"
)
# 2025-12-15 县融媒体中心, 某县发布 2025-12-15: a day in figures, and who put the page up.
_OFFICE = "[\u3400-\u9fff]{2,16}(?:中心|融媒|发布|局|办公室|网|报|委|部|台|政府)"
_BY_WHOM = re.compile(
    rf"20\d\d([-/.])\d{{1,2}}\1\d{{1,2}}{_OFFICE}|{_OFFICE}20\d\d([-/.])\d{{1,2}}\2\d{{1,2}}(?:订阅|关注)?"
)
# 某县融媒 12-15 10:28, 昨天 18:02 江西, 3小时前: as an application says it, its year left out.
_NEARBY = late(
    "[^\\d，。；：“”]{0,20}?(?:\\d{1,2}[-/月]\\d{1,2}日?\\d{1,2}[：:]\\d\\d|(?:昨天|今天|前天|星期.|周.)\\d{1,2}[：:]\\d\\d|\\d{1,2}(?:小时|分钟|天)前)(?:(?:发[布表]于)?[\u3400-\u9fff·]{2,12})?"
)
_LONGEST, _BETWEEN = 90, 3
_DAY_ALONE = re.compile(r"[\[（(【]?20\d\d([-/.])\d{1,2}\1\d{1,2}[\]）)】]?")
# 2025-12-15 10:28 in a text with its blanks; its label, if it has one, says no limit (完成时间：).
_IN_TEXT = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})|年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)(?!\d)"
)


def is_stamp(words: str) -> bool:
    """Tell whether a line is what a web page prints below a title: when, whence, how often it was read."""
    bare = words.lstrip(_ORNAMENTS + "（(")
    if len(words) > _LONGEST or words[-1] in "。；，" or "，" in words or not bare:
        return False
    if is_bare_stamp(bare):
        return True
    opens = _LABEL.match(bare) or _DAY.match(bare)
    if opens is None:
        return False
    labels = list(_LABEL.finditer(bare))
    day = _DAY.search(bare)
    counted = any(one.group("count") for one in labels)
    # 时间：2025-10-20 alone may be when a meeting was held.
    told = [one for one in labels if not one.group("plain")]
    return counted or len(labels) > 1 or (day is not None and bool(told))


def is_bare_stamp(words: str) -> bool:
    """Tell whether a line is a stamp without a label: 2025-12-15 10:28, 2025年12月15日 18:02 江西."""
    if "20" in words and (_BARE.fullmatch(words) or _BY_WHOM.fullmatch(words)):
        return True
    return _NEARBY.fullmatch(words) is not None


def is_day_alone(words: str) -> bool:
    """Tell whether a line is a day in figures and nothing else: between headline and text it is a stamp."""
    return _DAY_ALONE.fullmatch(words) is not None


def stamps_in(plain: str) -> Iterator[re.Match[str]]:
    """Yield the days of the stamps in a text, in its order, their year in a group of that name."""
    start = 0
    lines = plain.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if "20" in line and len(line) < 2 * _LONGEST:
            words = "".join(line.split())
            stamps = is_stamp(words) or (is_day_alone(words) and _heads_text(lines, number))
            found = _IN_TEXT.search(plain, start, start + len(line)) if stamps else None
            if found is not None:
                yield found
        start += len(line)


def _heads_text(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line stands below one that ends no sentence and, who wrote between, above one that does."""
    above = next((one.strip() for one in reversed(lines[:number]) if one.strip()), "")
    below = [one.strip() for one in lines[number + 1 :] if one.strip()][:_BETWEEN]
    return above[-1:] not in tuple("。；：！") and any(one[-1] in "。：；”" for one in below)


def stamped_days(plain: str) -> Iterator[tuple[int, date]]:
    """Yield the places and days of the stamps in a text, in its order."""
    for found in stamps_in(plain):
        day = _day_of(found)
        if day is not None:
            yield found.start(), day


def _day_of(found: re.Match[str]) -> date | None:
    month, day = (found.group(a) or found.group(b) for a, b in (("month", "m"), ("day", "d")))
    return real_day(int(found.group("year")), int(month), int(day))
