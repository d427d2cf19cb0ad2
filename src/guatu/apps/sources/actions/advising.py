"""Asking a local language model about the doubtful directives of a source."""

from django.db import transaction

from guatu.apps.journal.actions import ask_for, expect_version, write
from guatu.apps.journal.models import Job
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.sources.actions.receiving import load_source
from guatu.apps.sources.models import Source
from guatu.apps.sources.rules import may_work_at_desk
from guatu.apps.sources.values import Advisor
from guatu.domain.kernel.acting import Acting


def ask_advice(*, acting: Acting, source_id: int) -> Job:
    """Ask the job process to put the doubtful directives of a read source to the local model."""
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        source = load_source(acting, source_id)
        return ask_for(acting, "source.advise", {"source_id": source.pk, "version": source.version})


def advise_source(
    *, acting: Acting, source_id: int, expected_version: int, advisor: Advisor
) -> Source:
    """Keep a model's advice beside the reading; proposals stay as they are.

    The model is asked before the rows are locked, since it may take minutes. Asking again
    replaces the advice. Raises Absent, StaleVersion, and Refused for a source that is not
    read yet.
    """
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        seen = load_source(acting, source_id)
        expect_version(seen, expected_version)
    if seen.reading is None:
        raise Refused("sources.not_read", name=seen.words)
    advice, left = advisor(seen.reading)
    with transaction.atomic():
        source = load_source(acting, source_id)
        expect_version(source, expected_version)
        source.reading = {
            **(source.reading or {}),
            "advice": list(advice),
            "advice_left": list(left),
        }
        write(
            acting,
            "source.advised",
            changed=[source],
            arguments={"name": source.name, "count": len(advice)},
        )
    return source
