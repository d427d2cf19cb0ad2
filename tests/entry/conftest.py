"""A county whose people are signed in, at one fixed moment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from guatu.apps.units.access import set_password
from guatu.domain.kernel.acting import Acting, Role
from guatu.entry import clock
from tests.factories.acting import MOMENT
from tests.factories.units import PASSWORD, County, make_account, make_county


@pytest.fixture(autouse=True, scope="session")
def _static_folder() -> None:
    """WhiteNoise warns where the folder of collected files is missing; tests serve by finders."""
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)


@pytest.fixture(autouse=True)
def office_moment(monkeypatch: pytest.MonkeyPatch):
    """Every page and API call of these tests happens at MOMENT."""
    monkeypatch.setattr(clock, "moment", lambda: MOMENT)
    return MOMENT


@pytest.fixture
def county(db) -> County:
    return make_county()


@pytest.fixture
def sign_in(county: County) -> Callable[[Acting], Client]:
    """Return a function that gives the browser of a person who has signed in."""

    def signed_in(acting: Acting) -> Client:
        if acting.role is Role.ADMINISTRATOR and acting == county.administrator:
            account = set_password(acting=acting, password=PASSWORD)
        else:
            account = make_account(
                county.administrator, acting, username=f"person-{acting.person_id}"
            )
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def clients(county: County, sign_in: Callable[[Acting], Client]) -> dict[Role, Client]:
    """One signed-in browser a role."""
    return {acting.role: sign_in(acting) for acting in county.everyone()}


@pytest.fixture
def administrator(county: County, sign_in: Callable[[Acting], Client]) -> Client:
    return sign_in(county.administrator)


@pytest.fixture
def clerk(county: County, sign_in: Callable[[Acting], Client]) -> Client:
    return sign_in(county.clerk)


@pytest.fixture
def liaison(county: County, sign_in: Callable[[Acting], Client]) -> Client:
    return sign_in(county.liaison)
