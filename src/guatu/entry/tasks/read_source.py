"""The job that reads a long source, for the person who asked for it."""

from collections.abc import Mapping
from typing import Any

from guatu.apps.sources.actions import read_source as read
from guatu.domain.kernel.acting import Acting
from guatu.entry.desk_tools import reader


def read_source(acting: Acting, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read the source that ``source_id`` names, in the ``version`` that was asked about."""
    source = read(
        acting=acting,
        source_id=int(arguments["source_id"]),
        expected_version=int(arguments["version"]),
        reader=reader,
    )
    return {"source_id": source.pk}
