import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guatu.apps.matters.models import Matter
from guatu.apps.sources.models import Source
from guatu.domain.following.stages import Stage
from tests.factories.matters import PNG, make_draft, make_matter
from tests.factories.units import make_county


def post(client, path, **body):
    return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json")


def test_the_ledger_and_a_matter_carry_their_lights_with_the_arithmetic(clients, county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    (row,) = clients["viewer"].get("/api/v1/matters?text=清淤").json()["rows"]
    assert row["light"]["color"] == "green"
    assert row["light"]["pack"]["name"] == "matter_lights"
    card = clients["liaison"].get(f"/api/v1/matters/{matter.pk}").json()
    assert {one["move"] for one in card["moves"]} == {"inform", "report"}
    assert clients["viewer"].get("/api/v1/matters/counts").json()["by_light"]["green"] == 1


def test_a_matter_walks_its_path_by_the_api(clients):
    made = post(
        clients["clerk"],
        "/matters",
        title="办结一件事",
        result="印发方案",
        lead_id=Unit("31"),
        deadline="2026-11-30",
        deadline_basis="PERSON",
        kind="paper",
    )
    assert made.status_code == 201
    number, version = made.json()["id"], made.json()["version"]
    for role, word, body in (
        ("approver", "register", {}),
        ("clerk", "issue", {}),
        ("liaison", "sign", {}),
        ("liaison", "start", {"plan": "三天内起草"}),
        ("liaison", "report", {"percent": 100, "facts": "已印发"}),
        ("clerk", "verify", {"note": "已见文号"}),
        ("leader", "complete", {"opinion": "同意"}),
    ):
        done = post(clients[role], f"/matters/{number}/{word}", version=version, **body)
        assert done.status_code == 200, done.content
        version = done.json()["version"]
    attached = clients["clerk"].post(
        f"/api/v1/matters/{number}/evidence",
        {"version": version, "grade": "E1", "file": SimpleUploadedFile("文.png", PNG)},
    )
    assert attached.status_code == 201, attached.content
    card = clients["viewer"].get(f"/api/v1/matters/{number}").json()
    done = post(clients["clerk"], f"/matters/{number}/close", version=card["version"])
    assert done.status_code == 200
    file = clients["viewer"].get(f"/api/v1/evidence/{card['evidence'][0]['id']}/file")
    assert (file.content, file["X-Content-Type-Options"]) == (PNG, "nosniff")


def Unit(code):  # noqa: N802  reads as the unit of that code
    from guatu.apps.units.models import Unit as Row

    return Row.objects.get(code=code).pk


def test_refusals_carry_code_and_words(clients, county):
    matter = make_draft(county, result="")
    refused = post(clients["approver"], f"/matters/{matter.pk}/register", version=1)
    assert (refused.status_code, refused.json()["code"]) == (409, "following.need.result")
    stale = post(clients["approver"], f"/matters/{matter.pk}/register", version=9)
    assert (stale.status_code, stale.json()["code"]) == (409, "entry.stale")
    wrong = post(clients["viewer"], f"/matters/{matter.pk}/register", version=1)
    assert wrong.status_code == 403
    other = make_matter(make_county("149922"), Stage.ISSUED)
    assert clients["clerk"].get(f"/api/v1/matters/{other.pk}").status_code == 404


def test_a_page_is_taken_in_decided_and_becomes_matters_by_the_api(clients, county):
    from tests.factories.sources import counties_page

    file = SimpleUploadedFile("page.txt", counties_page().encode())
    made = clients["clerk"].post("/api/v1/sources", {"file": file, "origin": "PAGE"})
    assert made.status_code == 201, made.content
    desk = clients["viewer"].get(f"/api/v1/sources/{made.json()['id']}").json()
    assert desk["text"] == counties_page()
    open_ones = [one for one in desk["proposals"] if one["state"] == "OPEN"]
    done = post(
        clients["clerk"],
        "/proposals/accept",
        picks=[{"id": one["id"], "version": one["version"]} for one in open_ones],
    ).json()
    assert len(done["made"]) == Matter.objects.count() >= 1
    left = next(one for one in open_ones if one["id"] in done["left"])
    dropped = post(
        clients["clerk"], f"/proposals/{left['id']}/drop", version=left["version"], reason="态度性"
    )
    again = post(
        clients["clerk"], f"/proposals/{left['id']}/reopen", version=dropped.json()["version"]
    )
    assert again.status_code == 200
    assert clients["liaison"].get("/api/v1/sources").status_code == 403


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 20, "绝密★长期\n通知\n".encode()])
def test_a_bad_upload_is_refused_with_words_and_keeps_nothing(clients, content):
    file = SimpleUploadedFile("page.txt", content)
    refused = clients["clerk"].post("/api/v1/sources", {"file": file})
    assert refused.status_code == 409
    assert refused.json()["message"]
    assert Source.objects.count() == 0


def test_progress_and_a_part_are_told_by_the_api_and_the_notice_is_had(clients, county):
    matter = make_matter(county, Stage.IN_PROGRESS, co_unit_ids=(county.units["3101"].pk,))
    told = {"percent": 45, "facts": "完成 1.3 公里"}
    address = f"/matters/{matter.pk}"
    done = post(clients["liaison"], f"{address}/inform", version=matter.version, **told)
    assert done.status_code == 200, done.content
    part = post(clients["liaison"], f"{address}/part", version=done.json()["version"], **told)
    assert part.status_code == 201, part.content
    card = clients["liaison"].get(f"/api/v1{address}").json()
    assert [one["kind"] for one in card["reports"]] == ["PROGRESS", "PART"]
    assert (card["stage"], card["percent"], card["reported_on"]) == (
        "in_progress",
        45,
        county.liaison.today.isoformat(),
    )
    notice = clients["viewer"].get(f"/api/v1{address}/notice.pdf")
    assert notice.content.startswith(b"%PDF")
    draft = make_draft(county)
    assert clients["clerk"].get(f"/api/v1/matters/{draft.pk}/notice.pdf").status_code == 409
