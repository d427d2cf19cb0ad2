"""The plan editor over forms alone, as it works without script."""

import json

import pytest

from guatu.apps.works.models import Plan
from tests.factories.works import a_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def work_id(county):
    return a_work(county)


@pytest.fixture
def client(sign_in, county):
    return sign_in(county.clerk)


def send(client, work_id, **fields):
    return client.post(f"/works/{work_id}/edit/", {"version": "1", "edits": "[]", **fields})


def carried(page, name):
    (field,) = [one for one in page.all("input") if one.get("name") == name]
    return json.loads(field.get("value"))


def test_cells_hold_the_plan_and_dates_stand_beside_them(client, work_id, page_of):
    page = page_of(client.get(f"/works/{work_id}/edit/"))
    cells = {one.get("name"): one.get("value") for one in page.all("input")}
    assert cells["cell:days:A3"] == "20"
    assert cells["cell:after:A3"] == "A2"
    assert cells["plan:target"] == "2024-12-31"
    assert "2024-12-20" in page.text


def test_a_changed_cell_becomes_an_edit_and_moves_the_dates(client, work_id, page_of):
    page = page_of(send(client, work_id, **{"cell:days:A3": "25", "cell:name:A3": "主体"}))
    (edit,) = carried(page, "edits")
    assert (edit["verb"], edit["activity"], edit["value"]) == ("set", "A3", 25)
    assert "2024-12-25" in page.text
    assert Plan.objects.get(work_id=work_id).version == 1


def test_undo_and_redo_walk_through_the_edits(client, work_id, page_of):
    page = page_of(send(client, work_id, **{"cell:days:A3": "25"}))
    edits = json.dumps(carried(page, "edits"))
    page = page_of(send(client, work_id, edits=edits, undo="yes"))
    assert carried(page, "edits") == []
    undone = json.dumps(carried(page, "undone"))
    page = page_of(send(client, work_id, undone=undone, redo="yes"))
    assert len(carried(page, "edits")) == 1
    assert carried(page, "undone") == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"verb": "stretch", "activity": "A2", "value": "2024-11-27"}, ("days", 12)),
        ({"verb": "move", "activity": "A2", "value": "2024-11-20"}, ("not_before", "2024-11-20")),
        ({"verb": "set", "activity": "A2", "field": "after", "value": ""}, ("", "")),
        ({"verb": "link", "activity": "A4", "other": "A1", "value": "SS", "lag": "3"}, ("", "SS")),
    ],
)
def test_what_the_chart_asks_for_becomes_an_edit(client, work_id, page_of, fields, said):
    (edit,) = carried(page_of(send(client, work_id, **fields)), "edits")
    assert (edit["field"], edit["value"]) == said


def test_an_activity_is_added_and_removed(client, work_id, page_of):
    new = {"add": "yes", "new:name": "验槽", "new:days": "2", "new:behind": "A2"}
    page = page_of(send(client, work_id, **new))
    assert carried(page, "edits")[0]["activity"] == "N1"
    page = page_of(send(client, work_id, remove_row="A2"))
    cells = {one.get("name"): one.get("value") for one in page.all("input")}
    assert cells["cell:after:A3"] == "A1"


def test_a_cell_that_cannot_be_read_is_told_and_left_out(client, work_id, page_of):
    page = page_of(send(client, work_id, **{"cell:after:A3": "A2 XX 3"}), status=422)
    assert carried(page, "edits") == []
    assert "A2 XX 3" in page.text


def test_a_plan_that_no_longer_works_out_is_told_and_can_be_undone(client, work_id, page_of):
    page = page_of(send(client, work_id, **{"cell:after:A1": "A4"}))
    assert len(carried(page, "edits")) == 1
    assert "note-error" in page.text
    refused = send(client, work_id, edits=json.dumps(carried(page, "edits")), save="yes")
    assert refused.status_code == 422
    assert Plan.objects.get(work_id=work_id).version == 1


def test_saving_keeps_the_edits_as_one_change_and_it_can_be_taken_back(client, work_id):
    response = send(client, work_id, save="yes", **{"cell:days:A3": "25"})
    assert response["Location"] == f"/works/{work_id}/"
    plan = Plan.objects.get(work_id=work_id)
    assert (plan.version, plan.document["activities"][2]["days"]) == (2, 25)
    client.post(f"/works/{work_id}/undo/", {"version": "2"})
    assert Plan.objects.get(work_id=work_id).document["activities"][2]["days"] == 20


@pytest.mark.parametrize("edits", ["", "no json", "[1]", '[{"verb":"set"}]' * 2, "[" * 9000])
def test_a_form_that_was_tampered_with_shows_the_kept_plan(client, work_id, page_of, edits):
    page = page_of(send(client, work_id, edits=edits))
    assert carried(page, "edits") == []
