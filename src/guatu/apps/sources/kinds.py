"""The kinds of entries that changes of sources write, with the code of their words."""

KINDS = {
    "source.received": "sources.entry_source_received",
    "source.read": "sources.entry_source_read",
    "source.discarded": "sources.entry_source_discarded",
    "source.withdrawn": "sources.entry_source_withdrawn",
    "source.advised": "sources.entry_source_advised",
    "proposal.edited": "sources.entry_proposal_edited",
    "proposal.split": "sources.entry_proposal_split",
    "proposal.merged": "sources.entry_proposal_merged",
    "proposal.dropped": "sources.entry_proposal_dropped",
    "proposal.reopened": "sources.entry_proposal_reopened",
    "record.kept": "sources.entry_record_kept",
    "record.released": "sources.entry_record_released",
}
