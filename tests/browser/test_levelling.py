"""Levelling in a real browser: by keyboard, with progress and the stop button, and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Desk = Callable[..., Page]
# The first run of a machine compiles the kernels.
PATIENCE = 240_000


def _work(page: Page, code: str) -> None:
    page.goto("/works/add/")
    page.fill("#id_code", code)
    page.fill("#id_name", f"{code} 平衡工程")
    page.select_option("#id_lead", label="　云溪镇")
    page.select_option("#id_template", index=1)
    page.fill("#id_target", "2029-06-30")
    page.get_by_role("button", name="新增项目").click()
    page.wait_for_url("**/works/*/")


def _add_crew(page: Page, code: str) -> None:
    page.goto("/works/levelling/")
    page.get_by_role("link", name="新增资源").press("Enter")
    page.get_by_label("资源名称").fill(f"土方队 {code}")
    page.get_by_label("资源代码").fill(code)
    page.get_by_label("每日数量").fill("1")
    page.get_by_label("自某日起的变化").fill("2029-01-01 2")
    page.get_by_label("土石方").press("Space")
    page.get_by_role("button", name="保存").press("Enter")
    page.wait_for_url("**/works/levelling/")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_run_is_stopped_by_its_button_and_shows_what_it_found(desk_of: Desk, width: int):
    page = desk_of("clerk", width=width)
    for number in (1, 2):
        _work(page, f"PH{width}-{number}")
    _add_crew(page, f"crew-{width}")
    expect(page.get_by_text(f"土方队 crew-{width}").first).to_be_visible()
    page.get_by_label("允许用时（秒）").fill("300")
    page.get_by_role("button", name="开始平衡").press("Enter")
    page.wait_for_url("**/works/levelling/*/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    stop = page.get_by_role("button", name="停止并保留目前最好的方案")
    found = page.get_by_role("heading", name="平衡结果", exact=True)
    expect(page.get_by_text("正在平衡").or_(found)).to_be_visible(timeout=PATIENCE)
    if stop.is_visible():
        stop.press("Enter")
    expect(found).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_text("已证明的下界")).to_be_visible()


def test_a_run_is_followed_without_script(desk_of: Desk):
    page = desk_of("clerk")
    _work(page, "PHN-1")
    state = page.context.storage_state()
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(
        base_url=page.url.split("/works/")[0],
        storage_state=state,
        java_script_enabled=False,
        locale="zh-CN",
    )
    try:
        quiet = plain.new_page()
        quiet.goto("/works/levelling/")
        quiet.get_by_label("允许用时（秒）").fill("1")
        quiet.get_by_role("button", name="开始平衡").click()
        # The page comes again by itself until the run has ended.
        found = quiet.get_by_role("heading", name="平衡结果", exact=True)
        expect(found).to_be_visible(timeout=PATIENCE)
    finally:
        plain.close()
