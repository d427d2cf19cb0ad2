"""Mails as text, one below the other: each is an article of its own, headed by its subject and dated by when it was sent."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.mail_heads import MailPart, mail_heads, quote_sign

THREAD = """答复: 关于报送项目进展的通知

发件人：发改局投资科（tz@example.invalid）
时间：2024年9月24日(星期二) 下午3:18
收件人：各专班联络员<zb@example.invalid>;
附件：1个 ( 进展表.xls )

各专班：
一、请于9月27日前将进展表报投资科邮箱。
二、数据不得估算。

------------------ 原始邮件 ------------------
发件人: "督查室" <dc@example.invalid>;
发送时间: 2024年9月23日(星期一) 上午9:41
收件人: "发改局投资科"<tz@example.invalid>;
主题: 关于汇总项目进展的通知

发改局：
请你局于9月29日前汇总项目进展，报督查室。
"""
QUOTED = """甘主任：
补装计划已经收到，请交通局于6月13日前补充里程明细。
--
县政府督查室 甘雨
电话：0000-1234567

> -----原始邮件-----
> 发件人: "交通局" <jt@example.invalid>
> 发送时间: 2025年6月9日 10:05
> 主题: 关于补装护栏的督办
>
> 各镇：
> 请于6月20日前报送护栏里程。
"""


def test_every_mail_of_a_thread_is_an_article_with_its_subject_and_day():
    reading = read(THREAD, year=None)
    first, second = reading.articles
    assert first.headline.text == "答复: 关于报送项目进展的通知"
    assert second.headline.text == "关于汇总项目进展的通知"
    assert [one.day for one in reading.records] == [date(2024, 9, 24), date(2024, 9, 23)]
    assert [
        (one.addressees[0].text, str(one.deadline.day))
        for one in reading.directives
        if one.deadline and one.deadline.day
    ] == [("各专班", "2024-09-27"), ("发改局", "2024-09-29")]


def test_signs_of_quotation_and_who_signs_off_are_not_heard():
    reading = read(QUOTED, year=None)
    own, quoted = reading.articles
    assert quoted.headline.text == "关于补装护栏的督办"
    assert "甘雨" not in "".join(one.text for one in own.paragraphs)
    assert [(one.addressees[0].text, one.action) for one in reading.directives] == [
        ("交通局", "交通局于6月13日前补充里程明细"),
        ("各镇", "请于6月20日前报送护栏里程"),
    ]


@pytest.mark.parametrize(("words", "signs"), [("> 各镇：", 2), (">> 各镇：", 3), ("各镇：", 0)])
def test_signs_of_quotation_are_counted(words, signs):
    assert quote_sign(words) == signs


def test_heads_below_a_line_that_quotes_are_known():
    rows = ["收到。", "县督查室 于2025年6月9日 10:05 写道：", "请报送材料。"]
    assert {at: one.part for at, one in mail_heads(rows).items()} == {1: MailPart.HEAD}


@pytest.mark.parametrize(
    "rows",
    [
        ["时间：2025年6月9日", "地点：三楼会议室", "主题：春耕备耕", "附件：1.方案"],
        ["发件人：县督查室", "各镇：", "请报送材料。"],
        ["他写道：", "今天的雨很大。"],
    ],
)
def test_heads_of_minutes_and_lone_labels_are_no_mail(rows):
    assert mail_heads(rows) == {}
