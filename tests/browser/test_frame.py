import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Desk = Callable[..., Page]
PAGES = ["/", "/units/", "/people/", "/journal/", "/account/", "/matters/", "/works/", "/wall/",
         "/watch/", "/sources/"]  # fmt: skip


def test_the_language_is_switched_on_the_page_where_one_is(desk_of: Desk):
    page = desk_of("clerk")
    page.goto("/units/")
    page.get_by_role("button", name="English").click()
    expect(page).to_have_url("/units/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Units and people")
    assert page.get_attribute("html", "lang") == "en"
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("单位人员")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_phone(desk_of: Desk, address: str):
    page = desk_of("clerk", width=360)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_text("菜单", exact=True).click()
    expect(page.locator(".navigation-fold a").first).to_be_visible()


def test_the_keyboard_alone_reaches_content_menu_and_signing_out(desk_of: Desk):
    page = desk_of("clerk")
    page.goto("/units/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    seat = page.locator(".seat > summary")
    seat.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="退出登录")).to_be_hidden()
    expect(seat).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="退出登录").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/")
    page.goto("/units/")
    expect(page).to_have_url("/sign-in/?next=/units/")


def test_a_printed_page_leaves_out_what_is_for_the_screen(desk_of: Desk):
    page = desk_of("administrator")
    page.goto("/units/")
    page.emulate_media(media="print")
    for hidden in (".navigation", ".tools", ".language", ".feedback"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_form_pressed_twice_is_sent_once(desk_of: Desk):
    page = desk_of("administrator")
    page.goto("/people/add/")
    page.fill("#id_name", "史双击")
    page.get_by_role("button", name="添加").dblclick()
    page.wait_for_url(re.compile(r"/people/\d+/$"))
    page.goto("/people/")
    expect(page.get_by_role("link", name="史双击")).to_have_count(1)
