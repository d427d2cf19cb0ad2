"""Names on the roll of a meeting that blanks or lines part: 出席：卜 平 齐敬尧, 裘永年　县住建局局长 below 参会人员：.

The plain form of a paragraph has lost the blanks; they are looked for in the source.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.paper_heads import LONGEST_ROLL, is_roll, on_roll
from guatu.domain.reading.patterns import HAN
from guatu.domain.reading.strand import Strand

_PARTS = re.compile(r"[\s、，；,;]+")
_LABEL = re.compile("[^：:]{2,12}[：:]")
_POST = late(
    "[\u3400-\u9fff（）、]{2,38}(?:长|书记|主任|主席|委员|常委|经理|负责人|[师员]|政委|代表|助理|顾问)"
)
# 裘永年县住建局局长, its blanks lost: the post begins with a level or a place.
_OF_PLACE = re.compile(
    "(?:中共)?(?:[县市区旗省]|[\u3400-\u9fff]{1,6}?(?:[县市区旗镇乡]|街道|局|公司|集团|银行))"
)
_MAY_BE = re.compile(f"(?![县市区旗省各]){HAN}{{2,3}}(?<![局委办部长记任员处科])")
_SHORTEST_POST = 3


def roll_names(
    paragraphs: Sequence[Strand], source: str, lexicon: Lexicon
) -> Mapping[str, str | None]:
    """Return who stands on the rolls of a paper, each with the post printed behind the name, if any."""
    found: dict[str, str | None] = {}
    texts = [one.plain for one in paragraphs]
    for number, strand in enumerate(paragraphs):
        if not strand.at or not (
            is_roll(strand.plain)
            or on_roll(texts[max(0, number - LONGEST_ROLL) : number], strand.plain)
        ):
            continue
        raw = source[strand.at[0] : strand.at[-1] + 1]
        if len(raw) > len(strand.plain) * 4 or "。" in raw:
            continue
        label = _LABEL.match(raw)
        row = raw[label.end() if label is not None else 0 :]
        found.update(_of_row(row, lexicon))
    return found


def _of_row(row: str, lexicon: Lexicon) -> Iterator[tuple[str, str | None]]:
    parts = list(_whole([one for one in _PARTS.split(row.strip()) if one]))
    names = [one for one in parts if is_bare_name(one, lexicon)]
    if not names and len(parts) > 1 and _MAY_BE.fullmatch(parts[0]) is not None:
        # Of a rare surname: the post behind the blank shows that it is a name.
        rest = "".join(parts[1:])
        if parts[0] not in lexicon.usage.common_words and _POST.fullmatch(rest) is not None:
            yield parts[0], rest
            return
    if len(names) == 1 and parts[0] == names[0] and len(parts) > 1:
        # 甄立群　县委常委、副县长: the rest of the row says what he is.
        rest = re.sub(r"\s+", "", row.strip()).removeprefix(names[0])
        yield names[0], rest if _POST.fullmatch(rest) is not None else None
        return
    if names:
        for one in names:
            yield one, None
        return
    if len(parts) == 1 and (named := _run_together(parts[0], lexicon)) is not None:
        yield named


def _whole(parts: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a row, two lone characters as the name that was spread to the width of three."""
    place = 0
    while place < len(parts):
        pair = parts[place : place + 2]
        if len(pair) > 1 and len(pair[0]) == len(pair[1]) == 1:
            yield "".join(pair)
            place += 2
        else:
            yield parts[place]
            place += 1


def is_bare_name(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are a surname and a given name and no common word."""
    if words in lexicon.usage.common_words or words.startswith(tuple(lexicon.not_names)):
        return False
    if words.endswith(("等", "长", "记", "任", "员")):
        return False
    given = next(
        (words.removeprefix(one) for one in lexicon.compound_surnames if words.startswith(one)),
        None,
    )
    if given is None and words[:1] in lexicon.surnames:
        given = words[1:]
    return given is not None and re.fullmatch(f"{HAN}{{1,2}}", given) is not None


def _run_together(words: str, lexicon: Lexicon) -> tuple[str, str] | None:
    for size in (3, 2, 4):
        name, post = words[:size], words[size:]
        if len(post) < _SHORTEST_POST or name[-1] in "县市区旗镇乡省局":
            continue
        if not is_bare_name(name, lexicon):
            continue
        if _OF_PLACE.match(post) is not None and _POST.fullmatch(post) is not None:
            return name, post
    return None
