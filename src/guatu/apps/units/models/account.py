"""Accounts and one-time sign-in links."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from guatu.apps.units.models.person import Person


class AccountManager(BaseUserManager["Account"]):
    """Looks accounts up by their sign-in name."""


class Account(AbstractBaseUser):
    """How a person signs in; one account a person, with no rights of its own.

    Sign-in data (password, last sign-in) is not journaled: it is no record of the office.
    """

    username = models.CharField(max_length=40, unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()


class SignInLink(models.Model):
    """A link that signs its account in once; only the hash of its secret is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="links")
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
