"""Rows of sources: what was received, the proposals read from it, the records kept of it."""

from guatu.apps.sources.models.proposal import Proposal
from guatu.apps.sources.models.record import Record
from guatu.apps.sources.models.source import Source

__all__ = ["Proposal", "Record", "Source"]
