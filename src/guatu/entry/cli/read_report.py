"""A reading as lines of text for people at a terminal."""

from collections.abc import Iterator

from guatu.domain.kernel.messages import Messages
from guatu.domain.reading.values import Article, Directive, Reading, Record, SourceFacts

_WORDS = {
    "zh": {
        "articles": "报道",
        "directives": "要求",
        "none": "（无标题）",
        "open": "待明确",
        "nobody": "（未点名）",
        "doubt": "存疑",
        "by": "署名",
        "repeat": "重复",
        "year": "年份",
        "unknown": "未知",
        "led": "牵头",
        "from": "提出",
    },
    "en": {
        "articles": "articles",
        "directives": "directives",
        "none": "(no headline)",
        "open": "open",
        "nobody": "(nobody named)",
        "doubt": "doubt",
        "by": "by",
        "repeat": "repeats",
        "year": "year",
        "unknown": "unknown",
        "led": "lead",
        "from": "from",
    },
}


def report_lines(
    reading: Reading, source: SourceFacts, messages: Messages, *, language: str
) -> Iterator[str]:
    """Yield the report: each article, its record, its doubts, and what it demands of whom."""
    words = _WORDS["en" if language == "en" else "zh"]
    year = reading.year.value if reading.year.value is not None else words["unknown"]
    yield (
        f"{source.name}: {len(reading.articles)} {words['articles']}, "
        f"{len(reading.directives)} {words['directives']}, {words['year']} {year}"
    )
    for article in reading.articles:
        yield ""
        yield from _article_lines(article, reading, messages, words)
    yield from (f"! {messages.of(one)}" for one in reading.diagnostics)


def _article_lines(
    article: Article, reading: Reading, messages: Messages, words: dict[str, str]
) -> Iterator[str]:
    headline = article.headline.text if article.headline else words["none"]
    day = ""
    if article.dateline:
        day = article.dateline.day.isoformat() if article.dateline.day else article.dateline.text
    by = f"  {words['by']} {article.byline.text}" if article.byline else ""
    yield f"{article.id} {headline}  {day}{by}".rstrip()
    for record in reading.records:
        if record.article == article.id:
            yield f"   {_record_line(record)}"
    for doubt in article.doubts:
        note = messages.words(doubt.code, dict(doubt.arguments))
        yield f"   ? {words['doubt']} @{doubt.spans[0].start}: {note}"
    for one in reading.directives:
        if one.article == article.id:
            yield f"   {_directive_line(one, words)}"


def _record_line(record: Record) -> str:
    people = "、".join(f"{one.post or ''}{one.name}" for one in record.people if one != record.lead)
    lead = f"{record.lead.post or ''}{record.lead.name}" if record.lead else ""
    places = "、".join(
        [one.name for one in record.places] + [one.name for one in record.organisations]
    )
    parts = (record.kind.value, record.title, lead, people, places)
    return f"{record.id} " + " | ".join(part for part in parts if part)


def _directive_line(one: Directive, words: dict[str, str]) -> str:
    who = "、".join(each.text for each in one.addressees) or words["nobody"]
    if one.lead:
        who = f"{who}（{words['led']} {one.lead}）"
    issuer = f" {words['from']} {one.issuer.name}" if one.issuer else ""
    limit = words["open"]
    if one.deadline.day:
        limit = f"{one.deadline.day.isoformat()}（{one.deadline.text}）"
    elif one.deadline.text:
        limit = f"{words['open']}（{one.deadline.text}）"
    repeat = f" [{words['repeat']} {one.repeats.of}]" if one.repeats else ""
    return f"{one.id} [{one.kind.value}] {who}: {one.action} | {limit} |{issuer}{repeat}"
