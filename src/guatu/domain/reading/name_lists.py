"""Lists of persons carried on from the names that are known, and names that the page cuts alike everywhere."""

import re
from collections.abc import Iterable, Iterator
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.name_patterns import printed_at
from guatu.domain.reading.name_sense import name_end
from guatu.domain.reading.patterns import is_han
from guatu.domain.reading.spelled_names import spelled_name_at

_JOINT = re.compile("[、和及与]|以及")
# 郝敬彬主席, 吕文杰局长: what he is follows him everywhere, and is no part of his name.
_TITLED = re.compile(
    "(?:副?[县市区旗镇乡局厅部处院州盟校园馆组队所站科]长|副?(?:书记|主任|主席|经理|会长)|董事长|常委|同志|先生|女士|老师|委员)"
)
# 白沙、秦亭等公路沿线乡镇: towns by their short names, and no persons.
OF_TOWNS = re.compile(
    "等(?!到|深入|赴|在|前往|参加|陪同|出席|随同|分赴|先后|一行)[^，。；：]{0,12}?(?:乡镇|[乡镇](?![长党村])|街道|社区|苏木|嘎查)"
)
_LONGEST_LIST = 30
_LONGEST_NAME = 4
_SEEN_ENOUGH = 2


def carried_on(
    text: str,
    places: Iterable[tuple[int, int]],
    lexicon: Lexicon,
    after: Pattern[str],
    *,
    page: str,
) -> Iterator[tuple[int, int]]:
    """Yield the names that follow known ones in a list: 副旗长苏日娜、白玉林、敖登格日勒出席."""
    known = dict(places)
    for first in tuple(known.values()):
        end = first
        for _ in range(_LONGEST_LIST):
            joint = _JOINT.match(text, end)
            if joint is None or joint.end() in known:
                break
            stop = spelled_name_at(text, joint.end(), lexicon, after) or name_end(
                text, joint.end(), lexicon, after, page=page, listed=True
            )
            if stop is None or not _closes(text, stop, after):
                break
            known[joint.end()] = stop
            yield joint.end(), stop
            end = stop


def _closes(text: str, stop: int, after: Pattern[str]) -> bool:
    """Tell whether a name of a list ends before another, a mark, or a word behind names."""
    if stop >= len(text) or text[stop] in "，。；、）" or _TITLED.match(text, stop):
        return True
    word = after.match(text, stop)
    return word is not None and (len(word.group()) > 1 or word.group() in "等和及与在说")


def whole_name(name: str, page: str, after: Pattern[str]) -> str:
    """Return a name with the sign that follows it wherever the page prints it (曲比布 + 哈)."""
    while len(name) < _LONGEST_NAME:
        if page.count(name) <= _SEEN_ENOUGH:
            return name
        stops = [at + len(name) for at in printed_at(name, page)]
        nexts = {page[stop : stop + 1] for stop in stops}
        if len(nexts) != 1:
            return name
        sign = nexts.pop()
        if all(_TITLED.match(page, stop) for stop in stops):
            return name
        if not is_han(sign) or any(after.match(page, stop) for stop in stops):
            return name
        name += sign
    return name


def is_member(name: str, page: str) -> bool:
    """Tell whether a word stands as a name in a list: after 、 and before another or what the list does."""
    found = re.search(f"(?<=[、和]){name}(?=、|[出列]席|参加|等|陪同|分别|在)", page)
    return found is not None or re.search(f"领导{name}(?=、)", page) is not None
