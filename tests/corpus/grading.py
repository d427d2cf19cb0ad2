"""Counts what a reading says against annotated articles, as docs/guide/annotation.md lays down.

``grade`` takes one page: its reading, the articles printed on it, and where each character of each
paragraph stands in the page's text. Everything is counts that add up, so that groups and damages can
be told apart. Only demands, deadlines and records are counted here; layout is ``scoring.py``'s.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.corpus.grades import Decision, Grade, bare
from tests.corpus.places import Places
from tests.corpus.record_grading import grade_record, records_of
from tests.corpus.truth import Article, Mark
from tests.corpus.truth import Deadline as TrueDeadline
from tests.corpus.truth import Directive as TrueDirective

from guatu.domain.reading.values import AddresseeKind, Directive, DirectiveKind, Reading

# What the guideline leaves out when characters of a directive are compared.
_SILENT = re.compile(
    r"[\s，,。；;、：:！!？?（）()“”‘’\"'《》〈〉【】\[\]—…·]"
    r"|一定要|必须|务必|应当|要|须|(?<![对响反供])应(?![急对用])"
    r"|同时|此外|另外|首先|其次|再次|最后|特别是|尤其是|下一步|[一二三四五六七八九十][是要]|第[一二三四五六七八九十]|[①②③④⑤⑥⑦⑧⑨⑩]|并且|并|还|也"
)
# The lead-in of a speech is outside even where it stands inside the braces.
_LEAD_IN = re.compile(
    r"(?:会议|他|她|大会|现场|当场|同时|并|还|也|再次|特别){0,3}(?:责成|责令|要求|希望|勉励|鼓励|叮嘱|嘱咐|号召|建议|提醒|请|强调|指出|明确|议定|决定|由)"
)
# Numbers of points do not count either (一是, （二）, 3.), nor do they hide a lead-in behind them.
_NUMBER = re.compile(
    r"[\s“（(]*(?:[一二三四五六七八九十]{1,3}[是要、]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])"
)
_COVERED = 0.95
_HALF = 0.5


@dataclass(frozen=True)
class _True:
    """A true directive with its places: all of them, and those that are compared."""

    one: TrueDirective
    article: int
    whole: frozenset[int]
    core: frozenset[int]
    who: frozenset[str]


@dataclass(frozen=True)
class _Said:
    one: Directive
    core: frozenset[int]
    who: frozenset[str]


def _core(pairs: Sequence[tuple[int, str]], names: Sequence[str]) -> frozenset[int]:
    """Return the places of a directive's characters that are compared."""
    words = "".join(sign for _, sign in pairs)
    drop: set[int] = set()
    number = _NUMBER.match(words)
    first = number.end() if number is not None else 0
    opened = _LEAD_IN.match(words, first)
    drop.update(range(opened.end() if opened is not None else first))
    for found in _SILENT.finditer(words):
        drop.update(range(found.start(), found.end()))
    for name in names:
        for found in re.finditer(re.escape(name), words):
            drop.update(range(found.start(), found.end()))
    return frozenset(at for i, (at, _) in enumerate(pairs) if i not in drop)


def _printed_names(
    articles: Sequence[Article], places: Sequence[Places], text: str
) -> dict[str, str]:
    """Return each true addressee by the forms in which a damaged page prints it."""
    forms: dict[str, str] = {}
    for article, placed in zip(articles, places, strict=True):
        names = {each.text for one in article.directives for each in one.addressees}
        for number, words in enumerate(article.paragraphs):
            for name in names:
                for found in re.finditer(re.escape(name), words):
                    span = range(found.start(), found.end())
                    at = [placed[number, i] for i in span if (number, i) in placed]
                    forms.setdefault(bare("".join(text[i] for i in at)), bare(name))
    return forms


def _true_directives(article: Article, number: int, places: Places) -> list[_True]:
    found = []
    for one in article.directives:
        span = range(one.at.start, one.at.end)
        pairs = [
            (places[one.at.paragraph, i], article.paragraphs[one.at.paragraph][i])
            for i in span
            if (one.at.paragraph, i) in places
        ]
        names = [each.text for each in one.addressees]
        found.append(
            _True(
                one=one,
                article=number,
                whole=frozenset(at for at, _ in pairs),
                core=_core(pairs, names),
                who=frozenset(bare(name) for name in names),
            )
        )
    return found


