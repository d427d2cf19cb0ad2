"""Who and by when under labels behind a task: （牵头单位：甲；配合单位：乙、丙；完成时限：6月底前）.

The labels stand in brackets or without, in the task's paragraph or on lines of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guatu.domain.reading.late_patterns import late

_WHO_LEADS = "牵头(?:单位|部门|科室|处室|股室)|主办单位|主责单位|牵头责任单位"
_CHIEF = "牵头(?:县)?领导"
_WHO_ACTS = "(?:责任|承办|落实|实施|办理|主体责任|整改责任|整改|包保)(?:单位|部门|主体|科室|处室|股室|班组|站所)"
_WHO_HELPS = "(?:配合|协办|协同|参与|协助|会办)(?:单位|部门|科室|处室|股室)"
_UNTIL = "(?:完成|办结|整改|办理|落实|反馈|报送)?(?:时限|期限|时间节点|时间)"
_NAMES = "(?:责任|分管|包保|牵头|县级|包联)(?:领导|人|县领导|负责人)"
ANY_LABEL = f"{_WHO_LEADS}|{_CHIEF}|{_WHO_ACTS}|{_WHO_HELPS}|{_UNTIL}|{_NAMES}"
"""Every label that may stand behind a task, without its colon: one pattern."""
_OPENS, _CLOSES = "（(【[〔［", "）)】]〕］"
ENDS_BRACKET = tuple("）】]〕］")
_OPENING = re.compile(f"(?:^|(?<=[。；，）)]))(?:{ANY_LABEL})：|[（(【\\[〔［](?:{ANY_LABEL})：")
_LABEL = late(
    f"(?:(?P<lead>{_WHO_LEADS})|(?P<chief>{_CHIEF})|(?P<act>{_WHO_ACTS})|(?P<help>{_WHO_HELPS})"
    f"|(?P<limit>{_UNTIL})|(?P<name>{_NAMES}))："
)
_FORM = re.compile(f"(?:{ANY_LABEL})：[^，。；]{{2,40}}?(?:{ANY_LABEL})：")
_STOPS = "；;。）)】]〕］，,"
_LED = re.compile("[（(]牵头[）)]|牵头(?=[，、；]|$)")
_HELPING = re.compile("(?:配合|协办|参与|协同)$")
# 各村（社区） are both told; 县住建局（牵头） is a remark.
_ASIDE = re.compile(
    "[（(](?!(?:[乡镇村居]|社区|街道|街办|办事处|园区|景区|农场|林场|企业|单位|部门|学校)[）)])[^（()）]{1,8}[）)]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label announces (lead, act, help, person, limit, name) and the half-open place of its words."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A run of labels in a paragraph: its half-open place and each label in it.

    ``sentence``: they are words of a sentence of its own, which asks where no task stands before it.
    """

    start: int
    end: int
    each: tuple[Label, ...]
    sentence: bool = False


def labels_in(text: str) -> Labels | None:
    """Return the labels of a paragraph, or None where it has none that tell who or by when."""
    opened = _OPENING.search(text)
    if opened is None:
        return _charged(text)
    start = opened.start()
    bracketed = text[start] in _OPENS
    end = _end_of_bracket(text, start) if bracketed else len(text)
    each = _with_chief(tuple(_labels(text, start + bracketed, end - bracketed)))
    each = _with_person(each) if start else each
    # 配合单位：丙 on a line of its own goes on with the labels above it.
    telling = (
        "lead",
        "act",
        "person",
        "limit",
        *(("help",) if not start and not bracketed else ()),
    )
    if not any(one.kind in telling for one in each):
        return None
    if not bracketed:
        # 责任单位：甲；责任人：乙。存在问题：…: the sentences behind them are no labels.
        stop = text.find("。", each[-1].end)
        end = stop + 1 if stop >= 0 else end
    return Labels(start=start, end=end, each=each)


_CHARGED = re.compile(
    "(?<=[。；])[（(【\\[〔［](?P<who>[^。；：]{3,120}?)[）)】\\]〕］](?:。?$|(?=[\u3400-\u9fff]))"
)
_PART = re.compile("[^，]+(?:，|$)")
_DUTY = re.compile(
    "(?:等)?(?:牵头(?:负责|落实|实施)?|(?:按照?)?(?:各自)?职责(?:分工)?(?:分别|抓好)?(?:负责|落实|推进|组织实施)?|分工负责|分别负责|具体负责|负责(?:落实|实施)?|组织实施|落实|(?:参与|参加|配合|协助|协同)(?:落实|实施)?)$"
)
# （甲牵头，乙配合，10月底前完成）: by when stands in the bracket too.
_DUE = re.compile(
    "(?:务必|必须|确保|力争|须|要|应)?[于在]?(?P<limit>[^、]{2,14}(?:前|底|末|内|年|月|全年))(?:完成|落实|办结|到位|见效|建成|实施|并长期坚持)?"
)
# （3月10日前完成）: nothing but by when.
_ALONE_DUE = re.compile(
    "[^、]{0,8}\\d{1,2}[日月号][^、]{0,3}前?(?:完成|落实|办结|到位|见效|建成)|[^、]{0,8}\\d{1,2}(?:日|月|月底|月末)前"
)
_BODY = late(
    "[\u3400-\u9fff（）()]{1,24}(?:局|委|办|政府|乡镇|镇|乡|街道|办事处|镇街|中心|大队|支队|公司|集团|部门|单位|法院|检察院|组|部|会|院|行|所|站|股|科|处|室|队|校|厂|场|村|社区|协会|管委会|专班|指挥部)(?:[（(][^（()）]{2,14}[）)])?"
)


