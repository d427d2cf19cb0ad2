import pytest

from tests.factories.units import County, make_county


@pytest.fixture
def county(db) -> County:
    return make_county()
