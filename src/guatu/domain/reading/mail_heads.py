"""The heads that mails print above their words when one quotes the other: who sent it, to whom, when, about what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from guatu.domain.reading.late_patterns import late

_FEWEST, _FEWEST_BELOW_RULE = 3, 2
_HEAD = late(
    "(?P<label>发件人|发信人|寄件人|收件人|收信人|抄送人?|密送|(?:发送|发件)?(?:时间|日期)|主题|附件|重要性|优先级|From|To|Cc|CC|Bcc|Sent|Date|Subject|Importance|Attachments?)[ 　]?[：:][ 　]?(?P<value>.*)"
)
_SUBJECTS = ("主题", "Subject")
_SENDERS = ("发件人", "发信人", "寄件人", "From")
_TIMES = ("时间", "日期", "Sent", "Date")
_RULE = late(
    "[-_—=]{2,}[ 　]*(?:原始?邮件|(?:回复|转发)的?(?:原?邮件|信息)|邮件原[文件]|Original ?Message|Forwarded ?[Mm]essage)[ 　]*[-_—=]{2,}"
)
# 县政府督查室 于2025年6月9日 写道：
_QUOTES = late("(?:在|于|On ?)?.{0,40}\\d{1,2}[日/\\-:].{0,40}(?:写道|wrote)[：:]")
_SIGNS = late("[-—]{2,3}")
_QUOTE = late("[>＞|｜][>＞|｜ 　]*")
_LONGEST_SIGN_OFF = 60


class MailPart(Enum):
    """What a line is that holds no words of a mail."""

    HEAD = auto()
    SUBJECT = auto()
    DAY = auto()
    SIGN_OFF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """A line that holds no words of a mail, and where what it says begins; ``first`` opens the heads of a mail."""

    part: MailPart
    value: int = 0
    first: bool = False


def quote_sign(words: str) -> int:
    """Return how many characters the signs take that stand before a line of a quoted mail: > >> |."""
    found = _QUOTE.match(words)
    return found.end() if found is not None else 0


def mail_heads(rows: Sequence[str]) -> Mapping[int, MailHead]:
    """Return which rows of a text are heads of mails, rules above them, and who signs off below a mail's words.

    None are where no such heads stand one below the other.
    """
    bare = [one[quote_sign(one) :].strip() for one in rows]
    found: dict[int, MailHead] = {}
    for block in _blocks(bare):
        for index in block:
            sign = quote_sign(rows[index])
            found[index] = _head_of(bare[index], sign, first=index == block[0])
    return {**found, **dict(_sign_offs(bare, found))} if found else {}


def _blocks(rows: Sequence[str]) -> Iterator[list[int]]:
    """Yield the rows of each mail's heads: enough of them one below the other, blank rows between."""
    block: list[int] = []
    for index, words in enumerate((*rows, "。")):
        rule = _is_rule(words)
        head = _HEAD.fullmatch(words)
        if not words or (head is not None and not rule):
            block += [index] if words else []
            continue
        if _is_mail(rows, block):
            yield block
        block = [index] if rule else []


def _is_rule(words: str) -> bool:
    return _RULE.fullmatch(words) is not None or _QUOTES.fullmatch(words) is not None


def _is_mail(rows: Sequence[str], block: Sequence[int]) -> bool:
    if not block:
        return False
    if _QUOTES.fullmatch(rows[block[0]]):
        return True
    ruled = _is_rule(rows[block[0]])
    sent = any(rows[index].startswith(_SENDERS) for index in block)
    return sent and len(block) - ruled >= (_FEWEST_BELOW_RULE if ruled else _FEWEST)


def _head_of(words: str, sign: int, *, first: bool) -> MailHead:
    head = _HEAD.fullmatch(words)
    if head is None:
        return MailHead(part=MailPart.HEAD, first=first)
    label, value = head.group("label"), sign + head.start("value")
    if label in _SUBJECTS and head.group("value"):
        return MailHead(part=MailPart.SUBJECT, value=value, first=first)
    part = MailPart.DAY if label.endswith(_TIMES) else MailPart.HEAD
    return MailHead(part=part, value=value, first=first)


def _sign_offs(
    rows: Sequence[str], heads: Mapping[int, MailHead]
) -> Iterator[tuple[int, MailHead]]:
    """Yield the rows below a line of two hyphens, up to the next mail: who wrote, where he sits, whom to call."""
    signing = False
    for index, words in enumerate(rows):
        signing = index not in heads and (signing or _SIGNS.fullmatch(words) is not None)
        if signing and len(words) <= _LONGEST_SIGN_OFF and "。" not in words:
            yield index, MailHead(part=MailPart.SIGN_OFF)
