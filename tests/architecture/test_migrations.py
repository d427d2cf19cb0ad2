import io
import re

import pytest
from django.core.management import call_command

from tests.architecture.source_tree import PACKAGE


def _migrations() -> list[str]:
    found = (PACKAGE / "apps").glob("*/migrations/[0-9]*.py")
    return sorted(str(path.relative_to(PACKAGE)) for path in found)


@pytest.mark.django_db
def test_no_model_lacks_its_migration():
    said = io.StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=said)
    assert "No changes detected" in said.getvalue()


def test_every_migration_has_a_name_that_a_person_gave():
    assert _migrations()
    for path in _migrations():
        assert re.search(r"/\d{4}_[a-z]", path), path
        assert "_auto_" not in path, path


@pytest.mark.parametrize(
    "app",
    sorted(
        path.name
        for path in (PACKAGE / "apps").iterdir()
        if path.is_dir() and path.name != "__pycache__"
    ),
)
def test_migrations_of_an_app_form_one_line(app: str):
    numbers = [path.split("/")[-1][:4] for path in _migrations() if path.startswith(f"apps/{app}/")]
    assert numbers == sorted(set(numbers))
