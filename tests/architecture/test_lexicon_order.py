"""Word lists are kept one word a line and in order, so that additions merge and doubles show."""

from tools.sort_lexicons import LEXICONS, in_order


def test_every_word_list_is_in_order() -> None:
    wrong = [
        one.name
        for one in LEXICONS.glob("*.toml")
        if in_order(one.read_text("utf-8")) != one.read_text("utf-8")
    ]
    assert not wrong, f"run python -m tools.sort_lexicons: {wrong}"


def test_a_word_out_of_place_or_written_twice_shows() -> None:
    assert (
        in_order('a = [\n    "乙",\n    "一",\n    "乙",\n]\n')
        == 'a = [\n    "一",\n    "乙",\n]\n'
    )
