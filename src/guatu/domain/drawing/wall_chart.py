"""The chart of the wall: the head with months and stop-work marks, and the time part of each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guatu.domain.drawing import palette
from guatu.domain.drawing.bar_frame import BarFrame
from guatu.domain.drawing.bars import draw_bars
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.metrics import text_width
from guatu.domain.drawing.shapes import Anchor, Box, Path, Rect, Shape, upright
from guatu.domain.drawing.time_axis import TimeAxis, in_county
from guatu.domain.drawing.wall_measure import WallMeasure
from guatu.domain.drawing.wall_values import WallRow, WallStop
from guatu.domain.kernel.messages import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFrame:
    """What every row of a chart shares: axis, today, sizes and words; ``step`` months to a grid line.

    ``grid_in_rows`` is false where grid and today are drawn once for all rows. The year is
    said every ``year_step`` months; ``weeks`` adds a line for every Monday.
    """

    axis: TimeAxis
    today: date
    measure: WallMeasure
    messages: Messages
    step: int = 1
    grid_in_rows: bool = True
    year_step: int = 12
    weeks: bool = False

    @property
    def bars(self) -> BarFrame:
        """What the bars need of it."""
        return BarFrame(
            axis=self.axis, today=self.today, measure=self.measure.bars, messages=self.messages
        )


def _year_cells(frame: ChartFrame, box: Box) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for cell in frame.axis.months(frame.year_step):
        place = Box(x=cell.left, y=box.y, width=cell.right - cell.left, height=box.height)
        words = frame.messages.words("drawing.year", {"year": cell.first.year})
        shapes.extend(
            line_in(
                place.inset(frame.measure.pad),
                words,
                frame.measure.head_letter,
                anchor=Anchor.MIDDLE,
                fill=palette.PAPER,
                strong=True,
            )
        )
        if cell.first.month == 1 or cell.first == frame.axis.first:
            hair = frame.measure.hair * 2
            shapes.append(upright(place.x, box.y, box.bottom, palette.PAPER, hair))
    return tuple(shapes)


def _month_cells(frame: ChartFrame, box: Box) -> tuple[Shape, ...]:
    measure = frame.measure
    shapes: list[Shape] = [Rect(box=box, fill=palette.HEAD_SOFT)]
    for cell in frame.axis.months(frame.step):
        place = Box(x=cell.left, y=box.y, width=cell.right - cell.left, height=box.height)
        number = (cell.first.month + 2) // 3 if frame.step == 3 else cell.first.month
        words = _cell_words(frame, number)
        if text_width(words, measure.head_letter) > place.width - measure.hair * 2:
            words = str(number)
        if text_width(words, measure.head_letter) <= place.width:
            shapes.extend(line_in(place, words, measure.head_letter, anchor=Anchor.MIDDLE))
        shapes.append(upright(place.x, box.y, box.bottom, palette.PAPER, measure.hair * 2))
    return tuple(shapes)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _cell_words(frame: ChartFrame, number: int) -> str:
    if frame.step == 3:
        return frame.messages.words("drawing.quarter", {"number": number})
    return frame.messages.words(f"drawing.month.{_MONTHS[number - 1]}", {})


def _marks(frame: ChartFrame, box: Box, stops: Sequence[WallStop]) -> tuple[Shape, ...]:
    """Today's date and the numbers of stop-work windows, moved apart so that none covers another."""
    measure, axis = frame.measure, frame.axis
    shapes: list[Shape] = [Rect(box=box, fill=palette.FAINT)]
    wanted: list[tuple[int, float, str, str]] = []
    if axis.first <= frame.today < axis.end:
        words = frame.messages.words(
            "drawing.today", {"month": frame.today.month, "day": frame.today.day}
        )
        wanted.append((0, axis.x(frame.today), words, palette.TODAY))
    for place, stop in enumerate(stops, start=1):
        if axis.shows(in_county(stop.start).date(), in_county(stop.end).date()):
            middle = (axis.x_of_moment(stop.start) + axis.x_of_moment(stop.end)) / 2
            words = frame.messages.words("drawing.stop_mark", {"number": place})
            wanted.append((1, middle, words, palette.GHOST))
    taken: list[Box] = []
    for _, x, words, fill in sorted(wanted):
        width = text_width(words, measure.letter) + measure.pad
        cell = _free_cell(
            x, width, taken, Box(x=axis.left, y=box.y, width=axis.width, height=box.height)
        )
        if cell is not None:
            taken.append(cell)
            shapes.extend(
                line_in(cell, words, measure.letter, anchor=Anchor.MIDDLE, fill=fill, strong=True)
            )
    for monday in _mondays(frame):
        cell = Box(x=axis.x(monday), y=box.y, width=axis.per_day * 7, height=box.height)
        if cell.right <= axis.right and not any(cell.meets(other) for other in taken):
            words = f"{monday.month}-{monday.day:02d}"
            shapes.extend(line_in(cell.inset(2), words, measure.letter, fill=palette.MUTED))
    return tuple(shapes)


