"""Digests: every item a report of its own, with its own lead, day and demands."""

import pytest
from tests.domain.reading.reading_of import read

ITEMS = (
    "12月14日，县委书记齐小雨到白马镇调研，强调要做强茶产业。",
    "12月13日，副县长方明检查校园食品安全，要求县市场监管局年底前检查一遍。",
    "12月12日，全县征兵工作会议召开，县长罗远航出席并讲话。",
)


@pytest.mark.parametrize("sign", ["▶", "◆ ", "● ", "📌", "1."])
def test_every_item_of_a_digest_is_a_report(sign):
    page = "要闻速览（2025年12月）\n" + "\n".join(sign + one for one in ITEMS)
    reading = read(page)
    assert [len(one.paragraphs) for one in reading.articles] == [1, 1, 1]
    leads = [one.lead.name if one.lead else None for one in reading.records]
    assert leads == ["齐小雨", "方明", "罗远航"]
    assert [(one.issuer.name if one.issuer else "") for one in reading.directives] == [
        "齐小雨",
        "方明",
    ]
    (checked,) = [one for one in reading.directives if one.addressees]
    assert checked.addressees[0].text == "县市场监管局"


def test_items_without_a_sign_need_a_title_of_a_digest():
    assert len(read("一周要闻\n" + "\n".join(ITEMS)).articles) == 3
    assert len(read("县里的三件事\n" + "\n".join(ITEMS)).articles) == 1


def test_points_of_a_report_are_no_digest():
    page = "县长调研供水\n12月14日，县长罗远航到水厂调研。罗远航要求：\n●县水利局要月底前检修。\n●县住建局要补齐管网。\n●各镇要入户查看。"
    assert len(read(page).articles) == 1


def test_numbered_demands_of_a_notice_are_no_digest():
    page = "关于做好供水的通知\n各镇：\n1.县水利局要召开会议部署。\n2.县住建局要开展检查。\n3.各镇要组织排查。\n县水利局\n2025年12月1日"
    assert len(read(page).articles) == 1


def test_several_reports_below_one_stamp_keep_their_own_headlines():
    page = """水城早知道丨12月15日
原创 水城融媒 2025-12-15 07:30 江西
今日看点
01
县委召开常委会
12月14日，县委书记齐小雨主持召开县委常委会会议。会议强调，各镇要抓好学习。
02
■罗远航调研供水
12月14日，县长罗远航到水厂调研。罗远航要求，县水利局要月底前检修。
— END —
编辑：苗可欣"""
    found = read(page).articles
    headlines = [one.headline.text if one.headline else None for one in found]
    assert headlines == ["县委召开常委会", "■罗远航调研供水"]


def test_headings_within_a_report_do_not_part_it():
    page = """县长调研供水工作
2025-12-15 07:30
12月14日，县长罗远航到城东、城西调研供水。
走进水厂看水质
在城东水厂，罗远航查看水质。
听取汇报议对策
12月14日下午，罗远航听取汇报。罗远航要求，县水利局要月底前检修。"""
    assert len(read(page).articles) == 1
