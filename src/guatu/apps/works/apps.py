"""Registers the works app with Django."""

from django.apps import AppConfig


class WorksConfig(AppConfig):
    """The works app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.works"
    label = "works"
    default_auto_field = "django.db.models.BigAutoField"
