"""The last months of the sample county, lived through by the same actions that people use.

Every step is an event with its own moment; the events of all matters, works and the alert
run in the order of their moments, so that the journal tells one believable story.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.sample_values import (
    SampleCounty,
    SampleEvidence,
    SampleMatter,
    SamplePart,
    SampleProgress,
    SampleStep,
    SampleWork,
)
from guatu.apps.matters.actions import add_matter, attach_evidence, report_part
from guatu.apps.matters.values import Draft, Upload
from guatu.apps.sources.actions import read_source, receive_source
from guatu.apps.sources.values import Incoming
from guatu.apps.units.queries import acting_of
from guatu.apps.watch.actions import confirm_order, lift_alert, receive_alert
from guatu.apps.watch.queries import orders_of
from guatu.apps.watch.values import OrderFacts
from guatu.apps.works.plan_actions import (
    ProgressReport,
    change_plan,
    enter_progress,
    freeze_baseline,
    plan_work,
)
from guatu.apps.works.queries import protected_places
from guatu.domain.kernel.acting import Acting
from guatu.entry.cli.sample_moves import make_move
from guatu.entry.clock import OFFICE_ZONE, day_of
from guatu.entry.desk_tools import reader, rulebook

_CLERK, _PLANNER = "yan", "qiao"
_DRAFTING, _PLANNING, _EVIDENCE, _STEPS = time(9), time(9, 40), time(10, 20), time(11)
_PARTS = time(15)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Event:
    """One act of the history; events of one moment keep the order in which they were told."""

    at: datetime
    place: int
    act: Callable[[datetime], None] = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleIds:
    """Which rows the codes of the sample have become."""

    units: Mapping[str, int]
    people: Mapping[str, int]
    works: Mapping[str, int]


@dataclass(slots=True, kw_only=True)
class SampleHistory:
    """The history on its way into the database, with the versions that its rows have reached."""

    county: SampleCounty
    ids: SampleIds
    now: datetime
    plans: dict[str, int] = field(default_factory=dict)
    matters: dict[int, tuple[int, int]] = field(default_factory=dict)
    alert: tuple[int, int] = (0, 0)
    orders: dict[str, OrderFacts] = field(default_factory=dict)
    seats: dict[str, Acting] = field(default_factory=dict)
    told: int = 0

    def live(self) -> None:
        """Run every event in the order of its moment."""
        for event in sorted(self._events()):
            event.act(event.at)

    def _events(self) -> Iterator[Event]:
        for work in self.county.works:
            yield from self._of_work(work)
        for matter in self.county.matters:
            yield from self._of_matter(matter)
        yield from self._of_alert()
        yield self._event(self.county.today - timedelta(days=1), _DRAFTING, self._receive_page)

    def _event(self, day: date, clock: time, act: Callable[[datetime], None]) -> Event:
        """Return an event of an office hour, a few seconds after the one told before it."""
        seconds = timedelta(seconds=(self.told * 7) % 2100)
        return self._at(datetime.combine(day, clock, OFFICE_ZONE) + seconds, act)

    def _at(self, at: datetime, act: Callable[[datetime], None]) -> Event:
        self.told += 1
        return Event(at=min(at, self.now), place=self.told, act=act)

    def _as_person(self, key: str, at: datetime) -> Acting:
        """Return the person acting at a moment; the one post is looked up once."""
        if key not in self.seats:
            self.seats[key] = acting_of(self.ids.people[key], at=at)
        return replace(self.seats[key], at=at, today=day_of(at))

    def _of_work(self, work: SampleWork) -> Iterator[Event]:
        yield self._event(work.opened_on, _PLANNING, partial(self._open_plan, work))
        for one in work.progress:
            yield self._event(one.on, _PLANNING, partial(self._enter, work, one))

    def _open_plan(self, work: SampleWork, at: datetime) -> None:
        """Plan the work without facts, freeze that as its baseline, then enter the first facts."""
        clerk, work_id = self._as_person(_PLANNER, at), self.ids.works[work.code]
        plan = plan_work(
            acting=clerk,
            work_id=work_id,
            document=work.baseline,
            holidays=china_holidays(),
            template=work.template,
        )
        freeze_baseline(
            acting=clerk, work_id=work_id, expected_version=plan.version, words="年初下达"
        )
        opened = change_plan(
            acting=clerk,
            work_id=work_id,
            expected_version=plan.version,
            document=work.opening,
            holidays=china_holidays(),
        )
        self.plans[work.code] = opened.version

    def _enter(self, work: SampleWork, progress: SampleProgress, at: datetime) -> None:
        plan = enter_progress(
            acting=self._as_person(_PLANNER, at),
            work_id=self.ids.works[work.code],
            expected_version=self.plans[work.code],
            report=ProgressReport(
                activity_id=progress.activity,
                actual_start=progress.actual_start,
                actual_finish=progress.actual_finish,
                percent=progress.percent,
                data_date=progress.on,
            ),
            holidays=china_holidays(),
        )
        self.plans[work.code] = plan.version

    def _of_matter(self, matter: SampleMatter) -> Iterator[Event]:
        yield self._event(matter.drafted_on, _DRAFTING, partial(self._draft, matter))
        for piece in matter.evidence:
            yield self._event(piece.on, _EVIDENCE, partial(self._attach, matter, piece))
        for step in matter.steps:
            yield self._event(step.on, _STEPS, partial(self._move, matter, step))

        for part in matter.parts:
            yield self._event(part.on, _PARTS, partial(self._tell_part, matter, part))

    def _draft(self, matter: SampleMatter, at: datetime) -> None:
        draft = Draft(
            title=matter.title,
            lead_id=self.ids.units[matter.lead],
            result=matter.result,
            co_unit_ids=tuple(self.ids.units[code] for code in matter.co_units),
            leader_id=self.ids.people[matter.leader],
            kind=matter.kind,
            weight=matter.weight,
            deadline=matter.deadline,
            deadline_basis=matter.deadline_basis,
            deadline_words=matter.deadline_words,
            quote=matter.quote,
            parent_id=self.matters[matter.parent][0] if matter.parent else None,
        )
        row = add_matter(acting=self._as_person(_CLERK, at), draft=draft, rules=rulebook())
        self.matters[matter.number] = (row.pk, row.version)

    def _attach(self, matter: SampleMatter, piece: SampleEvidence, at: datetime) -> None:
        matter_id, version = self.matters[matter.number]
        upload = Upload(name=piece.file_name, content=piece.content) if piece.file_name else None
        kept = attach_evidence(
            acting=self._as_person(piece.person, at),
            matter_id=matter_id,
            expected_version=version,
            grade=piece.grade,
            note=piece.note,
            upload=upload,
        )
        self.matters[matter.number] = (matter_id, kept.matter.version)

    def _move(self, matter: SampleMatter, step: SampleStep, at: datetime) -> None:
        matter_id, version = self.matters[matter.number]
        row = make_move(self._as_person(step.person, at), matter_id, version, step)
        self.matters[matter.number] = (matter_id, row.version)

    def _tell_part(self, matter: SampleMatter, part: SamplePart, at: datetime) -> None:
        matter_id, version = self.matters[matter.number]
        told = report_part(
            acting=self._as_person(part.person, at),
            matter_id=matter_id,
            expected_version=version,
            percent=part.percent,
            facts=part.facts,
        )
        self.matters[matter.number] = (matter_id, told.matter.version)

    def _of_alert(self) -> Iterator[Event]:
        """Yield the past alert: received, each receipt confirmed, lifted."""
        told = self.county.alert
        yield self._at(told.alert.issued_at, self._receive_alert)
        for code, received_at in told.receipts.items():
            yield self._at(received_at, partial(self._confirm, code))
        if told.alert.lifted_at is not None:
            yield self._at(told.alert.lifted_at, self._lift)

    def _receive_alert(self, at: datetime) -> None:
        clerk, told = self._as_person(_CLERK, at), self.county.alert
        alert = receive_alert(
            acting=clerk,
            level=told.alert.level,
            starts_at=told.alert.window.start,
            ends_at=told.alert.window.end,
            basis=told.basis,
            shelf=load_shelf(),
            protected=protected_places(clerk.scope.region),
        )
        self.alert = (alert.pk, alert.version)
        self.orders = {one.source_code: one for one in orders_of(clerk.scope, alert.pk, at=at)}

    def _confirm(self, source_code: str, at: datetime) -> None:
        order = self.orders[source_code]
        confirm_order(
            acting=self._as_person(_CLERK, at), order_id=order.id, expected_version=order.version
        )

    def _lift(self, at: datetime) -> None:
        alert_id, version = self.alert
        lift_alert(acting=self._as_person(_CLERK, at), alert_id=alert_id, expected_version=version)

    def _receive_page(self, at: datetime) -> None:
        """The page came in yesterday and was read; its requirements wait at the desk."""
        clerk = self._as_person(_CLERK, at)
        incoming = Incoming(
            name=self.county.page_name,
            content=self.county.page.encode(),
            text=self.county.page,
            title=f"{self.county.name}报",
            year=at.year,
        )
        source = receive_source(acting=clerk, incoming=incoming)
        read_source(
            acting=clerk, source_id=source.pk, expected_version=source.version, reader=reader,
            year=at.year,
        )  # fmt: skip
