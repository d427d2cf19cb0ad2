"""The wall in a real browser: what stays in view, what a zoom keeps, what a band opens."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Desk = Callable[..., Page]
LEFT_OF_NAMES = "document.querySelector('.wall-body .wall-names').getBoundingClientRect().left"
TOP_OF_HEAD = "document.querySelector('.wall-head').getBoundingClientRect().top"
MIDDLE_DAY = """(() => {
  const wall = document.querySelector("wall-sheet");
  const room = wall.frame.clientWidth - wall.covered;
  return (wall.frame.scrollLeft + wall.covered + room / 2 - wall.before) / wall.perDay;
})()"""
ROWS = ".wall-body .wall-names [data-row]"
BAND = ".wall-body .wall-names [data-group]"


def _hang(page: Page, code: str, group: str) -> None:
    page.goto("/works/add/")
    page.fill("#id_code", code)
    page.fill("#id_name", f"{code} 挂图工程")
    page.fill("#id_group", group)
    page.select_option("#id_lead", label="　云溪镇")
    page.select_option("#id_template", index=1)
    page.fill("#id_target", "2028-06-30")
    page.get_by_role("button", name="新增项目").click()
    page.wait_for_url("**/works/*/")


@pytest.fixture
def wall_of(desk_of: Desk) -> Callable[[int], Page]:
    """Return a function that opens the wall with two groups of works on a screen of that width."""

    def hung(width: int) -> Page:
        page = desk_of("clerk", width=width)
        for group in ("甲组", "乙组"):
            _hang(page, f"{group}-{width}", group)
        page.goto("/wall/")
        return page

    return hung


@pytest.mark.parametrize("width", [1280, 360])
def test_the_wall_scrolls_as_one_and_keeps_head_names_day_and_groups(
    wall_of: Callable[[int], Page], width: int
):
    page = wall_of(width)
    page.set_viewport_size({"width": width, "height": 260})
    frame = page.locator(".wall-frame")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    frame.evaluate("one => one.scrollTo(200, 0)")
    at_first = page.evaluate(LEFT_OF_NAMES), page.evaluate(TOP_OF_HEAD)
    frame.evaluate("one => one.scrollTo(700, 60)")
    assert frame.evaluate("one => one.scrollTop") > 0
    assert (page.evaluate(LEFT_OF_NAMES), page.evaluate(TOP_OF_HEAD)) == at_first

    day = page.evaluate(MIDDLE_DAY)
    page.locator(".wall-tools fieldset [value=week]").click()
    page.wait_for_url("**zoom=week**")
    expect(page.locator(".wall-tools fieldset [value=week]")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert abs(page.evaluate(MIDDLE_DAY) - day) < 2

    page.goto("/wall/?folds=stated&fold=甲组")
    shown = page.locator(ROWS).count()
    band = page.locator(f'{BAND}[data-group="甲组"]')
    expect(band).to_have_attribute("aria-expanded", "false")
    band.focus()
    page.keyboard.press("Enter")
    expect(band).to_have_attribute("aria-expanded", "true")
    assert page.locator(ROWS).count() > shown
    page.keyboard.press("Tab")
    expect(page.locator(".wall-why")).to_contain_text("灯")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/works/*/")
