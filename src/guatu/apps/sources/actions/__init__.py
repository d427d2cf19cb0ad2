"""Every change of sources and proposals; each is one verb and one entry of the journal."""

from guatu.apps.sources.actions.advising import advise_source, ask_advice
from guatu.apps.sources.actions.deciding import (
    drop_proposal,
    edit_proposal,
    reopen_proposal,
    source_when_decided,
)
from guatu.apps.sources.actions.dividing import merge_proposals, split_proposal
from guatu.apps.sources.actions.receiving import (
    ask_reading,
    discard_secret,
    read_source,
    receive_source,
)
from guatu.apps.sources.actions.recording import keep_record, release_record
from guatu.apps.sources.actions.withdrawing import withdraw_source

__all__ = [
    "advise_source",
    "ask_advice",
    "ask_reading",
    "discard_secret",
    "drop_proposal",
    "edit_proposal",
    "keep_record",
    "merge_proposals",
    "read_source",
    "receive_source",
    "release_record",
    "reopen_proposal",
    "source_when_decided",
    "split_proposal",
    "withdraw_source",
]
