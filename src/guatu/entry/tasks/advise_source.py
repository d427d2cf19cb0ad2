"""The job that puts doubtful directives to the local model, for the person who asked for it."""

from collections.abc import Mapping
from typing import Any

from guatu.apps.journal.refusal import Refused
from guatu.apps.sources.actions import advise_source as advise
from guatu.domain.kernel.acting import Acting
from guatu.entry.advice_tools import advisor


def advise_source(acting: Acting, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Ask about the source that ``source_id`` names, in the ``version`` that was asked about."""
    ask = advisor()
    if ask is None:
        raise Refused("sources.no_model")
    source = advise(
        acting=acting,
        source_id=int(arguments["source_id"]),
        expected_version=int(arguments["version"]),
        advisor=ask,
    )
    return {"source_id": source.pk}
