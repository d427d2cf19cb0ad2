import pytest

from guatu.apps.journal.kinds import known_kinds, words_code
from guatu.apps.journal.queries import entry_by_number, history_of, latest_entries
from guatu.apps.journal.refusal import Absent
from guatu.apps.units.actions import change_person
from guatu.apps.units.models import Person


def test_history_when_a_row_changed_then_tells_each_column_before_and_after(county):
    person = Person.objects.get(pk=county.viewer.person_id)
    change_person(
        acting=county.administrator,
        person_id=person.pk,
        expected_version=1,
        name=person.name,
        phone="0359-1",
    )
    added, changed = history_of(county.clerk.scope, "units.Person", person.pk)
    assert added.entry.code == "units.entry_person_added"
    assert (changed.entry.kind, changed.entry.person_id) == (
        "person.changed",
        county.administrator.person_id,
    )
    assert [(one.column, one.before, one.after) for one in changed.changes] == [
        ("phone", "", "0359-1")
    ]


def test_latest_entries_when_paged_then_none_is_shown_twice_or_left_out(county):
    scope = county.clerk.scope
    first = latest_entries(scope, limit=7)
    second = latest_entries(scope, limit=100, before=first[-1].number)
    numbers = [entry.number for entry in (*first, *second)]
    assert numbers == list(range(numbers[0], 0, -1))


def test_entries_of_a_county_never_show_in_another_or_to_a_liaison(county, other_county):
    mine = {entry.number for entry in latest_entries(county.clerk.scope, limit=1000)}
    theirs = {entry.number for entry in latest_entries(other_county.clerk.scope, limit=1000)}
    assert mine
    assert theirs
    assert mine.isdisjoint(theirs)
    assert latest_entries(county.liaison.scope) == ()
    with pytest.raises(Absent):
        entry_by_number(county.clerk.scope, min(theirs))
    with pytest.raises(Absent):
        entry_by_number(county.liaison.scope, min(mine))
    assert history_of(county.clerk.scope, "units.person", other_county.clerk.person_id) == ()


@pytest.mark.parametrize("entries", [1, 3])
def test_page_of_entries_costs_the_same_two_questions(county, django_assert_num_queries, entries):
    with django_assert_num_queries(2):
        assert len(latest_entries(county.clerk.scope, limit=entries)) == entries


def test_kinds_are_gathered_from_every_app_and_others_have_plain_words():
    assert {"payload.erased", "unit.added"} <= set(known_kinds())
    assert words_code("never.registered") == "journal.entry_of_other_kind"
