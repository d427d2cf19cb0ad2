"""What bars need to know before they are drawn: sizes, the axis, today, words."""

from dataclasses import dataclass
from datetime import date

from guatu.domain.drawing.time_axis import TimeAxis
from guatu.domain.kernel.messages import Messages

# The part of a track that planned time takes; what really ran stands below it.
PLANNED_PART = 0.76
# The part of a track that a bar uses; the rest keeps bars apart.
USED_PART = 0.94


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMeasure:
    """Sizes of bars in the drawing's unit: the letter size and the finest line."""

    size: float
    hair: float

    @property
    def named_track(self) -> float:
        """The lowest track that has room for a name."""
        return self.size * 1.02 / (PLANNED_PART * USED_PART)

    @property
    def thin_track(self) -> float:
        """The lowest track that can still be seen."""
        return self.size * 0.26


@dataclass(frozen=True, slots=True, kw_only=True)
class BarFrame:
    """What all bars of a chart share: the axis, today, sizes and words."""

    axis: TimeAxis
    today: date
    measure: BarMeasure
    messages: Messages
