"""From a directive to a draft matter: what can be proposed, and what a person must decide.

Nothing is invented: a lead is proposed only where exactly one unit is meant, a
deadline only where the words fix it; every other date is a proposal with its rule.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.following.limits import DeadlineBasis, DeadlineProposal, propose_deadlines
from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import RulePack

_LONGEST_TITLE = 40
_CLAUSE_END = re.compile("[。；;，,：:]")
_BETWEEN_UNITS = re.compile("[、，,]|以及|和|及|与")
_AFTER_UNITS = re.compile("(等)?(有关|相关|各)?(部门|单位)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownUnit:
    """A unit that may be meant, with the names and short names it goes by."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveFacts:
    """What drafting must know of a directive, as reading found it or a person corrected it.

    ``addressees`` are ``(text, kind)`` with the kinds of the contract; ``lead`` is set
    only where the words name one; ``deadline`` only where they fix a day;
    ``measures`` are the words of its quantities.
    """

    id: str
    kind: str
    action: str
    addressees: tuple[tuple[str, str], ...] = ()
    lead: str | None = None
    deadline: date | None = None
    deadline_text: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMatter:
    """A matter as it could be registered; open points stand in ``questions``.

    ``lead`` is None until a person chooses among ``candidates``; ``deadline`` is set
    only from the words of the source; ``proposals`` are dates a person may take.
    """

    directive: str
    title: str
    action: str
    result: str
    lead: int | None
    candidates: tuple[int, ...]
    co_units: tuple[int, ...]
    deadline: date | None
    deadline_text: str
    deadline_basis: DeadlineBasis | None
    proposals: tuple[DeadlineProposal, ...]
    questions: tuple[Reason, ...]


def draft_matter(
    facts: DirectiveFacts,
    units: Sequence[KnownUnit],
    limits: RulePack,
    *,
    start: date,
    calendar: WorkingCalendar,
    source_type: str = "",
    chosen_lead: int | None = None,
) -> tuple[DraftMatter | None, tuple[Diagnostic, ...]]:
    """Return the draft of a directive, or None with what stands in the way.

    None for context and promises, and for directives to everyone until a person
    chose a lead. ``start`` is the day of the meeting or of the issue; ``limits`` is
    the ``matter_limits`` pack.
    """
    refused = _refused(facts, chosen_lead)
    if refused is not None:
        return None, (refused,)
    named = _named_units(facts, units)
    lead = chosen_lead if chosen_lead is not None else _only_lead(facts, units, named)
    proposals = propose_deadlines(
        start, limits, calendar=calendar, stated=facts.deadline, source_type=source_type
    )
    draft = DraftMatter(
        directive=facts.id,
        title=title_of(facts.action),
        action=facts.action,
        result="；".join(facts.measures),
        lead=lead,
        candidates=named,
        co_units=tuple(one for one in named if lead is not None and one != lead),
        deadline=facts.deadline,
        deadline_text=facts.deadline_text,
        deadline_basis=None if facts.deadline is None else DeadlineBasis.STATED,
        proposals=proposals,
        questions=_questions(facts, named, lead),
    )
    return draft, ()


def title_of(action: str) -> str:
    """Return a short title: the first clauses of the words, at most 40 characters."""
    words = " ".join(action.split()).removeprefix("要").rstrip("。；;，,")
    if len(words) <= _LONGEST_TITLE:
        return words
    ends = [found.start() for found in _CLAUSE_END.finditer(words, 0, _LONGEST_TITLE + 1)]
    return words[: ends[-1]] if ends else words[:_LONGEST_TITLE]


def meant_units(text: str, units: Sequence[KnownUnit]) -> tuple[int, ...]:
    """Return the units that an addressee's words mean, in the order of the words.

    Each part of a list is matched by full or short name; where only a piece of a
    name is given (工信 for 县工信局) it must fit exactly one unit.
    """
    whole = _meant_one(text, units)
    if whole is not None:
        return (whole,)
    found: list[int] = []
    for part in _BETWEEN_UNITS.split(_AFTER_UNITS.sub("", text)):
        unit = _meant_one(part, units)
        if unit is not None and unit not in found:
            found.append(unit)
    return tuple(found)


def _meant_one(text: str, units: Sequence[KnownUnit]) -> int | None:
    words = text.strip()
    bare = _AFTER_UNITS.sub("", words)
    for wanted in dict.fromkeys((words, bare, bare.removeprefix("县"))):
        if not wanted:
            continue
        for unit in units:
            if wanted in unit.names:
                return unit.id
    if len(bare) < 2:
        return None
    near = [unit.id for unit in units if any(bare in name for name in unit.names)]
    return near[0] if len(near) == 1 else None


def _refused(facts: DirectiveFacts, chosen_lead: int | None) -> Diagnostic | None:
    code = ""
    if facts.kind in ("context", "promise"):
        code = f"linking.draft.{facts.kind}"
    elif chosen_lead is None and facts.lead is None:
        if any(kind == "everyone" for _, kind in facts.addressees):
            code = "linking.draft.everyone"
    if not code:
        return None
    words = "、".join(text for text, _ in facts.addressees)
    return Diagnostic(
        code=code,
        severity=Severity.INFO,
        arguments=(("directive", facts.id), ("addressee", words)),
    )


def _named_units(facts: DirectiveFacts, units: Sequence[KnownUnit]) -> tuple[int, ...]:
    texts = [text for text, kind in facts.addressees if kind in ("unit", "list", "unknown")]
    if facts.lead is not None:
        texts.insert(0, facts.lead)
    found = (unit for text in texts for unit in meant_units(text, units))
    return tuple(dict.fromkeys(found))


def _only_lead(
    facts: DirectiveFacts, units: Sequence[KnownUnit], named: tuple[int, ...]
) -> int | None:
    if facts.lead is not None:
        meant = meant_units(facts.lead, units)
        return meant[0] if len(meant) == 1 else None
    one_addressee = len(facts.addressees) == 1 and facts.addressees[0][1] != "list"
    return named[0] if len(named) == 1 and one_addressee else None


def _questions(
    facts: DirectiveFacts, named: tuple[int, ...], lead: int | None
) -> tuple[Reason, ...]:
    asked: list[Reason] = []
    words = "、".join(text for text, _ in facts.addressees)
    if lead is None:
        kinds = {kind for _, kind in facts.addressees}
        code = "lead_of_list" if len(named) > 1 else "lead_unknown"
        if kinds and kinds <= {"class", "enterprise"}:
            code = "lead_over_enterprise"
        asked.append(
            Reason(
                code=f"linking.draft.{code}",
                arguments=(("addressee", words), ("count", len(named))),
            )
        )
    if not facts.measures:
        asked.append(Reason(code="linking.draft.result"))
    if facts.kind == "standing":
        asked.append(Reason(code="linking.draft.standing"))
    if facts.deadline is None:
        arguments = (("words", facts.deadline_text),)
        code = "deadline_words" if facts.deadline_text else "deadline_none"
        asked.append(Reason(code=f"linking.draft.{code}", arguments=arguments))
    return tuple(asked)
