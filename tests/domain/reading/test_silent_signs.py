"""Emoji, keycaps and signs of no width: they stand in the text and in nobody's name."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.silent_signs import silent_places


@pytest.mark.parametrize("sign", ["✅", "📌", "1️⃣", "👉🏻", "✔️", "\u200b", "\ufeff"])
def test_who_is_told_bears_no_emoji(sign):
    page = f"县长调研供水\n12月14日，县长罗远航到水厂调研。罗远航要求：\n{sign}县水利局要在月底前检修；\n{sign}各镇要入户查看。"
    reading = read(page)
    assert [one.addressees[0].text for one in reading.directives] == ["县水利局", "各镇"]
    assert "县水利局" in [one.name for one in reading.records[0].organisations]


def test_a_sign_of_no_width_within_a_word_does_not_part_it():
    page = (
        "县长调研供水\n12月14日，县长罗远航到水厂调研。罗远航要求，县水\u200b利局要在月底前检修。"
    )
    (one,) = read(page).directives
    assert one.addressees[0].text.replace("\u200b", "") == "县水利局"


@pytest.mark.parametrize("text", ["①②③", "❶❷", "★☆", "▶◆●", "1.县水利局", "2025年"])
def test_ornaments_numbers_and_words_are_heard(text):
    assert not silent_places(text)
