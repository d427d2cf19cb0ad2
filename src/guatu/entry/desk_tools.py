"""What entry hands to the actions of sources and matters: the rulebook and the reader."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.packs import load_messages, load_shelf
from guatu.apps.journal.refusal import Refused
from guatu.apps.matters.values import Rulebook
from guatu.apps.sources.values import Reader, ToRead
from guatu.domain.kernel.calendar import five_days
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.reading import (
    SourceText,
    facts_of,
    read_source,
    reading_document,
    source_text_of,
)


@cache
def rulebook() -> Rulebook:
    """Return the rule packs that ship with the program and China's working calendar."""
    return Rulebook(shelf=load_shelf(), calendar=five_days(holidays=china_holidays()))


def reader(task: ToRead) -> Mapping[str, Any]:
    """Read a text into the document of the contract, with the codes of its doubts beside.

    Never opens a file: a source that is no plain text must have been read by a job before
    (raises Refused otherwise), whose lines with their boxes are read again.
    """
    if task.media_type == "text/plain":
        return _document(SourceText(text=task.text), task)
    if task.kept is None:
        raise Refused("sources.not_read_yet", name=task.name)
    return _document(source_text_of(task.text, task.kept), task, told=task.kept.get("told") or ())


def reader_of(source: SourceText, told: Sequence[Diagnostic] = ()) -> Reader:
    """Return the reader of a source whose bytes have just been taken in, with what was told of them."""

    def read(task: ToRead) -> Mapping[str, Any]:
        return _document(source, task, told=[_kept(one) for one in told])

    return read


def _document(
    source: SourceText, task: ToRead, *, told: Sequence[Mapping[str, Any]] = ()
) -> Mapping[str, Any]:
    """Return the document; its notes are kept in Chinese.

    By ``code`` and ``arguments`` the desk says them in the language of the page. What the intake
    told of the file stands in ``source.told``, so that it outlives a second reading without it.
    """
    working = five_days(holidays=china_holidays())
    reading = read_source(source, lexicon=load_lexicon(), year=task.year, working=working)
    if has_error(reading.diagnostics):
        fault = reading.diagnostics[0]
        raise Refused(fault.code, name=task.name)
    facts = facts_of(source, name=task.name, sha256=task.sha256)
    document = reading_document(reading, source=facts, messages=load_messages("zh"))
    for article, shown in zip(reading.articles, document["articles"], strict=True):
        for doubt, note in zip(article.doubts, shown["doubts"], strict=True):
            note["code"] = doubt.code
            note["arguments"] = [list(one) for one in doubt.arguments]
    document["source"]["told"] = list(told)
    document["diagnostics"] = [
        {**written, **_kept(one)}
        for one, written in zip(reading.diagnostics, document["diagnostics"], strict=True)
    ]
    return document


def _kept(told: Diagnostic) -> dict[str, Any]:
    """Return what is told of a source as it is kept: to be said in any language later."""
    return {
        "code": told.code,
        "severity": told.severity.value,
        "arguments": [list(one) for one in told.arguments],
    }
