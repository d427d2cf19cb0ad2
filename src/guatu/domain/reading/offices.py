"""Offices of a county that the narration names by a name of their own, wherever in a sentence they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.bodies import body_kind
from guatu.domain.reading.layout import Piece
from guatu.domain.reading.strand import Strand
from guatu.domain.reading.values import Directive, Organisation, Record

_INNER = "(?:(?![县区旗盟省在到由与和对向给让请把被将率听说问从据])(?!市(?![场监政容民]))[\u3400-\u9fff])"
_ENDING = (
    "(?:(?<![格开布结])局(?![面部势长限])|(?<![承经主举操督包县市区旗])办(?![公理事学成法案])|办公室|督查室|大队|支队"
    "|指挥部(?!办公室)|法院|检察院|纪委监委|政法委|组织部|宣传部|统战部|社会工作部|总工会|妇联|残联|团委|党校|中心)"
)
_NAMED = re.compile(
    f"(?<!城)(?:[县市区旗盟省州]|自治区)(?:政府|委)?{_INNER}{{1,14}}?{_ENDING}(?:[\u3400-\u9fff]{{2,4}}分局|(?:交警|巡特警|刑侦)大队)?"
)
# What an office has: the name stands inside a post and is no body of the record.
_POST = re.compile(
    "(?:党组|党委|党工委|党支部|党总支)?(?:书记|副?[局部院校队处科室站所]长|副?主任|副?主席|副?总|董事长|经理|政委|教导员|检察长|副?大队长|副?科长"
    "|[一二三四]级|成员|纪检|工会|干部|职工|教授|讲师|研究员|记者|[\u3400-\u9fff]{1,4}股股?长|[\u3400-\u9fff]{0,4}队员)"
)
_NOT_BEHIND = re.compile(
    "第[一二三四五六七八九十\\d]+次|会议|组(?!织)|(?:各|有关)?成员单位|常务|大楼|大厅|门口|[一二三四五六七八九十\\d]+楼|院内|广场|全体|印发|文件|系统"
    "|会(?![同商上])|将(?:不定期|适时|逐一|组织|对)|牵头"
)
_NOT_BEFORE = re.compile(
    "(?:据|由|经|报|会同|联合|对|向|给|通过|关于|在|于|至|任|原|提请|（|《[^》]*|“[^”]*|[一二三四五六七八九十\\d]+[个家])$"
)
_VENUE = re.compile(
    "(?:会议|行政|文化|体育|指挥|政务|政务服务|活动|接待|会展|展览|服务|事务|综治)中心$"
)
_LEAST = 16


def _told_in(strand: Strand) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of the offices that a paragraph names outside posts and venues."""
    plain = strand.plain
    if len(plain) < _LEAST or plain.endswith("："):
        return
    for found in _NAMED.finditer(plain):
        start, end = found.span()
        if _POST.match(plain, end) or _NOT_BEHIND.match(plain, end):
            continue
        if _NOT_BEFORE.search(plain[max(0, start - 40) : start]) or _VENUE.search(found.group()):
            continue
        yield start, end


def with_told(
    records: Sequence[Record],
    directives: Sequence[Directive],
    pieces: Sequence[Piece],
    source: str,
) -> tuple[Record, ...]:
    """Return the records with the offices that their articles name outside of any demand."""
    demanded: dict[str, list[Span]] = {}
    for one in directives:
        demanded.setdefault(one.article, []).extend(one.spans)
    by_article = {piece.id: piece for piece in pieces}
    seen: set[str] = set()
    found: list[Record] = []
    for record in records:
        if record.article in seen:
            found.append(record)
            continue
        seen.add(record.article)
        known = {one.name: one for one in record.organisations}
        for strand in by_article[record.article].paragraphs:
            for start, end in _told_in(strand):
                span = strand.cover(start, end)
                if any(
                    each.start < span.end and span.start < each.end
                    for each in demanded.get(record.article, ())
                ):
                    continue
                name = strand.sliced(source, start, end)
                kind = body_kind(strand.plain[start:end])
                if kind is not None and not any(name in other for other in known):
                    known[name] = Organisation(name=name, kind=kind, span=span)
        found.append(replace(record, organisations=tuple(known.values())))
    return tuple(found)
