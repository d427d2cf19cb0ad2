import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.files import stored_files
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.sources.actions import (
    advise_source,
    ask_reading,
    drop_proposal,
    edit_proposal,
    merge_proposals,
    read_source,
    receive_source,
    reopen_proposal,
    split_proposal,
)
from guatu.apps.sources.actions.dividing import _divide, _union
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.queries import desk, open_proposal_count, source_list
from guatu.apps.sources.values import LONGEST_TEXT, Incoming
from guatu.domain.kernel.diagnostic import Span
from tests.factories.sources import (
    TEXT,
    directive,
    make_read_source,
    make_source,
    plain_reader,
    proposals_of,
)
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


def incoming(text, name="page.txt"):
    return Incoming(name=name, content=text.encode(), text=text)


def test_receiving_keeps_the_bytes_and_writes_one_entry(county):
    before = Entry.objects.count()
    source = make_source(county.clerk)
    assert source.version == 1
    assert source.state == "RECEIVED"
    assert any(path.name == source.sha256 for path in stored_files())
    entry = Entry.objects.latest("number")
    assert (Entry.objects.count() - before, entry.kind) == (1, "source.received")
    assert entry.person_id == county.clerk.person_id
    assert entry.post_id == county.clerk.post_id


@pytest.mark.parametrize("role", ["leader", "approver", "administrator", "viewer", "liaison"])
def test_receiving_is_refused_to_all_but_clerks(county, role):
    with pytest.raises(Refused) as refused:
        make_source(getattr(county, role))
    assert refused.value.code == "sources.clerk_only"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("  \n", "page.txt", "sources.empty"),
        ("要" * (LONGEST_TEXT + 1), "page.txt", "sources.too_long"),
        ("秘密★长期\n通知\n", "page.txt", "files.secret"),
        ("通知\n", "【绝密】通知.txt", "files.secret"),
    ],
)
def test_a_text_that_may_not_come_in_is_refused_unsaved(county, text, name, code):
    files = {path.name for path in stored_files()}
    with pytest.raises(Refused) as refused:
        receive_source(acting=county.clerk, incoming=incoming(text, name))
    assert refused.value.code == code
    assert Source.objects.count() == 0
    assert {path.name for path in stored_files()} == files


def test_the_same_bytes_again_are_refused_with_the_first_one_named(county):
    first = make_source(county.clerk)
    with pytest.raises(Refused) as refused:
        make_source(county.clerk, name="copy.txt")
    assert dict(refused.value.arguments)["id"] == first.pk


def test_the_same_bytes_in_another_county_are_another_source(county):
    other = make_county("149922")
    make_source(county.clerk)
    make_source(other.clerk)
    assert len(source_list(county.clerk.scope)) == len(source_list(other.clerk.scope)) == 1


def test_reading_makes_proposals_with_units_and_no_invented_dates(county):
    source = make_read_source(county.clerk)
    first, second, third = proposals_of(source)
    assert source.state == "READ"
    assert source.title == "冯远山调研重点工程"
    assert (first.unit_id, second.unit_id) == (county.units["31"].pk, county.units["12"].pk)
    assert third.unit_id is None
    assert [one.deadline["date"] for one in (first, second, third)] == ["2026-11-20", None, None]
    assert all(TEXT[a:b] in one.action for one in (first, second, third) for a, b in one.spans)


def test_a_passage_printed_twice_counts_once(county):
    source = make_source(county.clerk)

    def reader(task):
        document = dict(plain_reader(task))
        document["directives"] = [
            directive(1, task.text, "加快办理手续", repeats="d2"),
            directive(2, task.text, "在11月20日前完成河道清淤"),
        ]
        return document

    read_source(acting=county.clerk, source_id=source.pk, expected_version=1, reader=reader)
    repeat, original = proposals_of(source)
    assert (repeat.state, repeat.merged_into_id) == ("MERGED", original.pk)
    assert open_proposal_count(county.clerk.scope) == 1


def test_reading_again_replaces_untouched_proposals_but_never_decided_ones(county):
    source = make_read_source(county.clerk)
    old = {one.pk for one in proposals_of(source)}
    again = read_source(
        acting=county.clerk,
        source_id=source.pk,
        expected_version=source.version,
        reader=plain_reader,
        year=2026,
    )
    fresh = proposals_of(again)
    assert again.year == 2026
    assert not old & {one.pk for one in fresh}
    drop_proposal(
        acting=county.clerk, proposal_id=fresh[0].pk, expected_version=1, reason="态度性表述"
    )
    with pytest.raises(Refused, match="already_decided"):
        read_source(
            acting=county.clerk,
            source_id=source.pk,
            expected_version=again.version,
            reader=plain_reader,
        )


def test_a_reader_that_fails_leaves_nothing_half_read(county):
    source = make_source(county.clerk)
    entries = Entry.objects.count()

    def reader(task):
        return {**plain_reader(task), "directives": [{"id": "d1"}]}

    with pytest.raises(KeyError):
        read_source(acting=county.clerk, source_id=source.pk, expected_version=1, reader=reader)
    source.refresh_from_db()
    assert (source.state, Entry.objects.count()) == ("RECEIVED", entries)
    assert Proposal.objects.count() == 0


def test_editing_quotes_from_the_source_and_takes_a_unit_of_the_county_only(county):
    source = make_read_source(county.clerk)
    first = proposals_of(source)[0]
    start = TEXT.index("完成河道清淤")
    edited = edit_proposal(
        acting=county.clerk,
        proposal_id=first.pk,
        expected_version=1,
        unit_id=county.units["32"].pk,
        kind="standing",
        span=Span(start=start, end=start + 6),
    )
    assert (edited.action, edited.kind) == ("完成河道清淤", "standing")
    foreign = make_county("149922").units["31"].pk
    with pytest.raises(Absent):
        edit_proposal(
            acting=county.clerk, proposal_id=first.pk, expected_version=2, unit_id=foreign
        )


