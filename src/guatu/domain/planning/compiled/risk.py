"""Monte Carlo over the works of a county: one weather for all, luck by activity, counted draws."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.protocols import Result, Task, Workers
from guatu.domain.planning.compiled.draws import Counts, TallyRows
from guatu.domain.planning.compiled.kernel import UNSET, Ints
from guatu.domain.planning.compiled.risk_model import RiskModel, RiskWork, risk_model, works_of
from guatu.domain.planning.compiled.tallies import (
    DrawChunk,
    LuckChunk,
    added_up,
    draw_columns,
    luck_chunk,
    run_chunk,
)
from guatu.domain.planning.compiled.weather import Reals, whole_years
from guatu.domain.planning.network import FINISHED, NEVER
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.risk_answer import (
    ActivityRisk,
    AlertRisk,
    EndKind,
    EndRisk,
    RiskAnswer,
)
from guatu.domain.planning.risk_terms import RiskTerms, WeatherKind

MOST_DRAWS = 1_000_000
_CHUNKS = 8
_LEAST_CHUNK = 250
_MOST_CHUNK = 60_000
_SEEDS = 2**63
_WIDENINGS = 4
# A run over more than two centuries is a slip of the pen, not a plan.
_MOST_DAYS = 80_000


class _Here:
    """Runs the chunks one after another where they are asked for."""

    @staticmethod
    def run(function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks."""
        return map(function, tasks)


def risk(
    plans: Sequence[Plan],
    terms: RiskTerms,
    *,
    today: date,
    draws: int = 2000,
    seed: int = 1,
    workers: Workers | None = None,
) -> tuple[RiskAnswer | None, tuple[Diagnostic, ...]]:
    """Run draws over one plan or many that share their weather.

    No open work starts before its plan's start or ``today``. Errors: those of
    ``schedule`` for each plan, and a number of draws out of range.
    """
    if not 1 <= draws <= MOST_DRAWS:
        return None, (_fault("planning.risk_draws", draws=draws, most=MOST_DRAWS),)
    terms, told = _usable(terms)
    works, latest = works_of(plans, day_number(today))
    if isinstance(works, Diagnostic):
        return None, (works,)
    machines = _Here() if workers is None else workers
    found_draws = _drawn(works, terms, latest, (draws, seed % _SEEDS), machines)
    if found_draws is None:
        return None, (*told, _fault("planning.risk_off_axis", plan=plans[0].id))
    return found_draws.answer(machines), told


def _fault(code: str, **arguments: str | int) -> Diagnostic:
    return Diagnostic(code=code, arguments=tuple(arguments.items()))


