import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guatu.apps.works.plan_actions import freeze_baseline
from guatu.entry.tasks import worker
from tests.factories.works import a_work, site_document

pytestmark = pytest.mark.django_db


def at_risk(**changed):
    """A plan whose structure cannot be done by its deadline, with a crash offer and a permit."""
    document = site_document(start="2026-11-02", target="2026-11-28", **changed)
    document["activities"][0]["permit"] = "construction"
    document["activities"][2]["crash"] = {"days": 5, "cost": 50_000}
    document["activities"][2]["technical"] = True
    return document


def sections(page):
    return {one.get("id") for one in page.all("section")}


def test_a_late_work_shows_why_it_is_late_and_what_would_cure_it(county, clerk, page_of):
    work_id = a_work(county, document=at_risk())
    page = page_of(clerk.get(f"/works/{work_id}/"))
    assert {"deadlines", "levers", "permits", "figures", "checks"} <= sections(page)
    assert "红线" in page.text
    assert "技术间歇" in page.text
    assert "最迟报件" in page.text


def test_a_quiet_work_shows_no_panel_that_has_nothing_to_say(county, clerk, page_of):
    document = site_document(start="2026-11-05", target="2028-12-31")
    document["activities"] = document["activities"][2:3]
    document["activities"][0].pop("after")
    work_id = a_work(county, document=document)
    page = page_of(clerk.get(f"/works/{work_id}/"))
    assert "deadlines" in sections(page)
    assert not {"levers", "permits", "baseline"} & sections(page)


def test_a_baseline_is_compared_with_its_curve_and_values(county, clerk, page_of):
    work_id = a_work(county, document=at_risk())
    freeze_baseline(acting=county.clerk, work_id=work_id, expected_version=1, words="年初下达")
    page = page_of(clerk.get(f"/works/{work_id}/"))
    assert "baseline" in sections(page)
    assert "年初下达" in page.text
    assert "SPI(t)" in page.text


def test_the_page_asks_the_database_as_often_with_three_baselines_as_with_one(county, clerk):
    work_id = a_work(county, document=at_risk())
    asked = []
    for rounds in (1, 2):
        for _ in range(rounds):
            freeze_baseline(acting=county.clerk, work_id=work_id, expected_version=1)
        clerk.get(f"/works/{work_id}/")
        with CaptureQueriesContext(connection) as queries:
            clerk.get(f"/works/{work_id}/")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_risk_is_drawn_by_the_job_process_and_shown(county, clerk, page_of):
    work_id = a_work(county, document=at_risk())
    page = page_of(clerk.get(f"/works/{work_id}/"))
    assert "尚未推演" in page.text
    assert clerk.post(f"/works/{work_id}/risk/")["Location"] == f"/works/{work_id}/#risk"
    assert "正在推演" in page_of(clerk.get(f"/works/{work_id}/")).text
    assert clerk.get(f"/api/v1/works/{work_id}/risk").json()["state"] == "WAITING"
    worker.work_off(threading.Event())
    drawn = page_of(clerk.get(f"/works/{work_id}/"))
    assert "P80" in drawn.text
    assert clerk.get(f"/api/v1/works/{work_id}/risk").json()["result"]["draws"] == 2000


def test_the_api_tells_what_the_panels_show(county, clerk):
    work_id = a_work(county, document=at_risk())
    freeze_baseline(acting=county.clerk, work_id=work_id, expected_version=1)
    told = clerk.get(f"/api/v1/works/{work_id}/control").json()
    assert told["deadlines"][0]["verdict"] in {"late", "impossible"}
    assert told["certificate"]
    assert {one["rule"] for one in told["refused_levers"]} >= {"technical"}
    assert told["permits"][0]["hand_in_by"]
    assert told["baseline"]["earned"]["bac"] == 40
    assert told["baseline"]["curve"]


def test_the_list_of_works_forecasts_their_money_by_month_with_its_range(county, clerk, page_of):
    a_work(county, document=site_document(start="2026-11-05", target="2027-03-31"))
    listed = page_of(clerk.get("/works/", {"q": "样板"}))
    assert "2026-12" not in {one.strip() for one in listed.words("th")}
    (asked,) = (one for one in listed.links if "months=yes" in one)
    page = page_of(clerk.get(f"/works/{asked.partition('#')[0]}"))
    assert {"2026-11", "2026-12"} <= {one.strip() for one in page.words("th")}
    nothing = page_of(clerk.get("/works/", {"q": "无此项目", "months": "yes"}))
    assert "按计划推算" not in nothing.text
