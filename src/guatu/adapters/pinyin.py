"""Names of units by the letters that office people type: first letters, and whole syllables."""

import re
from functools import lru_cache

from guatu.domain.kernel.protocols import SpokenName

_HAN = re.compile("[\u3400-\u9fff]")
_RUNS = re.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff]+")


@lru_cache(maxsize=8192)
def spoken_name(name: str) -> SpokenName:
    """Return how a name is typed in pinyin; letters and digits in it stay as they are.

    县住建局 is ``xzjj`` and ``xianzhujianju``. A character of several readings counts with
    the one that its word has.
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415 its tables load only where a form lists units

    syllables: list[str] = []
    for run in _RUNS.findall(name):
        syllables += lazy_pinyin(run) if _HAN.match(run) else [*run.lower()]
    return SpokenName(initials="".join(one[:1] for one in syllables), syllables="".join(syllables))
