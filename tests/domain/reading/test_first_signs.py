"""A look at the sign that a pattern begins with, or ends with, hides nothing that the rest would find."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grading import clean_page

from guatu.domain import reading
from guatu.domain.reading import bodies

_LOOK = re.compile(r"(?P<look>\(\?=\[[^\]]+\]\))(?P<rest>.*)", re.DOTALL)
_WORD = re.compile("[\u3400-\u9fff\\d]+")


def _looking() -> Iterator[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Yield the patterns of modules that begin with a look at one sign, each with what follows the look."""
    for one in pkgutil.walk_packages(reading.__path__, "guatu.domain.reading."):
        for name, value in vars(importlib.import_module(one.name)).items():
            if not isinstance(value, re.Pattern) or not isinstance(value.pattern, str):
                continue
            parted = _LOOK.fullmatch(value.pattern)
            if parted is not None:
                yield f"{one.name}.{name}", value, re.compile(parted["rest"])


def _page() -> str:
    articles = read_counties(COUNTIES, "first")
    return "\n".join(clean_page([one])[0] for one in articles)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [one.span() for one in pattern.finditer(text)]


def test_a_look_at_the_first_sign_hides_nothing() -> None:
    page = _page()
    found = 0
    for name, whole, rest in _looking():
        found += 1
        # Every word that the pattern itself is made of, by itself and behind others.
        words = "，".join(f"{one}，两{one}的，在{one}前" for one in _WORD.findall(rest.pattern))
        for text in (page, words):
            assert _spans(whole, text) == _spans(rest, text), name
    assert found > 5


def test_the_last_sign_rules_out_no_body() -> None:
    ending = bodies._ANY_ENDING
    for sign in sorted(set(_page()) | set(ending.pattern)):
        for front in ("红旗县水利", "公共资源交易", "乡村振兴领导小", "某县第", ""):
            assert bodies.ends_like_body(front + sign) == (
                ending.search(front + sign, max(0, len(front) - 5)) is not None
            )
