from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.matters import actions
from guatu.domain.following.stages import Stage
from tests.factories.acting import MOMENT
from tests.factories.matters import RULES, make_draft, make_matter
from tests.factories.sources import make_read_source
from tests.factories.units import make_county
from tests.factories.watch import a_source, an_alert
from tests.factories.works import a_work, site_document

TODAY = MOMENT.date()


def _late_work(county, code: str = "W1") -> int:
    start, target = (TODAY + timedelta(days=days) for days in (0, 20))
    document = site_document(code, start=start.isoformat(), target=target.isoformat())
    return a_work(county, code, document=document)


def test_an_empty_office_is_told_what_to_do_first(clerk, page_of):
    page = page_of(clerk.get("/"))
    assert page.heading == "2026年11月5日"
    assert "没有红灯" in page.text
    assert "请在“来文”中上传" in page.text
    assert "svg" not in page.text.split("</header>")[1]


def test_what_is_due_within_a_week_is_listed_and_what_is_later_is_not(county, clerk, page_of):
    make_matter(county, Stage.ISSUED, title="五天后到期", deadline=TODAY + timedelta(days=5))
    make_matter(county, Stage.ISSUED, title="一个月后到期", deadline=TODAY + timedelta(days=30))
    tables = " ".join(page_of(clerk.get("/")).words("table"))
    assert "五天后到期" in tables
    assert "一个月后到期" not in tables


def test_an_overdue_matter_and_a_late_work_are_red_with_their_arithmetic(county, clerk, page_of):
    make_matter(county, Stage.ISSUED, title="已超期事项", deadline=TODAY - timedelta(days=3))
    _late_work(county)
    page = page_of(clerk.get("/"))
    assert "已超期事项" in page.text
    unfolding = [one for one in page.all("details") if one.get("class") == "light-why"]
    assert len(unfolding) == 2
    assert all("红灯" in "".join(one.itertext()) for one in unfolding)


def test_the_wall_in_small_has_a_line_for_each_work_that_opens_it(county, clerk, page_of):
    work = _late_work(county)
    page = page_of(clerk.get("/"))
    assert "W1 样板工程" in page.text
    assert f'href="/works/{work}/"' in page.text


def test_an_alert_in_force_stands_on_top_with_its_receipts(county, clerk, page_of):
    a_source(county)
    alert = an_alert(county.clerk, starts_at=MOMENT - timedelta(hours=1), hours=48)
    page = page_of(clerk.get("/"))
    assert "橙色预警" in page.text
    assert "已签收 0/1" in page.text
    assert f"/watch/{alert.pk}/" in page.links


def test_what_came_in_is_shown_with_what_waits_for_a_decision(county, clerk, page_of):
    source = make_read_source(county.clerk)
    page = page_of(clerk.get("/"))
    assert f"/sources/{source.pk}/" in page.links
    assert "待定拟办 3 条" in page.text


def test_a_liaison_sees_the_own_unit_only(county, liaison, page_of):
    make_read_source(county.clerk)
    make_matter(county, Stage.ISSUED, title="本镇事项", deadline=TODAY + timedelta(days=2))
    page = page_of(liaison.get("/"))
    assert "本镇事项" in page.text
    assert "新来文" not in page.text
    assert "最近办理" not in page.text


def test_nothing_of_another_county_comes_to_the_first_page(clerk, page_of):
    other = make_county("149922")
    make_matter(other, Stage.ISSUED, title="石坪的事项", deadline=TODAY + timedelta(days=2))
    _late_work(other)
    page = page_of(clerk.get("/"))
    assert "石坪的事项" not in page.text
    assert "样板工程" not in page.text


def test_the_first_page_asks_as_often_for_three_works_as_for_one(county, clerk):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            clerk.get("/")
        return len(seen)

    _late_work(county, "W1")
    make_matter(county, Stage.ISSUED, title="甲", deadline=TODAY + timedelta(days=2))
    asked()
    few = asked()
    for code in ("W2", "W3"):
        _late_work(county, code)
        make_matter(county, Stage.ISSUED, title=code, deadline=TODAY + timedelta(days=2))
    assert asked() == few
    assert few <= 30


def _waiting(page) -> list[str]:
    """The lines of the panel of what waits for the post; empty where there is none."""
    for panel in page.all("section"):
        lines = [one for one in panel.iter() if str(one.tag).endswith(("}h2", "}tr"))]
        words = ["".join(one.itertext()).strip() for one in lines]
        if words and words[0] == "等您办理":
            return words[2:]
    return []


def test_each_role_is_told_which_step_waits_for_it(county, clerk, liaison, sign_in, page_of):
    make_draft(county, title="草稿事项")
    make_draft(county, title="缺时限的草稿", deadline=None)
    make_matter(county, Stage.REGISTERED, title="已立项事项")
    make_matter(county, Stage.ISSUED, title="已交办事项")
    make_matter(county, Stage.REPORTED, title="已反馈事项")
    make_matter(county, Stage.VERIFIED, title="已核查事项")
    told = {
        "clerk": _waiting(page_of(clerk.get("/"))),
        "approver": _waiting(page_of(sign_in(county.approver).get("/"))),
        "liaison": _waiting(page_of(liaison.get("/"))),
    }
    steps = {who: [line.split("事项")[0] for line in lines] for who, lines in told.items()}
    assert [line.replace("\n", "").strip() for line in steps["clerk"]] == [
        "交办已立项",
        "核查通过已反馈",
        "拟办缺时限的草稿云溪镇—",
    ]
    assert [line.replace("\n", "").strip() for line in steps["approver"]] == [
        "批准立项草稿",
        "办结已核查",
    ]
    assert [line.replace("\n", "").strip() for line in steps["liaison"]] == ["签收已交办"]


def test_an_asked_extension_waits_for_the_approver_before_all_else(
    county, sign_in, liaison, page_of
):
    make_draft(county, title="更早到期的草稿", deadline=TODAY)
    matter = make_matter(county, Stage.IN_PROGRESS, title="申请延期的事项")
    actions.ask_extension(
        acting=county.liaison,
        matter_id=matter.pk,
        expected_version=matter.version,
        new_deadline=TODAY + timedelta(days=25),
        reason="汛期停工",
        rules=RULES,
    )
    lines = _waiting(page_of(sign_in(county.approver).get("/")))
    assert "审批延期" in lines[0]
    assert "申请延期的事项" in lines[0]
    assert "更早到期的草稿" in lines[1]
    assert _waiting(page_of(liaison.get("/"))) == []
