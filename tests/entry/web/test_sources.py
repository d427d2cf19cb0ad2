import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from guatu.adapters.packs import load_messages
from guatu.apps.journal.models import Job
from guatu.apps.matters.models import Matter
from guatu.apps.sources.actions import advise_source, read_source
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.values import ToRead
from guatu.apps.units.queries import open_units
from tests.factories.sources import (
    TEXT,
    counties_page,
    directive,
    make_read_source,
    make_source,
    plain_reader,
    proposals_of,
)
from tests.factories.units import make_county


def upload(client, name, content, **more):
    file = SimpleUploadedFile(name, content)
    return client.post("/sources/upload/", {"file": file, "origin": "PAGE", **more})


def test_clerk_uploads_a_page_and_stands_at_the_desk(sign_in, county, page_of):
    client = sign_in(county.clerk)
    response = upload(client, "page.txt", counties_page().encode())
    source = Source.objects.get()
    assert response["Location"] == f"/sources/{source.pk}/"
    page = page_of(client.get(response["Location"]))
    marked = [one for one in page.all("mark") if one.get("id")]
    assert len(marked) == source.proposals.exclude(state="MERGED").count() > 0
    assert Matter.objects.count() == 0


def test_gb18030_page_is_read_like_any_other(sign_in, county):
    client = sign_in(county.clerk)
    upload(client, "page.txt", counties_page().encode("gb18030"))
    assert Source.objects.get().text == counties_page()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n \n"),
        ("junk.txt", bytes(range(256)) * 40),
        ("photo.txt", b"\xff\xd8\xff\xe0" + b"\x00" * 400),
        ("secret.txt", "机密★一年\n关于某事的通知\n".encode()),
        ("【机密】通知.txt", "关于某事的通知\n".encode()),
    ],
)
def test_bad_upload_says_what_to_do_and_keeps_nothing(sign_in, county, page_of, name, content):
    client = sign_in(county.clerk)
    response = upload(client, name, content)
    page = page_of(response, status=response.status_code)
    assert response.status_code in {409, 422}
    assert page.all("ul", class_="errorlist") or "note-error" in page.text
    assert Source.objects.count() == 0


def test_file_of_fifty_megabytes_is_refused_unsaved(sign_in, county):
    client = sign_in(county.clerk)
    response = upload(client, "long.txt", "要抓紧落实。\n".encode() * 2_700_000)
    assert response.status_code == 422
    assert Source.objects.count() == 0


def test_same_page_again_leads_to_the_first(sign_in, county):
    client = sign_in(county.clerk)
    upload(client, "page.txt", counties_page().encode())
    again = upload(client, "other name.txt", counties_page().encode())
    assert again["Location"] == f"/sources/{Source.objects.get().pk}/"


def test_confirming_at_the_desk_makes_a_draft_and_goes_on_to_the_next(sign_in, county):
    source = make_read_source(county.clerk)
    first, second, _ = proposals_of(source)
    client = sign_in(county.clerk)
    response = client.post(
        f"/proposals/{first.pk}/confirm/",
        {
            "version": first.version,
            "title": "完成河道清淤",
            "result": "清淤 3 公里",
            "lead": "云溪",
            "co_units": "发改局",
            "kind": "work",
            "weight": "ordinary",
            "basis": "STATED",
            "order": "page",
        },
    )
    assert response["Location"].endswith(f"at={second.pk}#proposal-{second.pk}")
    matter = Matter.objects.get()
    assert (matter.lead_id, matter.deadline.isoformat()) == (county.units["31"].pk, "2026-11-20")
    assert matter.quote == first.action


def test_a_new_name_of_the_lead_is_remembered_if_the_person_says_so(sign_in, county, page_of):
    text = TEXT.replace("发改局", "项目中心")

    def reader(task):
        told = plain_reader(task_of(TEXT))
        named = directive(1, text, "加快办理手续", addressee=("项目中心", "unit"))
        return {**told, "directives": [named]}

    made = make_source(county.clerk, text=text)
    source = read_source(
        acting=county.clerk, source_id=made.pk, expected_version=made.version, reader=reader
    )
    (proposal,) = proposals_of(source)
    client = sign_in(county.clerk)
    assert "项目中心" in page_of(client.get(f"/sources/{source.pk}/?at={proposal.pk}")).text
    stated = {
        "version": proposal.version,
        "title": "加快办理手续",
        "lead": "发改局",
        "kind": "work",
        "weight": "ordinary",
        "basis": "NONE",
        "alias": "on",
    }
    client.post(f"/proposals/{proposal.pk}/confirm/", stated)
    (unit,) = [one for one in open_units(county.clerk.scope) if one.short_name == "发改局"]
    assert unit.aliases[-1] == "项目中心"
    assert Matter.objects.get().lead_id == unit.id


def task_of(text):
    return ToRead(text=text, name="page.txt", sha256="", media_type="text/plain", year=None)


