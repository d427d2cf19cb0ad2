"""What the frame around every page shows: county, navigation, who acts, language."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from guatu.apps.units.queries import county_name
from guatu.entry.packs_at_hand import page_language
from guatu.entry.web.acting import Seat

# Name of the address, its words, and further beginnings of addresses that belong to it.
NAVIGATION = (
    ("home", _("Home"), ()),
    ("sources", _("Sources"), ("/desk/", "/records/")),
    ("matters", _("Matters"), ()),
    ("works", _("Works"), ()),
    ("wall", _("Wall"), ()),
    ("watch", _("Alerts"), ()),
    ("units", _("Units and people"), ("/people/",)),
    ("journal", _("Journal"), ()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """One link of the navigation that the role may open."""

    words: str
    address: str
    current: bool


def office(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's values; looked up only when a template uses them."""
    seat: Seat | None = getattr(request, "seat", None)
    return {
        "csp_nonce": str(getattr(request, "csp_nonce", "")),
        "seat": seat,
        "page_language": page_language(),
        "navigation": SimpleLazyObject(lambda: navigation_of(request, seat)),
        "county": SimpleLazyObject(lambda: county_of(seat)),
    }


def county_of(seat: Seat | None) -> str:
    """Return the name of the county whose ledger this is; empty before somebody signs in."""
    return "" if seat is None or seat.acting is None else county_name(seat.acting.scope)


def navigation_of(request: HttpRequest, seat: Seat | None) -> list[NavigationItem]:
    """Return the links that the acting role may open, the current one marked."""
    if seat is None or seat.acting is None:
        return []
    role = seat.acting.role
    items: list[NavigationItem] = []
    for name, words, further in NAVIGATION:
        address = reverse(name)
        if role not in resolve(address).func.rights:  # type: ignore[attr-defined]  # GuardedPage
            continue
        begins = () if name == "home" else (address, *further)
        here = request.path == address or request.path.startswith(begins)
        items.append(NavigationItem(words=str(words), address=address, current=here))
    return items
