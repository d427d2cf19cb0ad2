from datetime import date

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.sources.actions import keep_record, read_source, release_record
from guatu.apps.sources.models import Record
from guatu.apps.sources.queries import desk, records
from tests.factories.sources import make_source, plain_reader
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db

TOLD = {
    "id": "r1",
    "article": "a1",
    "kind": "visit",
    "title": "冯远山调研重点工程",
    "date": "2026-11-03",
    "lead": {"name": "冯远山", "post": "常务副县长", "span": [0, 3]},
    "people": [
        {"name": "冯远山", "post": "常务副县长", "role": "lead", "span": [0, 3]},
        {"name": "无此人", "post": None, "role": "attending", "span": [5, 8]},
    ],
    "organisations": [
        {"name": "发改局", "kind": "department", "span": [40, 43]},
        {"name": "明河铸造公司", "kind": "enterprise", "span": [60, 66]},
    ],
    "places": [{"name": "云溪镇", "span": [30, 33]}],
    "agenda": [],
}


def reader_with_record(task):
    return {**plain_reader(task), "records": [TOLD]}


@pytest.fixture
def county():
    return make_county()


@pytest.fixture
def source(county):
    made = make_source(county.clerk)
    return read_source(
        acting=county.clerk,
        source_id=made.pk,
        expected_version=made.version,
        reader=reader_with_record,
    )


def keep(county, source, **more):
    return keep_record(
        acting=county.clerk,
        source_id=source.pk,
        expected_version=source.version,
        record_id="r1",
        **more,
    )


def test_a_record_is_kept_with_known_names_tied_and_others_left(county, source):
    record = keep(county, source)
    (facts,) = records(county.clerk.scope)
    assert (facts.day, facts.kind, facts.lead_name) == (date(2026, 11, 3), "visit", "冯远山")
    assert [one.id is not None for one in facts.organisations] == [True, False]
    assert facts.people[1].id is None
    assert Entry.objects.latest("number").kind == "record.kept"
    assert desk(county.clerk.scope, source.pk).records[0].row_id == record.pk


def test_kind_and_day_are_corrected_by_the_person(county, source):
    record = keep(county, source, kind="meeting", day=date(2026, 11, 2))
    assert (record.kind, record.day) == ("meeting", date(2026, 11, 2))


def test_a_record_is_found_by_person_firm_and_place(county, source):
    keep(county, source)
    for named in ("无此人", "明河", "云溪镇"):
        assert len(records(county.clerk.scope, named=named)) == 1
    assert records(county.clerk.scope, named="柳沟") == ()


def test_keeping_twice_an_unknown_record_or_kind_is_refused(county, source):
    keep(county, source)
    with pytest.raises(Refused, match="record_kept"):
        keep(county, source)
    with pytest.raises(Refused, match="record_kind_unknown"):
        keep(county, source, kind="party")
    with pytest.raises(Absent):
        keep_record(
            acting=county.clerk,
            source_id=source.pk,
            expected_version=source.version,
            record_id="r9",
        )


def test_a_stale_page_and_another_role_cannot_keep(county, source):
    with pytest.raises(StaleVersion):
        keep_record(acting=county.clerk, source_id=source.pk, expected_version=1, record_id="r1")
    with pytest.raises(Refused):
        keep_record(
            acting=county.leader,
            source_id=source.pk,
            expected_version=source.version,
            record_id="r1",
        )
    assert Record.objects.count() == 0


def test_a_record_taken_back_is_gone_and_can_be_kept_anew(county, source):
    record = keep(county, source)
    release_record(acting=county.clerk, record_row_id=record.pk, expected_version=record.version)
    assert Record.objects.count() == 0
    assert Entry.objects.latest("number").kind == "record.released"
    keep(county, source)


def test_a_source_with_a_kept_record_is_not_read_again(county, source):
    keep(county, source)
    with pytest.raises(Refused, match="already_decided"):
        read_source(
            acting=county.clerk,
            source_id=source.pk,
            expected_version=source.version,
            reader=reader_with_record,
        )


def test_a_liaison_sees_no_records(county, source):
    keep(county, source)
    assert records(county.liaison.scope) == ()
