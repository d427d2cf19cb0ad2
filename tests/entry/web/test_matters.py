from datetime import date

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guatu.adapters.ledger_xlsx import ledger_template, ledger_workbook, read_ledger
from guatu.apps.journal.queries import head_hash
from guatu.apps.matters.models import Evidence, Matter
from guatu.domain.following.stages import Move, Stage
from guatu.entry.web.pages.matters_steps import ACTIONS, roles_of
from tests.factories.matters import PNG, make_draft, make_matter
from tests.factories.units import make_county


def words_of(page):
    return " ".join("".join(page.root.itertext()).split())


@pytest.mark.parametrize(
    "role", ["administrator", "leader", "approver", "clerk", "liaison", "viewer"]
)
def test_everybody_reads_the_ledger_and_a_matter(sign_in, county, page_of, role):
    matter = make_matter(county, Stage.CLOSED)
    client = sign_in(getattr(county, role))
    assert matter.number in words_of(page_of(client.get("/matters/")))
    page = page_of(client.get(f"/matters/{matter.pk}/"))
    assert matter.title in page.heading
    assert "规则：事项亮灯规则" in words_of(page)


def test_the_ledger_shows_its_filters_and_keeps_them(sign_in, county, page_of):
    make_matter(county, Stage.ISSUED, title="甲事项", deadline=date(2026, 11, 1))
    make_matter(county, Stage.ISSUED, title="乙事项", deadline=date(2026, 12, 30))
    client = sign_in(county.viewer)
    page = page_of(client.get("/matters/?light=red&text=事项&sort=-number"))
    assert "甲事项" in page.text
    assert "乙事项" not in page.text
    assert any("light=red" in link and "sort=title" in link for link in page.links)


@pytest.mark.parametrize(
    "query", ["due_from=soon", "unit=x", "light=pink", "sort=x&after=y", "text=%00", "stage=1"]
)
def test_nonsense_in_the_address_is_no_fault(sign_in, county, page_of, query):
    make_draft(county)
    page_of(sign_in(county.viewer).get(f"/matters/?{query}"))


def test_the_ledger_goes_on_where_the_page_before_ended(sign_in, county, page_of, monkeypatch):
    from guatu.entry.web.pages import matters

    monkeypatch.setattr(matters, "_PAGE_SIZE", 2)
    for number in range(3):
        make_draft(county, title=f"第{number}件")
    client = sign_in(county.viewer)
    page = page_of(client.get("/matters/"))
    onward = next(link for link in page.links if "after=" in link)
    assert "第2件" in page_of(client.get(f"/matters/{onward}")).text


def test_a_draft_is_added_by_hand_revised_and_refused_where_it_lacks(sign_in, county, page_of):
    client = sign_in(county.clerk)
    form = {"title": "新增一件", "lead": "发改局", "kind": "work", "weight": "key", "basis": "NONE"}
    client.post("/matters/add/", form)
    matter = Matter.objects.get()
    assert (matter.lead_id, matter.weight) == (county.units["12"].pk, "key")
    page_of(client.get(f"/matters/{matter.pk}/revise/"))
    changed = {**form, "version": 1, "basis": "PERSON", "deadline": "2026-12-01"}
    client.post(f"/matters/{matter.pk}/revise/", changed)
    matter.refresh_from_db()
    assert (matter.deadline, matter.deadline_basis) == (date(2026, 12, 1), "PERSON")
    missing = {**changed, "lead": "没有的局", "deadline": ""}
    page = page_of(client.post("/matters/add/", missing), status=422)
    assert "没有的局" in words_of(page)
    assert len(page.all("div", class_="field-fault")) == 2


def test_a_matter_is_closed_by_forms_alone(clients, county):
    matter = make_draft(county)

    def step(role, word, **form):
        matter.refresh_from_db()
        address = f"/matters/{matter.pk}/{word}/"
        response = clients[role].post(address, {"version": matter.version, **form})
        assert response.status_code == 302, response.content.decode()

    step("approver", "register")
    step("clerk", "issue")
    step("liaison", "sign")
    step("liaison", "start", plan="一周内进场")
    step("liaison", "report", percent=100, facts="已完成")
    step("clerk", "verify", note="现场看过")
    step("leader", "complete", opinion="同意")
    step(
        "clerk",
        "evidence",
        grade="E2",
        file=SimpleUploadedFile("现场.png", PNG),
    )
    step("clerk", "close", close_reason="done")
    matter.refresh_from_db()
    assert matter.stage == "closed"
    response = clients["viewer"].get(f"/evidence/{Evidence.objects.get().pk}/file/")
    assert response.content == PNG
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_step_that_the_table_refuses_says_why(sign_in, county, page_of):
    matter = make_matter(county, Stage.REPORTED, kind="hazard")
    client = sign_in(county.clerk)
    response = client.post(
        f"/matters/{matter.pk}/close/", {"version": matter.version, "close_reason": "done"}
    )
    assert "note-error" in page_of(response, status=409).text


