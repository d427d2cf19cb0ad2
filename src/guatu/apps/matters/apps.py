"""Registers the matters app with Django."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """The matters app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.matters"
    label = "matters"
    default_auto_field = "django.db.models.BigAutoField"