def test_a_stale_version_is_refused_and_changes_nothing(county):
    first = proposals_of(make_read_source(county.clerk))[0]
    with pytest.raises(StaleVersion):
        drop_proposal(
            acting=county.clerk, proposal_id=first.pk, expected_version=7, reason="态度性表述"
        )
    first.refresh_from_db()
    assert first.state == "OPEN"


def test_dropping_without_a_reason_is_refused(county):
    first = proposals_of(make_read_source(county.clerk))[0]
    with pytest.raises(Refused, match="reason_missing"):
        drop_proposal(acting=county.clerk, proposal_id=first.pk, expected_version=1, reason=" ")


def test_a_proposal_of_another_county_looks_absent(county):
    other = make_county("149922")
    first = proposals_of(make_read_source(other.clerk))[0]
    with pytest.raises(Absent):
        drop_proposal(acting=county.clerk, proposal_id=first.pk, expected_version=1, reason="无")
    with pytest.raises(Absent):
        desk(county.clerk.scope, first.source_id)


def test_split_then_reopened_is_as_before(county):
    first = proposals_of(make_read_source(county.clerk))[0]
    place = first.spans[0][0] + 8
    one, two = split_proposal(
        acting=county.clerk, proposal_id=first.pk, expected_version=1, offset=place
    )
    assert one.action + two.action == first.action
    assert one.unit_id == two.unit_id == first.unit_id
    again = reopen_proposal(acting=county.clerk, proposal_id=first.pk, expected_version=2)
    assert again.state == "OPEN"
    assert not Proposal.objects.filter(parent=first).exists()


@pytest.mark.parametrize("offset", [0, 1, 10_000])
def test_split_outside_the_quote_is_refused(county, offset):
    first = proposals_of(make_read_source(county.clerk))[0]
    with pytest.raises(Refused, match="split_outside"):
        split_proposal(acting=county.clerk, proposal_id=first.pk, expected_version=1, offset=offset)


def test_merged_then_reopened_gives_both_back(county):
    first, second, _ = proposals_of(make_read_source(county.clerk))
    whole = merge_proposals(acting=county.clerk, picks=[(second.pk, 1), (first.pk, 1)])
    assert whole.action == first.action + second.action
    assert whole.unit_id == first.unit_id
    reopen_proposal(acting=county.clerk, proposal_id=second.pk, expected_version=2)
    states = set(Proposal.objects.values_list("state", flat=True))
    assert states == {"OPEN"}
    assert Proposal.objects.count() == 3


def test_the_source_is_confirmed_with_its_last_decision_and_open_again_after_an_undo(county):
    source = make_read_source(county.clerk)
    for one in proposals_of(source):
        drop_proposal(acting=county.clerk, proposal_id=one.pk, expected_version=1, reason="无")
    source.refresh_from_db()
    assert source.state == "CONFIRMED"
    reopen_proposal(acting=county.clerk, proposal_id=one.pk, expected_version=2)
    source.refresh_from_db()
    assert source.state == "READ"


def test_asking_for_a_reading_writes_a_job_and_the_desk_tells_of_it(county):
    source = make_source(county.clerk)
    job = ask_reading(acting=county.clerk, source_id=source.pk)
    assert (job.kind, job.arguments["source_id"]) == ("source.read", source.pk)
    assert desk(county.clerk.scope, source.pk).reading_waits


@settings(deadline=None)
@given(
    lengths=st.lists(st.integers(1, 9), min_size=1, max_size=4),
    offset=st.integers(0, 60),
)
def test_dividing_spans_loses_and_doubles_no_character(lengths, offset):
    spans, place = [], 3
    for length in lengths:
        spans.append(Span(start=place, end=place + length))
        place += length + 2
    before, after = _divide(spans, offset)
    covered = [i for span in (*before, *after) for i in range(span.start, span.end)]
    whole = [i for span in spans for i in range(span.start, span.end)]
    if offset in whole:
        assert covered == whole
        assert all(i < offset for span in before for i in range(span.start, span.end))
    else:
        assert covered == []
    joined = [i for span in _union(spans) for i in range(span.start, span.end)]
    assert joined == whole


def advised(document):
    advice = [
        {"directive": "d3", "text": "云溪镇", "basis": "candidate", "span": [39, 42], "model": "m"}
    ]
    return advice, []


def test_advice_stands_beside_the_reading_and_changes_no_proposal(county):
    source = make_read_source(county.clerk)
    before = [(one.unit_id, one.version) for one in proposals_of(source)]
    advise_source(
        acting=county.clerk, source_id=source.pk, expected_version=source.version, advisor=advised
    )
    shown = desk(county.clerk.scope, source.pk)
    assert [one.advised.text if one.advised else None for one in shown.proposals] == [
        None,
        None,
        "云溪镇",
    ]
    assert [(one.unit_id, one.version) for one in proposals_of(source)] == before
    assert Entry.objects.latest("number").kind == "source.advised"


def test_advice_on_an_unread_or_changed_source_is_refused(county):
    source = make_source(county.clerk)
    with pytest.raises(Refused, match="not_read"):
        advise_source(acting=county.clerk, source_id=source.pk, expected_version=1, advisor=advised)
    with pytest.raises(StaleVersion):
        advise_source(acting=county.clerk, source_id=source.pk, expected_version=7, advisor=advised)
