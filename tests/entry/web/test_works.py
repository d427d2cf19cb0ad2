import json
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.works.models import Baseline, Plan, Work
from guatu.domain.kernel.acting import Role
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def work_id(county):
    return a_work(county)


def facts_of(county, **changed):
    told = {"code": "W7", "name": "新工程", "lead": county.units["31"].pk, "total": "500"}
    return told | changed


@pytest.mark.parametrize("role", list(Role))
def test_everybody_sees_the_works_and_one_work(clients, work_id, page_of, role):
    listed = page_of(clients[role].get("/works/"))
    assert f"/works/{work_id}/" in listed.links
    page = page_of(clients[role].get(f"/works/{work_id}/"))
    assert "W1 样板工程" in page.heading
    assert "2024-12-20" in page.text


def test_a_visitor_is_sent_to_sign_in(client, work_id):
    assert client.get(f"/works/{work_id}/").status_code == 302


@pytest.mark.parametrize("role", [Role.VIEWER, Role.LIAISON, Role.LEADER, Role.APPROVER])
def test_only_the_office_may_open_the_page_to_add_a_work(clients, role):
    assert clients[role].get("/works/add/").status_code == 403


def test_the_list_is_filtered_and_sorted(county, clerk, work_id, page_of):
    a_work(county, "W2", name="城南学校")
    page = page_of(clerk.get("/works/", {"q": "学校", "sort": "finish"}))
    assert "城南学校" in page.text
    assert "W1 样板工程" not in page.text
    assert "没有符合条件" in page_of(clerk.get("/works/", {"q": "无此项目"})).text


