import pytest

from tests.factories.works import a_work

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("form", "head"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG")]
)
def test_the_wall_is_handed_out_in_three_forms(county, liaison, form, head):
    a_work(county)
    answer = liaison.get(f"/api/v1/wall/sheet.{form}")
    assert answer.status_code == 200
    assert answer.content.startswith(head)


@pytest.mark.parametrize(
    ("address", "status"),
    [("sheet.exe", 404), ("sheet.svg?sheet=9", 404), ("sheet.svg?paper=A9", 422)],
)
def test_what_is_not_drawn_is_told(county, clerk, address, status):
    a_work(county)
    assert clerk.get(f"/api/v1/wall/{address}").status_code == status
