"""Sources received and read by the real reader, and small ones with directives made by hand."""

from collections.abc import Mapping
from typing import Any

from guatu.apps.sources.actions import read_source, receive_source
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.values import Incoming, ToRead
from guatu.domain.kernel.acting import Acting

TEXT = (
    "冯远山调研重点工程\n"
    "本报讯 11月3日，县领导冯远山到云溪镇调研。"
    "他强调，云溪镇要在11月20日前完成河道清淤，"
    "发改局要加快办理手续；"
    "各级各部门要提高站位、压实责任。\n"
)


def make_source(acting: Acting, *, text: str = TEXT, name: str = "page.txt") -> Source:
    """Receive a page."""
    return receive_source(
        acting=acting, incoming=Incoming(name=name, content=text.encode(), text=text)
    )


def directive(
    number: int,
    text: str,
    words: str,
    *,
    addressee: tuple[str, str] | None = None,
    deadline: str | None = None,
    kind: str = "task",
    repeats: str | None = None,
) -> dict[str, Any]:
    """Return a directive of the contract whose words stand in the text."""
    start = text.index(words)
    named = [] if addressee is None else [addressee]
    return {
        "id": f"d{number}",
        "article": "a1",
        "record": "r1",
        "issuer": {"name": "冯远山", "post": "常务副县长"},
        "verb": "强调",
        "addressees": [
            {"text": name, "kind": sort, "inherited": False, "span": [0, 0]} for name, sort in named
        ],
        "lead": None,
        "action": words,
        "spans": [[start, start + len(words)]],
        "kind": kind,
        "deadline": {
            "text": deadline,
            "date": deadline,
            "basis": "stated" if deadline else "none",
            "span": None,
        },
        "measures": [],
        "confidence": 0.9,
        "repeats": None if repeats is None else {"of": repeats, "owner": "a1"},
    }


def plain_reader(task: ToRead) -> Mapping[str, Any]:
    """Read ``TEXT`` into three directives: to one unit with a date, to one unit, to everyone."""
    text = task.text
    return {
        "source": {"name": task.name},
        "year": {"value": 2026, "basis": "given", "quote": None, "span": None},
        "articles": [
            {
                "id": "a1",
                "headline": {"text": "冯远山调研重点工程", "spans": [[0, 9]]},
                "dateline": {"text": "11月3日", "date": "2026-11-03", "span": [14, 19]},
                "byline": None,
                "paragraphs": [],
                "doubts": [],
                "confidence": 0.9,
            }
        ],
        "records": [],
        "directives": [
            directive(
                1,
                text,
                "在11月20日前完成河道清淤",
                addressee=("云溪镇", "unit"),
                deadline="2026-11-20",
            ),
            directive(2, text, "加快办理手续", addressee=("发改局", "unit")),
            directive(3, text, "提高站位、压实责任", addressee=("各级各部门", "everyone")),
        ],
        "diagnostics": [],
    }


def make_read_source(acting: Acting, *, text: str = TEXT, name: str = "page.txt") -> Source:
    """Receive a page and read it into the three directives of ``plain_reader``."""
    source = make_source(acting, text=text, name=name)
    return read_source(
        acting=acting, source_id=source.pk, expected_version=source.version, reader=plain_reader
    )


def proposals_of(source: Source) -> list[Proposal]:
    """Return the proposals in the order of the page."""
    return list(source.proposals.order_by("position", "id"))


def counties_page() -> str:
    """Return a short invented page with two requirements and a promise."""
    return (
        "冯远山调研重点工程建设\n"
        "本报讯（记者 林舟） 11月3日，县委副书记、县长冯远山深入云溪镇、县经济开发区调研重点工程建设。\n"
        "冯远山强调，云溪镇要在11月20日前完成河道清淤，确保行洪畅通；县发展和改革局要加快办理审批手续，"
        "每周报告进展。各级各部门要提高站位、压实责任。\n"
        "云溪镇负责人表示，将抓紧组织施工。\n"
    )
