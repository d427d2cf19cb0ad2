"""A text that lost its marks is heard piece by piece: nothing of it is left out, and time grows with its length alone."""

from tests.domain.reading.reading_of import demands

from guatu.domain.reading.directives.clauses import LONGEST, clauses

_UNMARKED = "县水利局对沿河村组逐一排查" * 90


def test_what_has_no_mark_is_cut_into_pieces_that_lie_end_to_end() -> None:
    found = list(clauses(_UNMARKED + "，县林业局补种。"))
    assert [len(one.words) for one in found] == [LONGEST, LONGEST, 370, 6]
    assert "".join(one.words for one in found[:-1]) == _UNMARKED
    assert [one.start for one in found] == [0, 400, 800, 1171]
    assert [one.mark for one in found] == ["", "", "，", "。"]
    assert [one.first_in_sentence for one in found] == [True, False, False, False]


def test_a_demand_behind_text_without_marks_is_read() -> None:
    found = demands("会议要求，" + _UNMARKED + "。县林业局要在5月底前补种。")
    assert [one.text for one in found[-1].addressees] == ["县林业局"]


def test_a_demand_runs_on_over_the_pieces() -> None:
    (found,) = demands("会议要求，县水利局要排查" + "沿河村组险工险段" * 80 + "。")
    assert [one.text for one in found.addressees] == ["县水利局"]
    assert len(found.action) > LONGEST
