"""The job that reads a source: a long text, or any kind of file that is no plain text."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.kernel.acting import Acting
from guatu.entry.incoming_files import read_received


def read_source(acting: Acting, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read the source that ``source_id`` names, in the ``version`` that was asked about."""
    year = arguments.get("year")
    source_id = int(arguments["source_id"])
    count = read_received(
        acting,
        source_id=source_id,
        version=int(arguments["version"]),
        year=int(year) if year is not None else None,
    )
    return {"source_id": source_id, "count": count}
