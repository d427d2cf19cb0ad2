"""Fill a data folder with the county of the tests: ``python -m tests.browser.seed_county FOLDER``."""

import os
import sys
from pathlib import Path


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


if __name__ == "__main__":
    seed(Path(sys.argv[1]))
