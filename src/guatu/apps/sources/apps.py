"""Registers the sources app with Django."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The sources app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
