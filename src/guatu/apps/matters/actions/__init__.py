"""Every change of matters; each is one verb and one entry of the journal."""

from guatu.apps.matters.actions.drafting import (
    add_matter,
    confirm_proposal,
    confirm_proposals,
    drop_matter,
    load_drafts,
    revise_matter,
)
from guatu.apps.matters.actions.evidencing import attach_evidence
from guatu.apps.matters.actions.extending import ask_extension, decide_extension
from guatu.apps.matters.actions.issuing import (
    issue_matter,
    object_to_matter,
    register_matter,
    send_back_matter,
    sign_matter,
    start_matter,
)
from guatu.apps.matters.actions.judging import (
    close_matter,
    complete_matter,
    order_anew,
    reopen_matter,
    resume_matter,
    return_for_rework,
    suspend_matter,
    verify_matter,
)
from guatu.apps.matters.actions.reporting import inform_matter, report_matter, report_part

__all__ = [
    "add_matter",
    "ask_extension",
    "attach_evidence",
    "close_matter",
    "complete_matter",
    "confirm_proposal",
    "confirm_proposals",
    "decide_extension",
    "drop_matter",
    "inform_matter",
    "issue_matter",
    "load_drafts",
    "object_to_matter",
    "order_anew",
    "register_matter",
    "reopen_matter",
    "report_matter",
    "report_part",
    "resume_matter",
    "return_for_rework",
    "revise_matter",
    "send_back_matter",
    "sign_matter",
    "start_matter",
    "suspend_matter",
    "verify_matter",
]
