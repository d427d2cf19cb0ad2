from guatu.domain.reading.directives.kind_signs import kind_signs
from guatu.domain.reading.values import DirectiveKind


def _shown(words: str, *, measured: bool = False) -> set[str]:
    groups = kind_signs(words, DirectiveKind.TASK, measured=measured)
    return {front + sign for front, signs in groups for sign in signs}


def test_a_demand_shows_its_characters_their_pairs_its_end_and_what_the_rules_say():
    assert _shown("清淤") == {
        "rule task",
        "clauses 1",
        "char 清",
        "char 淤",
        "pair 清淤",
        "end 清淤",
    }


def test_which_figure_it_is_says_nothing():
    assert _shown("改造30户", measured=True) == _shown("改造1450户", measured=True)
    assert "measured" in _shown("改造30户", measured=True)


def test_a_line_broken_in_the_middle_shows_what_the_whole_one_shows():
    assert _shown("清\n淤") == _shown("清淤")


def test_clauses_are_counted_up_to_six_and_the_end_is_the_last_one_s():
    shown = _shown("一，二，三，四，五，六，七，收好尾。")
    assert {"clauses 6", "end 好尾"} <= shown
    assert "clauses 8" not in shown
