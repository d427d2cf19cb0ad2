"""Every page, gathered area by area."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern

AREAS = (
    "sign_in",
    "account",
    "home",
    "units",
    "people",
    "journal",
    "design",
    "sources",
    "matters",
    "works",
    "wall",
    "watch",
)


def _routes_of(area: str) -> list[URLPattern]:
    if find_spec(f"guatu.entry.web.pages.{area}") is None:
        return []
    routes: list[URLPattern] = import_module(f"guatu.entry.web.pages.{area}").routes
    return routes


urlpatterns: list[URLPattern] = [route for area in AREAS for route in _routes_of(area)]
