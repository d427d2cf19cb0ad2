import pytest

from guatu.apps.watch.models import Alert, Order
from tests.factories.places import a_place
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db

JSON = "application/json"
TOLD = {
    "level": "orange",
    "starts_at": "2026-11-06T00:00:00+08:00",
    "ends_at": "2026-11-09T00:00:00+08:00",
    "basis": "汾环气〔2026〕3号",
}


@pytest.fixture
def site(county, clerk):
    place_id = a_place(county)
    listed = {
        "code": "E1",
        "name": "东关工地",
        "kind": "site",
        "unit_id": county.units["31"].pk,
        "place_id": place_id,
        "own_measures": {},
    }
    assert clerk.post("/api/v1/emission-sources", listed, JSON).status_code == 201
    running = site_document(start="2026-10-30", target="2026-12-31")
    return a_work(county, place_id=place_id, document=running)


def test_the_walk_from_an_alert_to_its_lifting(clerk, liaison, site):
    added = clerk.post("/api/v1/alerts", TOLD, JSON)
    assert added.status_code == 201
    alert_id = added.json()["id"]
    report = clerk.get(f"/api/v1/alerts/{alert_id}").json()
    assert report["effect"]["works"][0]["moved_days"] == 3
    assert sum(one["after"] - one["before"] for one in report["effect"]["months"]) == 0
    (order,) = report["orders"]
    assert "earthwork" in order["stops"]
    confirmed = liaison.post(f"/api/v1/orders/{order['id']}/confirm", {"version": 1}, JSON)
    assert confirmed.status_code == 200
    assert Order.objects.get().received_at is not None
    assert clerk.get(f"/api/v1/works/{site}").json()["moved_days"] == 3
    clerk.post(f"/api/v1/alerts/{alert_id}/lift", {"version": 1}, JSON)
    assert clerk.get(f"/api/v1/works/{site}").json()["moved_days"] == 0
    clerk.post(f"/api/v1/alerts/{alert_id}/resume", {"version": 2}, JSON)
    assert clerk.get(f"/api/v1/works/{site}").json()["moved_days"] == 3
    assert [one["received"] for one in clerk.get("/api/v1/alerts").json()] == [1]


def test_a_what_if_writes_nothing(liaison, site):
    body = {"level": "orange", "first_day": "2026-11-06", "days": 3}
    told = liaison.post("/api/v1/alerts/what-if", body, JSON).json()
    assert (told["orders"], told["effect"]["works"][0]["moved_days"]) == (1, 3)
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"starts_at": "2026-11-06T00:00:00"}, 422),
        ({"level": "blue"}, 422),
        ({"ends_at": "2026-11-05T00:00:00+08:00"}, 409),
        ({"basis": " "}, 409),
        ({"basis": "长" * 201}, 409),
    ],
)
def test_a_faulty_alert_is_refused(clerk, site, changed, status):
    assert clerk.post("/api/v1/alerts", TOLD | changed, JSON).status_code == status
    assert not Alert.objects.exists()


def test_a_liaison_enters_no_alert(liaison, site):
    assert liaison.post("/api/v1/alerts", TOLD, JSON).status_code == 403


def test_a_row_of_the_list_is_changed_by_its_version(county, clerk, site):
    (row,) = clerk.get("/api/v1/emission-sources").json()
    body = {"code": "E1", "name": "改名", "kind": "site", "unit_id": county.units["31"].pk}
    address = f"/api/v1/emission-sources/{row['id']}"
    assert clerk.put(address, body | {"version": 1}, JSON).status_code == 200
    assert clerk.put(address, body | {"version": 1}, JSON).status_code == 409
