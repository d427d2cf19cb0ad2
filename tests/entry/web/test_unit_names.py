import pytest
from django.core.exceptions import ValidationError

from guatu.apps.units.queries import open_units
from guatu.entry.web.pages.sources_forms import UnitNameField, UnitNamesField
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db


def field_of(kind):
    made = kind(required=False)
    made.units = open_units(make_county().clerk.scope)
    return made


def test_initials_mean_the_unit_that_alone_has_them():
    field = field_of(UnitNameField)
    (unit,) = [one for one in field.units if one.short_name == "发改局"]
    assert field.clean("FGJ") == unit


def test_letters_that_fit_no_unit_are_told():
    with pytest.raises(ValidationError, match="qqq"):
        field_of(UnitNameField).clean("qqq")


def test_several_units_may_mix_names_and_initials():
    field = field_of(UnitNamesField)
    assert [one.short_name for one in field.clean("云溪镇、fgj")] == ["云溪镇", "发改局"]
