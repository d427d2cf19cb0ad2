"""What a group wrote: messages are paragraphs, a day is an article; names, times and 收到 are no words of any."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.chats import chat_pieces

CHAT = """防汛工作群(128)
—————  2025-07-12  —————

县防办小车 08:15
@所有人 今天下午有大雨。请各乡镇立即组织力量巡查水库。

云台镇毕镇长 08:16
收到

县长 罗远航 09:02
南岗水库水位今晚8点前降到汛限以下，水利局盯住。

县水利局 辛局 09:03
收到，马上安排

县防办小车撤回了一条消息
县防办小车 14:30
[图片]
@大堰镇防汛办 你镇雨量站数据中断，请于7月13日前恢复。
"""
FULL_TIMES = """2024-08-05 09:12:33 孟科长
各位早，请各专班本周五前交齐进度表@所有人

2024-08-05 09:15:01 王工
好的

2024-08-05 10:02:47 副县长 方明
1.住建局盯紧手续，8月20日前把许可证办下来。

2024-08-06 08:30:11 孟科长
请文旅局今天中午前补交。
"""
TWO_LINES = """毕晓峰
8月5日 09:12
@全体成员 请各村今天下午5点前转移危房户。

前进村 卢支书
8月5日 09:20
收到

河湾村主任
8月5日 09:31
收到[抱拳]
"""


def asked(text: str) -> list[tuple[list[str], date | None]]:
    return [
        ([each.text for each in one.addressees], one.deadline.day if one.deadline else None)
        for one in read(text, year=None).directives
    ]


def test_a_group_is_one_article_a_day_without_names_and_receipts():
    reading = read(CHAT, year=None)
    (one,) = reading.articles
    assert one.headline.text == "防汛工作群(128)"
    assert len(one.paragraphs) == 3
    assert reading.year.value == 2025
    assert reading.records[0].day == date(2025, 7, 12)


def test_an_official_speaks_and_whom_a_message_calls_is_told():
    reading = read(CHAT, year=None)
    assert asked(CHAT) == [
        (["各乡镇"], None),
        (["水利局"], date(2025, 7, 12)),
        (["大堰镇防汛办"], date(2025, 7, 13)),
    ]
    assert reading.directives[1].issuer.name == "罗远航"


def test_messages_of_two_days_are_two_articles_and_names_may_stand_behind_times():
    reading = read(FULL_TIMES, year=None)
    assert [one.day for one in reading.records] == [date(2024, 8, 5), date(2024, 8, 6)]
    assert asked(FULL_TIMES) == [
        (["各专班"], date(2024, 8, 9)),
        (["住建局"], date(2024, 8, 20)),
        (["文旅局"], date(2024, 8, 6)),
    ]


def test_who_wrote_may_stand_above_when():
    reading = read(TWO_LINES, year=2025)
    (one,) = reading.articles
    assert len(one.paragraphs) == 1
    assert asked(TWO_LINES) == [(["各村"], None)]
    assert reading.records[0].day == date(2025, 8, 5)


@pytest.mark.parametrize(
    "text",
    [
        "会议日程\n上午 9:00 开幕\n上午 10:30 参观\n下午 2:00 座谈\n",
        "县长调研供水\n12月14日，县长罗远航到水厂调研。\n",
        "考试安排。\n语文 9:00\n数学 14:00\n英语 16:00\n请各学校做好准备。\n",
    ],
)
def test_schedules_and_reports_are_no_chats(text):
    pieces = chat_pieces(text)
    assert pieces is None or not any(one.paragraphs for one in pieces)
