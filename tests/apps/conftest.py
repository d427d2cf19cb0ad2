import pytest

from tests.factories.units import County, make_county


@pytest.fixture
def county(db) -> County:
    return make_county("149921")


@pytest.fixture
def other_county(db) -> County:
    return make_county("149922")
