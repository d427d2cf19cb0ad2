import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.domain.reading.review import reviews_needed


@pytest.mark.parametrize(
    ("confidences", "aim", "count"),
    [
        ([], 0.99, 0),
        ([1.0, 1.0], 0.99, 0),
        ([0.5, 1.0], 0.99, 1),
        ([0.5] * 10, 0.99, 10),
        ([0.9] * 10, 0.9, 0),
        ([0.2, 0.6, 0.99, 0.99], 0.9, 2),
    ],
)
def test_the_least_sure_are_reviewed_until_the_aim_is_met(confidences, aim, count):
    assert reviews_needed(confidences, aim=aim) == count


SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@given(SHARES, st.floats(0, 1))
def test_one_review_fewer_would_not_do(confidences, aim):
    count = reviews_needed(confidences, aim=aim)
    rest = sorted(confidences)

    def expected(reviewed):
        return reviewed + sum(rest[reviewed:])

    assert expected(count) >= aim * len(rest) - 1e-6
    assert count == 0 or expected(count - 1) < aim * len(rest)


@pytest.mark.parametrize(("confidences", "aim"), [([1.2], 0.9), ([0.5], 1.5)])
def test_what_is_no_share_is_a_bug(confidences, aim):
    with pytest.raises(ValueError, match="between 0 and 1"):
        reviews_needed(confidences, aim=aim)
