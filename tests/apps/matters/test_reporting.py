"""What units tell of a matter: progress, the claim that it is done, a co-unit's part."""

from datetime import date

import pytest

from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.matters import actions, queries
from guatu.apps.matters.models import Matter, Report
from guatu.apps.matters.values import LedgerFilters
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Role
from tests.factories.acting import later
from tests.factories.matters import RULES, make_matter
from tests.factories.units import make_acting, make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


@pytest.fixture
def co_liaison(county):
    return make_acting(
        county.administrator,
        name="乔知行",
        title="联络员",
        unit=county.units["12"],
        role=Role.LIAISON,
    )


def seen(matter):
    return {"matter_id": matter.pk, "expected_version": matter.version}


def told(matter, percent=40, facts="完成 1.2 公里"):
    return {**seen(matter), "percent": percent, "facts": facts}


def row_of(county):
    (row,) = queries.ledger_rows(
        county.clerk.scope, LedgerFilters(), rules=RULES, today=county.clerk.today
    )
    return row


def test_progress_leaves_the_matter_in_progress_and_is_no_return(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    light = row_of(county).light
    matter = actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter))
    matter = actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter, percent=70))
    assert (matter.stage, matter.returns, matter.done_on) == ("in_progress", 0, None)
    row = row_of(county)
    assert (row.percent, row.reported_on) == (70, county.liaison.today)
    assert row.light == light
    assert Entry.objects.latest("number").kind == "matter.informed"


def test_progress_without_facts_or_before_the_start_is_refused_unwritten(county):
    matter = make_matter(county, Stage.SIGNED)
    with pytest.raises(Refused, match=r"following\.move\.not_from_here"):
        actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter))
    matter = actions.start_matter(acting=county.liaison, plan="分两段", rules=RULES, **seen(matter))
    with pytest.raises(Refused, match=r"following\.need\.facts"):
        actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter, facts=" "))
    assert Report.objects.count() == 0


def test_verification_takes_the_day_of_the_claim_not_of_progress(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    matter = actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter))
    after = later(county.liaison, days=3)
    matter = actions.report_matter(acting=after, rules=RULES, **told(matter, percent=100))
    matter = actions.verify_matter(
        acting=later(county.clerk, days=4), note="现场核实", rules=RULES, **seen(matter)
    )
    assert matter.done_on == after.today


def test_a_returned_matter_can_tell_progress_again_before_the_next_claim(county):
    matter = make_matter(county, Stage.REPORTED)
    matter = actions.return_for_rework(
        acting=county.clerk, reason="facts_unclear", rules=RULES, **seen(matter)
    )
    matter = actions.inform_matter(acting=county.liaison, rules=RULES, **told(matter, percent=80))
    assert (matter.stage, matter.returns) == ("in_progress", 1)
    assert row_of(county).percent == 80


def test_a_co_unit_tells_its_part_and_the_lead_sees_it_while_nothing_moves(county, co_liaison):
    matter = make_matter(county, Stage.IN_PROGRESS, co_unit_ids=(county.units["12"].pk,))
    actions.report_part(acting=co_liaison, **told(matter, percent=60, facts="资金已下达"))
    card = queries.matter_card(county.liaison, matter.pk, rules=RULES)
    (part,) = card.reports
    assert (part.kind, part.percent, part.unit, part.facts) == (
        "PART",
        60,
        county.units["12"].short_name,
        "资金已下达",
    )
    assert (card.stage, card.percent, card.returns) == (Stage.IN_PROGRESS, None, 0)
    assert row_of(county).percent is None
    assert Entry.objects.latest("number").kind == "matter.part_reported"


def test_only_a_co_unit_tells_a_part(county, co_liaison):
    matter = make_matter(county, Stage.IN_PROGRESS)
    with pytest.raises(Refused, match=r"matters\.not_a_co_unit"):
        actions.report_part(acting=county.liaison, **told(matter))
    with pytest.raises(Absent):
        actions.report_part(acting=co_liaison, **told(matter))


def test_a_part_after_completion_is_refused(county, co_liaison):
    matter = make_matter(county, Stage.COMPLETED, co_unit_ids=(county.units["12"].pk,))
    with pytest.raises(Refused, match=r"matters\.part_not_now"):
        actions.report_part(acting=co_liaison, **told(matter))


def test_a_part_is_never_verified_in_place_of_the_leads_claim(county, co_liaison):
    matter = make_matter(county, Stage.REPORTED, co_unit_ids=(county.units["12"].pk,))
    actions.report_part(acting=co_liaison, **told(matter, percent=10))
    matter = Matter.objects.get(pk=matter.pk)
    matter = actions.verify_matter(acting=county.clerk, note="核实", rules=RULES, **seen(matter))
    assert matter.verifications.get().report.kind == "DONE"


def test_the_card_names_the_day_by_which_the_first_report_is_owed(county):
    matter = make_matter(county, Stage.ISSUED)
    card = queries.matter_card(county.clerk, matter.pk, rules=RULES)
    assert (card.issued_on, card.feedback_due) == (date(2026, 11, 5), date(2026, 11, 8))
