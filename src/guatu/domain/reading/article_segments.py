"""What an article of a page may be: where it opens and ends, its headline, and its features."""

from typing import NamedTuple

from guatu.domain.reading.headline_forms import FORM_FEATURES
from guatu.domain.reading.opening_signs import OPENING_FEATURES

HEADLINE_PLACES = ("top", "end", "inner", "none")
TELLING = ("body", "lead", "ahead", "weakest", "evidence", "outside", "strayest")
SEGMENT_FEATURES = (
    *(f"opens_{name}" for name in OPENING_FEATURES),
    "opens_odds",
    "opens_straddled",
    "opens_unlike_lead",
    "opens_unlike_day",
    *HEADLINE_PLACES,
    *(f"{place}_{name}" for place in HEADLINE_PLACES[:3] for name in TELLING),
    *FORM_FEATURES,
    "unclaimed",
    "unclaimed_odds",
    "unclaimed_sure",
    "unclaimed_lonely",
    "byline_inside",
    "tiny",
    "shorter",
    "longer",
    "long",
    "open_end",
)
Sparse = dict[int, float]
AT = {name: number for number, name in enumerate(SEGMENT_FEATURES)}
TELLING_AT = {
    place: tuple(AT[f"{place}_{name}"] for name in TELLING) for place in HEADLINE_PLACES[:3]
}


class Node(NamedTuple):
    """A place where an article opens (or the page ends), and how the run above is parted.

    ``top`` lines of the run, its last ones, are the headline of the article that opens here,
    ``end`` lines, its first ones, that of the article above.
    """

    place: int
    top: int
    end: int


# Made for every two places of a page with every headline between them.
class Segment(NamedTuple):
    """An article between two nodes with the lines of its headline, and its features.

    ``parts`` are the features in pieces that many segments share, so that each is weighed once.
    """

    start: int
    stop: int
    headline: tuple[int, ...]
    parts: tuple[Sparse, ...]

    @property
    def features(self) -> Sparse:
        """All features, by their numbers in ``SEGMENT_FEATURES``."""
        found: Sparse = {}
        for one in self.parts:
            found |= one
        return found
