import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.watch.models import Alert, EmissionSource, Order
from guatu.domain.kernel.acting import Role
from tests.factories.places import a_place
from tests.factories.watch import a_source, an_alert
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db

TOLD = {
    "level": "orange",
    "starts_at": "2026-11-06T00:00",
    "ends_at": "2026-11-09T00:00",
    "basis": "汾环气〔2026〕3号",
}


def running_document():
    """The four steps of the sample work, moved so that earthwork runs on 6 November 2026."""
    return site_document(start="2026-10-30", target="2026-12-31")


@pytest.fixture
def site(county):
    """A work on its place, with its row on the list."""
    place_id = a_place(county)
    a_source(county, place_id=place_id)
    return a_work(county, place_id=place_id, document=running_document())


@pytest.mark.parametrize("role", list(Role))
def test_everybody_sees_alerts_the_list_and_the_what_if(clients, site, page_of, role):
    for address in ("/watch/", "/watch/list/", "/watch/what-if/"):
        page_of(clients[role].get(address))


@pytest.mark.parametrize("role", [Role.VIEWER, Role.LIAISON])
def test_who_is_not_of_the_office_enters_and_lifts_nothing(county, clients, site, role):
    alert = an_alert(county.clerk, starts_at=county.clerk.at)
    assert clients[role].get("/watch/receive/").status_code == 403
    assert clients[role].post(f"/watch/{alert.pk}/lift/", {"version": 1}).status_code == 403


def test_an_alert_shows_its_effect_first_and_is_written_with_the_second_button(
    clerk, site, page_of
):
    page_of(clerk.get("/watch/receive/"))
    page = page_of(clerk.post("/watch/receive/", TOLD))
    assert "2026-12-08" in page.text
    assert "2026-12-11" in page.text
    assert not Alert.objects.exists()
    done = clerk.post("/watch/receive/", TOLD | {"issue": "yes"})
    alert = Alert.objects.get()
    assert done["Location"] == f"/watch/{alert.pk}/"
    page = page_of(clerk.get(done["Location"]))
    assert "2026-12-11" in page.text
    assert "土石方作业" in page.text
    assert "重污染天气应急减排措施" in page.text
    assert "2026-12-11" in page_of(clerk.get(f"/works/{site}/")).text


@pytest.mark.parametrize(
    "changed",
    [{"ends_at": "2026-11-05T00:00"}, {"basis": ""}, {"level": "blue"}, {"starts_at": "x"}],
)
def test_a_faulty_alert_is_told_and_not_written(clerk, site, page_of, changed):
    page = page_of(clerk.post("/watch/receive/", TOLD | changed | {"issue": "yes"}), status=422)
    assert "field-fault" in page.text
    assert not Alert.objects.exists()


def test_an_alert_without_a_list_says_what_to_do(county, clerk, page_of):
    page = page_of(clerk.post("/watch/receive/", TOLD | {"issue": "yes"}), status=422)
    assert "请先录入减排清单" in page.text
    assert "减排清单是空的" in page_of(clerk.get("/watch/")).text


def test_the_liaison_confirms_the_own_order(county, liaison, site, page_of):
    alert = an_alert(county.clerk, starts_at=county.clerk.at)
    order = Order.objects.get()
    page = page_of(liaison.get(f"/watch/{alert.pk}/"))
    assert len(page.all("form", action=f"/watch/orders/{order.pk}/confirm/")) == 1
    sent = {"version": order.version}
    page = page_of(liaison.post(f"/watch/orders/{order.pk}/confirm/", sent, follow=True))
    assert "已签收。" in page.text
    assert "按时签收" in page.text
    assert "石小满" in page.text


def test_lifting_gives_the_days_back_and_can_be_taken_back(county, clerk, site, page_of):
    alert = an_alert(county.clerk, starts_at=county.clerk.at, hours=72)
    assert "2026-12-11" in page_of(clerk.get(f"/works/{site}/")).text
    clerk.post(f"/watch/{alert.pk}/lift/", {"version": 1})
    assert "2026-12-11" not in page_of(clerk.get(f"/works/{site}/")).text
    assert "/confirm/" not in clerk.get(f"/watch/{alert.pk}/").content.decode()
    clerk.post(f"/watch/{alert.pk}/resume/", {"version": 2})
    assert "/confirm/" in clerk.get(f"/watch/{alert.pk}/").content.decode()
    assert "2026-12-11" in page_of(clerk.get(f"/works/{site}/")).text


def test_a_lifting_to_come_is_told_on_the_page(county, clerk, site, page_of):
    alert = an_alert(county.clerk, starts_at=county.clerk.at)
    told = {"version": 1, "lifted_at": "2026-11-06T00:00"}
    page = page_of(clerk.post(f"/watch/{alert.pk}/lift/", told), status=422)
    assert "请核对时间" in page.text


def test_the_order_sheets_are_one_pdf_and_each_can_be_had_alone(county, clerk, site):
    alert = an_alert(county.clerk, starts_at=county.clerk.at)
    whole = clerk.get(f"/watch/{alert.pk}/orders.pdf")
    assert whole.content.startswith(b"%PDF")
    one = clerk.get(f"/watch/{alert.pk}/orders.pdf", {"order": Order.objects.get().pk})
    assert one.content.startswith(b"%PDF")
    assert clerk.get(f"/watch/{alert.pk}/orders.pdf", {"order": "x"}).status_code == 409


def test_a_what_if_of_three_orange_days_writes_nothing(clerk, site, page_of):
    asked = {"level": "orange", "first_day": "2026-11-06", "days": "3"}
    page = page_of(clerk.get("/watch/what-if/", asked))
    assert "+3" in page.text
    assert "投资有变化的月份" in page.text
    assert not Alert.objects.exists()
    faulty = page_of(clerk.get("/watch/what-if/", asked | {"days": "99"}), status=422)
    assert "field-fault" in faulty.text


def test_the_list_is_kept_on_its_pages(county, clerk, page_of):
    page_of(clerk.get("/watch/list/add/"))
    told = {
        "code": "E7",
        "name": "石料场",
        "kind": "quarry",
        "unit": county.units["31"].pk,
        "orange": "停止露天开采",
    }
    clerk.post("/watch/list/add/", told)
    row = EmissionSource.objects.get()
    assert row.own_measures == {"orange": "停止露天开采"}
    page_of(clerk.get(f"/watch/list/{row.pk}/"))
    clerk.post(f"/watch/list/{row.pk}/", told | {"version": 1, "name": "东沟石料场"})
    assert "东沟石料场" in page_of(clerk.get("/watch/list/")).text
    assert clerk.get("/watch/list/999/").status_code == 404


def test_an_alert_asks_the_database_as_often_for_three_sites_as_for_one(county, clerk, site):
    alert = an_alert(county.clerk, starts_at=county.clerk.at)
    clerk.get(f"/watch/{alert.pk}/")
    with CaptureQueriesContext(connection) as one:
        clerk.get(f"/watch/{alert.pk}/")
    for number in (2, 3):
        place_id = a_place(county, f"P{number}")
        a_source(county, f"E{number}", place_id=place_id)
        a_work(county, f"W{number}", place_id=place_id, document=running_document())
    second = an_alert(county.clerk, starts_at=county.clerk.at, hours=24)
    with CaptureQueriesContext(connection) as three:
        clerk.get(f"/watch/{second.pk}/")
    assert len(three) == len(one)