def _said_directives(reading: Reading, text: str, forms: Mapping[str, str]) -> list[_Said]:
    found = []
    for one in reading.directives:
        if one.repeats is not None:
            continue
        pairs = [(i, text[i]) for span in one.spans for i in range(span.start, span.end)]
        # Kind `unknown` is a site spoken of, a hint for the clerk: nobody is named.
        named = [each.text for each in one.addressees if each.kind is not AddresseeKind.UNKNOWN]
        found.append(
            _Said(
                one=one,
                core=_core(pairs, [bare(name) for name in named]),
                who=frozenset(forms.get(bare(name), bare(name)) for name in named),
            )
        )
    return found


def _agree(true: _True, said: _Said) -> bool:
    promised = said.one.kind is DirectiveKind.PROMISE
    return true.who == said.who and promised == (true.one.kind == "promise")


def _mostly(inner: frozenset[int], outer: frozenset[int]) -> bool:
    return len(inner & outer) > _HALF * len(inner)


def _grade_directives(truth: list[_True], said: list[_Said], grade: Grade) -> None:
    covered = frozenset().union(*(each.core for each in said)) if said else frozenset()
    detected = strict = 0
    for true in truth:
        if len(true.core & covered) >= _HALF * len(true.core):
            detected += 1
        else:
            grade.faults.append(f"missed   {_who(true)} {true.one.at.text}")
        mine = [each for each in said if _mostly(each.core, true.whole)]
        reached = frozenset().union(*(each.core for each in mine)) if mine else frozenset()
        agree = all(_agree(true, each) for each in mine)
        if mine and agree and len(true.core & reached) >= _COVERED * len(true.core):
            strict += 1
        elif mine:
            told = " ".join("+".join(sorted(each.who)) or "-" for each in mine)
            fault = "who" if not agree else "span"
            grade.faults.append(f"{fault:8} {_who(true)} ≠ {told} | {true.one.at.text}")
    right = 0
    for each in said:
        same = [true.whole for true in truth if _agree(true, each)]
        good = bool(same) and _mostly(each.core, frozenset().union(*same))
        right += good
        grade.decisions.append(Decision(one=each.one, right=good))
        if not good and not any(_mostly(each.core, true.whole) for true in truth):
            grade.faults.append(f"extra    {'+'.join(sorted(each.who)) or '-'} | {each.one.action}")
    # Right is counted on both sides; F1 is the harmonic mean of the two shares.
    grade.of("strict_said").add(right, len(said), right)
    grade.of("strict_true").add(strict, strict, len(truth))
    grade.of("detected").add(detected, detected, len(truth))
    _grade_who(truth, said, grade)


def _who(true: _True) -> str:
    return "+".join(sorted(true.who)) or "-"


def _grade_who(truth: list[_True], said: list[_Said], grade: Grade) -> None:
    """Addressees and kinds over the true directives that were found, weighing each once."""
    for true in truth:
        mine = [each for each in said if _mostly(each.core, true.whole)]
        if not mine:
            continue
        grade.of("addressees").add(all(each.who == true.who for each in mine), 1, 1)
        promised = all(
            (each.one.kind is DirectiveKind.PROMISE) == (true.one.kind == "promise")
            for each in mine
        )
        grade.of("promise_told_apart").add(promised, 1, 1)
        grade.of("kinds").add(any(each.one.kind.value == true.one.kind for each in mine), 1, 1)
        if true.one.lead:
            lead = any(
                each.one.lead and bare(each.one.lead) == bare(true.one.lead) for each in mine
            )
            grade.of("leads_named").add(lead, 1, 1)
        named = Counter((each.value, each.unit) for each in true.one.measures)
        got = Counter((float(m.value), m.unit) for each in mine for m in each.one.measures)
        grade.of("measures").add((named & got).total(), got.total(), named.total())


