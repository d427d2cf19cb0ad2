"""What tells of headlines and openings on a page of whole paragraphs, where no sentence breaks off."""

from collections.abc import Mapping

CALM_HEADING = (
    "calm_ended",
    "calm_broken",
    "calm_comma",
    "calm_tiny",
    "calm_item",
    "calm_byline",
)
CALM_OPENING = (
    "calm_heading",
    "calm_plain",
    "calm_heading_ended",
    "calm_heading_byline",
    "calm_after_byline",
)

Known = Mapping[str, float | bool]


def calm_heading(known: Known, calm: float) -> dict[str, float | bool]:
    """Return the features of a short line: where nothing breaks off it is no piece of a sentence."""
    ended = calm * known["after_finished"]
    return {
        "calm_ended": ended,
        "calm_broken": calm - ended,
        "calm_comma": ended * known["comma"],
        "calm_tiny": ended * known["tiny"],
        "calm_item": ended * known["item"],
        "calm_byline": ended * known["after_byline"],
    }


def calm_opening(known: Known, calm: float) -> dict[str, float | bool]:
    """Return the features of a line that may open an article: below a headline there it does."""
    heads = known["after_heading"]
    return {
        "calm_heading": calm * heads,
        "calm_plain": calm * (not heads),
        "calm_heading_ended": calm * known["heading_after_end"],
        "calm_heading_byline": calm * known["heading_after_byline"],
        "calm_after_byline": calm * known["after_byline"] * (not heads),
    }