def test_demand_to_everyone_asks_for_a_lead(sign_in, county, page_of):
    source = make_read_source(county.clerk)
    everyone = proposals_of(source)[2]
    client = sign_in(county.clerk)
    response = client.post(
        f"/proposals/{everyone.pk}/confirm/",
        {
            "version": everyone.version,
            "title": "压实责任",
            "lead": "",
            "kind": "work",
            "weight": "ordinary",
            "basis": "NONE",
        },
    )
    page = page_of(response, status=422)
    assert "field-faulty" in page.text
    assert Matter.objects.count() == 0


def test_bulk_acceptance_makes_drafts_only_where_one_unit_is_named(sign_in, county):
    source = make_read_source(county.clerk)
    picks = [f"{one.pk}:{one.version}" for one in proposals_of(source)]
    client = sign_in(county.clerk)
    client.post(f"/sources/{source.pk}/accept/", {"pick": picks})
    assert set(Matter.objects.values_list("stage", flat=True)) == {"draft"}
    assert [one.state for one in proposals_of(source)] == ["CONFIRMED", "CONFIRMED", "OPEN"]


def test_bulk_acceptance_of_nothing_says_to_pick_first(sign_in, county, page_of):
    source = make_read_source(county.clerk)
    client = sign_in(county.clerk)
    page = page_of(client.post(f"/sources/{source.pk}/accept/", follow=True))
    assert "没有选中任何一条" in page.text
    assert "已立 0 条" not in page.text


def test_split_drop_merge_and_undo_work_from_the_desk(sign_in, county, page_of):
    source = make_read_source(county.clerk)
    first, second, third = proposals_of(source)
    client = sign_in(county.clerk)
    place = first.spans[0][0] + 7
    client.post(f"/proposals/{first.pk}/split/", {"version": first.version, "offset": place})
    parts = list(Proposal.objects.filter(parent=first))
    assert [one.action for one in parts] == [first.action[:7], first.action[7:]]
    client.post(
        f"/sources/{source.pk}/merge/",
        {"pick": [f"{parts[1].pk}:1", f"{second.pk}:{second.version}"]},
    )
    client.post(f"/proposals/{third.pk}/drop/", {"version": third.version, "reason": "态度性"})
    third.refresh_from_db()
    assert third.state == "DROPPED"
    client.post(f"/proposals/{third.pk}/reopen/", {"version": third.version})
    third.refresh_from_db()
    assert third.state == "OPEN"
    page_of(client.get(f"/sources/{source.pk}/?order=page&at={third.pk}"))


def test_desk_out_of_the_county_looks_absent(sign_in, county, page_of):
    other = make_county("149922")
    source = make_read_source(other.clerk)
    client = sign_in(county.clerk)
    page_of(client.get(f"/sources/{source.pk}/"), status=404)
    page_of(client.get(f"/sources/{source.pk}/file/"), status=404)


@pytest.mark.parametrize("role", ["leader", "approver", "viewer", "administrator"])
def test_others_read_the_desk_but_cannot_decide(sign_in, county, page_of, role):
    source = make_read_source(county.clerk)
    client = sign_in(getattr(county, role))
    page = page_of(client.get(f"/sources/{source.pk}/"))
    assert not page.all("input", name="pick")
    assert client.post(f"/sources/{source.pk}/accept/").status_code == 403


def test_liaison_sees_no_sources(sign_in, county, page_of):
    client = sign_in(county.liaison)
    page_of(client.get("/sources/"), status=403)


def test_original_is_handed_out_as_a_download(sign_in, county):
    source = make_read_source(county.clerk)
    client = sign_in(county.viewer)
    response = client.get(f"/sources/{source.pk}/file/")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_list_asks_the_database_as_often_for_three_as_for_one(
    sign_in, county, django_assert_max_num_queries
):
    client = sign_in(county.clerk)
    counts = []
    for number in range(3):
        make_read_source(county.clerk, text=f"{TEXT}第{number}版\n", name=f"{number}.txt")
        with django_assert_max_num_queries(40) as asked:
            client.get("/sources/")
        counts.append(len(asked))
    assert counts[0] == counts[2]


def test_the_notes_of_doubts_are_told_in_the_language_of_the_page(sign_in, county, page_of):
    client = sign_in(county.clerk)
    broken = counties_page().replace("河道清淤，", "河道\n清淤，")
    upload(client, "page.txt", broken.encode())
    source = Source.objects.get()
    doubt = next(one for article in source.reading["articles"] for one in article["doubts"])
    assert doubt["code"].startswith("reading.")
    arguments = dict(doubt["arguments"])
    address = f"/sources/{source.pk}/"
    chinese = load_messages("zh").words(doubt["code"], arguments)
    assert doubt["note"] == chinese
    assert chinese in page_of(client.get(address)).text
    client.post("/i18n/setlang/", {"language": "en", "next": address})
    english = page_of(client.get(address)).text
    assert escape(load_messages("en").words(doubt["code"], arguments)) in english
    assert chinese not in english


