"""The sample county: complete, consistent on any day, and nobody's real page."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.packs import load_shelf
from guatu.adapters.sample_county import sample_county, sample_page
from guatu.domain.following.evidence import MatterKind
from guatu.domain.following.stages import (
    STRAIGHT_PATH,
    MatterState,
    Move,
    Need,
    Stage,
    check_transition,
    transition,
)
from guatu.domain.following.work_light import work_light
from guatu.domain.kernel.acting import Acting, Role, Scope
from guatu.domain.kernel.calendar import five_days
from guatu.domain.linking.alert_walk import WorkUnderAlert, alert_walk, supposed_alert
from guatu.domain.linking.drafting import DirectiveFacts, KnownUnit, draft_matter
from guatu.domain.planning.plan import with_progress
from guatu.domain.planning.plan_reading import read_plan
from guatu.domain.planning.schedule import schedule
from guatu.domain.reading import read_page
from guatu.domain.watching.air_index import air_index
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import EmissionSource, Protection, SourceKind

TODAY = date(2026, 11, 23)
# A weekend, a leap day, the first and last day of a year, the day after the air standard changed.
DAYS = (TODAY, date(2026, 11, 22), date(2028, 2, 29), date(2027, 1, 1), date(2025, 12, 31))
SHELF = load_shelf()

county = cache(sample_county)


def plan_of(document):
    plan, faults = read_plan(document, source="sample", holidays=None)
    assert plan is not None, faults
    return plan


@pytest.mark.parametrize("today", DAYS)
def test_county_is_complete_on_any_day(today):
    one = county(today)
    assert (one.region, one.name) == ("149921", "岚川县")
    assert 38 <= len(one.units) <= 45
    assert 28 <= len(one.people) <= 34
    assert (len(one.works), len(one.matters)) == (12, 60)
    assert len(one.sources) >= 22
    assert {line.kind for line in one.lines} == {"OUTLINE", "RIVER", "ROAD"}
    assert len(one.lines[0].points) >= 40


def test_same_day_gives_the_same_county():
    assert sample_county(TODAY) == sample_county(TODAY)


def test_every_reference_names_something_in_the_county():
    one = county(TODAY)
    units = {unit.code for unit in one.units}
    people = {person.key for person in one.people}
    places = {place.code for place in one.places}
    works = {work.code for work in one.works}
    assert len(units) == len(one.units)
    assert len(people) == len(one.people) == len({person.name for person in one.people})
    assert len(places) == len(one.places)
    assert {unit.parent for unit in one.units} <= units | {""}
    assert {person.unit for person in one.people} <= units
    assert {work.lead for work in one.works} | {place.unit for place in one.places} <= units
    assert {work.sponsor for work in one.works} <= people
    assert {work.place for work in one.works} <= places
    assert {source.unit for source in one.sources} <= units
    assert {source.place for source in one.sources} <= places | {""}
    assert {source.work for source in one.sources} == works | {""}
    for matter in one.matters:
        assert {matter.lead, *matter.co_units} <= units
        assert matter.lead not in matter.co_units
        assert {step.person for step in matter.steps} | {matter.leader} <= people
        assert 0 <= matter.parent < matter.number


def test_parents_stand_before_their_units():
    seen = {""}
    for unit in county(TODAY).units:
        assert unit.parent in seen
        seen.add(unit.code)


def test_every_role_has_somebody_and_every_lead_has_a_liaison():
    one = county(TODAY)
    assert {person.role for person in one.people} == {role.value for role in Role}
    liaisons = {person.unit for person in one.people if person.role == "liaison"}
    assert {matter.lead for matter in one.matters} <= liaisons


def test_places_lie_within_the_outline():
    one = county(TODAY)
    outline = one.lines[0].points
    for place in one.places:
        crossings = 0
        for (x0, y0), (x1, y1) in pairwise(outline):
            if (y0 > place.y) != (y1 > place.y):
                crossings += place.x < x0 + (place.y - y0) / (y1 - y0) * (x1 - x0)
        assert crossings % 2 == 1, place.name


def acting(one, key, on):
    person = next(person for person in one.people if person.key == key)
    number = [person.key for person in one.people].index(key) + 1
    role = Role(person.role)
    unit = [unit.code for unit in one.units].index(person.unit)
    return Acting(
        person_id=number,
        post_id=number,
        unit_id=unit,
        role=role,
        scope=Scope(
            region=one.region, unit_ids=frozenset({unit}) if role is Role.LIAISON else None
        ),
        at=datetime.combine(on, time(2), UTC),
        today=on,
    )


@pytest.mark.parametrize("today", DAYS)
def test_every_step_of_every_matter_is_one_that_the_table_allows(today):
    one = county(today)
    rules = SHELF.choose("matter_evidence", on=today)
    codes = [unit.code for unit in one.units]
    for matter in one.matters:
        state = MatterState(
            stage=Stage.DRAFT,
            kind=MatterKind(matter.kind),
            lead_unit_id=codes.index(matter.lead),
            evidence=frozenset(piece.grade for piece in matter.evidence),
        )
        for step in matter.steps:
            by = acting(one, step.person, step.on)
            allowed = check_transition(
                state,
                step.move,
                by,
                given=Need,
                close_reason=step.reason or "done",
                evidence_rules=rules,
            )
            assert allowed, (matter.title, step, allowed)
            target = transition(state.stage, step.move).target
            reporters = {by.person_id} if step.move is Move.REPORT else state.reporter_ids
            state = replace(state, stage=target, reporter_ids=frozenset(reporters))
        assert state.stage is matter.stage, matter.title


@pytest.mark.parametrize("today", DAYS)
def test_days_of_a_matter_run_forward_and_never_beyond_today(today):
    for matter in county(today).matters:
        days = [matter.drafted_on, *(step.on for step in matter.steps)]
        assert days == sorted(days), matter.title
        assert max(days) <= today, matter.title
        begun = next((step.on for step in matter.steps if step.move is Move.START), today)
        assert all(begun < piece.on <= today for piece in matter.evidence), matter.title
        assert all(begun < part.on <= today for part in matter.parts), matter.title


def test_parts_are_told_by_liaisons_of_co_units():
    one = county(TODAY)
    units = {person.key: person.unit for person in one.people if person.role == "liaison"}
    told = [(matter, part) for matter in one.matters for part in matter.parts]
    assert len(told) >= 3
    assert all(units[part.person] in matter.co_units for matter, part in told)


def test_matters_stand_in_every_stage_and_have_what_registration_asks():
    matters = county(TODAY).matters
    stages = Counter(matter.stage for matter in matters)
    assert set(stages) == {*STRAIGHT_PATH, Stage.SUSPENDED, Stage.DROPPED} - {Stage.CANDIDATE}
    for matter in matters:
        if matter.stage not in (Stage.DRAFT, Stage.DROPPED):
            assert matter.result
            assert matter.deadline
            assert matter.deadline_basis
            assert matter.deadline_words
        if matter.deadline_basis == "STATED":
            day = matter.deadline
            assert f"{day.month}月{day.day}日" in matter.deadline_words


def test_stated_matters_leave_no_mark_unresolved():
    for today in DAYS:
        assert "{" not in "".join(matter.deadline_words for matter in county(today).matters)
        assert "{" not in county(today).page


@pytest.mark.parametrize("today", DAYS)
def test_reports_lead_from_the_plan_as_entered_to_the_plan_as_it_stands(today):
    for work in county(today).works:
        plan = plan_of(work.opening)
        for report in work.progress:
            plan = with_progress(
                plan,
                report.activity,
                report.actual_start,
                report.actual_finish,
                report.percent,
                report.on,
            )
        assert plan == plan_of(work.document), work.code


def test_works_show_every_verdict_of_the_wall():
    one = county(TODAY)
    found = [schedule(plan_of(work.document), today=TODAY)[0] for work in one.works]
    lights = SHELF.choose("project_lights", on=TODAY)
    colors = Counter(work_light(plan.outlook, lights).color for plan in found)
    assert colors["green"] >= 3
    assert colors["yellow"] >= 2
    assert colors["red"] >= 2
    assert {plan.outlook.verdict for plan in found} == {"on_track", "tight", "late", "impossible"}


def test_money_of_a_work_is_spread_whole_over_its_steps():
    for work in county(TODAY).works:
        spread = sum(step.get("cost", 0) for step in work.document["activities"])
        assert spread * 100 == work.total_fen, work.code
        assert 0 <= work.done_fen <= work.total_fen


def watched(one):
    by_work = {source.work: source for source in one.sources if source.work}
    for work in one.works:
        row = by_work[work.code]
        source = EmissionSource(
            id=row.code,
            name=row.name,
            kind=SourceKind(row.kind),
            activity_classes=row.activity_classes,
            protection=Protection(row.protection) if row.protection else None,
        )
        yield WorkUnderAlert(id=work.code, plan=plan_of(work.document), sources=(source,))


def test_orange_alert_of_three_days_moves_a_finish_and_spares_livelihood_works():
    one = county(TODAY)
    alert = supposed_alert(AlertLevel.ORANGE, TODAY, 3, region=one.region)
    effect = alert_walk(list(watched(one)), alert, SHELF, today=TODAY)
    moved = {work.work: work.moved_days for work in effect.moved_works}
    spared = {work.code for work in one.works if work.livelihood or work.guaranteed}
    assert moved
    assert set(moved) & spared == set()
    changes = {(month.year, month.month): month.change for month in effect.months}
    assert changes[TODAY.year, TODAY.month] < 0
    assert sum(month.change for month in effect.months) == 0


def test_alert_of_the_past_was_lifted_early_and_everybody_signed():
    one = county(TODAY)
    alert = one.alert.alert
    assert alert.lifted_at < alert.window.end
    assert alert.window.end.date() < TODAY
    assert set(one.alert.receipts) == {source.code for source in one.sources}
    assert min(one.alert.receipts.values()) > alert.issued_at


def test_readings_end_yesterday_and_every_one_has_an_index():
    readings = county(TODAY).readings
    assert (TODAY - readings[-1].day).days == 1
    found = [air_index(reading, SHELF)[0] for reading in readings]
    assert all(one.index is not None for one in found)
    assert max(one.index for one in found) > 200


def test_page_carries_the_damage_of_a_real_one():
    page = sample_page(TODAY)
    assert page.count("本报讯") == 4
    assert "11月20日" in page
    assert "2026年度" in page
    blocks = [block for block in page.split("\n") if block.strip()]
    cut = [block for block in blocks if len(block) > 30 and not block.endswith(("。", "卫槐序"))]
    assert len(cut) == 5
    repeated = "让常见病在村里就能看、慢性病在乡镇就能管"
    assert page.count(repeated) == 2


def read_sample(today):
    return read_page(sample_page(today), lexicon=load_lexicon())


@pytest.mark.parametrize("today", [TODAY, date(2027, 1, 2), date(2027, 3, 1)])
def test_page_reads_as_four_reports_with_their_own_headlines_and_days(today):
    reading = read_sample(today)
    headlines = [article.headline.text for article in reading.articles]
    assert headlines == [
        "邵明湛调研重点项目和民生工程建设",
        "骆怀谷到我县督导大气污染防治工作",
        "县政府召开第17次常务会议",
        "全县经济运行调度会召开",
    ]
    days = [article.dateline.day for article in reading.articles]
    assert days == [today - timedelta(days=ago) for ago in (3, 3, 5, 8)]


def test_directives_of_the_page_become_drafts_with_a_lead_or_a_question():
    one = county(TODAY)
    units = [
        KnownUnit(id=number, names=(unit.name, unit.short_name, *unit.aliases))
        for number, unit in enumerate(one.units)
    ]
    limits = SHELF.choose("matter_limits", on=TODAY, region=one.region)
    drafts = {}
    for directive in read_sample(TODAY).directives:
        facts = DirectiveFacts(
            id=directive.id,
            kind=directive.kind,
            action=directive.action,
            addressees=tuple((who.text, who.kind) for who in directive.addressees),
            lead=directive.lead,
            deadline=directive.deadline.day if directive.deadline else None,
        )
        draft, told = draft_matter(facts, units, limits, start=TODAY, calendar=five_days())
        assert (draft is None) == bool(told)
        if draft is not None:
            assert draft.lead is not None or draft.questions
            drafts[directive.action] = draft
    led = [draft for draft in drafts.values() if draft.lead is not None]
    dated = [draft for draft in drafts.values() if draft.deadline is not None]
    assert len(led) >= 18
    assert len(dated) >= 6


def test_nothing_of_the_founding_page_is_in_the_sample():
    founding = Path(__file__).parents[3] / "shared" / "pages" / "jiangxian-2024-10-30.txt"
    if not founding.exists():
        pytest.skip("the founding page is kept outside the project")
    text = founding.read_text(encoding="utf-8")
    folder = Path(__file__).parents[2] / "src" / "guatu" / "sample"
    own = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir())
        if file.suffix in {".toml", ".txt", ".csv"}
    )
    length = 14
    pieces = {text[place : place + length] for place in range(len(text) - length)}
    shared = {own[place : place + length] for place in range(len(own) - length)} & pieces
    assert sorted(piece for piece in shared if piece.strip()) == []
