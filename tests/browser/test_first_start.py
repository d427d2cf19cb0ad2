from playwright.sync_api import Browser, expect

from tests.browser.conftest import Office

NEW = "挂图-first-day-7"


def test_an_empty_folder_becomes_an_office_in_which_a_colleague_signs_in(
    browser: Browser, empty_office: Office
):
    page = browser.new_page(base_url=empty_office.address, locale="zh-CN")
    page.goto(empty_office.first_link)
    page.get_by_role("button", name="用此链接登录").click()
    page.fill("#id_password", NEW)
    page.fill("#id_again", NEW)
    page.get_by_role("button", name="设置密码").click()
    expect(page.get_by_role("status")).to_contain_text("密码已设置")

    page.goto("/units/")
    page.get_by_role("link", name="添加单位").click()
    page.select_option("#id_kind", "TOWNSHIP")
    page.fill("#id_code", "31")
    page.fill("#id_name", "云溪镇")
    page.get_by_role("button", name="添加").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("云溪镇")

    page.goto("/people/add/")
    page.fill("#id_name", "石小满")
    page.get_by_role("button", name="添加").click()
    page.get_by_role("link", name="任命").click()
    page.select_option("#id_unit", label="　云溪镇")
    page.fill("#id_title", "联络员")
    page.select_option("#id_role", "liaison")
    page.get_by_role("button", name="任命").click()
    page.fill("#id_account-username", "xiaoman")
    page.get_by_role("button", name="开通账号并生成登录链接").click()
    link = page.input_value("#link")
    page.context.close()

    other = browser.new_page(base_url=empty_office.address, locale="zh-CN")
    other.goto(link)
    other.get_by_role("button", name="用此链接登录").click()
    other.goto("/units/")
    expect(other.get_by_role("table")).to_contain_text("云溪镇")
    expect(other.get_by_role("table")).not_to_contain_text("岚川县")
    other.context.close()
    assert empty_office.stop() == 0
