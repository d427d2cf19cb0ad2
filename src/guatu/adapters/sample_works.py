"""The works of the sample county: plans from the templates, facts from a run that really slipped."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from guatu.adapters.sample_values import SampleProgress, SampleWork
from guatu.adapters.work_templates import load_templates
from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.plan_reading import read_plan
from guatu.domain.planning.schedule import Schedule, schedule
from guatu.domain.planning.template import template_plan

HISTORY_DAYS = 92
_MOST_PERCENT_OF_OPEN_STEP = 95
_FEN_OF_TEN_THOUSAND = 1_000_000
_YUAN_OF_TEN_THOUSAND = 10_000

Row = Mapping[str, Any]
Document = dict[str, Any]


def sample_work(row: Row, weights: Mapping[str, int], today: date) -> SampleWork:
    """Return one work of the sample as it stands today, with the way that led there."""
    plan = _template_document(row, weights, today)
    begun = None if row.get("start") is None else today + timedelta(days=row["start"])
    truth = None if begun is None else _true_run(plan, row)
    known_to = today - timedelta(days=row["reported"])
    opened_on = today - timedelta(days=HISTORY_DAYS)
    if begun is not None and begun > opened_on:
        opened_on = begun
    opening, document = _with_facts(plan, truth, opened_on), _with_facts(plan, truth, known_to)
    planned, standing = _scheduled(plan, today), _scheduled(document, today)
    return SampleWork(
        code=row["code"],
        name=row["name"],
        template=row["template"],
        lead=row["lead"],
        sponsor=row["sponsor"],
        group=row["group"],
        place=row["place"],
        livelihood=row.get("livelihood", False),
        guaranteed=row.get("guaranteed", False),
        in_statistics=row.get("in_statistics", False),
        maturity=row["maturity"],
        problem=row.get("problem", ""),
        total_fen=row["total"] * _FEN_OF_TEN_THOUSAND,
        annual_fen=_rounded_fen(
            _spent(planned, date(today.year, 1, 1), date(today.year + 1, 1, 1))
        ),
        done_fen=_rounded_fen(_spent(standing, date(today.year, 1, 1), today)),
        opened_on=opened_on,
        opening=opening,
        baseline=plan,
        progress=_progress(opening, truth, opened_on, known_to),
        document=document,
    )


def _template_document(row: Row, weights: Mapping[str, int], today: date) -> Document:
    """Return the plan of the template with this work's dates, money and crash offers."""
    pack = load_templates().choose(f"work_{row['template']}", on=today)
    start = None if row.get("start") is None else today + timedelta(days=row["start"])
    document = template_plan(
        pack.body,
        id=row["code"],
        name=row["name"],
        target=today + timedelta(days=row["target"]),
        start=start,
    )
    steps: list[Document] = document["activities"]
    shares = [weights.get(step["class"], 0) * step["days"] for step in steps]
    total = row["total"] * _YUAN_OF_TEN_THOUSAND
    paid, reached = 0, 0
    for step, share in zip(steps, shares, strict=True):
        reached += share
        money = total * reached // sum(shares) // _YUAN_OF_TEN_THOUSAND * _YUAN_OF_TEN_THOUSAND
        if money > paid:
            step["cost"] = money - paid
            paid = money
        if step["id"] in row.get("crash", {}):
            step["crash"] = dict(row["crash"][step["id"]])
    return document


def _true_run(plan: Document, row: Row) -> Schedule:
    """Return how the work really runs: the plan with every step as long as it truly takes."""
    slipped = deepcopy(plan)
    for step in slipped["activities"]:
        step["days"] += row.get("slips", {}).get(step["id"], 0)
    start = date.fromisoformat(slipped["start"])
    return _scheduled(slipped, start)


def _with_facts(plan: Document, truth: Schedule | None, known_to: date) -> Document:
    """Return the plan with what was known of the true run at the end of a day."""
    document = deepcopy(plan)
    if truth is None or known_to < truth.start:
        return document
    document["data_date"] = known_to.isoformat()
    really = truth.by_id()
    for step in document["activities"]:
        one = really[step["id"]]
        fact = _fact_of(one.early_start, one.early_last_day, known_to)
        if fact is None:
            continue
        started, finished, percent = fact
        step["actual_start"] = started.isoformat()
        step["actual_finish"] = None if finished is None else finished.isoformat()
        step["percent"] = percent
    return document


def _fact_of(start: date, last_day: date, known_to: date) -> tuple[date, date | None, int] | None:
    if start > known_to:
        return None
    if last_day <= known_to:
        return start, last_day, 100
    share = ((known_to - start).days + 1) * 100 // ((last_day - start).days + 1)
    return start, None, min(share, _MOST_PERCENT_OF_OPEN_STEP)


def _progress(
    opening: Document, truth: Schedule | None, opened_on: date, known_to: date
) -> tuple[SampleProgress, ...]:
    """Return the reports between two days: each start, each finish, and the state at the end."""
    if truth is None:
        return ()
    found: list[SampleProgress] = []
    for step in opening["activities"]:
        one = truth.by_id()[step["id"]]
        days = {one.early_start, one.early_last_day, known_to}
        for day in sorted(day for day in days if opened_on < day <= known_to):
            fact = _fact_of(one.early_start, one.early_last_day, day)
            done_before = one.early_last_day < day
            if fact is not None and not done_before:
                started, finished, percent = fact
                found.append(
                    SampleProgress(
                        on=day,
                        activity=step["id"],
                        actual_start=started,
                        actual_finish=finished,
                        percent=percent,
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.on, one.actual_start, one.activity)))


def _scheduled(document: Document, today: date) -> Schedule:
    plan, faults = read_plan(document, source="sample", holidays=None)
    assert plan is not None, faults
    found, faults = schedule(plan, today=today)
    assert found is not None, faults
    return found


def _spent(found: Schedule, first: date, end: date) -> int:
    """Return the money of the days from first to before end, in yuan; a month counts by its days."""
    total = 0
    for year, month, yuan in cost_by_month(found):
        begin = date(year, month, 1)
        close = date(year + month // 12, month % 12 + 1, 1)
        inside = (min(end, close) - max(first, begin)).days
        if inside > 0:
            total += yuan * inside // (close - begin).days
    return total


def _rounded_fen(yuan: int) -> int:
    return yuan // _YUAN_OF_TEN_THOUSAND * _FEN_OF_TEN_THOUSAND
