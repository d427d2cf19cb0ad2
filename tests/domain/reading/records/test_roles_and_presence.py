"""What persons do in a record, who of those named was there, and minutes that label their heads."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import PersonRole, Record


def record(headline: str, *paragraphs: str) -> Record:
    return read("\n\n".join((headline, *paragraphs)), year=2026).records[0]


def roles(headline: str, *paragraphs: str) -> dict[str, PersonRole]:
    return {one.name: one.role for one in record(headline, *paragraphs).people}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("河口镇党委书记晏子春答，还有43艘。", PersonRole.REPORTING),
        ("“招工难。”福源公司董事长晏子春快人快语。", PersonRole.REPORTING),
        ("县水利局局长晏子春列席会议。", PersonRole.ATTENDING),
        ("县水利局局长晏子春、县林业局局长尤佳分别报告，备料已足。", PersonRole.REPORTING),
    ],
)
def test_who_is_heard_in_a_meeting_reports(words: str, role: PersonRole) -> None:
    head = "5月8日，县长汤若水主持召开调度会并讲话。"
    assert roles("全县防汛调度会召开", head + words)["晏子春"] is role


def test_who_answers_on_a_visit_reports_and_who_goes_along_accompanies() -> None:
    found = roles(
        "汤若水调研粮食生产",
        "5月8日，县长汤若水到河口镇调研。副县长隗志勇参加调研。",
        "“渠修好没有？”汤若水问镇长。河口镇镇长晏子春如实回答：还差三公里。",
    )
    assert found["隗志勇"] is PersonRole.ACCOMPANYING
    assert found["晏子春"] is PersonRole.REPORTING


def test_recruits_and_villagers_are_no_people_of_a_record() -> None:
    found = roles(
        "全县欢送新兵",
        "5月8日，全县欢送新兵仪式举行。副县长隗志勇致欢送辞。新兵代表蒙海涛发言。",
        "村民韦美荣说，孩子当兵是光荣。",
    )
    assert set(found) == {"隗志勇"}


def test_minutes_with_labels_when_read_then_day_and_chair_come_from_them() -> None:
    one = record(
        "岚溪县秸秆离田联席会议纪要",
        "县政府召开了秸秆离田工作联席会议，现将会议情况纪要如下。",
        "时间：2026年5月8日下午3时",
        "地点：县农业农村局二楼会议室",
        "主持：副县长、联席会议召集人隗志勇",
        "参加：县农业农村局局长晏子春、县交警大队教导员尤佳",
        "一、关于打包机。由县农业农村局两日内调剂到位。",
    )
    assert str(one.day) == "2026-05-08"
    assert one.lead is not None
    assert one.lead.name == "隗志勇"


def test_a_report_dated_after_the_event_when_read_then_the_event_counts() -> None:
    one = record(
        "隗志勇夜查校园安全",
        "本报5月9日讯（记者 周文）铃声刚刚响过，8日晚，副县长隗志勇检查校园安全。",
    )
    assert str(one.day) == "2026-05-08"
