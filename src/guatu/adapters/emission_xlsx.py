"""The emission list as a workbook: kinds, classes and protections by the words of the catalogues."""

from collections.abc import Iterable, Sequence

from guatu.adapters.packs import load_messages
from guatu.adapters.sheet_xlsx import Column, SheetForm
from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.packs import RulePack
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind, stopped_classes

_EXAMPLE = {
    "code": "E-01",
    "name": "示范建材厂（破碎线）",
    "kind": SourceKind.ENTERPRISE.value,
    "unit": "发改局",
    "grade": "C",
    "contact": "厂办 李工 0350-0000000",
    "yellow": "破碎筛分停 1 条线",
    "orange": "破碎筛分全停",
    "red": "全厂停产",
}


def emission_form(pack: RulePack) -> SheetForm:
    """Return the sheet of the emission list; its classes are those that a red alert stops."""
    zh, en = load_messages("zh"), load_messages("en")
    kinds = _choices("watch.kind", tuple(SourceKind), zh, en)
    protections = _choices("watch.protection", tuple(Protection), zh, en)
    classes = tuple(
        (one, _class_words(one, zh), _class_words(one, en))
        for one in stopped_classes(AlertLevel.RED, pack)
    )
    return SheetForm(name="减排清单", columns=_columns(kinds, classes, protections),
        example=_EXAMPLE, mark_key="name")  # fmt: skip


def _columns(
    kinds: tuple[tuple[str, str, str], ...],
    classes: tuple[tuple[str, str, str], ...],
    protections: tuple[tuple[str, str, str], ...],
) -> tuple[Column, ...]:
    return (
        Column(key="code", zh="清单编号", en="List number", width=12, needed=True),
        Column(key="name", zh="名称", en="Name", width=30, needed=True),
        Column(key="kind", zh="源类别", en="Kind of source", width=12, needed=True, choices=kinds),
        Column(key="unit", zh="责任单位", en="Unit that answers", width=16, needed=True),
        Column(key="place", zh="点位编号", en="Place code", width=12),
        Column(
            key="classes",
            zh="现场作业类别",
            en="Activities that go on there",
            width=26,
            choices=classes,
            several=True,
        ),
        Column(key="grade", zh="绩效等级", en="Performance grade", width=10),
        Column(
            key="protection",
            zh="预警期间保障类别",
            en="Goes on under an alert as",
            width=14,
            choices=protections,
        ),
        Column(key="contact", zh="联系人", en="Contact", width=20),
        Column(key="yellow", zh="黄色预警自有措施", en="Own measures at yellow", width=30),
        Column(key="orange", zh="橙色预警自有措施", en="Own measures at orange", width=30),
        Column(key="red", zh="红色预警自有措施", en="Own measures at red", width=30),
    )


def _choices(
    prefix: str, values: Sequence[SourceKind] | Sequence[Protection], zh: Messages, en: Messages
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (
            one.value,
            zh.words(f"{prefix}.{one.value}", {}),
            en.words(f"{prefix}.{one.value}", {}),
        )
        for one in values
    )


def _class_words(activity_class: str, words: Messages) -> str:
    for code in _class_codes(activity_class):
        if code in words.templates:
            return words.words(code, {})
    return activity_class


def _class_codes(activity_class: str) -> Iterable[str]:
    return (f"writing.class.{activity_class}", f"works.class.{activity_class}")
