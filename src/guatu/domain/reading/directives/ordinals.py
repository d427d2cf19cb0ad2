"""Numbered points: 一是, 二要, （三）, 4., 第五, 其六."""

import re
from typing import NamedTuple

from guatu.domain.reading.patterns import ORDINAL_NUMBER

# 第三条生产线, 第二条措施: counted by 条, and no article of rules.
_COUNTED = "生产线|产线|路|渠|河|线|街|巷|沟|公路|铁路|高速|航线|管|隧|战线|跑道|轨|主线|产业链|供应链|链|船|鱼|带|通道|消息|规定|措施|经验|建议|意见|原则|标准|途径|底线|红线|纪律|理由|要求|规矩"
_ORDINAL = re.compile(
    rf"(?:{ORDINAL_NUMBER}(?P<kind>是要|是|要)(?!否)|(?P<formal>[（(](?:{ORDINAL_NUMBER}|\d{{1,2}})[）)]"
    rf"|【?(?:议题|议程){ORDINAL_NUMBER}(?:】|：)|【其[他它][^】]{{0,4}}】|{ORDINAL_NUMBER}、(?![一二三四五六七八九十两]|\d(?!\d?月|\d{{3}}年|\d?日))|\d{{1,2}}(?:．|[.、](?!\d)))"
    rf"|(?:第{ORDINAL_NUMBER}|头一|最后一)(?:条|点|句话?)?(?:[，、：]|(?=要|是)|$)|其[一二三四五六七八九十]，?|(?:首先|其次|再次|再者|最后)$|(?:首先|其次|再次|再者)(?=，?(?:要|必须|是))|最后(?=，?(?:要|必须))|(?P<article>第{ORDINAL_NUMBER}条(?=[\u3400-\u9fff])(?!{_COUNTED}))|第?[一二三四五六七八九十]句话(?:就?是|叫做?)[，：“]?|[①②③④⑤⑥⑦⑧⑨⑩]|(?:—+|[●■◆★○·▲•▪◇□☆►▶▷]|[-–](?=[\u3400-\u9fff])))"
)


# What an ordinal may begin with, but for figures: few clauses do, and all are asked.
_BEGINS = frozenset("一二三四五六七八九十第【议头最其首再（(①②③④⑤⑥⑦⑧⑨⑩—●■◆★○·▲•▪◇□☆►▶▷-–")


class Ordinal(NamedTuple):
    """A number before a point: where its words begin, whether 要 is part of it, whether it heads text.

    ``formal`` numbers (一、（二）3.) are those of documents, whose points may be mere headings.
    """

    end: int
    demands: bool
    formal: bool


def ordinal_at_front(words: str) -> Ordinal | None:
    """Return the ordinal that a clause begins with; in 一要 the content begins at 要."""
    first = words[:1]
    if first not in _BEGINS and not first.isdecimal():
        return None
    found = _ORDINAL.match(words)
    if found is None:
        return None
    kind = found.group("kind") or ""
    demands = kind.endswith("要")
    return Ordinal(
        end=found.end() - (1 if demands else 0),
        demands=demands,
        formal=(found.group("formal") or found.group("article")) is not None,
    )


_HEAD = re.compile("[一二三四五六七八九十]{1,2}要[\u3400-\u9fff]{1,5}")


def heads_text(words: str, after: str) -> bool:
    """Tell whether a point but heads the text behind it in its paragraph: 一要分流。某局…."""
    return _HEAD.fullmatch(words) is not None and after[:1] == "。" and len(after) > 1


_LONGEST_HEAD, _LEAST_TEXT = 18, 24


def heads_below(paragraph: str, below: str) -> bool:
    """Tell whether a paragraph of a paper is but a point that heads the text in the one below it: 一要压实责任。."""
    if len(paragraph) > _LONGEST_HEAD or len(below) <= _LEAST_TEXT:
        return False
    ordinal = ordinal_at_front(paragraph)
    alone = ordinal is not None and ordinal.demands and "。" not in paragraph[:-1]
    return alone and ordinal_at_front(below) is None
