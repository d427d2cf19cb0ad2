"""Registers the units app with Django."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """The units app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.units"
    label = "units"
    default_auto_field = "django.db.models.BigAutoField"
