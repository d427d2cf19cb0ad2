"""Template tags of levelling: what a run reached, and why its job failed."""

from django import template

from guatu.apps.journal.jobs import JobFacts
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.pages.levelling_shown import status_words

register = template.Library()


@register.simple_tag
def levelling_status(status: str) -> str:
    """Return the words of what a run reached."""
    return status_words(status)


@register.simple_tag
def word_of_failure(job: JobFacts) -> str:
    """Return the sentence of a failed job."""
    return messages().words(job.failure, dict(job.result))
