"""The kinds of entries and the code of their words, gathered from every app's ``kinds`` module."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

ERASED = "payload.erased"

KINDS = {ERASED: "journal.entry_payload_erased"}


@cache
def known_kinds() -> dict[str, str]:
    """Return the message code of every kind that any app's ``kinds.KINDS`` registers."""
    gathered: dict[str, str] = {}
    for config in apps.get_app_configs():
        module = f"{config.name}.kinds"
        if config.name.startswith("guatu.apps.") and find_spec(module) is not None:
            table: dict[str, str] = import_module(module).KINDS
            gathered.update(table)
    return gathered


def words_code(kind: str) -> str:
    """Return the message code of a kind; an unregistered one has its own plain words."""
    return known_kinds().get(kind, "journal.entry_of_other_kind")
