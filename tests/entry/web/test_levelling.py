import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.journal.models import Job
from guatu.apps.works.models import LevellingRun, Plan, SharedResource
from guatu.domain.kernel.acting import Role
from guatu.entry.tasks import worker
from tests.factories.works import a_work

pytestmark = pytest.mark.django_db

CREW = {
    "code": "crew",
    "name": "主体施工队",
    "kind": "CREW",
    "units": "1",
    "changes": "2026-12-01 2\n\n2027-01-01: 3",
    "classes": "structure",
}


@pytest.fixture
def works(county):
    return [a_work(county, "W1"), a_work(county, "W2")]


def start(clerk, works, **more):
    asked = {"seconds": "1"} | {f"in-{one}": "on" for one in works}
    return clerk.post("/works/levelling/start/", asked | more)


@pytest.fixture
def run(clerk, works):
    clerk.post("/works/levelling/resources/add/", CREW)
    start(clerk, works)
    return LevellingRun.objects.get()


def test_a_resource_is_added_changed_and_taken_away(clerk, works, page_of):
    page_of(clerk.get("/works/levelling/resources/add/"))
    assert clerk.post("/works/levelling/resources/add/", CREW)["Location"] == "/works/levelling/"
    row = SharedResource.objects.get()
    assert row.changes == [["2026-12-01", 2], ["2027-01-01", 3]]
    listed = page_of(clerk.get("/works/levelling/"))
    assert "主体施工队" in listed.text
    assert "2026-12-01" in listed.text
    address = f"/works/levelling/resources/{row.pk}/"
    page = page_of(clerk.get(address))
    assert "2026-12-01 2" in page.text
    clerk.post(address, CREW | {"version": "1", "units": "4", "changes": ""})
    assert SharedResource.objects.get().units == 4
    assert clerk.post(address, CREW | {"version": "1"}).status_code == 409
    clerk.post(f"{address}remove/", {"version": "2"})
    assert not SharedResource.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"changes": "2026-12-01 two"}, "第 1 行"),
        ({"changes": "2026-12-01 2\n2026-13-01 2"}, "第 2 行"),
        ({"changes": "2027-01-01 2\n2026-12-01 3"}, "由早到晚"),
        ({"units": "-1"}, "field-fault"),
        ({"kind": "MAGIC"}, "field-fault"),
        ({"classes": "magic"}, "field-fault"),
    ],
)
def test_a_resource_with_faults_is_told_and_not_kept(clerk, works, page_of, wrong, words):
    answer = clerk.post("/works/levelling/resources/add/", CREW | wrong)
    assert words in page_of(answer, status=422).text
    assert not SharedResource.objects.exists()


def test_a_run_goes_from_the_form_over_its_progress_to_the_plans_and_back(clients, works, page_of):
    clerk = clients[Role.CLERK]
    clerk.post("/works/levelling/resources/add/", CREW)
    address = start(clerk, works)["Location"]
    waiting = page_of(clerk.get(address))
    assert "等待后台处理" in waiting.text
    assert waiting.all("form", action=f"{address}stop/")
    worker.work_off(threading.Event())
    page = page_of(clerk.get(address))
    assert "占用" in page.text
    assert "样板工程" in page.text
    assert len(page.all("form", action=f"{address}take-over/")) == 1
    for role in (Role.VIEWER, Role.LEADER):
        assert not page_of(clients[role].get(address)).all("form", action=f"{address}take-over/")
    version = LevellingRun.objects.get().version
    assert clerk.post(f"{address}take-over/", {"version": version}).status_code == 302
    assert sorted(Plan.objects.values_list("version", flat=True)) == [1, 2]
    taken = page_of(clerk.get(address))
    assert taken.all("form", action=f"{address}take-back/")
    assert clerk.post(f"{address}take-over/", {"version": version}).status_code == 409
    clerk.post(f"{address}take-back/", {"version": version + 1})
    moved = Plan.objects.get(version=3)
    assert all("not_before" not in one for one in moved.document["activities"])


