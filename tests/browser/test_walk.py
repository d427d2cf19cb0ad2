"""The whole loop as people walk it: a page is read, confirmed, planned, stopped by an alert, closed."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from guatu.entry.clock import day_of, moment
from tests.browser.conftest import Office, run_guatu

Desk = Callable[..., Page]
TODAY = day_of(moment())
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc000000301010018dd8db00000000049454e44ae426082"
)


def _day(days: int) -> date:
    return TODAY + timedelta(days=days)


def _chinese(day: date) -> str:
    return f"{day.month}月{day.day}日"


PAGE = f"""冯远山调研重点工程

本报讯 {_chinese(_day(-2))},常务副县长冯远山深入云溪镇、县经济开发区,实地调研重点工程建设情况。

冯远山强调,县发展和改革局要于{_chinese(_day(14))}前建立要素保障台账;云溪镇要于{_chinese(_day(21))}前完成上河村饮水管网改造;县经济开发区要于{_chinese(_day(28))}前完成标准厂房二期配套道路建设。
"""


def _plan() -> bytes:
    document = {
        "guatu": 1,
        "id": "W01",
        "name": "云溪水厂扩建",
        "start": _day(-10).isoformat(),
        "target": _day(34).isoformat(),
        "calendars": {"cal": {"week": "1111111"}},
        "activities": [
            {"id": "A1", "name": "施工许可", "days": 5, "calendar": "cal", "class": "permit"},
            {"id": "A2", "name": "土方开挖", "days": 10, "calendar": "cal", "class": "earthwork",
             "after": ["A1"], "cost": 1_000_000},
            {"id": "A3", "name": "主体结构", "days": 20, "calendar": "cal", "class": "structure",
             "after": ["A2"], "cost": 4_000_000},
            {"id": "A4", "name": "移交", "days": 5, "calendar": "cal", "class": "acceptance",
             "after": ["A3"]},
        ],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False).encode()


def _confirm_first_open(page: Page, desk: str) -> None:
    """Confirm the first open proposal with a result and a day set by the clerk."""
    page.goto(desk)
    card = page.locator('article.proposal[data-state="OPEN"]').first
    if card.locator(".confirm-form").count() == 0:
        card.get_by_role("link", name="处理").click()
    form = card.locator(".confirm-form")
    form.locator("[name=result]").fill("台账或竣工照片一份")
    form.locator("[name=basis][value=PERSON]").check()
    form.locator("[name=deadline]").fill(_day(20).isoformat())
    number = card.get_attribute("data-proposal")
    form.get_by_role("button", name="立为草稿").click()
    expect(page.locator(f"#proposal-{number}")).to_have_attribute("data-state", "CONFIRMED")


def _open_step(page: Page, step: str) -> Locator:
    form = page.locator(f'form[data-step="{step}"]')
    fold = page.locator("details.step").filter(has=form)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    return form


def _take(page: Page, matter: str, step: str, **entered: str) -> None:
    """Take a step of a matter with what its form asks for."""
    page.goto(matter)
    form = _open_step(page, step)
    for name, value in entered.items():
        form.locator(f"[name={name}]").fill(value)
    with page.expect_navigation():
        form.get_by_role("button").last.click()
    assert page.locator(".note-error").all_inner_texts() == []


@pytest.fixture(scope="module")
def walked() -> dict[str, str]:
    """Addresses that one stage of the walk hands to the next."""
    return {}


def test_1_a_page_is_read_and_three_directives_are_confirmed(desk_of: Desk, walked: dict[str, str]):
    page = desk_of("clerk")
    page.goto("/sources/")
    page.fill("[name=text]", PAGE)
    page.fill("[name=year]", str(TODAY.year))
    page.get_by_role("button", name="收文并识读").click()
    page.wait_for_url(re.compile(r"/sources/\d+/"))
    desk = page.url.split("?")[0]
    expect(page.locator("article.proposal[data-state=OPEN]")).to_have_count(3)
    assert page.locator(".source-text mark, .source-text .mark").count() >= 3
    page.goto("/matters/")
    expect(page.locator("table.grid tbody tr")).to_have_count(0)
    for _ in range(3):
        _confirm_first_open(page, desk)
    page.goto("/matters/")
    expect(page.locator("table.grid tbody tr")).to_have_count(3)
    link = page.get_by_role("link").filter(has_text="饮水管网").first
    walked["matter"] = str(link.get_attribute("href"))


def test_2_a_work_is_planned_and_stands_on_the_wall(desk_of: Desk, walked: dict[str, str]):
    page = desk_of("clerk")
    page.goto("/works/add/")
    page.fill("#id_code", "W01")
    page.fill("#id_name", "云溪水厂扩建")
    page.select_option("#id_lead", label="　云溪镇")
    page.select_option("#id_place", label="P1 云溪水厂工地")
    for name in ("total", "annual"):
        page.fill(f"#id_{name}", "500")
    page.fill("#id_done", "0")
    page.set_input_files(
        "#id_file", {"name": "plan.json", "mimeType": "application/json", "buffer": _plan()}
    )
    page.get_by_role("button", name="新增项目").click()
    page.wait_for_url(re.compile(r"/works/\d+/$"))
    walked["work"] = page.url
    expect(page.locator("#activities")).to_contain_text("土方开挖")

    page.goto(f"{page.url}?enter=A1#activities")
    page.fill("#id_actual_start", _day(-10).isoformat())
    page.fill("#id_actual_finish", _day(-6).isoformat())
    page.fill("#id_percent", "100")
    page.fill("#id_data_date", TODAY.isoformat())
    page.get_by_role("button", name="登记进度").click()
    expect(page.locator("#activities tbody tr").first).to_contain_text("100")
    page.goto("/wall/")
    expect(page.locator("main")).to_contain_text("云溪水厂扩建")
    page.goto("/")
    expect(page.locator(".drawing")).to_contain_text("云溪水厂扩建")


def test_3_an_orange_alert_stops_the_earthwork_and_moves_the_finish(
    desk_of: Desk, walked: dict[str, str]
):
    page = desk_of("clerk")
    page.goto(walked["work"])
    before = page.locator(".works-figures strong").nth(1).inner_text()
    page.goto("/watch/receive/")
    page.select_option("#id_level", "orange")
    page.fill("#id_starts_at", f"{_day(1).isoformat()}T00:00")
    page.fill("#id_ends_at", f"{_day(5).isoformat()}T00:00")
    page.fill("#id_basis", "汾环气〔2026〕9号")
    page.get_by_role("button", name="先看影响").click()
    page.locator("button[name=issue]").click()
    page.wait_for_url(re.compile(r"/watch/\d+/"))
    walked["alert"] = page.url
    expect(page.locator("main")).to_contain_text("云溪水厂扩建")
    expect(page.locator("main")).to_contain_text("土方")
    page.goto(walked["work"])
    after = page.locator(".works-figures strong").nth(1).inner_text()
    assert date.fromisoformat(after) > date.fromisoformat(before)
    sheet = page.request.get(f"{walked['alert']}orders.pdf")
    assert sheet.body().startswith(b"%PDF")
    page.goto("/")
    expect(page.get_by_role("alert")).to_contain_text("橙色预警")
    page.goto("/wall/")
    expect(page.locator("main")).to_contain_text("云溪水厂扩建")
    own = desk_of("liaison")
    own.goto(walked["alert"])
    own.get_by_role("button", name="签收").click()
    expect(own.get_by_role("button", name="签收")).to_have_count(0)


def test_4_a_matter_is_closed_with_evidence_and_the_journal_proves_it(
    desk_of: Desk, walked: dict[str, str], county_office: Office, tmp_path: Path
):
    clerk, head, liaison = desk_of("clerk"), desk_of("approver"), desk_of("liaison")
    matter = walked["matter"]
    _take(head, matter, "register")
    _take(clerk, matter, "issue")
    _take(liaison, matter, "sign")
    _take(liaison, matter, "start", plan="十日内进场，廿日完工")
    picture = tmp_path / "site.png"
    picture.write_bytes(PNG)
    liaison.goto(matter)
    form = liaison.locator("form[enctype]")
    fold = liaison.locator("details.step").filter(has=form)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    grades = form.locator("[name=grade] option").count()
    form.locator("[name=grade]").select_option(index=grades - 1)
    form.locator("[name=file]").set_input_files(picture)
    form.get_by_role("button", name="保存佐证").click()
    expect(liaison.locator("main")).to_contain_text("site.png")
    _take(liaison, matter, "report", percent="100", facts="管网已通水，现场照片附后")
    liaison.goto(matter)
    expect(liaison.locator('form[data-step="verify"]')).to_have_count(0)
    _take(clerk, matter, "verify", note="到场核查，与照片一致")
    _take(head, matter, "complete", opinion="同意办结")
    _take(clerk, matter, "close")
    clerk.goto(matter)
    expect(clerk.locator(".stages [aria-current=step]")).to_contain_text("销号")
    head_hash = clerk.request.get("/api/v1/journal/head").json()["hash"]
    proof = run_guatu("check", "--data", str(county_office.folder), "--head", head_hash)
    assert proof.returncode == 0, proof.stderr


def test_5_the_reading_desk_is_worked_by_the_keyboard_alone(desk_of: Desk):
    page = desk_of("clerk")
    page.goto("/sources/")
    page.fill("[name=text]", PAGE.replace("上河村", "下河村"))
    page.fill("[name=year]", str(TODAY.year))
    page.get_by_role("button", name="收文并识读").press("Enter")
    page.wait_for_url(re.compile(r"/sources/\d+/"))
    expect(page.locator("article.proposal[data-state=OPEN]")).to_have_count(3)
    page.locator(".proposal-current").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    chosen = page.locator(".proposal-current").get_attribute("data-proposal")
    page.keyboard.press("x")
    page.locator(f"#proposal-{chosen} details[data-part=drop] [name=reason]").wait_for()
    page.keyboard.type("企业自身事务")
    page.keyboard.press("Enter")
    expect(page.locator(f"#proposal-{chosen}")).to_have_attribute("data-state", "DROPPED")
