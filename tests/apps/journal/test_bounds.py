import pytest

from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Refused
from guatu.apps.units.actions import add_person, add_unit, change_unit
from guatu.apps.units.models import Person, Unit
from tests.factories.units import make_county


@pytest.fixture
def county(db):
    return make_county()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("长" * 5000, "journal.text_too_long"),
        ("苗\x00欣", "journal.text_unkeepable"),
        ("苗\ud800", "journal.text_unkeepable"),
    ],
)
def test_a_text_that_a_column_cannot_keep_is_refused_on_every_database(county, name, code):
    before = Person.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as refused:
        add_person(acting=county.administrator, name=name)
    assert refused.value.code == code
    assert (Person.objects.count(), Entry.objects.count()) == before


@pytest.mark.parametrize("position", [-1, 2**31, 10**30])
def test_a_number_out_of_its_columns_range_is_refused_and_the_row_stays(county, position):
    unit = county.units["12"]
    with pytest.raises(Refused) as refused:
        change_unit(
            acting=county.administrator,
            unit_id=unit.pk,
            expected_version=unit.version,
            name=unit.name,
            short_name=unit.short_name,
            aliases=(),
            position=position,
        )
    assert refused.value.code == "journal.number_out_of_range"
    assert Unit.objects.get(pk=unit.pk).version == unit.version


def test_a_unit_of_no_known_kind_is_refused(county):
    with pytest.raises(Refused) as refused:
        add_unit(
            acting=county.administrator,
            code="77",
            name="某局",
            kind="字",
            parent_id=county.units["0"].pk,
        )
    assert refused.value.code == "units.kind_unknown"
