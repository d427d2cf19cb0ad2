"""Rows of sources: what was received, and the proposals read from it."""

from guatu.apps.sources.models.proposal import Proposal
from guatu.apps.sources.models.source import Source

__all__ = ["Proposal", "Source"]
