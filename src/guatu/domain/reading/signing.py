"""A line of its own set to the right: who wrote an article, or who signed a notice and when."""

import re

from guatu.domain.reading.marks import LineRole

_LONGEST = 24
_NAME = re.compile(r"[（(]?[\u3400-\u9fff·]{2,4}[）)]?")
_OFFICES = tuple("局委办室处会组部府院队县镇乡区市")
_SIGNED = re.compile(
    r"^(?:(?:19|20)\d{2}|[二〇○零一九]{4})年\d{1,2}月\d{1,2}日$"
    r"|(?:局|委员会|办公室|政府|办|会|组|部|院|队|公司|中心|委)$"
)


def signed_role(words: str) -> LineRole:
    """Return what a short line set to the right is; ``UNSURE`` where it is neither."""
    bare = "".join(words.split())
    if len(bare) > _LONGEST:
        return LineRole.UNSURE
    if _NAME.fullmatch(bare) and not bare.endswith(_OFFICES):
        return LineRole.BYLINE
    return LineRole.SIGNATURE if _SIGNED.search(bare) else LineRole.UNSURE
