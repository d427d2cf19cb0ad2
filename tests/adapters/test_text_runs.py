"""Characters of a page chained into lines: what a file draws behind its neighbours stands where it is shown."""

from guatu.adapters.pdf_rulings import Uprights
from guatu.adapters.text_runs import LineRuns

SIZE = 16.0


def _lines(*placed):
    """Return the lines of characters, each given with its place across the page, all on one base line."""
    runs = LineRuns(Uprights(()))
    for sign, x in placed:
        wide = SIZE / 2 if sign in "“”" else SIZE
        runs.add(sign, x, 100.0, wide, SIZE, upright=True)
    return [one.words for one in runs.lines(1, 600, 800)]


def test_marks_when_they_are_drawn_behind_the_words_around_them_then_they_stand_between():
    words = [("负", 90), ("责", 106), ("一", 130), ("班", 146), ("做", 170)]
    assert _lines(*words, ("“", 122), ("”", 162)) == ["负责“一班”做"]


def test_a_line_when_it_is_drawn_in_order_then_it_stays():
    assert _lines(("负", 90), ("责", 106), ("“", 122), ("一", 130)) == ["负责“一"]


def test_words_when_they_stand_on_others_then_they_are_a_line_of_their_own():
    words = [("负", 90), ("责", 106), ("落", 122), ("实", 138)]
    assert sorted(_lines(*words, ("印", 115))) == ["印", "负责落实"]
