"""No pattern of reading takes forever: repeated words must not be parted in ever more ways."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import ModuleType

import pytest

from guatu.domain import reading
from guatu.domain.reading.late_patterns import LatePattern

# Of the processor: on a busy machine a pattern may wait longer than it works.
_SECONDS = 1.0
_SIGNS = 40
_HAN = re.compile("[\u3400-\u9fff]")


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(reading.__path__, "guatu.domain.reading."):
        yield importlib.import_module(one.name)


def _patterns_of(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, LatePattern):
        yield re.compile(value.pattern)
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _patterns_of(one)
    elif isinstance(value, dict):
        yield from _patterns_of(list(value.values()))


def _repeating() -> dict[str, re.Pattern[str]]:
    found = (
        one
        for module in _modules()
        for value in vars(module).values()
        for one in _patterns_of(value)
    )
    return {one.pattern: one for one in found if re.search("[+*}]", one.pattern)}


def _words_of(pattern: re.Pattern[str]) -> Iterator[str]:
    for sign in list(dict.fromkeys(_HAN.findall(pattern.pattern)))[:_SIGNS]:
        yield sign * 44 + "$"
        yield f"县{sign * 44}，甲"
        yield f"甲乙{sign}" * 16 + "$"


def _late(_signal: int, _frame: object) -> None:
    raise TimeoutError


def test_every_pattern_gives_up_on_repeated_words() -> None:
    before = signal.signal(signal.SIGPROF, _late)
    slow = []
    try:
        for words, pattern in _repeating().items():
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            try:
                for one in _words_of(pattern):
                    pattern.search(one)
                    pattern.fullmatch(one)
            except TimeoutError:
                slow.append(words[:80])
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)
    assert slow == []


def test_a_pattern_that_parts_words_in_many_ways_would_be_found() -> None:
    before = signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS / 4)
    try:
        with pytest.raises(TimeoutError):
            re.compile("(?:[\u3400-\u9fff]{2,6}地)+甲").fullmatch("地" * 60)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
