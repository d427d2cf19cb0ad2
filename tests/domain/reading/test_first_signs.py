"""A look at the sign that a pattern begins with, or ends with, hides nothing that the rest would find."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES
from tests.corpus.grading import clean_page

from guatu.adapters.lexicons import load_lexicon
from guatu.domain import reading
from guatu.domain.reading import actors, bodies, body_signs
from guatu.domain.reading.first_signs import first_signs, last_signs, sign_of
from guatu.domain.reading.late_patterns import LatePattern
from guatu.domain.reading.patterns import layout_patterns, sought, tree_of

_LOOK = re.compile(r"(?P<look>\(\?=\[[^\]]+\]\))(?P<rest>.*)", re.DOTALL)
_WORD = re.compile("[\u3400-\u9fff\\d]+")


def _looking() -> Iterator[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Yield the patterns of modules that begin with a look at one sign, each with what follows the look."""
    for one in pkgutil.walk_packages(reading.__path__, "guatu.domain.reading."):
        for name, value in vars(importlib.import_module(one.name)).items():
            if isinstance(value, LatePattern):
                value = re.compile(value.pattern)  # noqa: PLW2901 the same pattern
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


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("(?:渔|盐)工", "渔盐"),
        ("副?[县市]长|里长", "副县市里"),
        ("(?<![入出])户(?!口)", "户"),
        ("(?:国营)?[林农]?总场|(?:[一二]{1,2}|\\d{1,3})连", "国林农总一二0"),
        ("[东\\d]{0,2}村", "东0村"),
    ],
)
def test_what_a_pattern_may_begin_with_is_read_off_it(pattern: str, signs: str) -> None:
    assert first_signs(pattern) == frozenset(signs)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("(?:渔|盐)工(?![作资])", "工"),
        ("副?[县市]长|里[弄巷]?", "长里弄巷"),
        ("(?:农|林)场|(?:[一二]{1,2}|\\d{1,3})(?:连|团)?", "场一二0连团"),
        ("村(?:民|集体)*", "村民体"),
    ],
)
def test_what_a_pattern_may_end_with_is_read_off_it(pattern: str, signs: str) -> None:
    assert last_signs(pattern) == frozenset(signs)


@pytest.mark.parametrize("pattern", ["[一-九]号", "(?P<who>甲)", "(?:甲)?", "(?:甲", "甲)"])
def test_a_pattern_written_otherwise_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="begins with"):
        first_signs(pattern)


def test_head_nouns_begin_and_end_with_the_signs_they_are_asked_for() -> None:
    for one in (*actors.ACTOR_KINDS, *actors._SITES_OF_MEN):
        firsts, lasts = first_signs(one), last_signs(one)
        for found in re.finditer(f"(?:{one})", "，".join(_WORD.findall(one)) + _page()):
            assert sign_of(found.group()[0]) in firsts
            assert sign_of(found.group()[-1]) in lasts


def test_words_sought_are_those_of_the_tree_with_what_stands_behind_them() -> None:
    words = ("县长", "县委书记", "县委", "镇长", "长", "某")
    page = "县委书记和县委、县长助理、镇长长，某某县"
    assert _spans(re.compile(sought((words, ""))), page) == _spans(re.compile(tree_of(words)), page)
    behind = re.compile(sought((words, "(?!助理)"), (("县",), "")))
    assert [one.group() for one in behind.finditer("县长助理县委")] == ["县", "县委"]


def test_somebody_opens_with_his_post_only_where_one_ends_before_a_surname() -> None:
    patterns = layout_patterns(load_lexicon())
    for words in _page().splitlines():
        assert patterns.opens_with_post(words) == (patterns.posted_start.match(words) is not None)


def test_what_leads_to_a_body_stands_within_its_last_signs() -> None:
    page = _page()
    for pattern in (body_signs._ROOM, body_signs._SEEN, body_signs._ROOMS, body_signs._TOLD):
        for end in range(0, len(page), 7):
            words = page[max(0, end - 40) : end]
            assert (body_signs._at_end(pattern, words) is None) == (pattern.search(words) is None)
