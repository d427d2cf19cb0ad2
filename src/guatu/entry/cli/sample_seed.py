"""Fills a new folder with the sample county by the same actions that people use."""

from dataclasses import dataclass, field

from guatu.adapters.sample_county import sample_county
from guatu.adapters.sample_values import SampleCounty, SampleSource, SampleWork
from guatu.apps.places.actions import add_boundary, add_place
from guatu.apps.units.access import make_sign_in_link, open_account
from guatu.apps.units.actions import add_person, add_unit, appoint, change_unit
from guatu.apps.watch.list_actions import SourceDraft, add_source
from guatu.apps.works.actions import add_work
from guatu.apps.works.levelling_actions import add_resource
from guatu.apps.works.levelling_values import ResourceDraft
from guatu.apps.works.values import WorkDraft
from guatu.domain.kernel.acting import Acting, Role
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind
from guatu.entry.cli.sample_history import SampleHistory, SampleIds

_COUNTY = "00"


# Who the newcomer may be: one seat of each role that the walk through the sample needs.
_SEATS = ("yan", "wei", "hao", "kang")


def seed(acting: Acting) -> tuple[tuple[str, str], ...]:
    """Fill the region that was just opened with the sample county, up to the acting moment.

    Returns the seats to try it from: name with title, and the secret of a sign-in link.
    """
    seeding = Seeding(acting=acting, county=sample_county(acting.today))
    seeding.lay_units()
    seeding.lay_people()
    seeding.lay_map()
    seeding.lay_works()
    seeding.lay_resources()
    ids = SampleIds(units=seeding.units, people=seeding.people, works=seeding.works)
    SampleHistory(county=seeding.county, ids=ids, now=acting.at).live()
    return tuple(
        (
            f"{one.name}（{one.title}）",
            make_sign_in_link(acting=acting, person_id=ids.people[one.key]),
        )
        for key in _SEATS
        for one in seeding.county.people
        if one.key == key
    )


@dataclass(slots=True, kw_only=True)
class Seeding:
    """The sample on its way into the database, with the ids that its codes have got."""

    acting: Acting
    county: SampleCounty
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    works: dict[str, int] = field(default_factory=dict)

    def lay_units(self) -> None:
        """Name the county's top unit as the sample does and add the units below it."""
        self.units[_COUNTY] = self.acting.unit_id
        for one in self.county.units:
            if one.code == _COUNTY:
                change_unit(
                    acting=self.acting,
                    unit_id=self.acting.unit_id,
                    expected_version=1,
                    name=one.name,
                    short_name=one.short_name,
                    aliases=one.aliases,
                    position=one.position,
                )
                continue
            unit = add_unit(
                acting=self.acting,
                code=one.code,
                name=one.name,
                kind=one.kind,
                parent_id=self.units[one.parent],
                short_name=one.short_name,
                aliases=one.aliases,
                position=one.position,
            )
            self.units[one.code] = unit.pk

    def lay_people(self) -> None:
        """Add the people with their posts; each gets an account that a sign-in link opens."""
        for one in self.county.people:
            person = add_person(acting=self.acting, name=one.name)
            self.people[one.key] = person.pk
            appoint(
                acting=self.acting,
                person_id=person.pk,
                unit_id=self.units[one.unit],
                title=one.title,
                role=Role(one.role),
                valid_from=one.since,
            )
            open_account(acting=self.acting, person_id=person.pk, username=one.key)

    def lay_map(self) -> None:
        """Add the places and the lines of the map."""
        for line in self.county.lines:
            add_boundary(acting=self.acting, name=line.name, kind=line.kind, points=line.points)
        for one in self.county.places:
            place = add_place(
                acting=self.acting,
                code=one.code,
                name=one.name,
                kind=one.kind,
                unit_id=self.units[one.unit],
                x=one.x,
                y=one.y,
            )
            self.places[one.code] = place.pk

    def lay_works(self) -> None:
        """Add the works, without plans yet, and the emission list with their sites."""
        for one in self.county.works:
            self.works[one.code] = add_work(acting=self.acting, draft=self._work_draft(one)).pk
        for source in self.county.sources:
            add_source(acting=self.acting, draft=self._source_draft(source))

    def lay_resources(self) -> None:
        """Add what the works share."""
        for one in self.county.resources:
            draft = ResourceDraft(
                code=one.code,
                name=one.name,
                kind=one.kind,
                units=one.units,
                changes=one.changes,
                classes=one.classes,
            )
            add_resource(acting=self.acting, draft=draft)

    def _work_draft(self, work: SampleWork) -> WorkDraft:
        return WorkDraft(
            code=work.code,
            name=work.name,
            lead_id=self.units[work.lead],
            kind=work.template,
            sponsor_id=self.people[work.sponsor],
            place_id=self.places[work.place],
            livelihood=work.livelihood,
            guaranteed=work.guaranteed,
            group=work.group,
            total_fen=work.total_fen,
            annual_fen=work.annual_fen,
            done_fen=work.done_fen,
            problem=work.problem,
            maturity=work.maturity,
        )

    def _source_draft(self, source: SampleSource) -> SourceDraft:
        return SourceDraft(
            code=source.code,
            name=source.name,
            kind=SourceKind(source.kind),
            unit_id=self.units[source.unit],
            place_id=self.places.get(source.place),
            activity_classes=source.activity_classes,
            protection=Protection(source.protection) if source.protection else None,
            grade=source.grade,
            own_measures=tuple(
                (AlertLevel(level), words) for level, words in source.own_measures.items()
            ),
            contact=source.contact,
        )
