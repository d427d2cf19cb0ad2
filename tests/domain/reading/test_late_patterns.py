"""A pattern that is compiled when it is first asked answers as any other does."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from guatu.domain import reading
from guatu.domain.reading.late_patterns import LatePattern, late

WORDS = "各镇要清淤，县水利局牵头；各村要清路。"


def _late() -> Iterator[tuple[str, LatePattern]]:
    for one in pkgutil.walk_packages(reading.__path__, "guatu.domain.reading."):
        for name, value in vars(importlib.import_module(one.name)).items():
            if isinstance(value, LatePattern):
                yield f"{one.name}.{name}", value


@pytest.mark.parametrize("pattern", ["各(?P<who>[镇村])要", "[，；。]", "^各", "湖"])
def test_it_answers_as_the_compiled_one(pattern: str) -> None:
    one, other = late(pattern), re.compile(pattern)
    assert [found.span() for found in one.finditer(WORDS)] == [
        found.span() for found in other.finditer(WORDS)
    ]
    assert one.findall(WORDS) == other.findall(WORDS)
    assert one.split(WORDS, maxsplit=1) == other.split(WORDS, maxsplit=1)
    assert one.sub("某", WORDS) == other.sub("某", WORDS)
    for ask in ("search", "match", "fullmatch"):
        for first in (0, 3):
            found, known = getattr(one, ask)(WORDS, first), getattr(other, ask)(WORDS, first)
            assert (found and found.groupdict()) == (known and known.groupdict())
    assert one.pattern == pattern


def test_it_is_compiled_at_the_first_question_and_not_before() -> None:
    broken = late("各(镇")
    assert broken.pattern == "各(镇"
    with pytest.raises(re.error):
        broken.search(WORDS)


def test_it_has_nothing_but_what_is_asked() -> None:
    with pytest.raises(AttributeError):
        late("各").flags  # noqa: B018


def test_every_late_pattern_can_be_compiled() -> None:
    patterns = dict(_late())
    assert len(patterns) > 100
    for name, one in patterns.items():
        assert re.compile(one.pattern), name
