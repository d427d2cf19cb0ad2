import pytest

from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Refused
from guatu.apps.units.actions import learn_alias
from guatu.apps.units.names import match_name
from guatu.apps.units.queries import open_units
from guatu.apps.units.values import NameFit
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


def unit_of(county, short_name):
    (unit,) = [one for one in open_units(county.clerk.scope) if one.short_name == short_name]
    return unit


def test_a_learned_name_means_its_unit_from_then_on(county):
    unit = unit_of(county, "发改局")
    assert match_name("项目中心", open_units(county.clerk.scope)).fit is NameFit.UNKNOWN
    learn_alias(acting=county.clerk, unit_id=unit.id, alias=" 项目中心 ")
    match = match_name("项目中心", open_units(county.clerk.scope))
    assert (match.fit, match.unit.id) == (NameFit.EXACT, unit.id)
    entry = Entry.objects.latest("number")
    assert entry.kind == "unit.alias_learned"


def test_a_name_that_is_known_writes_nothing(county):
    unit = unit_of(county, "发改局")
    before = Entry.objects.count()
    learn_alias(acting=county.clerk, unit_id=unit.id, alias="发改局")
    assert Entry.objects.count() == before


def test_a_name_of_another_unit_is_never_taken(county):
    with pytest.raises(Refused, match="name_of_another"):
        learn_alias(acting=county.clerk, unit_id=unit_of(county, "发改局").id, alias="云溪镇")


@pytest.mark.parametrize("role", ["leader", "approver", "viewer", "liaison"])
def test_only_who_works_at_the_desk_teaches_names(county, role):
    with pytest.raises(Refused):
        learn_alias(
            acting=getattr(county, role), unit_id=unit_of(county, "发改局").id, alias="项目中心"
        )
