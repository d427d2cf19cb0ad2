"""Where names of units may end: what is asked of the second sign hides no end."""

from tests.corpus.annotation import read_counties
from tests.corpus.damage import COUNTIES

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.unit_stops import _ways, unit_stops

LEXICON = load_lexicon()


def ends(words: str) -> list[int]:
    return list(unit_stops(words, 0, len(words), LEXICON))


def ends_by_every_pattern(words: str) -> list[int]:
    ways, found, place = _ways(LEXICON), [], 0
    while place < len(words):
        tried = (pattern.match(words, place) for _, pattern in ways[words[place]])
        end = next((one.end() for one in tried if one is not None), None)
        if end is not None:
            found.append(end)
            place = max(place, end - 2)
        place += 1
    return found


def test_a_word_of_one_sign_ends_a_unit_whatever_follows_it() -> None:
    assert 5 in ends("青石县财局要清淤")
    assert ends("青石镇") == [3]


def test_the_second_sign_rules_out_no_word_that_ends_units() -> None:
    for word in (*LEXICON.unit_suffixes, *LEXICON.unit_words, *LEXICON.unit_abbreviations):
        for words in (f"青石县{word}", f"青石县{word}要清淤", f"青石县{word}们（代）"):
            assert ends(words) == ends_by_every_pattern(words), words


def test_the_second_sign_rules_out_no_end_on_pages() -> None:
    for article in read_counties(COUNTIES, "first"):
        for paragraph in article.paragraphs:
            assert ends(paragraph) == ends_by_every_pattern(paragraph)