def test_a_step_on_an_older_version_says_that_another_change_came_first(sign_in, county, page_of):
    matter = make_matter(county, Stage.REGISTERED)
    response = sign_in(county.clerk).post(f"/matters/{matter.pk}/issue/", {"version": 1})
    page_of(response, status=409)
    matter.refresh_from_db()
    assert matter.stage == "registered"


@pytest.mark.parametrize("move", sorted(ACTIONS))
def test_every_step_is_open_to_the_roles_of_the_table_only(clients, county, move):
    matter = make_draft(county)
    address = f"/matters/{matter.pk}/{move.replace('_', '-')}/"
    for role, client in clients.items():
        answer = client.post(address, {"version": 1}).status_code
        assert (answer == 403) is (role not in roles_of(Move(move))), role


def test_an_svg_dressed_as_a_picture_is_refused_with_words(sign_in, county, page_of):
    matter = make_matter(county, Stage.IN_PROGRESS)
    client = sign_in(county.liaison)
    response = client.post(
        f"/matters/{matter.pk}/evidence/",
        {
            "version": matter.version,
            "grade": "E2",
            "file": SimpleUploadedFile("plan.png", b"<svg onload='alert(1)'/>"),
        },
    )
    assert "plan.png" in page_of(response, status=409).text
    assert Evidence.objects.count() == 0


def test_an_extension_is_asked_and_decided_on_the_page(clients, county, page_of):
    matter = make_matter(county, Stage.IN_PROGRESS)
    clients["liaison"].post(
        f"/matters/{matter.pk}/extension/",
        {"version": matter.version, "new_deadline": "2026-11-28", "reason": "汛情"},
    )
    request = matter.extension_requests.get()
    page = page_of(clients["leader"].get(f"/matters/{matter.pk}/"))
    assert page.all("button", name="decision")
    clients["leader"].post(
        f"/matters/{matter.pk}/extension/{request.pk}/", {"version": 1, "decision": "grant"}
    )
    matter.refresh_from_db()
    assert matter.deadline == date(2026, 11, 28)
    assert "原定 2026-11-20" in words_of(page_of(clients["viewer"].get(f"/matters/{matter.pk}/")))


def test_a_matter_of_another_county_or_unit_looks_absent(clients, county, page_of):
    other = make_matter(make_county("149922"), Stage.ISSUED)
    foreign = make_matter(county, Stage.ISSUED, lead_id=county.units["32"].pk)
    page_of(clients["clerk"].get(f"/matters/{other.pk}/"), status=404)
    page_of(clients["liaison"].get(f"/matters/{foreign.pk}/"), status=404)


def test_the_workbook_that_goes_out_comes_back_without_faults(sign_in, county):
    make_matter(county, Stage.ISSUED, co_unit_ids=(county.units["12"].pk,))
    make_draft(county, title="=1+1", result="@恶意", deadline=None, deadline_basis="")
    content = sign_in(county.viewer).get("/matters/ledger.xlsx").content
    lines, told = read_ledger(content, name="ledger.xlsx")
    assert told == ()
    assert [line.text("title") for line in lines] == ["完成云溪河道清淤三公里", "=1+1"]
    assert lines[0].cells["deadline"] == date(2026, 11, 20)


def trial(client, content, name="ledger.xlsx"):
    return client.post("/matters/load/", {"file": SimpleUploadedFile(name, content)})


