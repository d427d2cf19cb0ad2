"""Fill a data folder with the county of the tests: ``python -m tests.browser.seed_county FOLDER``."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.factories.units import County


def seed(folder: Path) -> None:
    """Make the folder, its tables, and an account with the tests' password for each role."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["GUATU_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "guatu.conf.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    _fill()


def _fill() -> None:
    from guatu.apps.units.access import set_password
    from guatu.entry.clock import moment
    from tests.factories.units import PASSWORD, make_account, make_county

    county = make_county(at=moment())
    set_password(acting=county.administrator, password=PASSWORD)
    for acting in county.everyone():
        if acting is not county.administrator:
            make_account(county.administrator, acting, username=acting.role.value)
    _list_a_site(county)


def _list_a_site(county: "County") -> None:
    """A place in 云溪镇 and its row on the emission list, so that an alert has something to stop."""
    from guatu.apps.places.actions import add_place
    from guatu.apps.watch.list_actions import SourceDraft, add_source
    from guatu.domain.watching.orders import SourceKind

    unit = county.units["31"].pk
    place = add_place(
        acting=county.clerk, code="P1", name="云溪水厂工地", kind="SITE", unit_id=unit, x=1.0, y=2.0
    )
    draft = SourceDraft(
        code="E1", name="云溪水厂工地", kind=SourceKind.SITE, unit_id=unit, place_id=place.pk
    )
    add_source(acting=county.clerk, draft=draft)


if __name__ == "__main__":
    seed(Path(sys.argv[1]))
