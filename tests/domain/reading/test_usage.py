"""What the counts of the language say of two characters and of an opening."""

from guatu.adapters.lexicons import load_usage
from guatu.domain.reading.usage import Usage


def test_characters_of_a_word_are_bound_and_strangers_are_not():
    usage = load_usage()
    assert usage.bond("企", "业") > 3
    assert usage.bond("的", "了") < 0
    assert usage.bond("龘", "靐") == 0.0


def test_what_opens_sentences_is_told_from_what_does_not():
    usage = load_usage()
    assert usage.opens_sentence("会议") > usage.opens_sentence("业企")


def test_usage_without_counts_says_nothing():
    assert Usage().bond("企", "业") == 0.0
