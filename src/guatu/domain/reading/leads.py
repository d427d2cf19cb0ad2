"""Who leads the event of an article: the visitor, or who speaks for a meeting; a choice that is learned.

See ``docs/decisions/0023-who-leads-is-a-learned-choice.md``.
"""

from collections.abc import Sequence

from guatu.domain.reading.lead_signs import possible_leads
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention
from guatu.domain.reading.values import RecordKind
from guatu.domain.reading.weighing import LEAD, weighing


def lead_of(
    mentions: Sequence[Mention],
    texts: Sequence[str],
    kind: RecordKind,
    headline: str,
    lexicon: Lexicon,
) -> str | None:
    """Return the name of who leads, None where nobody does; of equals the first named.

    Without the model nobody is said to lead.
    """
    weights = weighing(lexicon, LEAD)
    if weights is None:
        return None
    choice = possible_leads(mentions, texts, kind, headline)
    return max(choice, key=lambda one: weights.odds(one.signs)).name
