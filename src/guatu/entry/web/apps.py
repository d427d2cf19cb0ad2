"""Registers the pages with Django: their templates, tags and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages of the office; rows and rules stand in ``guatu.apps``."""

    name = "guatu.entry.web"
    label = "web"
