"""Reads the annotated articles of `tests/corpus/counties`: clean articles with their truth in place.

The guideline is docs/guide/annotation.md. A file is one county; every paragraph is one line. Marks:

    === genre [record kind]         a new article
    == words                        a line of the headline (=^ kicker, =_ sub-headline)
    @by words    @caption words     byline line and photo caption, as printed
    @issuer words                   who speaks where a directive names nobody (else the record's lead)
    [post|name|role|post after]     a person; role l lead, h host, a attending, r reporting, c accompanying
    <D0108:1月8日>                  date of the event (<D:近日> where no day is printed)
    <e:…> <d:…> <g:…> <z:…> <o:…>   enterprise, department, government, zone, other; `v` = visited
    <h:…> <s:…> <r:…>               agenda item heard, studied, reviewed
    {who@0331|words#kind^lead!issuer: words with <0331:3月底前>, <t:尽快> and <m:8个>}   a directive

`who` is `-` where nobody is named, `+` between several, `=kind` after a word to overrule the guess.
"""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

from tests.corpus.annotation_marks import (
    ADDRESSEES,
    AGENDA,
    DIRECTIVES,
    GENRES,
    KINDS,
    ORGANISATIONS,
    NotAnnotated,
    Paragraph,
)
from tests.corpus.naming import PARTS, addressee_kind, body_kind, number
from tests.corpus.truth import (
    Addressee,
    AgendaItem,
    Article,
    Deadline,
    Directive,
    Mark,
    Measure,
    Organisation,
    Person,
)

_NUMBER = re.compile(r"(?P<value>\d+(?:\.\d+)?|[〇零一二三四五六七八九十百两]+)(?P<unit>[^\d]*)$")
_HEAD = re.compile(
    r"(?P<who>[^@#^!:]+)(@(?P<day>\d{4,8})?\|(?P<words>[^#^!:]+))?"
    r"(#(?P<kind>[a-z]*))?(\^(?P<lead>[^!:]+))?(!(?P<issuer>[^:]+))?$"
)
_SPEECH = (
    "(强调|指出|要求|表示|希望|勉励|叮嘱|嘱咐|鼓励|提出|说|认为|明确|号召|责成|同意|议定|介绍|承诺)"
)


