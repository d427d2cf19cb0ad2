"""How much texts share, told the same in whatever order their pairs come."""

import random

import numpy as np

from guatu.domain.reading.likeness import containment, insistence, pairs, rarity
from guatu.domain.reading.page_tokens import page_tokens

TEXTS = [
    pairs(one)
    for one in (
        "县水利局要在汛前完成河道清淤和堤防加固，把责任落到每一段堤防。",
        "各乡镇要落实责任，完成清淤任务，做到不留死角、不留盲区。",
        "会议听取了堤防加固情况的汇报，研究了河道清淤的经费安排。",
    )
]


def test_weights_add_up_to_the_same_whatever_the_order():
    """Sets come in another order in every process; so no sum over them may follow it."""
    rare = rarity(TEXTS, {"清淤": 0.037, "责任": 0.213})
    known = [*rare.weights.values()] * 50
    sums = set()
    for seed in range(20):
        random.Random(seed).shuffle(known)
        sums.add(sum(known))
    assert len(sums) == 1


def test_columns_weigh_lines_as_sets_do():
    rare = rarity(TEXTS, {})
    tokens = page_tokens(TEXTS, rare)
    assert tokens.wholes.tolist() == [rare.whole(one) for one in TEXTS]
    held = tokens.held(0, len(TEXTS))
    found = held.shares(held.lines, np.array([1, 2]), np.array([0, 0]))
    assert found.tolist() == [containment(TEXTS[0], TEXTS[n], rare) for n in (1, 2)]


def test_what_is_said_again_counts_more():
    rare = rarity(TEXTS, {})
    once, twice = "河道清淤", "河道清淤，河道清淤"
    assert 0 < insistence(TEXTS[0], once, rare) < insistence(TEXTS[0], twice, rare)
