"""Changes of how people sign in: accounts, passwords, one-time links, the first administrator."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.units.actions import check_code, locked_person, required
from guatu.apps.units.models import Account, Person, Post, SignInLink, Unit
from guatu.apps.units.queries import OFFICE_ZONE, acting_of, posts_in_force
from guatu.apps.units.rules import may_change_units
from guatu.domain.kernel.acting import Acting, Role, Scope

LINK_LIFETIME = timedelta(hours=24)
ROOT_CODE = "0"


def open_region(
    *, region: str, county_name: str, administrator_name: str, username: str, at: datetime
) -> Acting:
    """Make the first rows of a region: its top unit, an administrator with post and account.

    Nobody acts yet, so the entry names nobody. Refused where the region has units already.
    Returns the new administrator acting.
    """
    nobody = operator_of(region, at=at)
    with transaction.atomic():
        if Unit.objects.filter(region=region).exists():
            raise Refused("units.root_exists")
        check_code(region, ROOT_CODE)
        root = Unit(
            region=region,
            code=ROOT_CODE,
            name=required(county_name),
            short_name=required(county_name),
            kind=Unit.Kind.COUNTY.value,
            path=f"/{ROOT_CODE}/",
        )
        person = Person(region=region, name=required(administrator_name))
        write(nobody, "region.opened", changed=[root, person], arguments={"name": root.name})
        post = Post(
            person=person,
            unit=root,
            title=required(administrator_name),
            role=Role.ADMINISTRATOR.value,
            valid_from=nobody.today,
        )
        write(nobody, "post.appointed", changed=[post])
        open_account(acting=nobody, person_id=person.pk, username=username)
    return acting_of(person, at=at)


def first_administrator(*, at: datetime) -> Acting | None:
    """Return an administrator with an open account while nobody has ever signed in, else None."""
    if Account.objects.filter(last_login__isnull=False).exists():
        return None
    for account in Account.objects.filter(is_active=True).order_by("id"):
        posts = posts_in_force(account.person_id, at.astimezone(OFFICE_ZONE).date())
        for post in posts:
            if post.role is Role.ADMINISTRATOR:
                return acting_of(account, post_id=post.post_id, at=at)
    return None


def operator_of(region: str, *, at: datetime) -> Acting:
    """Return the operator at the command line as an administrator of a region, without a name.

    Whoever can run commands on the data folder can read it all; the entry names nobody.
    """
    return Acting(
        person_id=0,
        post_id=0,
        unit_id=0,
        role=Role.ADMINISTRATOR,
        scope=Scope(region=region),
        at=at,
        today=at.astimezone(OFFICE_ZONE).date(),
    )


def open_account(*, acting: Acting, person_id: int, username: str) -> Account:
    """Open the one account of a person, without a password: a sign-in link sets the first one."""
    _require_administrator(acting)
    with transaction.atomic():
        person = locked_person(acting, person_id)
        known = Account.objects.filter(person=person).first()
        if known is not None:
            raise Refused("units.account_open", username=known.username)
        if Account.objects.filter(username=required(username)).exists():
            raise Refused("units.username_taken", username=username.strip())
        account = Account(username=required(username), person=person)
        account.set_unusable_password()
        account.save()
        write(acting, "account.opened", changed=[], arguments={"person_id": person.pk})
        return account


def close_account(*, acting: Acting, person_id: int) -> Account:
    """Let an account sign in no longer; the person's history stays."""
    _require_administrator(acting)
    with transaction.atomic():
        account = _account_of(acting, person_id)
        account.is_active = False
        account.save()
        account.links.all().delete()
        write(acting, "account.closed", changed=[], arguments={"person_id": person_id})
        return account


def set_password(*, acting: Acting, password: str) -> Account:
    """Set the acting person's own password; nobody sets another's. Refused when it is weak."""
    with transaction.atomic():
        account = _account_of(acting, acting.person_id)
        try:
            validate_password(password, account)
        except ValidationError:
            raise Refused("units.password_weak")
        account.set_password(password)
        account.save()
        write(acting, "password.set", changed=[], arguments={"person_id": acting.person_id})
        return account


def make_sign_in_link(*, acting: Acting, person_id: int) -> str:
    """Return the secret of a new link that signs the person in once within a day.

    Only the hash is kept; links made before are gone. An administrator's act, or the
    operator's on the command line.
    """
    _require_administrator(acting)
    with transaction.atomic():
        account = _account_of(acting, person_id)
        account.links.all().delete()
        secret = secrets.token_urlsafe(24)
        SignInLink.objects.create(
            account=account, secret_hash=_hash_of(secret), expires_at=acting.at + LINK_LIFETIME
        )
        write(acting, "link.made", changed=[], arguments={"person_id": person_id})
        return secret


def use_sign_in_link(secret: str, *, at: datetime) -> Account:
    """Spend a link and return its account; Refused when unknown, spent or expired."""
    with transaction.atomic():
        link = (
            SignInLink.objects.select_for_update(of=("self",))
            .select_related("account")
            .filter(secret_hash=_hash_of(secret), used_at=None, expires_at__gt=at)
            .first()
        )
        if link is None or not link.account.is_active:
            raise Refused("units.link_spent")
        link.used_at = at
        link.save()
        return link.account


def link_is_open(secret: str, *, at: datetime) -> bool:
    """Tell whether a link would still sign in, without spending it (for the page that asks)."""
    return SignInLink.objects.filter(
        secret_hash=_hash_of(secret), used_at=None, expires_at__gt=at, account__is_active=True
    ).exists()


def _account_of(acting: Acting, person_id: int) -> Account:
    account = (
        Account.objects.select_for_update(of=("self",))
        .filter(person_id=person_id, person__region=acting.scope.region)
        .first()
    )
    if account is None:
        person = Person.objects.filter(pk=person_id, region=acting.scope.region).first()
        if person is None:
            raise Absent(f"person {person_id}")
        raise Refused("units.no_account", person=person.name)
    return account


def _hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _require_administrator(acting: Acting) -> None:
    demand(may_change_units(acting))
