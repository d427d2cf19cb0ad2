"""The plan editor in a real browser: cells, keys, bars that are dragged, undo, saving."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Desk = Callable[..., Page]
DAYS = "#cell-days-R13"


@pytest.fixture
def editor(desk_of: Desk) -> Page:
    """A clerk at the editor of a road planned from its template."""
    page = desk_of("clerk")
    page.goto("/works/add/")
    page.fill("#id_code", f"ED-{id(page) % 100_000}")
    page.fill("#id_name", "改编道路")
    page.select_option("#id_lead", label="　云溪镇")
    page.select_option("#id_template", value="work_road")
    page.fill("#id_target", "2028-06-30")
    page.get_by_role("button", name="新增项目").click()
    page.wait_for_url("**/works/*/")
    page.get_by_role("link", name="修改计划", exact=True).click()
    expect(page.locator(DAYS)).to_have_value("90")
    page.wait_for_function("document.querySelector('plan-chart')?.rows")
    return page


def unsaved(page: Page, count: int) -> None:
    expect(page.get_by_text(f"{count} 处改动未保存")).to_be_visible()


def test_a_cell_typed_like_in_a_sheet_is_worked_out_undone_and_redone(editor: Page):
    editor.fill(DAYS, "100")
    editor.locator(DAYS).press("Enter")
    unsaved(editor, 1)
    expect(editor.locator("#cell-days-R14")).to_be_focused()
    editor.keyboard.press("Control+z")
    unsaved(editor, 0)
    expect(editor.locator(DAYS)).to_have_value("90")
    editor.keyboard.press("Control+y")
    expect(editor.locator(DAYS)).to_have_value("100")


def test_a_bar_dragged_at_its_end_takes_more_days_and_the_edit_is_saved(editor: Page):
    bar = editor.locator("[data-activity=R13]")
    start, end = (bar.get_attribute(f"data-{one}") for one in ("start", "end"))
    place = editor.evaluate(
        """([start, end]) => {
          const chart = document.querySelector("plan-chart");
          const row = chart.rows.findIndex((one) => one.id === "R13");
          chart.scrollIntoView({ block: "center" });
          const point = (x) => new DOMPoint(x, chart.middle(row)).matrixTransform(chart.svg.getScreenCTM());
          const from = point(chart.x(Date.parse(end)));
          const to = point(chart.x(Date.parse(end) + 30 * 86400000));
          return [from.x, from.y, to.x, to.y];
        }""",
        [start, end],
    )
    editor.mouse.move(place[0], place[1])
    editor.mouse.down()
    editor.mouse.move(place[2], place[3], steps=5)
    editor.mouse.up()
    unsaved(editor, 1)
    days = int(editor.locator(DAYS).input_value())
    assert 115 <= days <= 125
    editor.get_by_role("button", name="保存改动").click()
    editor.wait_for_url("**/works/*/")
    expect(editor.get_by_text("改动已保存")).to_be_visible()
    editor.get_by_role("button", name="撤销上一次计划变更").click()
    editor.get_by_role("link", name="修改计划", exact=True).click()
    expect(editor.locator(DAYS)).to_have_value("90")


def test_the_chart_is_edited_by_keys_alone(editor: Page):
    chart = editor.locator("plan-chart")
    chart.focus()
    expect(chart).to_be_focused()
    chart.press("Home")
    expect(editor.locator(".chart-current")).to_have_count(1)
    first = editor.locator(".chart-current").get_attribute("data-activity")
    before = int(editor.locator(f"#cell-days-{first}").input_value())
    editor.keyboard.press("+")
    expect(editor.locator(f"#cell-days-{first}")).to_have_value(str(before + 1))
    expect(chart).to_be_focused()
    editor.keyboard.press("l")
    editor.keyboard.press("End")
    editor.keyboard.press("Enter")
    unsaved(editor, 2)
    last = editor.locator(".chart-current").get_attribute("data-activity")
    assert str(first) in editor.locator(f"#cell-after-{last}").input_value()
    editor.keyboard.press("Delete")
    expect(editor.locator(f"#cell-after-{last}")).to_have_value("")


def test_a_circle_is_told_and_undone(editor: Page):
    editor.fill("#cell-after-R1", "R20")
    editor.locator("#cell-after-R1").press("Enter")
    expect(editor.get_by_role("alert")).to_be_visible()
    editor.get_by_role("button", name="撤销", exact=True).click()
    expect(editor.get_by_role("alert")).to_have_count(0)


def test_whoever_saves_second_is_told_and_keeps_the_edits(editor: Page):
    other = editor.context.new_page()
    other.goto(editor.url)
    for page, days in ((other, "95"), (editor, "97")):
        page.fill(DAYS, days)
        page.locator(DAYS).press("Tab")
        unsaved(page, 1)
        page.get_by_role("button", name="保存改动").click()
        if page is other:
            page.wait_for_url("**/works/*/")
    expect(editor.locator("#notices").get_by_role("alert")).to_be_visible()
    expect(editor.locator(DAYS)).to_have_value("97")
