"""Trees that correct a model: what they add, what is refused, and that they learn what a line cannot."""

import numpy as np
import pytest
from tools.boosting import Growth, boosted
from tools.fitting import fit_logistic

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.trees import DecisionTrees

TREES = DecisionTrees(
    asked=((0, 1), (1, 0)),
    beyond=((0.5, 2.0), (1.0, 0.5)),
    leaves=((0.0, 1.0, 10.0, 11.0), (0.0, 100.0, 200.0, 300.0)),
)


@pytest.mark.parametrize(
    ("row", "total"),
    [((0.0, 0.0), 0.0), ((1.0, 0.0), 110.0), ((0.0, 3.0), 201.0), ((1.0, 3.0), 311.0)],
)
def test_the_first_answer_is_the_highest_bit_of_the_leaf(row: tuple[float, float], total: float):
    assert TREES.sums(np.array([row])).tolist() == [total]


def test_a_model_says_the_same_of_one_row_and_of_many():
    model = DecisionModel(names=("a", "b"), weights=(2.0, -1.0), bias=0.5, trees=TREES)
    rows = [(0.0, 0.0), (1.0, 3.0), (0.4, 2.5)]
    assert model.log_odds_of(rows) == pytest.approx([model.log_odds(one) for one in rows])
    assert model.log_odds((1.0, 3.0)) == 0.5 + 2.0 - 3.0 + 311.0
    assert model.log_odds_of([]) == []


@pytest.mark.parametrize(
    ("asked", "beyond", "leaves"),
    [
        ((), (), ()),
        (((0,),), ((0.5, 1.0),), ((0.0, 1.0),)),
        (((0,),), ((0.5,),), ((0.0, 1.0, 2.0),)),
        (((0,), (1,)), ((0.5,), (0.5,)), ((0.0, 1.0),)),
    ],
)
def test_trees_that_do_not_fit_together_are_refused(asked, beyond, leaves):
    with pytest.raises(ValueError, match="tree"):
        DecisionTrees(asked=asked, beyond=beyond, leaves=leaves)


def test_grown_trees_learn_what_no_sum_of_features_tells():
    rows = [(float(a), float(b)) for a in (0, 1) for b in (0, 1)] * 200
    right = [a != b for a, b in rows]
    plain = fit_logistic(("a", "b"), rows, right)
    grown = boosted(plain, rows, right, Growth(trees=30, depth=2, step=0.3, ridge=1.0))
    assert abs(plain.sure((1.0, 0.0)) - 0.5) < 0.01
    assert grown.sure((1.0, 0.0)) > 0.9
    assert grown.sure((1.0, 1.0)) < 0.1
