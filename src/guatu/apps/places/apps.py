"""Registers the places app with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The places app; its rows, questions and changes stand in the modules beside this one."""

    name = "guatu.apps.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
