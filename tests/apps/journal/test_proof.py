import pytest
from django.db import connection, transaction

from guatu.apps.journal.actions import erase_payloads, write
from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.models import ChainHead, Entry, EntrySubject
from guatu.apps.journal.proof import prove_chain
from guatu.apps.journal.queries import head_hash
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units.actions import change_person
from guatu.apps.units.models import Person
from tests.factories.acting import MOMENT

OTHER = {
    "number": 99999,
    "region": "149922",
    "kind": "unit.closed",
    "at": "2026-11-05 01:30:01",
    "person_id": 99999,
    "post_id": None,
    "payload": '{"arguments":{},"rows":[]}',
    "salt": "00",
    "payload_hash": "0" * 64,
    "previous_hash": "1" * 64,
    "hash": "2" * 64,
}


def _sql(statement: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _broken() -> tuple[str, int]:
    (finding,) = prove_chain().findings
    return finding.code, finding.named()["number"]


def test_chain_when_untouched_then_holds_up_to_its_head(county):
    proof = prove_chain(head_hash())
    assert proof.holds
    assert proof.entries == Entry.objects.count() > 10
    assert proof.head == head_hash()


def test_chain_when_an_older_head_is_given_then_holds_too(county):
    older = Entry.objects.get(number=4).hash
    assert prove_chain(older).holds
    assert prove_chain(f"  {older.upper()}\n").holds


@pytest.mark.parametrize("column", sorted(OTHER))
def test_entry_when_any_of_its_columns_is_altered_by_sql_then_is_the_first_broken_one(
    county, column
):
    # An entry with a person and a post, so that None is another value for each.
    victim = Entry.objects.exclude(post_id=None).order_by("number")[2]
    _sql(f"UPDATE journal_entry SET {column} = %s WHERE id = %s", OTHER[column], victim.pk)
    assert _broken()[1] == victim.number


def test_every_column_of_an_entry_is_tried():
    assert set(OTHER) | {"id"} == {field.attname for field in Entry._meta.concrete_fields}


def test_entry_when_deleted_in_the_middle_then_its_number_is_named(county):
    _sql(
        "DELETE FROM journal_entrysubject WHERE entry_id IN (SELECT id FROM journal_entry WHERE number = 5)"
    )
    _sql("DELETE FROM journal_entry WHERE number = 5")
    assert _broken() == ("journal.entry_missing", 5)


def test_payload_when_emptied_without_an_erasing_entry_then_is_named(county):
    _sql("UPDATE journal_entry SET payload = NULL, salt = NULL WHERE number = 6")
    assert _broken() == ("journal.payload_gone", 6)


def test_index_of_an_entry_when_altered_then_is_named(county):
    subject = EntrySubject.objects.order_by("id")[3]
    _sql("UPDATE journal_entrysubject SET row_id = row_id + 1 WHERE id = %s", subject.pk)
    assert _broken() == ("journal.subjects_differ", subject.entry.number)


def test_head_when_altered_then_is_found(county):
    _sql("UPDATE journal_chainhead SET hash = %s", "3" * 64)
    assert _broken()[0] == "journal.head_differs"


def test_tail_when_cut_with_rows_and_head_set_back_then_only_the_printed_head_finds_it(county):
    printed = head_hash()
    person = Person(region=county.region, name="后来人")
    write(county.administrator, "person.added", changed=[person])
    later = head_hash()
    _cut_last_entry(person)
    assert list(compare_rows()) == []
    assert prove_chain().holds
    assert prove_chain(printed).holds
    (finding,) = prove_chain(later).findings
    assert finding.code == "journal.head_unknown"
    assert finding.named()["head"] == later


def _cut_last_entry(person: Person) -> None:
    last = Entry.objects.order_by("-number")[0]
    _sql("DELETE FROM journal_entrysubject WHERE entry_id = %s", last.pk)
    _sql("DELETE FROM journal_entry WHERE id = %s", last.pk)
    _sql("DELETE FROM units_person WHERE id = %s", person.pk)
    _sql("UPDATE journal_chainhead SET number = %s, hash = %s", last.number - 1, last.previous_hash)


def test_tail_when_cut_but_its_rows_stay_then_rows_are_named(county):
    person = Person(region=county.region, name="后来人")
    write(county.administrator, "person.added", changed=[person])
    last = Entry.objects.order_by("-number")[0]
    _sql("DELETE FROM journal_entrysubject WHERE entry_id = %s", last.pk)
    _sql("DELETE FROM journal_entry WHERE id = %s", last.pk)
    _sql("UPDATE journal_chainhead SET number = %s, hash = %s", last.number - 1, last.previous_hash)
    (finding,) = compare_rows()
    assert (finding.code, finding.position) == ("journal.row_unknown", str(person.pk))


def test_payload_when_rewritten_with_its_hashes_then_the_next_link_is_broken(county):
    from guatu.apps.journal.chain import link_hash, payload_hash
    from guatu.apps.journal.proof import _facts

    entry = Entry.objects.get(kind="unit.added", payload__contains="云溪镇")
    entry.payload = entry.payload.replace("云溪", "柳沟")
    entry.payload_hash = payload_hash(entry.salt, entry.payload)
    entry.hash = link_hash(_facts(entry))
    entry.save()
    following = Entry.objects.get(number=entry.number + 1)
    assert following.previous_hash != entry.hash
    assert _broken() == ("journal.link_broken", entry.number + 1)


def test_payload_when_erased_by_an_entry_then_chain_and_rows_still_hold(county):
    person = Person.objects.get(pk=county.viewer.person_id)
    told = Entry.objects.filter(
        subjects__label="units.person", subjects__row_id=person.pk
    ).values_list("number", flat=True)
    name = person.name
    assert Entry.objects.filter(payload__contains=name).exists()
    person.name, person.phone = "（已抹除）", ""
    erase_payloads(county.administrator, list(told), reason="本人申请", changed=[person])
    assert prove_chain().holds
    assert list(compare_rows()) == []
    assert not Entry.objects.filter(payload__contains=name).exists()


def test_payload_when_its_rows_did_not_change_then_they_are_stated_anew(county):
    number = Entry.objects.get(
        subjects__label="units.unit", subjects__row_id=county.units["21"].pk
    ).number
    erasing = erase_payloads(county.administrator, [number], reason="误录")
    assert [(one.label, one.row_id) for one in erasing.subjects.all()] == [
        ("units.unit", county.units["21"].pk)
    ]
    assert prove_chain().holds
    assert list(compare_rows()) == []


def test_erasing_entry_when_emptied_too_then_is_found(county):
    erasing = erase_payloads(county.administrator, [6], reason="误录")
    _sql("UPDATE journal_entry SET payload = NULL, salt = NULL WHERE id = %s", erasing.pk)
    assert _broken() == ("journal.payload_gone", 6)


def test_erasing_when_not_allowed_then_nothing_is_erased(county, other_county):
    with pytest.raises(Refused, match=r"journal\.administrator_only"):
        erase_payloads(county.clerk, [6], reason="误录")
    erasing = erase_payloads(county.administrator, [6], reason="误录")
    for number in (6, erasing.number):
        with pytest.raises(Refused, match=r"journal\.not_erasable"):
            erase_payloads(county.administrator, [number], reason="误录")
    theirs = Entry.objects.filter(region=other_county.region).order_by("number")[0].number
    with pytest.raises(Absent):
        erase_payloads(county.administrator, [theirs], reason="误录")
    assert Entry.objects.filter(payload=None).count() == 1


def _change_and_fail(county) -> None:
    with transaction.atomic():
        change_person(
            acting=county.administrator,
            person_id=county.viewer.person_id,
            expected_version=1,
            name="改名",
            phone="",
        )
        raise ValueError("no time")


def test_change_when_it_fails_half_way_then_leaves_neither_row_nor_entry(county):
    before = head_hash(), Person.objects.count()
    with pytest.raises(ValueError, match="no time"):
        _change_and_fail(county)
    assert (head_hash(), Person.objects.count()) == before
    assert ChainHead.objects.get().number == Entry.objects.count()
    assert prove_chain().holds


def test_moment_of_an_entry_is_the_moment_of_the_act(county):
    assert {entry.at for entry in Entry.objects.all()} == {MOMENT}
