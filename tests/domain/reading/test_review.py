import pytest

from guatu.domain.reading.review import to_review


def test_least_sure_first() -> None:
    assert to_review([0.999, 0.5, 0.9, 0.7], target=0.97) == (1, 3)


def test_nothing_to_review() -> None:
    assert to_review([0.999, 0.995]) == ()
    assert to_review([]) == ()


def test_all_where_all_must_be_right() -> None:
    assert to_review([0.9, 0.8], target=1.0) == (1, 0)


def test_equal_ones_in_their_order() -> None:
    assert to_review([0.5, 0.5, 0.5, 0.5], target=0.75) == (0, 1)


def test_a_target_is_a_share() -> None:
    with pytest.raises(ValueError, match="share"):
        to_review([0.5], target=99)
