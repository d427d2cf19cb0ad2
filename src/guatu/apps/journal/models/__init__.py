"""Rows of the journal: entries of the hash chain, its head, and jobs to be done."""

from guatu.apps.journal.models.entry import ChainHead, Entry, EntrySubject
from guatu.apps.journal.models.job import Job
from guatu.apps.journal.models.recorded import Recorded, RegionRecorded

__all__ = ["ChainHead", "Entry", "EntrySubject", "Job", "Recorded", "RegionRecorded"]
