"""Labels behind the tasks of a paper (责任单位：, 完成时限：): whom they charge, with which of the tasks before or below."""

from collections.abc import Sequence

from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import Demand, PlacedUnit, Source
from guatu.domain.reading.directives.labelled_points import point_above, points_before_bracket
from guatu.domain.reading.directives.labels import (
    ENDS_BRACKET,
    Label,
    Labels,
    bare_end,
    duties_behind,
    lead_within,
)
from guatu.domain.reading.directives.openings import Openings
from guatu.domain.reading.directives.paper_parts import PaperParts, level_of, measures_from
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named, kind_of
from guatu.domain.reading.values import AddresseeKind


def _tells_others(task: Demand) -> bool:
    """Tell whether a task says by itself who must do it; 每镇至少建1处 says but how often."""
    told = task.source is Source.EXPLICIT
    return told and not all(one.text.startswith("每") for one in task.units)


def _place(one: Demand) -> tuple[int, int]:
    return one.paragraph, one.start


class LabelOpenings(Openings):
    """Reads labels into the tasks they stand behind, or keeps them for those below.

    ``_part`` is the level of the heading whose labels charge all below it, and whom they charge.
    """

    __slots__ = (
        "_by_label",
        "_kept",
        "_labelled",
        "_labels",
        "_part",
        "_parts",
        "_persons",
        "_task_at",
        "_texts",
    )

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._labels: Labels | None = None
        self._parts = PaperParts()
        self._kept: tuple[list[PlacedUnit], PlacedUnit | None] = ([], None)
        self._task_at = 0
        self._part: tuple[int | None, PlacedUnit | None] = (None, None)
        self._texts: Sequence[str] = ()
        self._labelled = False
        self._by_label: set[tuple[int, int]] = set()
        self._persons = voices.names

    def _may_charge(self, text: str) -> bool:
        """Tell whether a bracket may say who is charged: at the end of a paragraph, in a paper anywhere in it."""
        if self._scope.lasting:
            return any(sign in text for sign in ENDS_BRACKET)
        return text.rstrip("。")[-1:] in ENDS_BRACKET

    def _before_labels(self, clause: Clause) -> Clause | None:
        """Return the clause, or what of it stands before the labels, which are read at their place."""
        labels = self._labels
        if labels is None or clause.end <= labels.start:
            return clause
        front = self._plain[clause.start : labels.start].rstrip("，；：。")
        if clause.start < labels.start and front:
            end = clause.start + len(front)
            return clause._replace(end=end, words=front, mark="。")
        self._labels = None
        if labels.sentence and not self._task_stands(labels):
            return clause
        self._passed = labels.end
        self._take_labels(labels)
        # （农机股）各村要…: what stands behind the bracket begins a sentence.
        rest = self._plain[labels.end : clause.end]
        return clause._replace(start=labels.end, words=rest) if rest.strip("。；，") else None

    def _end_labels(self) -> None:
        """Read the labels that end a paragraph where no clause holds them: （种植业股）."""
        labels, self._labels = self._labels, None
        if labels is not None and self._scope.lasting and not labels.sentence:
            self._take_labels(labels)

    def _charge_behind(self) -> None:
        """Take a last sentence that but charges with the point before it for labels: 由甲牵头，10月底前完成."""
        if self._labels is None and self._scope.lasting and "。" in self._plain[:-1]:
            self._labels = duties_behind(self._plain)

    def _task_stands(self, labels: Labels) -> bool:
        """Tell whether a task that charges nobody stands before labels in their paragraph."""
        self._close()
        if not self._found or self._found[-1].paragraph != self._paragraph:
            return bool(self._tasks_before(labels))
        return self._found[-1].source is not Source.EXPLICIT

    def _take_labels(self, labels: Labels) -> None:
        """Read 责任单位：X and 完成时限：Y into the demand before them, or keep X for those to come."""
        self._close()
        reach = self._task_at if labels.start == 0 else self._paragraph
        near = self._found and self._found[-1].paragraph >= reach
        units, lead = self._who_of(labels)
        told = bool(units) and any(one.kind in ("lead", "act", "person") for one in labels.each)
        until = next(
            (
                (self._paragraph, one.start, one.end)
                for one in reversed(labels.each)
                if one.kind == "limit"
            ),
            None,
        )
        if near and labels.start == 0 and told and _tells_others(self._found[-1]):
            # 批示：…，住建部门要…。 / 承办单位：县住建局: the line charges those below it.
            near = False
        tasks = self._tasks_before(labels) if labels.start or not near else []
        if tasks:
            self._found = sorted([*self._found, *tasks], key=_place)
            near = True
        if not near:
            if told and labels.start == 0:
                self._scope.charge_below(units[0])
                self._part = level_of(self._texts[self._task_at]), units[0]
            elif told:
                # 1.城北快速路。责任单位：甲。…: for what its own paragraph asks.
                self._scope.unit = units[0]
                self._kept = units, lead
            return
        self._charge(labels, units, lead, until, told=told)
        self._labelled = True

    def _tasks_before(self, labels: Labels) -> list[Demand]:
        """Return what a numbered point of a paper says before who is charged, though nothing in it demands.

        财政收入增长5%。（县财政局牵头）; 1.开展违建整治。 with 责任单位：县城管局 on the line below.
        """
        scope = self._scope
        if not scope.lasting or self._parts.facts:
            return []
        place, above = self._paragraph, None
        if not labels.start:
            place = self._task_at
            above = point_above(self._texts, place, self._paragraph)
        points = points_before_bracket(self._plain, labels) if labels.start else [above]
        return [
            Demand(
                paragraph=place,
                start=one[0],
                end=one[1],
                speaker=scope.issuer,
                verb=scope.verb,
                units=(),
                source=Source.NOBODY,
                bare=True,
                rule="bare",
                numbered=True,
            )
            for one in points
            if one is not None and not self._is_found(place, *one)
        ]

    def _is_found(self, paragraph: int, start: int, end: int) -> bool:
        """Tell whether a demand that was found lies in a stretch of words."""
        return any(
            one.paragraph == paragraph and one.start < end and start < one.end
            for one in self._found
        )

    def _who_of(self, labels: Labels) -> tuple[list[PlacedUnit], PlacedUnit | None]:
        """Return all whom labels name, and who of them leads."""
        units: list[PlacedUnit] = []
        lead: PlacedUnit | None = None
        for one in labels.each:
            if one.kind == "person":
                units += self._persons_in(one)
                lead = lead or next(iter(units), None)
            if one.kind not in ("lead", "act", "help"):
                continue
            named, leads = self._named_by(self._plain[one.start : one.end], one)
            units += named
            if lead is None and one.kind != "help":
                alone = len(named) == 1 and "、" not in named[0].text
                lead = leads or (named[0] if one.kind == "lead" or alone else None)
        return units, lead

    def _keep_labels(self) -> None:
        """Keep whom labels name behind what is wrong, for the measures set down below it."""
        if self._labels is not None and self._scope.lasting:
            self._kept = self._who_of(self._labels)

    def _charge_kept(self, first: int) -> None:
        """Charge what a paragraph of measures asks with whom the labels named behind what is wrong."""
        self._end_labels()
        (units, lead), measures = self._kept, measures_from(self._plain)
        if not units or not measures:
            return
        for place in range(first, len(self._found)):
            one = self._found[place]
            if one.start >= measures and one.source is not Source.EXPLICIT:
                self._found[place] = one._replace(
                    units=tuple(units), lead=lead, source=Source.EXPLICIT
                )

    def _charge(
        self,
        labels: Labels,
        units: Sequence[PlacedUnit],
        lead: PlacedUnit | None,
        until: tuple[int, int, int] | None,
        *,
        told: bool,
    ) -> None:
        """Put what labels say into the tasks before them: the last, or all of the paragraph they end."""
        opened = self._plain[max(0, labels.start - 1) : labels.start + 1]
        # 完成改造（牵头单位：甲）: the bracket stands within the sentence of the task.
        within = labels.start > 0 and opened[-1] in "（(【[" and opened[0] not in "。；"
        last = len(self._found) - 1
        reach, first = self._found[last].paragraph, last
        while not within and first and self._shares_labels(self._found[first - 1], reach):
            first -= 1
        for place in range(first, last + 1):
            task = self._found[place]
            mine = place == last or _place(task) in self._by_label or not _tells_others(task)
            if units and mine:
                self._by_label.add(_place(task))
                kept = task.units if self._labelled or not told else ()
                lead = task.lead if self._labelled and task.lead is not None else lead
                task = task._replace(units=(*kept, *units), lead=lead, source=Source.EXPLICIT)
            end = labels.end if within and task.paragraph == self._paragraph else task.end
            self._found[place] = task._replace(until=until or task.until, end=end)

    def _shares_labels(self, one: Demand, paragraph: int) -> bool:
        """Tell whether the labels at the end of a paragraph hold for an earlier task of it as well."""
        return one.paragraph == paragraph and one.until is None and not one.promise

    def _persons_in(self, one: Label) -> list[PlacedUnit]:
        """Return the persons of the page whom a label names, without their posts: 责任人：村支书某某."""
        if self._persons is None:
            return []
        return [
            self._placed(Named(start=a, end=b, kind=AddresseeKind.UNIT), 0)
            for a, b in (each.span() for each in self._persons.finditer(self._plain, one.start))
            if b <= one.end
        ]

    def _named_by(self, words: str, one: Label) -> tuple[list[PlacedUnit], PlacedUnit | None]:
        """Return the units that a label names and the one marked as leading (甲（牵头）、乙)."""
        led = lead_within(words)
        parts = (
            [(0, bare_end(words))] if led is None else [led.lead, *([led.rest] if led.rest else [])]
        )
        units = [
            self._placed(Named(start=a, end=b, kind=kind_of(words[a:b], self._lexicon)), one.start)
            for a, b in parts
        ]
        return units, units[0] if led is not None else None
