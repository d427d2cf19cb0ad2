"""The same draws in threads, in processes and on a cluster give the same answer."""

import pickle
from datetime import date

import pytest

from guatu.adapters.dask_workers import DaskWorkers
from guatu.adapters.local_workers import ProcessWorkers, ThreadWorkers
from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.protocols import Workers
from guatu.domain.planning import Activity, Link, Plan
from guatu.domain.planning.compiled.risk import risk
from guatu.domain.planning.compiled.risk_model import risk_model, works_of
from guatu.domain.planning.compiled.tallies import DrawChunk, draw_columns, run_chunk
from guatu.domain.planning.risk_terms import RiskTerms, Spread, SpreadShape

TODAY = date(2025, 1, 6)
TERMS = RiskTerms(
    spreads={"*": Spread(shape=SpreadShape.PERT, low=0.8, mode=1.0, high=1.9)}, history=None
)


def works(count: int) -> list[Plan]:
    return [
        Plan(
            id=f"W{number}",
            start=TODAY,
            target=date(2025, 3, 1),
            calendars=(WorkingCalendar(name="cal"),),
            activities=tuple(
                Activity(
                    id=f"A{one}",
                    days=3 + (one + number) % 7,
                    calendar="cal",
                    links=(Link(predecessor=f"A{one - 1}"),) if one else (),
                )
                for one in range(5)
            ),
        )
        for number in range(count)
    ]


def answered(workers: Workers | None) -> object:
    return risk(works(4), TERMS, today=TODAY, draws=600, seed=3, workers=workers)[0]


@pytest.mark.parametrize("workers", [ThreadWorkers(2), ProcessWorkers(1)], ids=["threads", "process"])  # fmt: skip
def test_workers_of_this_machine_give_the_answer_of_none(workers):
    assert answered(workers) == answered(None)


def test_a_cluster_gives_the_answer_of_one_machine():
    import distributed

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert answered(DaskWorkers(client)) == answered(None)


def test_a_chunk_of_draws_can_travel():
    found, latest = works_of(works(2), TODAY.toordinal())
    model = risk_model(found, TERMS, latest=latest)
    chunk = DrawChunk(model=model, columns=draw_columns(model, 1), seed=1, first=5, count=4)
    there = run_chunk(pickle.loads(pickle.dumps(chunk)))
    assert there.ends.tolist() == run_chunk(chunk).ends.tolist()
