"""The cells of a plan workbook that state terms: offers, limits, facts, as the plan file has them."""

import re
from collections.abc import Callable
from typing import Any

from guatu.adapters.plan_columns import (
    ACTIVITIES,
    CLASS_WORDS,
    LANE_WORDS,
    PERMIT_WORDS,
    PLAN,
    PLAN_ROWS,
    SEASON_WORDS,
    YES,
)
from guatu.domain.kernel.diagnostic import Diagnostic

Row = dict[str, Any]
Misread = Callable[[Row, str, str, str], Diagnostic]
_PARTS = re.compile(r"[;；,，、\n]+")
_REPORT = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(\d+(?:\.\d+)?)\s*%?")
_MARKS = ("promise", "technical", "acceptance", "accepted")
_WORDS = {"lane": LANE_WORDS, "class": CLASS_WORDS, "permit": PERMIT_WORDS}


def read_terms(stated: Row, row: Row, found: list[Diagnostic], misread: Misread) -> Row:
    """Take the cells of terms out of a row and return them as fields of the plan file."""
    fields: Row = {}
    for key in ("crash", "crew"):
        days, cost = stated.pop(f"{key}_days", None), stated.pop(f"{key}_cost", None)
        if days is not None:
            fields[key] = {"days": days, "cost": cost or 0}
    for key in ("shift", "weekend"):
        cost = stated.pop(f"{key}_cost", None)
        if cost is not None:
            fields[key] = {"cost": cost}
    for key in _MARKS:
        if stated.pop(key, None) == YES:
            fields[key] = True
    for key, words in _WORDS.items():
        if key in stated:
            fields[key] = words.get(stated[key], stated[key])
    if fields.get("permit", "filing") not in PERMIT_WORDS.values():
        found.append(misread(row, ACTIVITIES, "permit", str(fields.pop("permit"))))
        stated.pop("permit")
    evidence = _parts(stated.pop("evidence", None))
    if evidence:
        fields["evidence"] = evidence
    reports = []
    for words_ in _parts(stated.pop("reports", None)):
        read = _REPORT.fullmatch(words_)
        if read is None:
            found.append(misread(row, ACTIVITIES, "reports", words_))
        else:
            reports.append([read[1], float(read[2])])
    return fields | ({"reports": reports} if reports else {})


def read_seasons(document: Row, found: list[Diagnostic]) -> None:
    """Turn the season words of the plan sheet into names; unknown words are told with their cell."""
    names = []
    for words in _parts(document.pop("seasons", None)):
        if words in SEASON_WORDS or words in SEASON_WORDS.values():
            names.append(SEASON_WORDS.get(words, words))
            continue
        number = next(at for at, one in enumerate(PLAN_ROWS, start=1) if one.field == "seasons")
        heading = PLAN_ROWS[number - 1].heading
        arguments = (("heading", heading), ("value", words), ("known", "、".join(SEASON_WORDS)))
        found.append(
            Diagnostic(code="planning.no_choice", arguments=arguments, position=f"{PLAN}!B{number}")
        )
    if names:
        document["seasons"] = names


def _parts(value: Any) -> list[str]:
    return [one.strip() for one in _PARTS.split(str(value or "")) if one.strip()]
