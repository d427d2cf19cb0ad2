from datetime import timedelta

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.models import Entry
from guatu.apps.journal.proof import prove_chain
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units import access, actions
from guatu.apps.units.models import Account, Post, Unit
from guatu.domain.kernel.acting import Role
from tests.factories.acting import MOMENT
from tests.factories.units import PASSWORD, make_account


def test_county_when_opened_then_every_row_is_in_the_journal(county, other_county):
    assert prove_chain().holds
    assert list(compare_rows()) == []


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_changes_when_anybody_but_an_administrator_asks_then_are_refused(county, role):
    acting = getattr(county, role.value)
    unit = county.units["31"]
    day = MOMENT.date()
    attempts = [
        lambda: actions.add_unit(
            acting=acting, code="9", name="新", kind="OFFICE", parent_id=unit.pk
        ),
        lambda: actions.change_unit(
            acting=acting,
            unit_id=unit.pk,
            expected_version=1,
            name="新",
            short_name="",
            aliases=(),
            position=0,
        ),
        lambda: actions.close_unit(
            acting=acting, unit_id=unit.pk, expected_version=1, closed_on=day
        ),
        lambda: actions.add_person(acting=acting, name="新人"),
        lambda: actions.change_person(
            acting=acting, person_id=acting.person_id, expected_version=1, name="新", phone=""
        ),
        lambda: actions.appoint(
            acting=acting,
            person_id=acting.person_id,
            unit_id=unit.pk,
            title="县长",
            role=Role.LEADER,
            valid_from=day,
        ),
        lambda: actions.end_post(
            acting=acting, post_id=acting.post_id, expected_version=1, valid_to=day
        ),
        lambda: actions.add_deputy(
            acting=acting,
            post_id=acting.post_id,
            person_id=county.viewer.person_id,
            valid_from=day,
            valid_to=day + timedelta(days=1),
        ),
        lambda: access.open_account(acting=acting, person_id=acting.person_id, username="me"),
        lambda: access.close_account(acting=acting, person_id=acting.person_id),
        lambda: access.make_sign_in_link(acting=acting, person_id=acting.person_id),
    ]
    before = Entry.objects.count()
    for attempt in attempts:
        with pytest.raises(Refused, match=r"units\.administrator_only"):
            attempt()
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"code": "12"}, "units.code_taken"),
        ({"code": "1/2"}, "units.code_malformed"),
        ({"name": "  "}, "units.name_missing"),
        ({"parent_id": None}, "units.root_exists"),
    ],
)
def test_unit_when_wrongly_described_then_is_refused_with_its_reason(county, changed, code):
    asked = {"code": "90", "name": "新设局", "parent_id": county.units["0"].pk} | changed
    with pytest.raises(Refused) as refused:
        actions.add_unit(acting=county.administrator, kind="DEPARTMENT", **asked)
    assert refused.value.code == code
    assert not Unit.objects.filter(name="新设局").exists()


def test_unit_when_seen_in_an_older_version_then_is_not_changed(county):
    unit = county.units["31"]
    asked = {"unit_id": unit.pk, "short_name": "", "aliases": ["云溪", "云溪"], "position": 5}
    actions.change_unit(
        acting=county.administrator, expected_version=unit.version, name="云溪新镇", **asked
    )
    with pytest.raises(StaleVersion):
        actions.change_unit(
            acting=county.administrator, expected_version=unit.version, name="旧", **asked
        )
    unit.refresh_from_db()
    assert (unit.name, unit.short_name, unit.aliases) == ("云溪新镇", "云溪新镇", ["云溪"])


def test_post_when_it_ends_then_its_deputies_end_with_it(county):
    start = MOMENT.date() + timedelta(days=3)
    deputy = actions.add_deputy(
        acting=county.administrator,
        post_id=county.approver.post_id,
        person_id=county.clerk.person_id,
        valid_from=start,
        valid_to=start + timedelta(days=9),
    )
    actions.end_post(
        acting=county.administrator,
        post_id=county.approver.post_id,
        expected_version=1,
        valid_to=start + timedelta(days=2),
    )
    deputy.refresh_from_db()
    assert deputy.valid_to == start + timedelta(days=2)