def _grade_deadlines(
    truth: list[_True], said: list[_Said], places: Sequence[Places], grade: Grade
) -> None:
    """A limit is right when its words overlap and its day is the same."""
    true_limits = [(one, each) for one in truth for each in one.one.deadlines]
    used: set[int] = set()
    right = dated = 0
    for each in said:
        for limit in each.one.limits:
            if limit.day is None or limit.span is None:
                continue
            dated += 1
            here = frozenset(range(limit.span.start, limit.span.end))
            match = next(
                (
                    i
                    for i, (one, true) in enumerate(true_limits)
                    if i not in used
                    and true.day == limit.day
                    and (here & _limit_places(true, one, places) or _outside(true, one, each))
                ),
                None,
            )
            if match is not None:
                used.add(match)
                right += 1
                continue
            elsewhere = any(
                true.day is not None
                and (here & _limit_places(true, one, places) or _outside(true, one, each))
                for one, true in true_limits
            )
            grade.invented += not elsewhere
            grade.faults.append(f"limit    {limit.text}={limit.day} | {each.one.action[:40]}")
    wanted = sum(true.day is not None for _, true in true_limits)
    for i, (_, true) in enumerate(true_limits):
        if true.day is not None and i not in used:
            grade.faults.append(f"nolimit  {true.text}={true.day}")
    grade.of("deadlines").add(right, dated, wanted)


def _limit_places(limit: TrueDeadline, one: _True, places: Sequence[Places]) -> frozenset[int]:
    if limit.at is None:
        return frozenset()
    return _mark_places(limit.at, places[one.article])


def _outside(limit: TrueDeadline, one: _True, said: _Said) -> bool:
    """Tell whether a limit whose words stand before its directive is meant by one of the said ones."""
    return limit.at is None and _mostly(said.core, one.whole)


def _mark_places(mark: Mark, places: Places) -> frozenset[int]:
    return frozenset(
        places[mark.paragraph, i]
        for i in range(mark.start, mark.end)
        if (mark.paragraph, i) in places
    )


def grade(
    text: str, reading: Reading, articles: Sequence[Article], places: Sequence[Places]
) -> Grade:
    """Return the counts of one page; ``places`` are those of ``articles``, in the same order."""
    result = Grade()
    truth = [
        each
        for number, article in enumerate(articles)
        for each in _true_directives(article, number, places[number])
    ]
    said = _said_directives(reading, text, _printed_names(articles, places, text))
    _grade_directives(truth, said, result)
    _grade_deadlines(truth, said, places, result)
    for number, article in enumerate(articles):
        grade_record(article, records_of(reading, places[number]), result)
    return result


def strict_f1(one: Grade) -> float:
    """Return the harmonic mean of the shares of directives said that are right, and of true ones found."""
    precision = _share(one.of("strict_said").right, one.of("strict_said").said)
    recall = _share(one.of("strict_true").right, one.of("strict_true").true)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def clean_page(articles: Sequence[Article]) -> tuple[str, list[Places]]:
    """Return the undamaged page of some articles, and where their characters stand in it."""
    pieces: list[str] = []
    places: list[Places] = []
    length = 0

    def put(words: str) -> int:
        nonlocal length
        pieces.append(words + "\n\n")
        start, length = length, length + len(words) + 2
        return start

    for article in articles:
        for line in (article.kicker, *article.headline, article.sub_headline):
            if line:
                put(line)
        mine: dict[tuple[int, int], int] = {}
        for number, words in enumerate(article.paragraphs):
            start = put(words)
            mine |= {(number, i): start + i for i in range(len(words))}
        places.append(mine)
        if article.byline:
            put(article.byline)
    return "".join(pieces), places


def places_from_origins(origins: Sequence[tuple | None], articles: int) -> list[Places]:
    """Return the places of a damaged page by its characters' origins (see ``generator.py``)."""
    places: list[dict[tuple[int, int], int]] = [{} for _ in range(articles)]
    for at, origin in enumerate(origins):
        if origin and origin[0] == "p":
            places[origin[1]][origin[2], origin[3]] = at
    return list(places)
