"""A page that came in by mistake goes away again, unless something rests on it."""

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.files import has_file
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.sources.actions import drop_proposal, reopen_proposal, withdraw_source
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.queries import source_list
from tests.factories.sources import make_read_source, make_source, proposals_of
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


def withdraw(county, source, *, acting=None, version=None):
    withdraw_source(
        acting=acting or county.clerk,
        source_id=source.pk,
        expected_version=source.version if version is None else version,
    )


def test_source_when_nothing_rests_on_it_then_goes_with_proposals_and_bytes(
    county, django_capture_on_commit_callbacks
):
    source = make_read_source(county.clerk)
    assert has_file(source.sha256)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(county, source)
    assert source_list(county.clerk.scope) == ()
    assert not Proposal.objects.exists()
    assert not has_file(source.sha256)
    assert Entry.objects.latest("number").kind == "source.withdrawn"


def test_source_when_withdrawn_then_may_be_taken_in_again(county):
    withdraw(county, make_source(county.clerk))
    assert make_source(county.clerk).version == 1


@pytest.mark.parametrize("back", [False, True])
def test_source_when_a_proposal_was_decided_then_stays(county, back):
    source = make_read_source(county.clerk)
    first = proposals_of(source)[0]
    drop_proposal(
        acting=county.clerk, proposal_id=first.pk, expected_version=1, reason="态度性表述"
    )
    if back:
        reopen_proposal(acting=county.clerk, proposal_id=first.pk, expected_version=2)
    with pytest.raises(Refused, match="in_use"):
        withdraw(county, source)
    assert Source.objects.filter(pk=source.pk).exists()
    assert has_file(source.sha256)


def test_source_when_seen_in_an_older_version_then_stays(county):
    source = make_read_source(county.clerk)
    with pytest.raises(StaleVersion):
        withdraw(county, source, version=source.version - 1)


def test_source_of_another_county_is_absent(county):
    source = make_source(county.clerk)
    with pytest.raises(Absent):
        withdraw(county, source, acting=make_county("149922").clerk)


@pytest.mark.parametrize("role", ["leader", "approver", "administrator", "viewer", "liaison"])
def test_withdrawing_is_refused_to_all_but_clerks(county, role):
    source = make_source(county.clerk)
    with pytest.raises(Refused):
        withdraw(county, source, acting=getattr(county, role))
