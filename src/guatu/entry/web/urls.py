"""Every page, gathered area by area."""

from django.urls import URLPattern

from guatu.entry.web.pages import (
    account,
    design,
    home,
    journal,
    matters,
    people,
    sign_in,
    sources,
    units,
    wall,
    watch,
    works,
)

urlpatterns: list[URLPattern] = [
    *sign_in.routes,
    *account.routes,
    *home.routes,
    *sources.routes,
    *matters.routes,
    *works.routes,
    *wall.routes,
    *watch.routes,
    *units.routes,
    *people.routes,
    *journal.routes,
    *design.routes,
]
