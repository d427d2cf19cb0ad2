"""Cures of late plans: what is bought, asked for, refused, and what is left."""

from datetime import date

from tests.domain.planning.chart import day, drawn
from tests.domain.planning.levers_cases import offered

from guatu.adapters.packs import load_messages
from guatu.domain.kernel.outlook import LeverKind, Verdict
from guatu.domain.planning import Crash, Plan, Schedule, certificate_text, schedule
from guatu.domain.planning.certificate import ChainProof
from guatu.domain.planning.certificate_check import accepts

CHAIN = """
P #####
A ##########  after P
B ##########  after A
"""


def late(plan: Plan) -> Schedule:
    answer, _ = schedule(plan, today=day(0))
    assert answer is not None
    assert answer.cure is not None
    return answer


def kinds(answer: Schedule) -> list[tuple[LeverKind, str, int, int | None]]:
    return [(one.kind, one.subject, one.days, one.cost) for one in answer.outlook.levers]


def test_a_second_shift_cures_where_the_plan_offers_one():
    plan = offered(drawn(CHAIN, target=day(20)), A={"shift_cost": 50_000})
    answer = late(plan)
    assert answer.outlook.verdict is Verdict.LATE
    assert kinds(answer)[0] == (LeverKind.SHIFT, "A", 5, 50_000)
    assert kinds(answer)[-1] == (LeverKind.TARGET, "B", 4, None)


def test_the_cheaper_of_crew_and_crash_is_bought():
    crew = {"crew": Crash(days=4, cost=9_000), "crash": Crash(days=5, cost=20_000)}
    answer = late(offered(drawn(CHAIN, target=day(20)), B=crew))
    assert kinds(answer)[0] == (LeverKind.RESOURCE, "B", 4, 9_000)
    assert answer.cure is not None
    assert answer.cure.bought.is_proved


def test_a_promise_that_the_unit_accepts_is_a_cure_and_costs_nothing():
    plan = offered(drawn(CHAIN, target=day(20)), P={"promise": True, "lane": "project"})
    answer = late(plan)
    assert answer.outlook.verdict is Verdict.LATE
    assert kinds(answer)[0] == (LeverKind.OVERLAP, "P", 5, 0)


def test_a_promise_that_nobody_accepted_is_offered_and_does_not_count():
    answer = late(offered(drawn(CHAIN, target=day(20)), P={"lane": "project"}))
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert kinds(answer)[0] == (LeverKind.OVERLAP, "P", 4, None)
    assert answer.cure is not None
    assert answer.cure.together == 0


def test_the_days_off_of_a_calendar_are_offered_with_the_days_they_win():
    plan = drawn("A ##########  cal wd\nB #####  cal wd after A", target=day(16))
    free = late(plan)
    assert kinds(free)[0] == (LeverKind.CALENDAR, "wd", 2, None)


def test_days_off_at_a_stated_price_are_a_cure_and_only_those_that_are_needed_are_worked():
    plan = drawn("A ##########  cal wd\nB #####  cal wd after A", target=day(16))
    priced = late(offered(plan, A={"weekend_cost": 3_000}, B={"weekend_cost": 1_000}))
    assert priced.outlook.verdict is Verdict.LATE
    assert kinds(priced)[0] == (LeverKind.CALENDAR, "B", 2, 2_000)
    assert priced.cure is not None
    assert (priced.cure.bought.cost, priced.cure.bought.left) == (2_000, 0)


def test_days_off_and_a_crash_are_weighed_against_one_another():
    plan = drawn("A ##########  cal wd\nB #####  cal wd after A", target=day(16))
    dear = {"weekend_cost": 9_000}
    cheap_crash = late(offered(plan, A={"crash": Crash(days=5, cost=5_000)}, B=dear))
    assert kinds(cheap_crash)[0] == (LeverKind.CRASH, "A", 2, 2_000)
    dear_crash = late(offered(plan, A={"crash": Crash(days=5, cost=99_000)}, B=dear))
    assert kinds(dear_crash)[0] == (LeverKind.CALENDAR, "B", 2, 18_000)


def test_an_impossible_plan_is_certified_with_its_days_off_worked():
    plan = offered(
        drawn("A ##########  cal wd\nB #####  cal wd after A", target=day(12)),
        A={"weekend_cost": 1},
        B={"weekend_cost": 1},
    )
    answer = late(plan)
    proof = answer.certificate
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert isinstance(proof, ChainProof)
    assert (proof.opened, proof.missing_days) == (("A", "B"), 2)
    assert accepts(plan, proof, day(0))
    assert "7/7" in certificate_text(proof, plan, messages=load_messages("zh"))


def test_days_off_are_not_worked_under_an_open_hazard():
    plan = drawn("A ##########  cal wd\nB #####  cal wd after A", target=day(16))
    terms = {"weekend_cost": 1_000, "hazard": "深基坑"}
    answer = late(offered(plan, A=terms, B=terms))
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert answer.cure is not None
    assert {one.rule for one in answer.cure.refused} == {"hazard"}
    assert [one.kind for one in answer.outlook.levers] == [LeverKind.TARGET]


def test_the_gate_cuts_an_offer_to_what_it_lets_through_and_says_why():
    offer = {"crash": Crash(days=8, cost=8_000), "template_days": 10}
    answer = late(offered(drawn(CHAIN, target=day(20)), A=offer))
    assert answer.cure is not None
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert kinds(answer)[0] == (LeverKind.CRASH, "A", 3, 3_000)
    assert answer.cure.bought.left == 1
    (held,) = answer.cure.refused
    assert (held.rule, held.activity, held.won) == ("compression", "A", 8)
    signed = offered(drawn(CHAIN, target=day(20)), A=offer | {"compression_reason": "已签"})
    assert late(signed).outlook.verdict is Verdict.LATE


def test_nothing_under_an_open_hazard_is_hurried():
    offer = {"crash": Crash(days=8, cost=8_000), "hazard": "高支模"}
    answer = late(offered(drawn(CHAIN, target=day(20)), A=offer))
    assert answer.cure is not None
    assert [one.kind for one in answer.outlook.levers] == [LeverKind.TARGET]
    assert [one.rule for one in answer.cure.refused] == ["hazard"]


def test_an_impossible_plan_is_certified_with_every_permitted_lever_used():
    plan = offered(drawn(CHAIN, target=day(15)), A={"crash": Crash(days=4, cost=1)})
    answer = late(plan)
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    proof = answer.certificate
    assert isinstance(proof, ChainProof)
    assert dict(proof.won) == {"A": 4}
    assert proof.missing_days == 5
    assert accepts(plan, proof, day(0))


def test_a_late_plan_is_certified_as_it_stands():
    plan = offered(drawn(CHAIN, target=day(20)), A={"crash": Crash(days=4, cost=1)})
    proof = late(plan).certificate
    assert isinstance(proof, ChainProof)
    assert (dict(proof.won), proof.missing_days) == ({}, 4)
    assert accepts(plan, proof, day(0))
    in_time, _ = schedule(drawn(CHAIN, target=date(2025, 2, 10)), today=day(0))
    assert in_time is not None
    assert in_time.certificate is None
    assert in_time.cure is None