class _Reader:
    """Reads one file; every fault names its line."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name, self.lines = name, lines
        self.county, self.year = "", 0
        self.articles: list[Article] = []

    def fault(self, line: int, words: str) -> NotAnnotated:
        return NotAnnotated(f"{self.name}:{line}: {words}")

    def read(self) -> tuple[Article, ...]:
        block: list[tuple[int, str]] = []
        for line, raw in enumerate(self.lines, 1):
            words = raw.strip()
            if not words or words.startswith("#"):
                continue
            if words.startswith("=== "):
                self._finish(block)
                block = [(line, words)]
            elif block:
                block.append((line, words))
            elif words.startswith("@county "):
                self.county = words[8:]
            elif words.startswith("@year ") and words[6:].isdigit():
                self.year = int(words[6:])
            else:
                raise self.fault(line, f"before the first article: {words[:20]}")
        self._finish(block)
        return tuple(self.articles)

    def _finish(self, block: list[tuple[int, str]]) -> None:
        if not block:
            return
        if not self.county or not self.year:
            raise self.fault(block[0][0], "@county and @year come first")
        self.articles.append(_Block(self, block).article())

    def day(self, line: int, words: str) -> date | None:
        if not words:
            return None
        if len(words) == 4:
            words = f"{self.year}{words}"
        try:
            return date(int(words[:4]), int(words[4:6]), int(words[6:]))
        except ValueError:
            raise self.fault(line, f"no such day: {words}") from None


class _Block:
    """One article of a file."""

    def __init__(self, reader: _Reader, lines: list[tuple[int, str]]) -> None:
        self.reader = reader
        self.line, first = lines[0]
        words = first[4:].split()
        self.genre = words[0] if words else ""
        if self.genre not in GENRES:
            raise reader.fault(self.line, f"no such genre: {self.genre}")
        self.kind = words[1] if len(words) > 1 else GENRES[self.genre]
        if self.kind not in KINDS:
            raise reader.fault(self.line, f"no such kind of record: {self.kind}")
        self.single: dict[str, str] = {}
        self.headline: list[str] = []
        self.captions: list[str] = []
        self.paragraphs: list[Paragraph] = []
        for line, raw in lines[1:]:
            self._line(line, raw)
        if not self.paragraphs:
            raise reader.fault(self.line, "an article without a paragraph")

    def _line(self, line: int, raw: str) -> None:
        word, _, rest = raw.partition(" ")
        if word == "==":
            self.headline.append(rest)
        elif word == "@caption":
            self.captions.append(rest)
        elif word in {"=^", "=_", "@by", "@issuer"}:
            self.single[word] = rest
        elif raw[0] in "@=":
            raise self.reader.fault(line, f"no such line: {word}")
        else:
            self.paragraphs.append(Paragraph(self.reader, line, raw, len(self.paragraphs)))

    def article(self) -> Article:
        self.whole = "\n".join((*self.headline, *(p.text for p in self.paragraphs)))
        people: dict[str, Person] = {}
        bodies: dict[str, Organisation] = {}
        places: dict[str, Mark] = {}
        agenda: list[AgendaItem] = []
        dates: list[tuple[date | None, Mark]] = []
        directives: list[Directive] = []
        for one in self.paragraphs:
            for opened, head, at in one.found:
                if opened == "[":
                    self._add_person(people, head, at, one.line)
                elif opened == "{":
                    directives.append(self._directive(one, head, at))
                elif head in AGENDA:
                    agenda.append(AgendaItem(kind=AGENDA[head], at=at))
                elif head.startswith("D"):
                    dates.append((self.reader.day(one.line, head[1:]), at))
                elif head == "v":
                    places.setdefault(at.text, at)
                elif head[0] in ORGANISATIONS and head[1:] in {"", "v"}:
                    bodies.setdefault(
                        at.text,
                        Organisation(
                            name=at.text,
                            kind=ORGANISATIONS[head[0]],
                            visited=head[1:] == "v",
                            at=at,
                        ),
                    )
                elif not (head[0] in "tm" or head.isdigit()):
                    raise self.reader.fault(one.line, f"no such mark: {head}")
        self._outside(directives)
        self._split(directives)
        if len(dates) > 1:
            raise self.reader.fault(self.line, "two dates of the event")
        if sum(p.role == "lead" for p in people.values()) > 1:
            raise self.reader.fault(self.line, "two leads of the record")
        for found in self._addressed(directives):
            bodies.setdefault(found.name, found)
        return Article(
            county=self.reader.county,
            year=self.reader.year,
            file=self.reader.name,
            line=self.line,
            genre=self.genre,
            kind=self.kind,
            kicker=self.single.get("=^"),
            headline=tuple(self.headline),
            sub_headline=self.single.get("=_"),
            byline=self.single.get("@by"),
            captions=tuple(self.captions),
            paragraphs=tuple(p.text for p in self.paragraphs),
            date=dates[0][0] if dates else None,
            date_words=dates[0][1] if dates else None,
            people=tuple(people.values()),
            organisations=tuple(bodies.values()),
            places=tuple(places.values()),
            agenda=tuple(agenda),
            directives=tuple(directives),
        )

    def _add_person(self, people: dict[str, Person], head: str, at: Mark, line: int) -> None:
        if at.text in people:
            raise self.reader.fault(line, f"marked twice: {at.text}")
        post, _, role = head.partition("|")
        people[at.text] = Person(name=at.text, post=post or None, role=role, at=at)

    def _outside(self, directives: list[Directive]) -> None:
        """Refuse deadlines and measures outside directives, and directives that overlap."""
        for one in self.paragraphs:
            spans = [d.at for d in directives if d.at.paragraph == one.index]
            for before, after in pairwise(spans):
                if after.start < before.end:
                    raise self.reader.fault(one.line, f"overlap: {after.text[:12]}")
            for opened, head, at in one.found:
                loose = opened == "<" and (head[0] in "tm" or head.isdigit())
                if loose and not any(s.start <= at.start and at.end <= s.end for s in spans):
                    raise self.reader.fault(one.line, f"outside every directive: {at.text}")

    def _split(self, directives: list[Directive]) -> None:
        """Refuse two directives of one addressee with only a comma between them."""
        for before, after in pairwise(directives):
            if before.at.paragraph != after.at.paragraph:
                continue
            text = self.paragraphs[before.at.paragraph].text
            seam = text[before.at.end - 1 : after.at.start + 1]
            same = [a.text for a in before.addressees] == [a.text for a in after.addressees]
            if same and before.issuer == after.issuer and re.fullmatch(r".?[，、].?|..", seam):
                raise self.reader.fault(before.line, f"one directive: {after.at.text[:12]}")

    def _directive(self, one: Paragraph, head: str, at: Mark) -> Directive:
        line = one.line
        parts = _HEAD.match(head)
        if not parts or (parts["kind"] or "") not in DIRECTIVES:
            raise self.reader.fault(line, f"no head of a directive: {head}")
        if "；" in at.text[:-1]:
            raise self.reader.fault(line, f"two directives: {at.text[:12]}")
        self._in_text(line, parts["lead"], parts["issuer"], parts["words"])
        deadlines: list[Deadline] = []
        measures: list[Measure] = []
        if parts["words"]:
            day = self.reader.day(line, parts["day"] or "")
            deadlines.append(Deadline(text=parts["words"], day=day, at=None))
        for opened, mark, where in one.found:
            if opened != "<" or not at.start <= where.start < where.end <= at.end:
                continue
            if mark == "t" or mark.isdigit():
                day = self.reader.day(line, "" if mark == "t" else mark)
                deadlines.append(Deadline(text=where.text, day=day, at=where))
            elif mark[0] == "m":
                measures.append(self._measure(line, mark, where))
        return Directive(
            at=at,
            addressees=self._addressees(one, parts["who"], at),
            kind=DIRECTIVES[parts["kind"] or ""],
            deadlines=tuple(deadlines),
            measures=tuple(measures),
            lead=parts["lead"],
            issuer=parts["issuer"] or self._speaker(one, at),
            line=line,
        )

    def _speaker(self, one: Paragraph, at: Mark) -> str | None:
        """Return who speaks: the nearest named speaker in front, else the article's issuer."""
        names = [m.text for p in self.paragraphs for o, _, m in p.found if o == "["]
        who = "|".join([*names, "会议"])
        spoken = re.compile(f"({who})[^。；]{{0,16}}?{_SPEECH}")
        before = "\n".join(p.text for p in self.paragraphs[: one.index])
        found = spoken.findall(f"{before}\n{one.text[: at.start + 4]}")
        return found[-1][0] if found else self.single.get("@issuer")

    def _in_text(self, line: int, *words: str | None) -> None:
        for one in words:
            if one and one not in self.whole:
                raise self.reader.fault(line, f"not in the article: {one}")

    def _measure(self, line: int, mark: str, where: Mark) -> Measure:
        if mark.startswith("m="):
            value, _, unit = mark[2:].partition("/")
            return Measure(text=where.text, value=float(value), unit=unit, at=where)
        found = _NUMBER.search(where.text)
        if mark != "m" or not found:
            raise self.reader.fault(line, f"no number in the measure: {where.text}")
        return Measure(
            text=where.text,
            value=number(found["value"]),
            # <m:2小时内> and <m:2小时>内 are one figure: 内 is no part of a unit.
            unit=found["unit"].strip().removesuffix("内"),
            at=where,
        )

    def _addressees(self, one: Paragraph, who: str, at: Mark) -> tuple[Addressee, ...]:
        if who.strip() == "-":
            return ()
        before = [m.end for o, _, m in one.found if o == "{" and m.end <= at.start]
        near = one.text[max(before, default=0) : at.end]
        found = []
        for words in who.strip().split("+"):
            text, _, kind = words.partition("=")
            self._in_text(one.line, text)
            if kind and kind not in ADDRESSEES:
                raise self.reader.fault(one.line, f"no such kind of addressee: {kind}")
            found.append(
                Addressee(
                    text=text,
                    kind=kind or addressee_kind(text),
                    inherited=text not in near,
                )
            )
        return tuple(found)

    def _addressed(self, directives: list[Directive]) -> list[Organisation]:
        """Return the bodies that are addressed by a name of their own."""
        found = []
        for one in directives:
            for who in one.addressees:
                if who.kind not in {"unit", "list", "enterprise"}:
                    continue
                for part in PARTS.split(who.text):
                    kind = body_kind(part)
                    at = self._first(part) if kind and len(part) > 2 else None
                    if kind and at:
                        found.append(Organisation(name=part, kind=kind, visited=False, at=at))
        return found

    def _first(self, words: str) -> Mark | None:
        for one in self.paragraphs:
            start = one.text.find(words)
            if start >= 0:
                return Mark(paragraph=one.index, start=start, end=start + len(words), text=words)
        return None


def parse(text: str, name: str = "articles") -> tuple[Article, ...]:
    """Return the articles of one county file, or raise `NotAnnotated` with its line."""
    return _Reader(name, text.splitlines()).read()


def read_counties(folder: Path, *groups: str) -> tuple[Article, ...]:
    """Return the articles of the groups (`tuning`, `first`, `last`) in order of file names."""
    return tuple(
        one
        for group in groups
        for path in sorted((folder / group).glob("*.articles"))
        for one in parse(path.read_text(encoding="utf-8"), f"{group}/{path.name}")
    )
