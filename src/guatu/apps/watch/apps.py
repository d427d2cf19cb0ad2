"""Registers the watch app with Django."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """The watch app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.watch"
    label = "watch"
    default_auto_field = "django.db.models.BigAutoField"
