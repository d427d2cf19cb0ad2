"""Who leads the event of an article: the visitor, or who speaks for a meeting; a choice that is learned.

See ``docs/decisions/0023-who-leads-is-a-learned-choice.md``.
"""

import re
from collections.abc import Sequence

from guatu.domain.reading.lead_signs import possible_leads
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention
from guatu.domain.reading.values import RecordKind
from guatu.domain.reading.weighing import LEAD, weighing

_ASKS = "[^，。；：“”]{0,10}(?:要求|强调|指出)[，：]"
_SPEAKS = "[^，。；：“”]{0,16}(?:要求|强调|指出|讲话|讲了意见)"


def chairs_and_asks(names: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return who opened the meeting and alone demanded there, though his post may stand in no line of it."""
    chairing = [one for one in names if any(one + "主持召开" in text for text in texts)]
    if len(chairing) != 1:
        return None
    chair = chairing[0]
    if not any(re.search(re.escape(chair) + _ASKS, text) for text in texts):
        return None
    others = [re.escape(one) for one in names if one != chair]
    speaking = re.compile(f"(?:{'|'.join(others)}){_SPEAKS}") if others else None
    if speaking is not None and any(speaking.search(text) for text in texts):
        return None
    return chair


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
    chair = chairs_and_asks(tuple(dict.fromkeys(one.name for one in mentions)), texts)
    if chair is not None:
        return chair
    choice = possible_leads(mentions, texts, kind, headline)
    return max(choice, key=lambda one: weights.odds(one.signs)).name
