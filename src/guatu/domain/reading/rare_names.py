"""Names whose surname no list holds (Mongol, Tibetan, very rare ones): found by the post before them."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of, is_han

_LENGTHS = (3, 4, 2)
_SHORT = 2
_NO_END = re.compile("[会日制队组室办局线级部委所站点厅处科队员们等工作位区县镇乡村率占达超]$")
_CLOSE = re.compile(
    "[，。；、（）：]|等|率|在|为|就|对|说|作|与|同|及|到|赴|向|介|[也还](?![有要])|将(?!军)|和(?=[县市区旗州副])|副?[县市区旗州]长|[主出列参陪带][持席加同队]|(?:[^，。；]{0,3}(?:说|表示|坦言|介绍))"
)


@lru_cache(maxsize=4)
def _no_name(lexicon: Lexicon) -> Pattern[str]:
    words = (
        *lexicon.not_names,
        *(word for word in lexicon.imperatives if len(word) > 1),
        *(word for word in lexicon.after_names if len(word) > 1),
        *lexicon.posts,
        *lexicon.rare_name_stops,
    )
    return re.compile(any_of(words))


def rare_name_at(
    text: str, start: int, lexicon: Lexicon, after: Pattern[str], *, listed: bool
) -> int | None:
    """Return where a name ends that begins right behind a post, whatever its surname.

    Two characters are a name only in a list. The word after it must be one that follows
    names: a mark, a speech verb, 出席, 陪同.
    """
    no_name = _no_name(lexicon)
    if no_name.match(text, start):
        return None
    for length in _LENGTHS:
        end = start + length
        words = text[start:end]
        if len(words) < length or not is_han(words):
            continue
        acts = after.match(text, start + _SHORT)
        if length > _SHORT and acts is not None and len(acts.group()) > 1:
            # 步月出席: the name ends where the word behind it begins.
            continue
        if length == _SHORT and not listed:
            continue
        if _NO_END.search(words) or any(
            sign in words for sign in "的了和与及等在是将要对把不有也还并则"
        ):
            continue
        closed = _CLOSE.match(text, end) or (
            (found := after.match(text, end)) is not None and len(found.group()) > 1
        )
        if end >= len(text) or closed:
            return end
    return None