def test_the_list_asks_the_database_as_often_for_three_works_as_for_one(county, clerk, work_id):
    clerk.get("/works/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        clerk.get("/works/")
    a_work(county, "W2")
    a_work(county, "W3")
    with CaptureQueriesContext(connection) as three:
        clerk.get("/works/")
    assert len(three) == len(one)


def test_a_work_is_added_from_a_template_worked_back_from_its_target(county, clerk, page_of):
    page_of(clerk.get("/works/add/"))
    told = facts_of(county, template="work_industrial_plant", target="2028-06-30")
    done = clerk.post("/works/add/", told)
    work = Work.objects.get(code="W7")
    assert done["Location"] == f"/works/{work.pk}/"
    assert work.total_fen == 500 * 10_000 * 100
    page = page_of(clerk.get(done["Location"]))
    assert "2027-03-18" in page.text  # 471 days with the target day
    assert "施工许可" in page.text


def test_a_work_is_added_from_a_plan_file(county, clerk):
    file = BytesIO(json.dumps(site_document()).encode())
    file.name = "plan.json"
    clerk.post("/works/add/", facts_of(county, file=file))
    assert Plan.objects.get(work__code="W7").document["target"] == "2024-12-31"


@pytest.mark.parametrize(
    "file",
    [
        ("plan.json", b"{", "JSON"),
        ("plan.json", b"", ""),
        ("plan.json", b'{"activities": []}', "没有保存"),
        (
            "plan.json",
            b'{"start": "2024-11-11", "activities": [{"id": "X", "days": -2}]}',
            "没有保存",
        ),
        ("plan.xlsx", b"\x00\x01junk", "没有保存"),
        ("plan.mpp", b"\xd0\xcf", "另存为"),
        ("plan.exe", b"MZ", ".json"),
    ],
)
def test_a_faulty_plan_file_is_told_and_leaves_no_work(county, clerk, page_of, file):
    name, content, words = file
    upload = BytesIO(content)
    upload.name = name
    page = page_of(clerk.post("/works/add/", facts_of(county, file=upload)), status=422)
    assert words in page.text
    assert not Work.objects.exists()


def test_a_work_without_plan_or_with_missing_facts_is_refused_field_by_field(
    county, clerk, page_of
):
    page = page_of(clerk.post("/works/add/", facts_of(county, name="", total="-3")), status=422)
    assert page.text.count("field-fault") >= 3
    assert not Work.objects.exists()


def test_progress_is_entered_in_the_row_of_its_activity(county, liaison, work_id, page_of):
    page = page_of(liaison.get(f"/works/{work_id}/", {"enter": "A1"}))
    assert len(page.all("form", action=f"/works/{work_id}/progress/")) == 1
    told = {"activity": "A1", "version": 1, "actual_start": "2024-11-11", "percent": "40"}
    done = liaison.post(f"/works/{work_id}/progress/", told)
    assert done["Location"] == f"/works/{work_id}/#activities"
    stated = Plan.objects.get().document["activities"][0]
    assert (stated["actual_start"], stated["percent"]) == ("2024-11-11", 40.0)
    clear = told | {"version": 2, "withdraw": "yes"}
    liaison.post(f"/works/{work_id}/progress/", clear)
    assert "actual_start" not in Plan.objects.get().document["activities"][0]


def test_a_start_without_permit_is_told_in_the_row(clerk, work_id, page_of):
    told = {"activity": "A2", "version": 1, "actual_start": "2024-11-16", "percent": "5"}
    page = page_of(clerk.post(f"/works/{work_id}/progress/", told), status=422)
    assert "还没有取得“施工许可”" in page.text
    assert 'value="2024-11-16"' in page.text


def test_progress_on_an_old_version_asks_to_look_again(clerk, work_id):
    told = {"activity": "A1", "version": 1, "actual_start": "2024-11-11", "percent": "40"}
    clerk.post(f"/works/{work_id}/progress/", told)
    assert clerk.post(f"/works/{work_id}/progress/", told).status_code == 409


def test_a_viewer_is_offered_no_form_that_changes_anything(clients, work_id, page_of):
    page = page_of(clients[Role.VIEWER].get(f"/works/{work_id}/", {"enter": "A1"}))
    assert not page.all("form", action=f"/works/{work_id}/progress/")
    answer = clients[Role.VIEWER].post(f"/works/{work_id}/progress/", {"activity": "A1"})
    assert answer.status_code == 403


def test_a_stop_is_tried_without_writing(clerk, work_id, page_of):
    asked = {"classes": "structure", "first_day": "2024-11-26", "last_day": "2024-11-28"}
    page = page_of(clerk.get(f"/works/{work_id}/", asked))
    assert "完工由 2024-12-20 变为 2024-12-23" in page.text
    assert Plan.objects.get().version == 1
    backward = asked | {"last_day": "2024-11-20"}
    assert "末日早于首日" in page_of(clerk.get(f"/works/{work_id}/", backward)).text


def test_a_baseline_is_frozen_by_a_leader_and_not_by_a_liaison(clients, work_id, page_of):
    told = {"freeze-version": 1, "freeze-words": "年初"}
    assert clients[Role.LIAISON].post(f"/works/{work_id}/freeze/", told).status_code == 403
    clients[Role.LEADER].post(f"/works/{work_id}/freeze/", told)
    assert Baseline.objects.get().words == "年初"
    assert "年初" in page_of(clients[Role.LEADER].get(f"/works/{work_id}/")).text


def test_a_plan_is_replaced_and_handed_out_as_a_file(clerk, work_id, page_of):
    page_of(clerk.get(f"/works/{work_id}/plan/"))
    file = BytesIO(json.dumps(site_document(target="2025-03-31")).encode())
    file.name = "plan.json"
    clerk.post(f"/works/{work_id}/plan/", {"version": 1, "file": file})
    handed = clerk.get(f"/works/{work_id}/plan.json")
    assert json.loads(handed.content)["target"] == "2025-03-31"
    assert "attachment" in handed["Content-Disposition"]


def test_a_work_is_changed_on_its_own_page(county, clerk, work_id, page_of):
    page = page_of(clerk.get(f"/works/{work_id}/change/"))
    assert 'value="500"' in page.text
    told = facts_of(county, code="W1", name="改名工程", version=2)
    assert clerk.post(f"/works/{work_id}/change/", told)["Location"] == f"/works/{work_id}/"
    assert Work.objects.get().name == "改名工程"
    assert clerk.post(f"/works/{work_id}/change/", told).status_code == 409


def test_the_pages_speak_english_when_asked(clerk, work_id, page_of):
    clerk.cookies["django_language"] = "en"
    page = page_of(clerk.get(f"/works/{work_id}/"))
    assert "Latest start" in page.text
    assert "最迟开工" not in page.text
