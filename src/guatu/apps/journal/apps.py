"""Registers the journal app with Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
