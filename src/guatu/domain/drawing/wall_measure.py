"""How wide the columns of the wall are and how big its letters, on paper and on a screen."""

from dataclasses import dataclass, replace

from guatu.domain.drawing.bar_frame import BarMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Widths of the table's columns; the chart takes what they leave."""

    number: float
    light: float
    code: float
    name: float
    people: float
    total: float
    annual: float
    done: float
    lane: float
    problem: float
    node: float
    forecast: float

    @property
    def before_chart(self) -> float:
        """The width of all columns to the left of the chart."""
        money = self.total + self.annual + self.done
        return (
            self.number + self.light + self.code + self.name + self.people + money + 4 * self.lane
        )

    @property
    def names(self) -> "Columns":
        """Only what names a work: it stays in view on every screen."""
        facts = ("people", "total", "annual", "done", "lane", "problem", "node", "forecast")
        return replace(self, **dict.fromkeys(facts, 0.0))

    @property
    def facts(self) -> "Columns":
        """Who answers, money and permits: what stands between the names and the chart."""
        return replace(self, **dict.fromkeys(("number", "light", "code", "name"), 0.0))

    @property
    def after_chart(self) -> float:
        """The width of all columns to the right of the chart."""
        return self.problem + self.node + self.forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class WallMeasure:
    """Sizes in the drawing's unit: letters, rows, lines and columns."""

    columns: Columns
    letter: float
    name_letter: float
    head_letter: float
    row_least: float
    row_most: float
    group_height: float
    head_height: float
    hair: float

    def cell_letter(self, row_height: float) -> float:
        """The letters of a row's words: bigger where rows are high."""
        return self.letter * (1.16 if row_height >= self.letter * 6 else 1.0)

    def name_size(self, row_height: float) -> float:
        """The letters of a work's name: bigger where rows are high."""
        return self.name_letter * (1.3 if row_height >= self.letter * 6 else 1.0)

    @property
    def bars(self) -> BarMeasure:
        """The sizes of bars."""
        return BarMeasure(size=self.letter, hair=self.hair)

    @property
    def pad(self) -> float:
        """The space between a cell's edge and its words."""
        return self.letter * 0.28


# Paper: readable from 3 m, so letters are at least 5 mm and rows at least 12 mm on A0 (domain B9).
PAPER_MEASURE = WallMeasure(
    columns=Columns(
        number=12,
        light=15,
        code=33,
        name=104,
        people=58,
        total=25,
        annual=25,
        done=25,
        lane=20,
        problem=78,
        node=56,
        forecast=38,
    ),
    letter=5.0,
    name_letter=5.4,
    head_letter=5.0,
    row_least=12.0,
    row_most=66.0,
    group_height=9.5,
    head_height=25.0,
    hair=0.25,
)

# Screen: pixels at arm's length.
SCREEN_MEASURE = WallMeasure(
    columns=Columns(
        number=30,
        light=40,
        code=0,
        name=168,
        people=122,
        total=58,
        annual=58,
        done=58,
        lane=40,
        problem=190,
        node=140,
        forecast=96,
    ),
    letter=12.0,
    name_letter=13.5,
    head_letter=12.0,
    row_least=46.0,
    row_most=46.0,
    group_height=26.0,
    head_height=60.0,
    hair=0.7,
)
