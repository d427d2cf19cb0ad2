import pytest

from guatu.domain.kernel.acting import Role
from guatu.entry.web.pages.wall import _folded
from tests.factories.places import a_place
from tests.factories.watch import a_source, an_alert
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_everybody_sees_the_wall_and_a_name_opens_its_work(county, clients, page_of, role):
    work_id = a_work(county)
    page = page_of(clients[role].get("/wall/"))
    assert f"/works/{work_id}/" in page.text
    assert page.text.count("<svg") == 6


def test_an_empty_wall_says_where_to_begin(clerk, page_of):
    assert "还没有可挂图的项目" in page_of(clerk.get("/wall/")).text


def test_a_folded_group_is_left_out_without_script(county, clerk, page_of):
    work_id = a_work(county)
    page = page_of(clerk.get("/wall/", {"fold": "城建", "zoom": "week"}))
    assert f'href="/works/{work_id}/"' not in page.text


def test_a_wall_of_more_than_a_hundred_works_opens_with_its_first_groups(rf):
    groups = [("一批", 50), ("二批", 10), ("三批", 30), ("四批", 11)]
    assert _folded(rf.get("/wall/"), groups) == {"三批", "四批"}
    assert _folded(rf.get("/wall/", {"folds": "stated", "fold": "一批"}), groups) == {"一批"}
    assert _folded(rf.get("/wall/", {"folds": "stated"}), groups) == frozenset()
    assert _folded(rf.get("/wall/"), groups[:3]) == frozenset()
    assert _folded(rf.get("/wall/"), [("全部", 300)]) == frozenset()


@pytest.mark.parametrize("zoom", ["quarter", "month", "week", "nonsense"])
def test_every_zoom_draws_a_page(county, clerk, page_of, zoom):
    a_work(county)
    page_of(clerk.get("/wall/", {"zoom": zoom}))


def test_the_light_on_the_wall_carries_its_arithmetic(county, clerk, page_of):
    a_work(county)
    page = page_of(clerk.get("/wall/"))
    assert 'data-light="W1"' in page.text
    assert page.text.count("天") > 0


def test_an_order_shades_the_wall(county, clerk, page_of):
    place_id = a_place(county)
    running = site_document(start="2026-10-30", target="2026-12-31")
    a_work(county, place_id=place_id, document=running)
    a_source(county, place_id=place_id)
    an_alert(county.clerk, starts_at=county.clerk.at, hours=48)
    assert "橙色预警停工" in page_of(clerk.get("/wall/")).text


def test_the_print_view_holds_a_sheet_a_page(county, clerk, page_of):
    a_work(county)
    page = page_of(clerk.get("/wall/print/"))
    assert len(page.all("div", class_="wall-paper")) == 1


@pytest.mark.parametrize(
    ("form", "head"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG")]
)
def test_the_wall_is_handed_out_in_three_forms(county, clerk, form, head):
    a_work(county)
    answer = clerk.get(f"/wall/sheet.{form}")
    assert answer.content.startswith(head)
    assert f'filename="wall-2026-11-05.{form}"' in answer["Content-Disposition"]


@pytest.mark.parametrize(
    "address", ["/wall/sheet.exe", "/wall/sheet.svg?sheet=9", "/wall/sheet.svg?sheet=x"]
)
def test_what_is_not_drawn_is_not_found(county, clerk, address):
    a_work(county)
    assert clerk.get(address).status_code == 404


def test_a_liaison_sees_only_the_own_works_on_the_wall(county, liaison, page_of):
    a_work(county)
    a_work(county, "W2", name="外镇工程", lead_id=county.units["32"].pk)
    assert "外镇工程" not in page_of(liaison.get("/wall/")).text