def _mondays(frame: ChartFrame) -> Iterator[date]:
    """The Mondays of the axis where weeks are shown."""
    axis = frame.axis
    day = axis.first + timedelta(days=-axis.first.weekday() % 7)
    while frame.weeks and day < axis.end:
        yield day
        day += timedelta(days=7)


def _free_cell(x: float, width: float, taken: Sequence[Box], band: Box) -> Box | None:
    """The cell nearest to x that no other covers: centered there, or beside a taken one."""
    starts = [x - width / 2, *(one.right for one in taken), *(one.x - width for one in taken)]
    for left in sorted(starts, key=lambda start: abs(start + width / 2 - x)):
        held = min(max(left, band.x), band.right - width)
        cell = Box(x=held, y=band.y, width=width, height=band.height)
        if width <= band.width and not any(cell.meets(other) for other in taken):
            return cell
    return None


def chart_head(frame: ChartFrame, top: float, stops: Sequence[WallStop]) -> tuple[Shape, ...]:
    """Return the head of the chart: years, months, and the marks of today and of stops."""
    axis = frame.axis
    height = frame.measure.head_height
    years = Box(x=axis.left, y=top, width=axis.width, height=height * 0.34)
    months = Box(x=axis.left, y=years.bottom, width=axis.width, height=height * 0.33)
    marks = Box(x=axis.left, y=months.bottom, width=axis.width, height=height * 0.33)
    return (
        Rect(box=years, fill=palette.HEAD),
        *_year_cells(frame, years),
        *_month_cells(frame, months),
        *_marks(frame, marks, stops),
    )


def chart_grid(frame: ChartFrame, height: float) -> tuple[Shape, ...]:
    """Return the thin lines of months within a row; the row's top is y = 0."""
    hair = frame.measure.hair
    weeks = (
        upright(frame.axis.x(day), 0, height, palette.RULE, hair * 0.4) for day in _mondays(frame)
    )
    return (*weeks, *_month_lines(frame, height))


def _month_lines(frame: ChartFrame, height: float) -> tuple[Shape, ...]:
    return tuple(
        upright(
            cell.left,
            0,
            height,
            palette.RULE,
            frame.measure.hair * (1.6 if cell.first.month == 1 else 0.7),
        )
        for cell in frame.axis.months(frame.step)
    )


def stop_shades(frame: ChartFrame, stops: Sequence[WallStop], height: float) -> tuple[Shape, ...]:
    """Return the hatched windows in which the work must stand still."""
    shapes: list[Shape] = []
    for stop in stops:
        if frame.axis.shows(in_county(stop.start).date(), in_county(stop.end).date()):
            left, right = frame.axis.x_of_moment(stop.start), frame.axis.x_of_moment(stop.end)
            box = Box(x=left, y=0, width=max(right - left, frame.measure.hair), height=height)
            shapes.append(Rect(box=box, fill=palette.STOP_SOFT, hatched=True))
    return tuple(shapes)


def _target_flag(frame: ChartFrame, row: WallRow, height: float) -> tuple[Shape, ...]:
    """The flag at the end of the day by which the work must be done."""
    if row.target is None or not frame.axis.shows(row.target, row.target):
        return ()
    size = min(frame.measure.letter * 0.7, height * 0.3)
    x = frame.axis.x(row.target + timedelta(days=1))
    side = -1 if x + size > frame.axis.right else 1
    flag = ((x, 0.0), (x + side * size, size * 0.42), (x, size * 0.84))
    return (
        upright(x, 0, height, palette.TARGET, frame.measure.hair * 2.4),
        Path(points=flag, fill=palette.TARGET),
    )


def today_line(frame: ChartFrame, height: float) -> tuple[Shape, ...]:
    """Return the line of today; the row's top is y = 0."""
    if not frame.axis.first <= frame.today < frame.axis.end:
        return ()
    x = frame.axis.x(frame.today)
    return (upright(x, 0, height, palette.TODAY, frame.measure.hair * 2.6),)


def chart_row(frame: ChartFrame, row: WallRow, height: float) -> tuple[Shape, ...]:
    """Return the time part of a row; the row's top is y = 0."""
    axis = frame.axis
    gap = min(height * 0.05, frame.measure.letter * 0.3)
    box = Box(x=axis.left, y=gap, width=axis.width, height=height - 2 * gap)
    return (
        *stop_shades(frame, row.stops, height),
        *(chart_grid(frame, height) if frame.grid_in_rows else ()),
        *draw_bars(row, box, frame.bars),
        *_target_flag(frame, row, height),
        *(today_line(frame, height) if frame.grid_in_rows else ()),
    )
