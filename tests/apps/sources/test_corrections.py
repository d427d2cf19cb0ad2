import pytest

from guatu.apps.matters.actions import confirm_proposal
from guatu.apps.matters.values import Draft
from guatu.apps.sources.actions import drop_proposal, edit_proposal
from guatu.apps.sources.corrections import desk_cases
from guatu.domain.kernel.diagnostic import Span
from guatu.entry.desk_tools import rulebook
from tests.factories.sources import TEXT, make_read_source, proposals_of
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


def confirm(county, proposal, unit):
    confirm_proposal(
        acting=county.clerk,
        proposal_id=proposal.pk,
        expected_version=proposal.version,
        draft=Draft(title="事", lead_id=unit.pk),
        rules=rulebook(),
    )


def test_a_source_is_a_case_once_all_is_decided_and_tells_what_was_changed(county):
    source = make_read_source(county.clerk)
    first, second, third = proposals_of(source)
    confirm(county, first, county.units["31"])
    assert list(desk_cases()) == []
    start = TEXT.index("办理手续")
    second = edit_proposal(
        acting=county.clerk,
        proposal_id=second.pk,
        expected_version=second.version,
        kind="standing",
        span=Span(start=start, end=start + 4),
    )
    confirm(county, second, county.units["31"])
    drop_proposal(
        acting=county.clerk,
        proposal_id=third.pk,
        expected_version=third.version,
        reason="没有可核查的结果",
    )
    (case,) = desk_cases()
    assert case.changes == {"kept": 1, "words": 1, "kind": 1, "unit": 1, "dropped": 1}
    assert [one["action"] for one in case.document["directives"]] == [first.action, "办理手续"]
    assert case.document["directives"][1]["unit"] == county.units["31"].name
    assert case.document["dropped"][0]["reason"] == "没有可核查的结果"
    assert case.document["text"] == TEXT
