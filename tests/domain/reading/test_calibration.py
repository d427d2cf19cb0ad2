"""Models of decisions: what they say, what they refuse, and how their reliability is measured."""

import pytest

from guatu.domain.reading.calibration import (
    DecisionModel,
    expected_calibration_error,
    logistic,
    reliability,
)


def model(**changes) -> DecisionModel:
    given = {"names": ("a", "b"), "weights": (2.0, -1.0), "bias": 0.5}
    return DecisionModel(**(given | changes))


def test_a_probability_is_the_logistic_of_bias_and_weighted_features():
    assert model().log_odds((1.0, 0.5)) == 2.0
    assert model().probability({"a": 1.0, "b": 0.5}) == logistic(2.0)
    assert model().probability({}) == logistic(0.5)


def test_log_odds_of_any_size_give_a_probability():
    assert logistic(1e9) == pytest.approx(1.0)
    assert logistic(-1e9) == pytest.approx(0.0)


def test_a_feature_the_model_does_not_know_is_a_bug():
    with pytest.raises(KeyError, match="no such feature"):
        model().probability({"c": 1.0})


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": ()},
        {"names": ("a", "a")},
        {"weights": (1.0,)},
        {"bias": float("nan")},
        {"knots": ((0.5, 0.5), (0.2, 0.9))},
        {"knots": ((0.5, 0.5), (0.6, 1.9))},
    ],
)
def test_a_model_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        model(**wrong)


def test_knots_correct_by_interpolation_and_hold_beyond_their_ends():
    held = model(knots=((0.2, 0.1), (0.6, 0.5), (0.8, 0.9)))
    assert held.calibrated(0.1) == 0.1
    assert held.calibrated(0.4) == pytest.approx(0.3)
    assert held.calibrated(0.7) == pytest.approx(0.7)
    assert held.calibrated(0.99) == 0.9


def test_decisions_that_hold_what_they_say_have_no_calibration_error():
    said = [0.75] * 4 + [0.25] * 4
    right = [True, True, True, False, True, False, False, False]
    assert expected_calibration_error(said, right) == 0.0
    assert [one.count for one in reliability(said, right)] == [4, 4]


def test_boasting_is_measured():
    assert expected_calibration_error([0.95] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.45)
    assert expected_calibration_error([], []) == 0.0
    assert reliability([1.0], [True])[0].high == 1.0


def test_a_probability_without_outcome_is_a_bug():
    with pytest.raises(ValueError, match="outcome"):
        reliability([0.5], [])
