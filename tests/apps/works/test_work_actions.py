from dataclasses import replace

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.works.actions import add_work, change_work, remove_work
from guatu.apps.works.models import Work
from guatu.apps.works.queries import protected_places, work_by_id, works
from tests.factories.places import a_place
from tests.factories.units import make_county
from tests.factories.works import GROUNDS, a_draft, a_work

pytestmark = pytest.mark.django_db


def test_a_work_added_by_the_clerk_is_seen_with_its_lead_and_sponsor():
    county = make_county()
    work_id = a_work(county)
    found = work_by_id(county.viewer.scope, work_id, holidays=GROUNDS.holidays)
    assert (found.code, found.lead, found.sponsor) == ("W1", "云溪镇", "分管副县长")
    kinds = list(Entry.objects.order_by("number").values_list("kind", flat=True))
    assert kinds[-2:] == ["work.added", "work.planned"]


def test_the_sponsor_who_is_a_person_is_shown_by_name():
    county = make_county()
    draft = a_draft(county, sponsor_id=county.leader.person_id, sponsor_words="")
    work = add_work(acting=county.clerk, draft=draft)
    assert work_by_id(county.viewer.scope, work.pk, holidays=None).sponsor == "冯远山"


@pytest.mark.parametrize("who", ["viewer", "liaison", "leader", "approver"])
def test_only_the_office_adds_works(who):
    county = make_county()
    with pytest.raises(Refused, match=r"works\.clerk_only"):
        add_work(acting=getattr(county, who), draft=a_draft(county))
    assert not Work.objects.exists()


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"code": " "}, "works.words_missing"),
        ({"name": ""}, "works.words_missing"),
        ({"total_fen": -1}, "works.amount_off"),
        ({"annual_fen": 10**18}, "works.amount_off"),
    ],
)
def test_a_draft_with_faults_is_refused_and_nothing_is_kept(stated, code):
    county = make_county()
    with pytest.raises(Refused, match=code):
        add_work(acting=county.clerk, draft=replace(a_draft(county), **stated))
    assert not Work.objects.exists()


def test_a_code_stands_once_in_a_county():
    county = make_county()
    a_work(county)
    with pytest.raises(Refused, match=r"works\.code_taken"):
        a_work(county)


def test_a_change_keeps_the_plan_and_a_second_from_the_same_version_is_stale():
    county = make_county()
    work_id = a_work(county)
    version = work_by_id(county.clerk.scope, work_id, holidays=None).version
    draft = a_draft(county, problem="征地未完成")
    change_work(acting=county.clerk, work_id=work_id, expected_version=version, draft=draft)
    found = work_by_id(county.clerk.scope, work_id, holidays=None)
    assert found.problem == "征地未完成"
    assert found.plan is not None
    with pytest.raises(StaleVersion):
        change_work(acting=county.clerk, work_id=work_id, expected_version=version, draft=draft)


def test_a_work_without_plan_can_be_taken_back_and_one_with_plan_cannot():
    county = make_county()
    bare = add_work(acting=county.clerk, draft=a_draft(county, "W2"))
    remove_work(acting=county.clerk, work_id=bare.pk, expected_version=1)
    assert works(county.clerk.scope, holidays=None) == ()
    work_id = a_work(county)
    with pytest.raises(Refused, match=r"works\.has_plan"):
        remove_work(acting=county.clerk, work_id=work_id, expected_version=2)


def test_works_of_one_county_are_neither_seen_nor_changed_from_another():
    county, other = make_county("149921"), make_county("149922")
    work_id = a_work(county)
    assert works(other.clerk.scope, holidays=None) == ()
    with pytest.raises(Absent):
        work_by_id(other.clerk.scope, work_id, holidays=None)
    with pytest.raises(Absent):
        change_work(acting=other.clerk, work_id=work_id, expected_version=2, draft=a_draft(other))


def test_a_lead_unit_of_another_county_is_absent():
    county, other = make_county("149921"), make_county("149922")
    with pytest.raises(Absent):
        add_work(acting=county.clerk, draft=a_draft(other))


def test_a_liaison_sees_the_works_of_the_own_unit_only():
    county = make_county()
    own = a_work(county)
    a_work(county, "W2", lead_id=county.units["32"].pk)
    assert [one.id for one in works(county.liaison.scope, holidays=None)] == [own]


def test_places_of_protected_works_are_told_livelihood_first():
    county = make_county()
    place_id = a_place(county)
    a_work(county, place_id=place_id, guaranteed=True)
    assert protected_places(county.region) == {place_id: "guaranteed"}
    a_work(county, "W2", place_id=place_id, livelihood=True)
    assert protected_places(county.region) == {place_id: "livelihood"}


def test_reading_works_asks_the_rows_once_however_many_there_are(django_assert_num_queries):
    county = make_county()
    a_work(county)
    with django_assert_num_queries(1):
        works(county.clerk.scope, holidays=GROUNDS.holidays)
    for number in range(2, 5):
        a_work(county, f"W{number}")
    with django_assert_num_queries(1):
        assert len(works(county.clerk.scope, holidays=GROUNDS.holidays)) == 4
