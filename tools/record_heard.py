"""Keeps what rules that had never seen a group heard in it and made of it, to learn from their faults.

On groups that rules were written for they are right nearly everywhere; what they get wrong on a new page shows
only where rules of an earlier commit read articles that were not yet open. Usage, from the root of the
repository::

    python -m tools.record_heard texts FILE             # the articles as pages, by this tree
    PYTHONPATH=EARLIER/src python tools/record_heard.py FILE GROUP OUT [whole]   # read by an earlier tree

With ``whole`` the demands are those of the whole reading, of what was learned too, and else of the rules alone.
The first line holds all states, each further line an article. ``OUT`` is ``tests/corpus/heard/GROUP.json``; which commit read which group stands in ``tests/corpus/README.md``.
Positions only, no words: of each article the paragraphs (number, start, length), the units and demands of
the rules and the clauses with their states (``guatu.domain.reading.directives.heard``).
"""

import json
import sys
from pathlib import Path
from typing import Any, ClassVar

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import page, read_page
from guatu.domain.reading.directives import collect
from guatu.domain.reading.directives.walk import Walk

GROUPS = (
    *("tuning", "first", "last", "third", "practice", "fourth", "papers", "fifth"),
    *("sixth", "seventh", "eighth", "gazettes", "dailies", "ninth", "tenth"),
)
LEXICON = load_lexicon()
# Earlier trees know fewer kinds of verbs.
_VERBS = tuple(
    (kind, getattr(LEXICON, name, ()))
    for kind, name in (
        ("demand", "demand_verbs"),
        ("soft", "soft_verbs"),
        ("say", ""),
        ("report", "report_verbs"),
        ("charge", "charge_verbs"),
    )
)
_SAID = ("说", "讲", "说道")
_SPEAKERS = (("leader", "_leaders"), ("guest", "_guests"), ("posted", "_posted"))


def write_texts(path: Path) -> None:
    """Write all articles as clean pages with the places of their paragraphs."""
    from tests.corpus.annotation import read_counties  # noqa: PLC0415 not of an earlier tree
    from tests.corpus.damage import COUNTIES  # noqa: PLC0415 not of an earlier tree
    from tests.corpus.grading import clean_page  # noqa: PLC0415 not of an earlier tree

    pages = []
    for group in GROUPS:
        for number, article in enumerate(read_counties(COUNTIES, group)):
            text, (places,) = clean_page([article])
            starts = [places[n, 0] for n in range(len(article.paragraphs))]
            sizes = [len(one) for one in article.paragraphs]
            at = list(zip(starts, sizes, strict=True))
            pages.append([group, number, article.year, text, at])
    path.write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")


def _step(number: int, edges: tuple[int, ...]) -> int:
    return sum(number >= edge for edge in edges)


def _kind_of_verb(verb: str) -> str:
    if not verb:
        return "none"
    kinds = ((kind, _SAID if kind == "say" else verbs) for kind, verbs in _VERBS)
    return next((kind for kind, verbs in kinds if verb in verbs), "other")


def _kind_of_speaker(walk: Any, speaker: str | None) -> str:
    if speaker is None:
        return "none"
    if speaker == getattr(walk, "_lead", None):
        return "lead"
    for kind, name in _SPEAKERS:
        if speaker in getattr(walk, name, ()):
            return kind
    return "collective" if speaker in LEXICON.collective_speakers else "other"


def _kind_of_quote(walk: Any, clause: Any) -> str:
    quote = next((q for q in walk._quotes if q.start - 1 <= clause.start < q.end), None)  # noqa: SLF001
    if quote is None:
        return "none"
    if quote.speaker is None:
        return "unknown"
    commands = hasattr(walk, "_commands_in") and walk._commands_in(quote)  # noqa: SLF001
    return "commands" if commands else "others"


class Ear:
    """What was heard of the article that is read: units, states and clauses by number."""

    states: ClassVar[list[list[Any]]] = []

    def __init__(self) -> None:
        self.units: list[list[Any]] = []
        self.clauses: list[list[int | None]] = []
        self.demands: list[list[Any]] = []

    def unit(self, one: Any) -> int | None:
        """Return the number of a unit, None of nobody."""
        if one is None:
            return None
        row = [one.paragraph, one.start, one.end, one.kind.value]
        if row not in self.units:
            self.units.append(row)
        return self.units.index(row)

    def state(self, row: list[Any]) -> int:
        """Return the number of a state."""
        if row not in self.states:
            self.states.append(row)
        return self.states.index(row)

    def demand(self, one: Any) -> list[Any]:
        """Return the place of a demand, the rule that found it, and whom it is for."""
        units = [self.unit(each) for each in one.units]
        flags = [one.promise, getattr(one, "numbered", False), one.bare]
        rule = getattr(one, "rule", "modal")
        where = [one.paragraph, one.start, one.end, rule, one.source.name]
        return [*where, *map(int, flags), units]


