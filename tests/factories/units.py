"""Two invented counties with a few units and one person for each role."""

from dataclasses import dataclass
from datetime import datetime

from guatu.apps.units.access import open_account, open_region, set_password
from guatu.apps.units.actions import add_person, add_unit, appoint
from guatu.apps.units.models import Unit
from guatu.apps.units.queries import acting_of
from guatu.domain.kernel.acting import Acting, Role
from tests.factories.acting import MOMENT

PASSWORD = "岚川-2026-open"

COUNTIES = {"149921": "岚川县", "149922": "石坪县"}

UNITS = (
    # code, name, short name, kind, code of the parent
    ("01", "县政府办公室", "政府办", "OFFICE", "0"),
    ("0101", "政府督查室", "督查室", "OFFICE", "01"),
    ("12", "县发展和改革局", "发改局", "DEPARTMENT", "0"),
    ("15", "市生态环境局{county}分局", "环境分局", "DEPARTMENT", "0"),
    ("21", "县经济开发区", "开发区", "ZONE", "0"),
    ("31", "云溪镇", "云溪镇", "TOWNSHIP", "0"),
    ("3101", "上河村", "上河村", "VILLAGE", "31"),
    ("32", "柳沟镇", "柳沟镇", "TOWNSHIP", "0"),
)


@dataclass(frozen=True, kw_only=True)
class County:
    """A county with everybody who acts in it."""

    region: str
    units: dict[str, Unit]
    administrator: Acting
    leader: Acting
    approver: Acting
    clerk: Acting
    liaison: Acting
    viewer: Acting

    def everyone(self) -> tuple[Acting, ...]:
        return (
            self.administrator,
            self.leader,
            self.approver,
            self.clerk,
            self.liaison,
            self.viewer,
        )


def make_county(region: str = "149921", *, at: datetime = MOMENT) -> County:
    """Open a county: units by code, and one person a role (the liaison's unit is 云溪镇)."""
    name = COUNTIES[region]
    administrator = open_region(
        region=region,
        county_name=name,
        administrator_name="管理员",
        username=f"admin-{region}",
        at=at,
    )
    units = {"0": Unit.objects.get(region=region, code="0")}
    for position, (code, unit_name, short_name, kind, parent) in enumerate(UNITS):
        units[code] = add_unit(
            acting=administrator,
            code=code,
            name=unit_name.format(county=name),
            short_name=short_name,
            kind=kind,
            parent_id=units[parent].pk,
            position=position,
        )
    holders = {
        Role.LEADER: ("冯远山", "常务副县长", "0"),
        Role.APPROVER: ("柏文清", "政府办主任", "01"),
        Role.CLERK: ("苗可欣", "督查室科员", "0101"),
        Role.LIAISON: ("石小满", "联络员", "31"),
        Role.VIEWER: ("邬静", "统计员", "12"),
    }
    acting = {
        role: make_acting(administrator, name=person, title=title, unit=units[code], role=role)
        for role, (person, title, code) in holders.items()
    }
    return County(
        region=region,
        units=units,
        administrator=administrator,
        leader=acting[Role.LEADER],
        approver=acting[Role.APPROVER],
        clerk=acting[Role.CLERK],
        liaison=acting[Role.LIAISON],
        viewer=acting[Role.VIEWER],
    )


def make_acting(administrator: Acting, *, name: str, title: str, unit: Unit, role: Role) -> Acting:
    """Add a person with one post from today and return the person acting in it."""
    person = add_person(acting=administrator, name=name)
    post = appoint(
        acting=administrator,
        person_id=person.pk,
        unit_id=unit.pk,
        title=title,
        role=role,
        valid_from=administrator.today,
    )
    return acting_of(person, post_id=post.pk, at=administrator.at)


def make_account(administrator: Acting, acting: Acting, *, username: str):
    """Open an account with the password of the tests and return it."""
    open_account(acting=administrator, person_id=acting.person_id, username=username)
    return set_password(acting=acting, password=PASSWORD)
