import pytest

from guatu.apps.journal.actions import StaleVersion, expect_version, write
from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.models import Entry
from guatu.apps.units.models import Person


def test_row_when_two_saw_the_same_version_then_only_the_first_change_is_written(county):
    first = Person.objects.get(pk=county.viewer.person_id)
    second = Person.objects.get(pk=county.viewer.person_id)
    first.phone, second.phone = "1", "2"
    write(county.administrator, "person.changed", changed=[first])
    before = Entry.objects.count()
    with pytest.raises(StaleVersion):
        write(county.administrator, "person.changed", changed=[second])
    assert Entry.objects.count() == before
    assert (second.version, Person.objects.get(pk=first.pk).phone) == (1, "1")
    assert list(compare_rows()) == []


def test_rows_of_one_change_when_one_is_stale_then_none_is_saved(county):
    people = list(Person.objects.filter(region=county.region).order_by("id")[:2])
    stale = Person.objects.get(pk=people[1].pk)
    write(county.administrator, "person.changed", changed=[people[1]])
    people[0].phone = "9"
    with pytest.raises(StaleVersion):
        write(county.administrator, "person.changed", changed=[people[0], stale])
    assert Person.objects.get(pk=people[0].pk).phone == ""
    assert list(compare_rows()) == []


def test_row_when_new_then_begins_at_version_1_and_every_change_adds_1(county):
    person = Person(region=county.region, name="新人")
    versions = []
    for phone in ("", "1", "2"):
        person.phone = phone
        write(county.administrator, "person.changed", changed=[person])
        versions.append(Person.objects.get(pk=person.pk).version)
    assert versions == [1, 2, 3]
    expect_version(person, 3)
    with pytest.raises(StaleVersion):
        expect_version(person, 2)


def test_entry_names_person_post_region_and_the_rows_it_touched(county):
    person = Person(region=county.region, name="新人")
    entry = write(county.clerk, "person.added", changed=[person], arguments={"why": "调入"})
    assert (entry.region, entry.person_id, entry.post_id, entry.at) == (
        county.region,
        county.clerk.person_id,
        county.clerk.post_id,
        county.clerk.at,
    )
    assert [(one.label, one.row_id) for one in entry.subjects.all()] == [
        ("units.person", person.pk)
    ]
    assert '"why":"调入"' in entry.payload