def _listen(*, whole: bool) -> tuple[dict[str, Any], list[Ear]]:
    """Have every walk keep what it hears; return the last of each article by its id, and the ear."""
    step, article, rules = Walk._step, Walk.article, page.demands_of  # noqa: SLF001 its ear
    ears: list[Ear] = []
    last: dict[str, Any] = {}

    def stepping(self: Any, clause: Any) -> None:
        scope, opened = self._scope, self._open
        speaker, verb = scope.speaker, _kind_of_verb(scope.verb)
        unit, source = scope.addressee(None)
        crossed, sentences = scope.crossed, scope.sentences
        first = "first" if clause.first_in_sentence else ""
        switches = (
            *(scope.demanding, scope.lasting, scope.decided, scope.brief),
            *(getattr(scope, "_in_list", False), getattr(scope, "recorded", False)),
            *(clause.start < getattr(self, "_passed", 0), getattr(self, "_set_aside", False)),
            *(self._fronted is not None, getattr(self, "_tasks", False)),
            getattr(self, "_opened_speech", False),
        )
        state = [
            *(int(bool(one)) for one in switches),
            *(verb, _kind_of_speaker(self, speaker), _kind_of_quote(self, clause)),
            *(_step(sentences, (1, 2, 3, 6)), _step(self._paragraph, (1, 2, 4))),
            *(clause.mark, source.name, first or ("semi" if clause.after_semicolon else "")),
            *(int(unit is not None), int(clause.heading)),
            opened.rule if opened is not None else "",
            int(speaker is None and scope.issuer is not None),
        ]
        step(self, clause)
        after = _kind_of_verb(scope.verb)
        changed = scope.speaker != speaker or after != verb
        state.append(f"{after} {_kind_of_speaker(self, scope.speaker)}" if changed else "")
        ear = ears[-1]
        row = [self._paragraph, clause.start, clause.end, ear.state(state), ear.unit(unit)]
        ear.clauses.append([*row, crossed, sentences])

    def walking(self: Any, *args: Any, **named: Any) -> Any:
        ears.append(Ear())
        found = article(self, *args, **named)
        ears[-1].demands = [ears[-1].demand(one) for one in found]
        return found

    def reading(piece: Any, *args: Any, **named: Any) -> Any:
        found = rules(piece, *args, **named)
        if whole:
            ears[-1].demands = [ears[-1].demand(one) for one in found]
        last[piece.id] = (piece, ears[-1])
        return found

    Walk._step, Walk.article, page.demands_of = stepping, walking, reading  # noqa: SLF001
    if not whole:
        _by_rules_alone()
    return last, ears


def _by_rules_alone() -> None:
    """Have pages read without what was learned."""
    for learned in ("Weighed", "Listening"):
        if hasattr(collect, learned):
            setattr(collect, learned, type("Rules", (Walk,), {"heard": ()}))
    if hasattr(collect, "looked_at_again"):
        collect.looked_at_again = lambda _texts, _heard, found, _lexicon: found


def _paragraphs(piece: Any, at: list[list[int]]) -> list[list[int] | None]:
    """Return of each paragraph as read which of the article it is, and where in it it begins."""
    found: list[list[int] | None] = []
    for one in piece.paragraphs:
        begin, size = one.at[0], len(one.plain)
        whole = list(one.at) == list(range(begin, begin + size))
        number = next((n for n, (s, length) in enumerate(at) if s <= begin < s + length), None)
        inside = number is not None and begin - at[number][0] + size <= at[number][1]
        known = whole and inside and number is not None
        found.append([number, begin - at[number][0], size] if known else None)  # type: ignore[index]
    return found


def record(texts: Path, group: str, out: Path, *, whole: bool) -> None:
    """Read the articles of a group and write what was heard."""
    last, ears = _listen(whole=whole)
    working = five_days(holidays=china_holidays())
    rows = []
    for name, number, year, text, at in json.loads(texts.read_text(encoding="utf-8")):
        if name != group:
            continue
        last.clear()
        ears.clear()
        read_page(text, lexicon=LEXICON, year=year, working=working)
        for piece, ear in last.values():
            heard = [number, _paragraphs(piece, at), ear.units]
            rows.append([*heard, ear.clauses, ear.demands])
    lines = (
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (Ear.states, *rows)
    )
    out.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "texts":
        write_texts(Path(sys.argv[2]))
    else:
        record(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), whole="whole" in sys.argv[4:])