def _usable(terms: RiskTerms) -> tuple[RiskTerms, tuple[Diagnostic, ...]]:
    """Walk day by day where the history holds no whole year from July to June, and say so."""
    history = terms.history
    if history is None or terms.weather is WeatherKind.CHAIN or whole_years(history):
        return terms, ()
    arguments = (("first", str(history.first)), ("last", str(history.last)))
    told = Diagnostic(
        code="planning.risk_no_whole_year", severity=Severity.WARNING, arguments=arguments
    )
    return replace(terms, weather=WeatherKind.CHAIN), (told,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    model: RiskModel
    tally: TallyRows
    plans: Sequence[Plan]
    terms: RiskTerms
    draws: int
    seed: int

    def answer(self, machines: Workers) -> RiskAnswer:
        """Turn what was counted into dates and shares."""
        ranks = _ranks(self.tally.ends[:, : len(self.plans)])
        alerts = np.sort(self.tally.alert_days)
        days_rank = _ranks(self.tally.alert_days[:, None])[:, 0]
        touched = self.terms.history is not None and len(self.model.stops.touched)
        return RiskAnswer(
            draws=self.draws,
            seed=self.seed,
            weather=self.terms.weather.value if touched else "none",
            ends=self._ends(),
            alerts=AlertRisk(
                p50_days=int(alerts[_at(self.draws, 50)]),
                p80_days=int(alerts[_at(self.draws, 80)]),
                correlations=[float(days_rank @ column) for column in ranks.T],
            ),
            activities=self._activities(self._correlations(ranks, machines)),
        )

    def _ends(self) -> list[EndRisk]:
        found = []
        own = [
            (plan, one) for plan in self.plans for one in plan.activities if one.must_by is not None
        ]
        for group, deadline in enumerate(self.model.deadline.tolist()):
            is_work = group < len(self.plans)
            plan, one = (self.plans[group], None) if is_work else own[group - len(self.plans)]
            days = np.sort(self.tally.ends[:, group])
            held = deadline < NEVER
            starts = np.sort(self.tally.starts[:, group]) if is_work else None
            start = UNSET if starts is None else int(starts[self.draws // 5])
            kind = EndKind.MUST_BY if one else EndKind.TARGET if held else EndKind.END
            found.append(
                EndRisk(
                    plan=plan.id,
                    kind=kind,
                    activity=None if one is None else one.id,
                    deadline=day_of(deadline - 1) if held else None,
                    chance=float((days <= deadline).mean()) if held else None,
                    p50=day_of(int(days[_at(self.draws, 50)]) - 1),
                    p80=day_of(int(days[_at(self.draws, 80)]) - 1),
                    p80_latest_start=day_of(start) if start < UNSET else None,
                )
            )
        return found

    def _correlations(self, ranks: Reals, machines: Workers) -> Reals:
        """Return, a place, how the luck of its duration goes with the rank of its work's end."""
        model = self.model
        chunks = (
            LuckChunk(
                luck=model.luck,
                work=model.work,
                seed=self.seed,
                first=first,
                ranks=ranks[first:end],
            )
            for first, end in _chunks(self.draws)
        )
        sums = np.zeros(model.count)
        for part in machines.run(luck_chunk, chunks):
            sums += part
        # Luck is even between -1/2 and 1/2: its length over the draws is known.
        correlations: Reals = np.clip(sums / np.sqrt(self.draws / 12), -1, 1)
        return correlations

    def _activities(self, correlations: Reals) -> list[ActivityRisk]:
        model, tally = self.model, self.tally
        critical = tally.critical / self.draws
        p50, p80 = (_counted(tally.finishes, tally.finish_from, self.draws, _at(self.draws, part)) for part in (50, 80))  # fmt: skip
        bound = (model.net.bound == 1) & (model.net.facts.state != FINISHED)
        latest: Ints | None = None
        if tally.late_starts.shape[1]:
            latest = _counted(tally.late_starts, tally.start_from, self.draws, self.draws // 5)
        rows = [(plan, one) for plan in self.plans for one in plan.activities]
        numbers = np.empty(model.count, dtype=np.int32)
        numbers[model.order] = np.arange(model.count, dtype=np.int32)
        found = []
        for (plan, one), at in zip(rows, numbers.tolist(), strict=True):
            correlation = float(correlations[at])
            found.append(
                ActivityRisk(
                    plan=plan.id,
                    id=one.id,
                    criticality=float(critical[at]),
                    correlation=correlation,
                    cruciality=float(critical[at]) * abs(correlation),
                    p50_last_day=day_of(int(p50[at]) - 1),
                    p80_last_day=day_of(int(p80[at]) - 1),
                    p80_latest_start=day_of(int(latest[at]))
                    if latest is not None and bound[at]
                    else None,
                )
            )
        return found


def _drawn(
    works: Sequence[RiskWork],
    terms: RiskTerms,
    latest: int,
    asked: tuple[int, int],
    machines: Workers,
) -> _Drawn | None:
    """Run all draws, on a wider window where one has left it; None where none is wide enough."""
    draws, seed = asked
    for widening in range(_WIDENINGS):
        model = risk_model(works, terms, latest=latest, years=widening**3)
        if len(model.days.year) > _MOST_DAYS:
            return None
        columns = draw_columns(model, seed)
        if columns is None:
            continue
        chunks = (
            DrawChunk(model=model, columns=columns, seed=seed, first=first, count=end - first)
            for first, end in _chunks(draws)
        )
        tally = added_up(machines.run(run_chunk, chunks))
        if tally is not None:
            plans = [one.plan for one in works]
            return _Drawn(
                model=model, tally=tally, plans=plans, terms=terms, draws=draws, seed=seed
            )
    return None


def _chunks(draws: int) -> Iterator[tuple[int, int]]:
    """Cut draws into chunks by their number alone, so that sums do not depend on the machines."""
    size = min(max(_LEAST_CHUNK, -(-draws // _CHUNKS)), _MOST_CHUNK)
    return ((first, min(first + size, draws)) for first in range(0, draws, size))


def _at(draws: int, percent: int) -> int:
    """Return the place, counted from 0, by which that share of sorted draws is reached."""
    return -(-draws * percent // 100) - 1


def _counted(counts: Counts, first: Ints, draws: int, place: int) -> Ints:
    """Return, a row, the day that stands at a place of its sorted draws."""
    reached = np.cumsum(counts, axis=1, dtype=np.int32)
    assert draws > place
    found: Ints = first + np.argmax(reached > place, axis=1).astype(np.int32)
    return found


def _ranks(columns: Ints) -> Reals:
    """Return mean ranks of each column, centred and of length one (zeros where all are equal)."""
    found = np.zeros(columns.shape)
    for number, column in enumerate(columns.T):
        _, which, times = np.unique(column, return_inverse=True, return_counts=True)
        centred = (np.cumsum(times) - (times + 1) / 2)[which.reshape(-1)]
        centred = centred - centred.mean()
        length = float(np.sqrt(centred @ centred))
        found[:, number] = centred / length if length else 0.0
    return found
