"""A speech that is told as an arrangement, its points behind it: 某某部署了下一步工作。一是…；二是…."""

import re

from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.speech import SpeechAct

_ARRANGED = re.compile(
    "(?P<head>[^，。；：]{0,40}?)(?:(?:安排|部署|布置|交代|明确)了?){1,2}(?<=了)[^，。；：]{0,4}"
    "(?:下一?步|下阶段|下一阶段|近期|当前|今后|后段|后续|重点|相关|有关|各项|具体)[^，。；：]{0,16}(?:工作|任务|重点|事项)"
)


def arranged_points(words: str, mark: str, after: str) -> SpeechAct | None:
    """Return the speech of one who is told to have arranged what the numbered points behind it say."""
    if mark not in ("。", "：") or ordinal_at_front(after.lstrip("。：")) is None:
        return None
    found = _ARRANGED.fullmatch(words)
    if found is None:
        return None
    return SpeechAct(
        head=found.group("head"), verb="部署", content=len(words), demanding=True, direct=False
    )