def test_a_run_that_was_stopped_before_it_began_says_so(clerk, run, page_of):
    clerk.post(f"/works/levelling/{run.pk}/stop/")
    assert Job.objects.get().state == "FAILED"
    assert "已按要求停止" in page_of(clerk.get(f"/works/levelling/{run.pk}/")).text


def test_a_run_whose_job_is_gone_says_that_it_broke_off(clerk, run, page_of):
    Job.objects.all().delete()
    assert "中断" in page_of(clerk.get(f"/works/levelling/{run.pk}/")).text


@pytest.mark.parametrize("asked", [{"seconds": "0"}, {"seconds": "9999"}, {"frozen_until": "x"}])
def test_a_run_with_faults_is_told_field_by_field(clerk, works, page_of, asked):
    answer = start(clerk, works, **asked)
    assert "field-fault" in page_of(answer, status=422).text
    assert not LevellingRun.objects.exists()


def test_a_run_of_no_work_is_refused_in_words(clerk, works, page_of):
    assert "没有选中" in page_of(start(clerk, []), status=422).text


def test_a_weight_out_of_range_opens_the_list(clerk, works, page_of):
    answer = start(clerk, works, **{f"weight-{works[0]}": "0"})
    page = page_of(answer, status=422)
    assert [one.get("open") for one in page.all("details") if one.get("open") is not None]


def test_a_liaison_sees_neither_resources_nor_runs(liaison, run):
    assert liaison.get("/works/levelling/").status_code == 403
    assert liaison.get(f"/works/levelling/{run.pk}/").status_code == 403
    assert liaison.get("/api/v1/levelling-runs").status_code == 403


def test_the_pages_ask_the_database_as_often_for_four_works_as_for_two(county, clerk, run):
    worker.work_off(threading.Event())
    for address in ("/works/levelling/", f"/works/levelling/{run.pk}/"):
        clerk.get(address)
        with CaptureQueriesContext(connection) as two:
            clerk.get(address)
        a_work(county, f"X{len(address)}")
        a_work(county, f"Y{len(address)}")
        with CaptureQueriesContext(connection) as four:
            clerk.get(address)
        assert len(four) == len(two)


def test_the_api_is_the_pages_twin(clerk, works):
    def send(method, address, body=None):
        return getattr(clerk, method)(f"/api/v1{address}", body, content_type="application/json")

    body = {"code": "crew", "name": "队", "kind": "CREW", "units": 1, "classes": ["structure"]}
    kept = send("post", "/resources", body).json()
    changed = {**body, "units": 2, "changes": [{"day": "2027-01-01", "units": 3}]}
    send("put", f"/resources/{kept['id']}", {**changed, "version": 1})
    (one,) = clerk.get("/api/v1/resources").json()
    assert (one["units"], one["changes"]) == (2, [{"day": "2027-01-01", "units": 3}])
    asked = {"works": [{"work_id": one} for one in works], "seconds": 1}
    answer = send("post", "/levelling-runs", asked)
    assert answer.status_code == 202
    address = f"/levelling-runs/{answer.json()['id']}"
    assert clerk.get(f"/api/v1{address}").json()["state"] == "WAITING"
    send("put", f"/resources/{kept['id']}", {**body, "version": 2})
    worker.work_off(threading.Event())
    told = clerk.get(f"/api/v1{address}").json()
    assert (told["state"], told["result"]["late_after"]) == ("DONE", 9)
    assert send("post", f"{address}/take-over", {"version": told["version"]}).status_code == 200
    assert send("post", f"{address}/take-back", {"version": told["version"] + 1}).status_code == 200
    assert send("post", f"{address}/stop").status_code == 204
    assert clerk.get("/api/v1/levelling-runs").json()[0]["result"] is None
    assert clerk.delete(f"/api/v1/resources/{kept['id']}?version=3").status_code == 204