def _charged(text: str) -> Labels | None:
    """Return who is named in brackets behind the sentences of a point: （甲牵头，乙、丙配合）.

    As official opinions print it; a bracket of anything but units is none.
    """
    found = _CHARGED.search(text)
    if found is None:
        return None
    each = _duties(found.group("who"), found.start("who"))
    if not each or (all(one.kind in ("help", "limit") for one in each) and each[0].kind != "limit"):
        return None
    return Labels(start=found.start(), end=found.end(), each=each)


# The last sentence of a paragraph: who leads, who helps and by when, and not what.
_SENTENCE = re.compile("(?<=[。；])由?(?P<who>[^。；：由]{2,20}?(?:牵头|负责)[^。；：]{0,80})。?$")


def duties_behind(text: str) -> Labels | None:
    """Return who is named by a sentence of its own behind a task: …。由甲牵头，乙、丙配合，10月底前完成.

    None where the sentence says what is to be done: then it is a task itself.
    """
    found = _SENTENCE.search(text)
    if found is None:
        return None
    each = _duties(found.group("who"), found.start("who"))
    if not each or each[0].kind == "limit":
        return None
    return Labels(start=found.start(), end=found.end(), each=each, sentence=True)


def _duties(who: str, start: int) -> tuple[Label, ...]:
    """Return whom words between commas name and by when; nothing where they hold anything else."""
    each: list[Label] = []
    for part in _PART.finditer(who):
        words, at = part.group().rstrip("，"), start + part.start()
        due = _DUE.fullmatch(words) if each or _ALONE_DUE.fullmatch(words) else None
        if due is not None:
            each.append(
                Label(kind="limit", start=at + due.start("limit"), end=at + due.end("limit"))
            )
            continue
        duty = _DUTY.search(words)
        names = words[: duty.start()] if duty is not None else words
        bare = names.removesuffix("等有关").removesuffix("等")
        if not all(_BODY.fullmatch(one) for one in bare.split("、")):
            return ()
        told = duty.group() if duty is not None else ""
        kind = "lead" if "牵头" in told else "act"
        if re.search("配合|参与|参加|协", told) or each:
            # Who is named behind another helps: （甲牵头，乙负责）, （甲、乙等部门，各乡镇）.
            kind = "help" if kind == "act" else kind
        each.append(Label(kind=kind, start=at, end=at + len(names)))
    return tuple(each)


_NAMED = re.compile(f"[（(【\\[〔［]?(?:{ANY_LABEL})：[^。]*。?$")


def is_names_line(text: str) -> bool:
    """Tell whether a paragraph is but a label of who or by when, and what it holds: 责任领导：某某."""
    return _NAMED.match(text) is not None


_AT = re.compile(
    f"(?:{ANY_LABEL}|[\u3400-\u9fff]{{2,6}}(?:时间|日期|电话|编号|附件|备注|签字|签名|签章|意见|结果))："
    "|[\u3400-\u9fff]{2,8}(?:签字|签名|盖章|签章)(?:$|[^\u3400-\u9fff])"
)


def label_at(text: str, start: int) -> bool:
    """Tell whether a label of a form stands at a place: 完成时限：, 派单时间：, 审核人签字."""
    return _AT.match(text, start) is not None


def _end_of_bracket(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in _OPENS) - (text[place] in _CLOSES)
        if depth == 0:
            return place + 1
    return len(text)


def _with_chief(each: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels, where the leader in charge (牵头领导) leads only if no unit is named."""
    named = any(one.kind in ("lead", "act") for one in each)
    return tuple(
        replace(one, kind="name" if named else "lead") if one.kind == "chief" else one
        for one in each
    )


def _with_person(each: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels behind a task, where who answers for it (责任人) must do it if no unit is named."""
    if any(one.kind in ("lead", "act", "help") for one in each):
        return each
    return tuple(replace(one, kind="person") if one.kind == "name" else one for one in each)


def _labels(text: str, start: int, end: int) -> Iterator[Label]:
    # Blanks part the labels of a form, and are gone here: 牵头领导：甲牵头单位：乙.
    bare = _FORM.match(text, start) is not None
    marks = [
        one
        for one in _LABEL.finditer(text, start, end)
        if one.start() == start or text[one.start() - 1] in _STOPS or bare
    ]
    for number, one in enumerate(marks):
        stop = marks[number + 1].start() if number + 1 < len(marks) else end
        first, last = one.end(), stop
        while last > first and text[last - 1] in "；;。，, ":
            last -= 1
        sentence = text.find("。", first, last)
        last = sentence if sentence >= 0 else last
        comma = text.rfind("，", first, last)
        due = _DUE.fullmatch(text, comma + 1, last) if comma > first else None
        if due is not None and one.lastgroup != "limit":
            # 责任股室：办公室，2月10日前完成: by when behind who.
            yield Label(kind="limit", start=due.start("limit"), end=due.end("limit"))
            last = comma
        if first < last:
            yield Label(kind=one.lastgroup or "", start=first, end=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadWithin:
    """Half-open places in the words of a label: who leads, and those named behind, if any."""

    lead: tuple[int, int]
    rest: tuple[int, int] | None


def lead_within(words: str) -> LeadWithin | None:
    """Return who leads in 甲（牵头）、乙, or None where nobody is marked so."""
    led = _LED.search(words)
    if led is None:
        return None
    first = max(words.rfind("、", 0, led.start()), words.rfind("，", 0, led.start())) + 1
    helping = _HELPING.search(words)
    last = helping.start() if helping is not None else len(words)
    rest = (led.end() + 1, last) if led.end() + 1 < last else None
    return LeadWithin(lead=(first, led.start()), rest=rest)


def bare_end(words: str) -> int:
    """Return where a value's words end when a remark in brackets behind it is left out."""
    found = _ASIDE.search(words)
    return found.start() if found is not None and found.end() == len(words) else len(words)