@pytest.mark.parametrize(
    ("holder", "shift", "code"),
    [
        ("approver", 0, "units.deputy_is_holder"),
        ("clerk", -9, "units.deputy_outside_post"),
    ],
)
def test_deputy_when_impossible_then_is_refused(county, holder, shift, code):
    start = MOMENT.date() + timedelta(days=shift)
    with pytest.raises(Refused) as refused:
        actions.add_deputy(
            acting=county.administrator,
            post_id=county.approver.post_id,
            person_id=getattr(county, holder).person_id,
            valid_from=start,
            valid_to=start + timedelta(days=1),
        )
    assert refused.value.code == code


def test_post_when_in_another_county_then_looks_absent(county, other_county):
    with pytest.raises(Absent):
        actions.end_post(
            acting=county.administrator,
            post_id=other_county.clerk.post_id,
            expected_version=1,
            valid_to=MOMENT.date() + timedelta(days=1),
        )
    with pytest.raises(Absent):
        actions.appoint(
            acting=county.administrator,
            person_id=other_county.clerk.person_id,
            unit_id=county.units["31"].pk,
            title="联络员",
            role=Role.LIAISON,
            valid_from=MOMENT.date(),
        )
    assert Post.objects.filter(person_id=other_county.clerk.person_id).count() == 1


def test_link_when_used_once_then_signs_in_and_never_again(county):
    secret = access.make_sign_in_link(
        acting=county.administrator, person_id=county.administrator.person_id
    )
    assert access.link_is_open(secret, at=MOMENT)
    account = access.use_sign_in_link(secret, at=MOMENT)
    assert account.person_id == county.administrator.person_id
    assert not access.link_is_open(secret, at=MOMENT)
    with pytest.raises(Refused, match=r"units\.link_spent"):
        access.use_sign_in_link(secret, at=MOMENT)


def test_link_when_a_day_old_or_replaced_then_is_spent(county):
    asked = {"acting": county.administrator, "person_id": county.administrator.person_id}
    first = access.make_sign_in_link(**asked)
    second = access.make_sign_in_link(**asked)
    assert not access.link_is_open(first, at=MOMENT)
    assert access.link_is_open(second, at=MOMENT + timedelta(hours=23))
    with pytest.raises(Refused, match=r"units\.link_spent"):
        access.use_sign_in_link(second, at=MOMENT + timedelta(hours=24))


def test_link_when_kept_then_only_its_hash_is(county):
    secret = access.make_sign_in_link(
        acting=county.administrator, person_id=county.administrator.person_id
    )
    account = Account.objects.get(person_id=county.administrator.person_id)
    assert secret not in str(account.links.values_list())
    assert not Entry.objects.filter(payload__contains=secret).exists()


def test_password_when_set_then_opens_the_account_and_stays_out_of_the_journal(county):
    account = make_account(county.administrator, county.clerk, username="miao")
    assert account.check_password(PASSWORD)
    assert not Entry.objects.filter(payload__contains=account.password).exists()


def test_password_when_weak_then_is_refused(county):
    with pytest.raises(Refused, match=r"units\.password_weak"):
        access.set_password(acting=county.administrator, password="12345678")


def test_account_when_closed_then_its_links_are_gone(county):
    person_id = county.administrator.person_id
    secret = access.make_sign_in_link(acting=county.administrator, person_id=person_id)
    access.close_account(acting=county.administrator, person_id=person_id)
    assert not access.link_is_open(secret, at=MOMENT)


def test_account_when_opened_twice_or_under_a_taken_name_then_is_refused(county):
    make_account(county.administrator, county.clerk, username="miao")
    for person, username, code in (
        (county.clerk, "other", "units.account_open"),
        (county.leader, "miao", "units.username_taken"),
    ):
        with pytest.raises(Refused) as refused:
            access.open_account(
                acting=county.administrator, person_id=person.person_id, username=username
            )
        assert refused.value.code == code
