import pytest

from guatu.apps.works.models import Baseline, Plan, Work
from guatu.domain.kernel.acting import Role
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db

JSON = "application/json"


def test_works_are_listed_with_light_and_dates(county, clerk):
    work_id = a_work(county)
    (one,) = clerk.get("/api/v1/works").json()
    assert (one["id"], one["last_day"], one["plan_version"]) == (work_id, "2024-12-20", 1)
    assert one["light"] in {"green", "yellow", "orange", "red"}
    assert one["why"]


def test_a_work_is_added_changed_planned_and_reported_on(county, clerk):
    body = {
        "code": "W1",
        "name": "工程",
        "lead_id": county.units["31"].pk,
        "plan": site_document(),
        "maturity": "M5",
    }
    added = clerk.post("/api/v1/works", body, JSON)
    assert added.status_code == 201
    work_id = added.json()["id"]
    changed = clerk.put(f"/api/v1/works/{work_id}", body | {"name": "新名", "version": 2}, JSON)
    assert changed.json()["version"] == 3
    told = {"version": 1, "actual_start": "2024-11-11", "percent": 20}
    entered = clerk.put(f"/api/v1/works/{work_id}/activities/A1", told, JSON)
    assert entered.json()["version"] == 2
    clerk.delete(f"/api/v1/works/{work_id}/activities/A1?version=2")
    plan = {"plan": site_document(target="2025-06-30"), "version": 3}
    assert clerk.put(f"/api/v1/works/{work_id}/plan", plan, JSON).json()["version"] == 4
    frozen = clerk.post(f"/api/v1/works/{work_id}/baselines", {"version": 4}, JSON)
    assert frozen.status_code == 201
    assert Baseline.objects.count() == 1
    assert clerk.get(f"/api/v1/works/{work_id}/plan").json()["target"] == "2025-06-30"
    schedule = clerk.get(f"/api/v1/works/{work_id}/schedule").json()
    assert schedule["last_day"] == "2024-12-20"


def test_a_faulty_plan_is_refused_with_code_and_words(county, clerk):
    body = {"code": "W1", "name": "工程", "lead_id": county.units["31"].pk, "plan": {}}
    answer = clerk.post("/api/v1/works", body, JSON)
    assert (answer.status_code, answer.json()["code"]) == (409, "works.plan_faulty")
    wrong = body | {"plan": site_document(), "maturity": "M9"}
    assert clerk.post("/api/v1/works", wrong, JSON).json()["code"] == "works.maturity_unknown"
    long = body | {"plan": site_document(), "name": "长" * 121}
    assert clerk.post("/api/v1/works", long, JSON).json()["code"] == "works.words_long"
    assert not Work.objects.exists()


def test_a_stop_is_tried_without_writing(county, clients):
    work_id = a_work(county)
    body = {"classes": ["structure"], "first_day": "2024-11-26", "last_day": "2024-11-28"}
    told = clients[Role.VIEWER].post(f"/api/v1/works/{work_id}/what-if", body, JSON).json()
    assert told == {
        "last_day_before": "2024-12-20",
        "last_day_after": "2024-12-23",
        "moved_days": 3,
    }
    assert Plan.objects.get().version == 1


def test_rights_are_those_of_the_pages(county, clients):
    work_id = a_work(county)
    viewer = clients[Role.VIEWER]
    assert viewer.get(f"/api/v1/works/{work_id}").status_code == 200
    assert (
        viewer.put(f"/api/v1/works/{work_id}/activities/A1", {"version": 1}, JSON).status_code
        == 403
    )
    assert (
        viewer.post(f"/api/v1/works/{work_id}/baselines", {"version": 1}, JSON).status_code == 403
    )


def test_a_stale_version_answers_409(county, clerk):
    work_id = a_work(county)
    body = {"version": 9, "actual_start": "2024-11-11"}
    answer = clerk.put(f"/api/v1/works/{work_id}/activities/A1", body, JSON)
    assert (answer.status_code, answer.json()["code"]) == (409, "entry.stale")
