"""Registers the reports app with Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The reports app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
