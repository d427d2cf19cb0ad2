from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from guatu.domain.following.light import Light, LightColor
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference
from guatu.entry.web.templatetags import office


@pytest.mark.parametrize(
    ("fen", "chinese", "english"),
    [
        (1_234_567_00, "123.46 万元", "¥1.23m"),
        (1_250_000_000_00, "12.5 亿元", "¥1.25bn"),
        (99_995_00, "10 万元", "¥0.1m"),
        (0, "0 万元", "¥0m"),
        (-50_000_00, "-5 万元", "¥-0.05m"),
        (None, "—", "—"),
    ],
)
def test_an_amount_is_written_as_people_read_it(fen, chinese, english):
    with override("zh-hans"):
        assert office.yuan(fen) == chinese
    with override("en"):
        assert office.yuan(fen) == english


def test_a_moment_late_in_utc_is_the_next_day_in_the_office():
    late = datetime(2026, 11, 4, 17, 30, tzinfo=UTC)
    assert office.day(late) == "2026-11-05"
    assert office.moment(late) == "2026-11-05 01:30"


def test_a_period_shows_its_last_day_and_an_open_one_a_dash():
    assert office.last_day(date(2026, 12, 1)) == "2026-11-30"
    assert office.last_day(None) == "—"


def test_a_day_in_full_follows_the_language():
    with override("zh-hans"):
        assert office.day_long(date(2026, 11, 5)) == "2026年11月5日"
    with override("en"):
        assert office.day_long(date(2026, 11, 5)) == "5 November 2026"


def test_a_light_has_class_word_and_its_sentence():
    lit = Light(
        color=LightColor.RED,
        reason=Reason(code="entry.stale"),
        pack=PackReference(name="matter_lights", version="1"),
    )
    with override("en"):
        shown = office.light(lit)
    assert 'class="light light-red"' in shown
    assert ">Red</span>" in shown
    assert "Someone else changed this" in shown
    with override("zh-hans"):
        assert ">灰灯</span>" in office.light(None)


@pytest.mark.parametrize(("label", "word"), [("units.unit", "单位"), ("no.such", "记录")])
def test_a_row_is_called_by_its_kind(label, word):
    with override("zh-hans"):
        assert office.row_words(label) == word
