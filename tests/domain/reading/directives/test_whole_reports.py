"""Whole small reports, crossed with demands and with what is only told: each demand is heard, and nothing else.

``whole_reports.toml`` holds the reports with their slots; what is right follows from how a report is filled.
"""

import re
import tomllib
from itertools import count
from pathlib import Path

import pytest
from tests.corpus.annotation import parse
from tests.corpus.grading import clean_page, grade

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

_FILE = tomllib.loads(Path(__file__).with_name("whole_reports.toml").read_text("utf-8"))
_SLOT = re.compile("«(?P<kind>[A-Z])(?::(?P<who>[^»]+))?»")
_FAULTS = ("missed", "who", "span", "extra", "limit", "nolimit")
_ONE = [one for one in _FILE["demands"] if len(one) == 1]
_OF_SOMEBODY = [one for one in _ONE if one[0][0]]
_EACH = 2


def _marked(demand: list[str | list[str]], who: str) -> str:
    """Return a demand with its marks; one that names nobody is for ``who``."""
    pieces = []
    for one in demand:
        if isinstance(one, str):
            pieces.append(one)
        else:
            pieces.append(f"{{{one[0] or who or '-'}: {one[1]}}}")
    return "".join(pieces)


def _filled(paragraph: str, turn: "count[int]") -> str:
    def words(slot: re.Match[str]) -> str:
        number, who = next(turn), slot["who"] or ""

        def taken(among: list) -> object:
            return among[number % len(among)]

        match slot["kind"]:
            case "D":
                found = _marked(taken(_FILE["demands"]), who)
            case "U":
                found = _marked(taken(_ONE), who)
            case "O":
                found = _marked(taken(_OF_SOMEBODY), who)
            case "B":
                found = _marked([[who, taken(_FILE["bare"])]], who)
            case "T":
                found = taken(_FILE["told"])
            case "A":
                found = taken(_FILE["plainly_told"])
            case _:
                found = taken(_FILE["stated"])
        before = paragraph[: slot.start()]
        if before.rfind("“") > before.rfind("”"):
            found = found.replace("“", "‘").replace("”", "’")
        return found

    return _SLOT.sub(words, paragraph)


@pytest.mark.parametrize("report", _FILE["report"], ids=lambda one: one["name"])
def test_each_demand_of_a_report_is_heard_and_nothing_else(report: dict) -> None:
    wrong: dict[str, list[str]] = {}
    at = _FILE["report"].index(report)
    for each in range(_EACH):
        turn = count(at * 5 + each * 11)
        lines = [f"== {one}" for one in report["headline"]]
        lines += [_filled(one, turn) for one in report["paragraphs"]]
        text = "\n".join(("@county 青屏县", "@year 2025", "", "=== visit", *lines))
        article = parse(text)[0]
        page, places = clean_page([article])
        reading = read_page(page, lexicon=load_lexicon(), year=2025)
        faults = [
            one for one in grade(page, reading, [article], places).faults if one.startswith(_FAULTS)
        ]
        if faults:
            wrong[page] = faults
    assert wrong == {}
