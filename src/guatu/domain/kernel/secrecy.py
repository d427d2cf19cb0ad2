"""Whether a document carries a mark of state secrecy, which must never enter the data folder."""

import re

MARKS = ("绝密", "机密", "秘密")

_HEAD_LINES = 40
_HEAD_CHARACTERS = 2000
_MARK = r"(?P<mark>绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)"
_PERIOD = r"(?:\d{1,2}\s*(?:年|个月|月|日)|[一二三四五六七八九十]{1,3}\s*(?:年|个月|月)|长期|启用前|公布前|解密前)"

# GB/T 9704-2012 7.2.2: the mark, a star and the period, at the head of the first page.
_STARRED = re.compile(rf"{_MARK}\s*[★☆✭⭐*＊]")
# Without a star (GB/T 33476 sheets, old papers): the mark alone on its line.
_ALONE = re.compile(
    rf"^\s*(?:\d{{6}}\s+)?(?:密\s*级\s*[:：]?\s*)?[\[【(（]?\s*{_MARK}\s*[\]】)）]?\s*{_PERIOD}?\s*$"
)
_NAMED = re.compile(r"密\s*级\s*[:：]\s*" + _MARK)
# In a file's name a mark counts where it stands apart from other Chinese words.
_IN_NAME = re.compile(
    rf"(?<![\u4e00-\u9fff]){_MARK}(?=$|[^\u4e00-\u9fff]|{_PERIOD}(?![\u4e00-\u9fff]))"
)


def secrecy_mark(text: str) -> str | None:
    """Return the secrecy mark that the head of a document carries (``绝密``, ``机密``, ``秘密``).

    Looked at are the first forty lines, two thousand characters at most. Words in a sentence
    (保守国家秘密, 商业秘密) are no mark. The highest mark found is returned; None is unmarked.
    """
    head = "\n".join(text.removeprefix("\ufeff")[:_HEAD_CHARACTERS].splitlines()[:_HEAD_LINES])
    found = [match["mark"] for match in _STARRED.finditer(head)]
    found += [match["mark"] for match in _NAMED.finditer(head)]
    for line in head.splitlines():
        if (match := _ALONE.match(line)) is not None:
            found.append(match["mark"])
    return _highest(found)


def secrecy_mark_of_name(name: str) -> str | None:
    """Return the secrecy mark that a file's name carries, as in ``【机密】通知.docx``."""
    stem = name.rsplit(".", 1)[0] if "." in name else name
    return _highest([match["mark"] for match in _IN_NAME.finditer(stem)])


def _highest(found: list[str]) -> str | None:
    plain = {"".join(mark.split()) for mark in found}
    return next((mark for mark in MARKS if mark in plain), None)
