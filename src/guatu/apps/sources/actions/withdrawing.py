"""Taking a document away again that came in by mistake or cannot be read."""

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.files import forget_bytes
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.sources.actions.receiving import load_source, rests_in_another
from guatu.apps.sources.rules import may_work_at_desk
from guatu.domain.kernel.acting import Acting


def withdraw_source(*, acting: Acting, source_id: int, expected_version: int) -> None:
    """Take a source away with its proposals and its bytes, while nothing rests on it.

    Its name and hash stay in the journal; taking the same file in anew undoes it. Raises
    Absent, StaleVersion, and Refused once a proposal was decided, a record kept or a matter
    stated from it: what was done on the strength of a page keeps its page.
    """
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        source = load_source(acting, source_id)
        expect_version(source, expected_version)
        proposals = list(source.proposals.select_for_update())
        used = any(one.version > 1 for one in proposals)
        if used or source.records.exists() or source.matters.exists():
            raise Refused("sources.in_use", name=source.words)
        sha256 = source.sha256
        proposals.sort(key=rests_in_another, reverse=True)
        arguments = {"name": source.name}
        write(
            acting,
            "source.withdrawn",
            changed=[],
            removed=[*proposals, source],
            arguments=arguments,
        )
        transaction.on_commit(lambda: forget_bytes(sha256))