def test_a_trial_run_shows_rows_and_faults_and_writes_nothing_until_loaded(
    sign_in, county, page_of
):
    rows = [
        {"title": "可导入", "lead": "发改局", "deadline": date(2026, 12, 1), "basis": "PERSON"},
        {"title": "单位不明", "lead": "某某局"},
        {"title": "", "lead": "发改局"},
        {"title": "无依据", "lead": "发改局", "deadline": date(2026, 12, 1)},
    ]
    client = sign_in(county.clerk)
    page = page_of(trial(client, ledger_workbook(rows, language="zh")))
    told = words_of(page)
    assert Matter.objects.count() == 0
    assert "某某局" in told
    assert "B4" in told
    assert "可导入 1 行" in told
    (kept,) = page.all("input", name="trial")
    client.post("/matters/load/", {"trial": kept.get("value")})
    assert [one.title for one in Matter.objects.all()] == ["可导入"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件"),
        (b"junk" * 50, "工作簿"),
        (ledger_template(), "第 2 行"),
        (ledger_workbook([], language="zh"), "第 2 行"),
    ],
)
def test_a_workbook_without_rows_says_what_to_do(sign_in, county, content, said):
    response = trial(sign_in(county.clerk), content)
    assert said in response.content.decode()
    assert Matter.objects.count() == 0


def test_a_forged_trial_loads_nothing(sign_in, county):
    client = sign_in(county.clerk)
    client.post("/matters/load/", {"trial": "W10:forged:x"})
    assert Matter.objects.count() == 0


def test_pages_ask_as_often_for_three_rows_as_for_one(
    sign_in, county, django_assert_max_num_queries
):
    client = sign_in(county.clerk)
    asked = []
    for _ in range(3):
        make_matter(county, Stage.REPORTED, co_unit_ids=(county.units["12"].pk,))
        with django_assert_max_num_queries(30) as found:
            client.get("/matters/")
        asked.append(len(found))
    assert asked[0] == asked[2]


def test_progress_and_the_claim_are_two_forms_and_progress_shows_on_the_ledger(
    sign_in, county, page_of
):
    matter = make_matter(county, Stage.IN_PROGRESS)
    client = sign_in(county.liaison)
    words = words_of(page_of(client.get(f"/matters/{matter.pk}/")))
    assert "报送进展" in words
    assert "反馈办结" in words
    form = {"version": matter.version, "percent": 35, "facts": "进场施工"}
    client.post(f"/matters/{matter.pk}/inform/", form)
    matter.refresh_from_db()
    assert matter.stage == "in_progress"
    assert "35%2026-11-05" in words_of(page_of(client.get("/matters/")))


def test_a_co_unit_finds_the_form_of_its_part(sign_in, county, page_of):
    matter = make_matter(
        county,
        Stage.IN_PROGRESS,
        lead_id=county.units["31"].pk,
        co_unit_ids=(county.units["3101"].pk,),
    )
    client = sign_in(county.liaison)
    assert "向牵头单位报送配合部分" in words_of(page_of(client.get(f"/matters/{matter.pk}/")))
    form = {"version": matter.version, "percent": 50, "facts": "群众工作已做通"}
    client.post(f"/matters/{matter.pk}/part/", form)
    words = words_of(page_of(client.get(f"/matters/{matter.pk}/")))
    assert "50% 配合部分" in words
    assert "群众工作已做通" in words


def test_the_notice_of_an_issued_matter_is_a_pdf_that_says_what_is_owed(sign_in, county, page_of):
    matter = make_matter(county, Stage.SIGNED, quote="11月20日前完成云溪河道清淤三公里。")
    client = sign_in(county.liaison)
    assert f"/matters/{matter.pk}/notice.pdf" in page_of(client.get(f"/matters/{matter.pk}/")).links
    response = client.get(f"/matters/{matter.pk}/notice.pdf")
    assert response["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(response.content) as document:
        (page,) = ["".join(one.get_textpage().get_text_range().split()) for one in document]
    for expected in (
        matter.number,
        matter.title,
        matter.quote,
        "清淤3公里并通过验收",
        "2026年11月20日",
        "2026年11月8日前首次反馈",
        "督查室科员苗可欣",
        head_hash(),
    ):
        assert "".join(expected.split()) in page


def test_there_is_no_notice_before_the_issue(sign_in, county, page_of):
    matter = make_draft(county)
    client = sign_in(county.clerk)
    assert "notice.pdf" not in page_of(client.get(f"/matters/{matter.pk}/")).text
    page = page_of(client.get(f"/matters/{matter.pk}/notice.pdf"), status=409)
    assert "还没有交办" in page.text
