"""The reading desk by keyboard alone: next, pick, split, merge."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Desk = Callable[..., Page]

TEXT = """冯远山调研河道治理

本报讯 11月3日,常务副县长冯远山深入云溪镇调研河道治理。

冯远山强调,云溪镇要抓紧组织河道清淤、护岸修复;县发展和改革局要尽快建立项目台账;县经济开发区要认真排查雨污管网。
"""


def _current(page: Page) -> str:
    return str(page.locator(".proposal-current").get_attribute("data-proposal"))


@pytest.fixture(scope="module")
def desk_address() -> dict[str, str]:
    """Where the page of this module stands once it is read."""
    return {}


@pytest.fixture
def desk(desk_of: Desk, desk_address: dict[str, str]) -> Page:
    """A clerk before the read page, with the first proposal chosen."""
    page = desk_of("clerk")
    if "at" not in desk_address:
        page.goto("/sources/")
        page.fill("[name=text]", TEXT)
        page.fill("[name=year]", "2026")
        page.get_by_role("button", name="收文并识读").click()
        page.wait_for_url(re.compile(r"/sources/\d+/"))
        desk_address["at"] = page.url.split("?")[0]
    page.goto(f"{desk_address['at']}?order=page")
    expect(page.locator(".proposal-current")).to_have_count(1)
    return page


def test_the_lead_is_found_by_its_pinyin_initials(desk: Page):
    desk.keyboard.press("Enter")
    lead = desk.locator(".confirm-form [name=lead]")
    expect(lead).to_have_attribute("role", "combobox")
    # The form is there for good once the cursor stands in it.
    expect(desk.locator(".confirm-form [name=result]")).to_be_focused()
    lead.fill("")
    lead.press_sequentially("fgj", delay=20)
    expect(desk.locator(".unit-list:visible li").first).to_contain_text("发展和改革局")
    lead.press("Enter")
    expect(lead).to_have_value(re.compile("发展和改革局$"))
    expect(desk.locator(".unit-list:visible")).to_have_count(0)
    several = desk.locator(".confirm-form [name=co_units]")
    several.fill("")
    several.press_sequentially("云溪镇、szj")
    several.press("Escape")
    expect(desk.locator(".unit-list:visible")).to_have_count(0)


def test_j_and_k_go_to_the_next_proposal_and_back(desk: Page):
    first = _current(desk)
    desk.keyboard.press("j")
    second = _current(desk)
    assert second != first
    assert desk.locator(f'.quote-current[data-proposal="{second}"]').count() >= 1
    desk.keyboard.press("k")
    assert _current(desk) == first


def test_space_picks_the_proposal_and_lets_it_go(desk: Page):
    box = desk.locator(".proposal-current [name=pick]")
    desk.keyboard.press("Space")
    expect(box).to_be_checked()
    desk.keyboard.press("Space")
    expect(box).not_to_be_checked()


def test_s_opens_the_split_of_the_proposal_with_the_focus_in_it(desk: Page):
    number = _current(desk)
    desk.keyboard.press("s")
    part = desk.locator(f'#proposal-{number} details[data-part="split"]')
    expect(part).to_have_attribute("open", "")
    expect(part.locator("button:focus")).to_have_count(1)


def test_keys_typed_into_a_field_stay_words(desk: Page):
    number = _current(desk)
    desk.keyboard.press("e")
    expect(desk.locator(f'#proposal-{number} details[data-part="edit"]')).to_have_attribute(
        "open", ""
    )
    desk.keyboard.type("jkm")
    assert _current(desk) == number
    assert "jkm" in str(desk.evaluate("document.activeElement.value"))


def test_m_merges_the_proposal_with_the_next(desk: Page):
    open_before = desk.locator('article.proposal[data-state="OPEN"]').count()
    first = _current(desk)
    quotes = [
        "".join(desk.locator(".proposal-current .quote").inner_text().split()),
    ]
    desk.keyboard.press("j")
    second = _current(desk)
    quotes.append("".join(desk.locator(".proposal-current .quote").inner_text().split()))
    desk.keyboard.press("k")
    desk.keyboard.press("m")
    open_now = desk.locator('article.proposal[data-state="OPEN"]')
    expect(open_now).to_have_count(open_before - 1)
    assert _current(desk) not in {first, second}
    merged = "".join(desk.locator(".proposal-current .quote").inner_text().split())
    assert all(quote in merged for quote in quotes)
