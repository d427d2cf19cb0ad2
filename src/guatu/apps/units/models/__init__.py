"""Rows of units, people, posts and accounts."""

from guatu.apps.units.models.account import Account, SignInLink
from guatu.apps.units.models.person import Person, Post
from guatu.apps.units.models.unit import Unit

__all__ = ["Account", "Person", "Post", "SignInLink", "Unit"]
