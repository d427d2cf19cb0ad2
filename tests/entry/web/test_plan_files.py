import os
from io import BytesIO

import pytest

from guatu.adapters.project_files import reads_projects
from guatu.apps.works.models import Plan
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def work_id(county):
    document = site_document()
    document["ends"] = ["A3"]
    document["activities"][1]["crash"] = {"days": 2, "cost": 30_000}
    document["activities"][2]["uses"] = {"crew": 1}
    document["resources"] = {"crew": {"capacity": 1}}
    return a_work(county, document=document)


def taken_away(client, work_id, form):
    answer = client.get(f"/works/{work_id}/plan.{form}")
    assert answer.status_code == 200
    assert "W1" in answer["Content-Disposition"]
    file = BytesIO(answer.content)
    file.name = f"plan.{form}"
    return file


def test_a_plan_taken_away_as_a_workbook_is_loaded_again_as_it_was(clerk, work_id):
    before = Plan.objects.get().document
    file = taken_away(clerk, work_id, "xlsx")
    done = clerk.post(f"/works/{work_id}/plan/", {"version": 1, "file": file})
    assert done.status_code == 302
    after = Plan.objects.get()
    assert after.version == 2
    assert after.document == before


@pytest.mark.skipif(
    not reads_projects() and os.environ.get("CI") != "true",
    reason="the extra that reads project files is missing",
)
@pytest.mark.parametrize("form", ["xml", "xer"])
def test_a_plan_taken_away_as_a_project_file_is_loaded_again_with_its_dates(clerk, work_id, form):
    file = taken_away(clerk, work_id, form)
    clerk.post(f"/works/{work_id}/plan/", {"version": 1, "file": file})
    rows = {one["name"]: one for one in Plan.objects.get().document["activities"]}
    assert {name: row["days"] for name, row in rows.items()} == {
        "施工许可": 5, "土方": 10, "主体": 20, "移交": 5,
    }  # fmt: skip


def test_an_unknown_form_is_not_there(clerk, work_id):
    assert clerk.get(f"/works/{work_id}/plan.exe").status_code == 404
    assert clerk.get(f"/api/v1/works/{work_id}/plan.exe").status_code == 404
    assert clerk.get("/works/999/plan.xlsx").status_code == 404


def test_the_api_hands_out_the_same_workbook(clerk, work_id):
    answer = clerk.get(f"/api/v1/works/{work_id}/plan.xlsx")
    assert answer.content[:2] == b"PK"


def test_the_page_offers_every_form(clerk, work_id, page_of):
    links = page_of(clerk.get(f"/works/{work_id}/")).links
    for form in ("xlsx", "json", "xml", "xer"):
        assert f"/works/{work_id}/plan.{form}" in links