def test_a_reading_kept_without_codes_still_shows_its_note(sign_in, county, page_of):
    client = sign_in(county.clerk)
    broken = counties_page().replace("河道清淤，", "河道\n清淤，")
    upload(client, "page.txt", broken.encode())
    source = Source.objects.get()
    for article in source.reading["articles"]:
        for doubt in article["doubts"]:
            del doubt["code"], doubt["arguments"]
            doubt["note"] = "旧的说明"
    Source.objects.filter(pk=source.pk).update(reading=source.reading)
    assert "旧的说明" in page_of(client.get(f"/sources/{source.pk}/")).text


def test_the_model_is_offered_only_where_the_office_named_one(
    sign_in, county, page_of, monkeypatch
):
    source = make_read_source(county.clerk)
    client = sign_in(county.clerk)
    address = f"/sources/{source.pk}/advise/"
    monkeypatch.delenv("GUATU_MODEL_URL", raising=False)
    assert address not in page_of(client.get(f"/sources/{source.pk}/")).text
    assert client.post(address).status_code == 409
    assert Job.objects.count() == 0
    monkeypatch.setenv("GUATU_MODEL_URL", "http://127.0.0.1:9/v1")
    assert address in page_of(client.get(f"/sources/{source.pk}/")).text
    assert client.post(address).status_code == 302
    assert Job.objects.get().kind == "source.advise"


def test_advice_stands_on_its_card_with_the_name_of_the_model(sign_in, county, page_of):
    source = make_read_source(county.clerk)
    advice = {"directive": "d3", "text": "云溪镇", "basis": "quote", "span": None, "model": "n-7b"}
    advise_source(
        acting=county.clerk,
        source_id=source.pk,
        expected_version=source.version,
        advisor=lambda _document: ([advice], []),
    )
    page = page_of(sign_in(county.clerk).get(f"/sources/{source.pk}/"))
    (card,) = [one for one in page.all("article") if "n-7b" in "".join(one.itertext())]
    assert card.get("data-proposal") == str(proposals_of(source)[2].pk)


def test_minutes_of_a_meeting_stand_beside_the_paper(sign_in, county, page_of):
    paper = counties_page().encode()
    minutes = (
        counties_page()
        .replace("11月20日前完成河道清淤", "11月15日前完成河道清淤")
        .replace("各级各部门", "县经济开发区要建立周调度制度。各级各部门")
        .encode()
    )
    client = sign_in(county.clerk)
    for name, content in (("page.txt", paper), ("minutes.txt", minutes)):
        upload(client, name, content, year="2026")
    first, second = Source.objects.order_by("pk")
    address = f"/sources/{second.pk}/beside/{first.pk}/"
    assert address in page_of(client.get(f"/sources/{second.pk}/")).text
    page = page_of(client.get(address))
    rows = ["".join(one.itertext()) for one in page.all("tr")]
    assert any("清淤" in row and "时限" in row for row in rows)
    assert any("周调度制度" in row and "仅右侧有" in row for row in rows)


def test_only_sure_proposals_with_one_unit_become_drafts_together(sign_in, county, page_of):
    source = make_read_source(county.clerk)
    client = sign_in(county.clerk)
    address = f"/sources/{source.pk}/accept-sure/"
    assert address in page_of(client.get(f"/sources/{source.pk}/")).text
    client.post(address, {"above": "0.95"})
    client.post(address, {"above": "0"})
    assert Matter.objects.count() == 0
    client.post(address, {"above": "0.9"})
    assert [one.state for one in proposals_of(source)] == ["CONFIRMED", "CONFIRMED", "OPEN"]
    assert {one.stage for one in Matter.objects.all()} == {"draft"}


def test_a_page_taken_in_by_mistake_is_withdrawn_until_something_rests_on_it(sign_in, county):
    client = sign_in(county.clerk)
    source = make_read_source(county.clerk)
    path = f"/sources/{source.pk}/"
    assert f'action="{path}withdraw/"' in client.get(path).content.decode()
    response = client.post(f"{path}withdraw/", {"version": source.version})
    assert (response.status_code, response["Location"]) == (302, "/sources/")
    assert client.get(path).status_code == 404
    kept = make_read_source(county.clerk)
    first = proposals_of(kept)[0]
    client.post(f"/proposals/{first.pk}/drop/", {"version": 1, "reason": "已经完成"})
    assert "withdraw/" not in client.get(f"/sources/{kept.pk}/").content.decode()
    refused = client.post(f"/sources/{kept.pk}/withdraw/", {"version": kept.version})
    assert refused.status_code == 409
    assert Source.objects.filter(pk=kept.pk).exists()
