"""Fitting: the weights of a known law are found again, and the isotonic table rises."""

import math
from random import Random

import pytest
from tools.fitting import fit_isotonic, fit_logistic, raw_probabilities
from tools.fitting_options import Choice, fit_options
from tools.fitting_walks import Graph, fit_walks, graph_of

from guatu.domain.reading.article_segments import Segment
from guatu.domain.reading.calibration import expected_calibration_error, logistic


def drawn(count: int) -> tuple[list[list[float]], list[bool]]:
    rng = Random("law")
    rows = [[rng.random(), rng.random() * 10] for _ in range(count)]
    return rows, [rng.random() < logistic(3 * a - 0.5 * b + 1) for a, b in rows]


def test_the_law_behind_the_rows_is_found():
    rows, outcomes = drawn(4000)
    model = fit_logistic(("a", "b"), rows, outcomes)
    assert model.weights == pytest.approx((3, -0.5), abs=0.3)
    assert model.bias == pytest.approx(1, abs=0.3)
    assert expected_calibration_error(raw_probabilities(model, rows), outcomes) < 0.03


def test_the_isotonic_table_rises_and_mends_boasting():
    rows, outcomes = drawn(4000)
    model = fit_logistic(("a", "b"), rows, outcomes)
    boasting = [one**0.3 for one in raw_probabilities(model, rows)]
    knots = fit_isotonic(boasting, outcomes)
    assert list(knots) == sorted(knots)
    assert len(knots) <= 12
    mended = [
        min(said for raw, said in [*knots, (1.0, 1.0)] if raw >= one or raw == 1.0)
        for one in boasting
    ]
    assert expected_calibration_error(mended, outcomes) < 0.1
    assert expected_calibration_error(boasting, outcomes) > 0.1


def walks(count: int) -> list[Graph]:
    """Graphs of one step from node 0 to 1 in three ways: the true one has the larger first feature."""
    rng = Random(11)
    found: list[Graph] = []
    for _ in range(count):
        steps = [
            Segment(start=0, stop=1, headline=(), parts=({0: rng.random(), 1: rng.random()},))
            for _ in range(3)
        ]
        best = max(one.features[0] for one in steps)
        made = graph_of(2, [0], [1], steps, [one.features[0] == best for one in steps])
        assert made is not None
        found.append(made)
    return found


def test_the_true_walks_become_the_likeliest():
    weights, loss = fit_walks(walks(200), 2)
    assert weights[0] > 3
    assert abs(weights[1]) < 1
    assert loss < 0.6


def test_a_graph_without_a_true_walk_is_left_out():
    steps = [Segment(start=0, stop=1, headline=(), parts=({0: 1.0},))]
    assert graph_of(2, [0], [1], steps, [False]) is None


def test_a_choice_among_options_learns_which_signs_are_chosen():
    likely = Choice(signs=[["near", "old"], ["far", "old"]], right=[True, False])
    rarely = Choice(signs=[["near", "old"], ["far", "old"]], right=[False, True])
    model = fit_options([likely] * 9 + [rarely] * 3, ridge=0.001, least=2)
    worth = dict(zip(model.names, model.weights, strict=True))
    # Three times of four: the odds of near against far are 3, and what both show tells nothing.
    assert math.exp(worth["near"] - worth["far"]) == pytest.approx(3, abs=0.02)
    assert "old" not in worth
    assert model.bias == 0


def test_two_right_options_of_a_choice_share_what_is_right_and_rare_signs_are_left_out():
    both = Choice(signs=[["a"], ["b"], ["c", "once"]], right=[True, True, False])
    others = [Choice(signs=[["a"], ["b"], ["c"]], right=[True, True, False])] * 3
    model = fit_options([both, *others], ridge=0.5, least=2)
    worth = dict(zip(model.names, model.weights, strict=True))
    assert worth["a"] == pytest.approx(worth["b"], abs=0.002)
    assert worth["a"] > 0 > worth["c"]
    assert "once" not in worth
