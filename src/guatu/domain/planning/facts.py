"""Doubts about the progress that a plan states."""

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.planning.plan import Plan


def doubtful_facts(plan: Plan) -> tuple[Diagnostic, ...]:
    """Warn of a percentage without a start, and of facts later than the data date."""
    told = []
    for one in plan.activities:
        arguments: tuple[tuple[str, str | int | float], ...] = (("activity", one.id),)
        if one.percent and one.actual_start is None and one.actual_finish is None:
            told.append(_doubt("planning.progress_without_start", arguments))
        facts = [day for day in (one.actual_start, one.actual_finish) if day is not None]
        if plan.data_date is not None and facts and max(facts) > plan.data_date:
            dates = (("day", str(max(facts))), ("data_date", str(plan.data_date)))
            told.append(_doubt("planning.fact_after_data_date", (*arguments, *dates)))
    return tuple(told)


def _doubt(code: str, arguments: tuple[tuple[str, str | int | float], ...]) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, arguments=arguments)
