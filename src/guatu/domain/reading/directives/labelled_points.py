"""Points of a paper that are tasks by who is charged with them, though nothing in their words demands.

财政收入增长5%。（县财政局牵头） is one by the bracket behind it, 1.开展违建整治。 by 责任单位：县城管局 on the line below.
"""

from collections.abc import Sequence

from guatu.domain.reading.directives.labels import ENDS_BRACKET, Labels, is_names_line
from guatu.domain.reading.directives.paper_parts import level_of, point_start

_LEAST_TASK, _LONGEST_HEADING = 4, 14
_LONGEST_FOOT = 24


def point_before_bracket(text: str, labels: Labels) -> tuple[int, int] | None:
    """Return the half-open place of a numbered point before the bracket that ends its paragraph."""
    level = level_of(text)
    closed = labels.sentence or text[labels.end - 1] in ENDS_BRACKET
    ends = closed and text[labels.end :] in ("", "。")
    if not ends or level is None:
        return None
    return _words(text, _behind_heading(text, point_start(text, level)), labels.start)


def point_above(texts: Sequence[str], task: int, labelled: int) -> tuple[int, int] | None:
    """Return the half-open place of the point in paragraph ``task`` that the label line ``labelled`` is of.

    What has points or text of its own below its labels is a heading: its labels are of all that.
    """
    if task >= labelled:
        return None
    level = level_of(texts[task])
    below = next((one for one in texts[labelled:] if not is_names_line(one)), "")
    deeper = level_of(below)
    if level is None:
        # A task without a number is a sentence; a heading is none.
        told = texts[task].endswith("。") and all(map(is_names_line, texts[task + 1 : labelled]))
        return _words(texts[task], 0, len(texts[task])) if told else None
    if deeper is not None and deeper > level:
        return None
    if deeper is None and ("。" in below or len(below) > _LONGEST_FOOT):
        return None
    return _words(texts[task], point_start(texts[task], level), len(texts[task]))


def _words(text: str, start: int, end: int) -> tuple[int, int] | None:
    while end > start and text[end - 1] in "，；：。":
        end -= 1
    return (start, end) if end - start >= _LEAST_TASK else None


def _behind_heading(text: str, start: int) -> int:
    """Return where the words of a point begin behind a heading that is a sentence of its own: 控源截污。…."""
    stop = text.find("。", start)
    heads = 0 < stop - start <= _LONGEST_HEADING and "，" not in text[start:stop]
    return stop + 1 if heads and text[stop + 1 : stop + 2] not in ("", *"（(【[〔［") else start
