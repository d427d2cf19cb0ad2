"""The post that a page prints right before or behind a name."""

import re

from guatu.domain.reading.name_patterns import NamePatterns

_LONGEST_POST = 40


def _in_brackets(text: str, begin: int, start: int) -> bool:
    """Tell whether a bracket opens within a post (旗总林（草）长), and not before it."""
    return text[begin - 1] == "（" and "）" in text[begin : min(start, begin + 4)]


# 会议由县长甲主持, 同行的局长乙, 参加检查的还有丙: what stands before the post itself.
_LEADS_IN_OFTEN = 3
_LEADS_IN = re.compile(
    "^.*(?:(?<!自)由|(?<!新)(?<!任)的|还有|包括|邀请|请来|听取|叮嘱|嘱咐|告诉|提醒|(?<!顾)问|递给|交给|交代|吩咐|随着|拨通|连线|来自|找来|叫来"
    "|走访了?|看望了?|慰问了?|会见了?|拜访了?|(?<![所现])在(?=[县市区旗省])|[对向](?=[县市区旗省镇乡村副局]|(?:分管|负责|随行|同行|陪同))|^(?:委员|同志)?[和与及]|一行在?|^[^、]{0,6}了(?=[县市区旗])|^任[^、]{1,4}、|^了|(?:会|仪式|活动|的|我|他|她|正|就)是|^是|(?<![国所])有(?=[县市区旗省副]))(?=.{2})"
)


_DAY = re.compile("日(?:上午|下午|晚)?")
_IN_FRONT = re.compile("^(?:本报讯|又讯|在|由|受|随后|邀请|特邀|昨日|近日|日前|同时|会上)+")
_BETWEEN_POSTS = re.compile("与|同(?!志)|(?<=[^、])(?:和|及)(?=县|市|省|区|副|乡|镇|党)")


def post_before(text: str, start: int, patterns: NamePatterns, *, after: int = 0) -> str | None:
    """Return the post printed right before a name, as far back as the clause or ``after`` goes."""
    begin = start
    while (
        begin > after
        and start - begin < _LONGEST_POST
        and (text[begin - 1] not in "，。；：（“”《》" or _in_brackets(text, begin, start))
    ):
        begin -= 1
    words = text[begin:start].lstrip("、和及与")
    day = _DAY.search(words)
    if day is not None:
        words = words[day.end() :]
    words = _IN_FRONT.sub("", words)
    for _ in range(_LEADS_IN_OFTEN):
        left = _LEADS_IN.sub("", words)
        if left == words:
            break
        words = left
    # Of "A、B和县长C" only the part after the last conjunction belongs to this name.
    words = _BETWEEN_POSTS.split(words)[-1]
    words = _own_posts(words, patterns)
    return words if patterns.post_end.search(words) and len(words) >= 2 else None


def _own_posts(words: str, patterns: NamePatterns) -> str:
    """Return the posts at the end of a list: before 甲局、乙镇、某公司董事长 stand bodies, and no posts."""
    parts = words.split("、")
    for place in range(len(parts) - 1, 0, -1):
        if not patterns.any_post_end.search(parts[place - 1]):
            return "、".join(parts[place:])
    return words


def post_behind(text: str, end: int, patterns: NamePatterns) -> str | None:
    """Return the post printed right behind a name: 昝小满副县长, 费行舟（县水务局局长）."""
    found = patterns.behind.match(text, end)
    return (found.group("post") or found.group("aside")) if found is not None else None
