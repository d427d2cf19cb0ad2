"""Dotted names, lists before a place, callings as posts, and who leads a ceremony with guests."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("3月5日，县长木合塔·依明江带队检查。", {"木合塔·依明江"}),
        ("3月5日，县长木合塔·依明江主持召开会议。", {"木合塔·依明江"}),
        ("3月5日，县委书记依布拉·萨迪克出席会议。", {"依布拉·萨迪克"}),
        ("3月5日，副县长木合塔·依克提出席会议。", {"木合塔·依克提"}),
        ("木合塔·依明江局长说，要抓紧。", {"木合塔·依明江"}),
        (
            "会议由木合塔·依明江主持，依布拉·萨迪克、栾知秋、郗望川出席会议。",
            {"木合塔·依明江", "依布拉·萨迪克", "栾知秋", "郗望川"},
        ),
        ("栾知秋、畅望川、祝融晚在主会场参加会议。", {"栾知秋", "畅望川", "祝融晚"}),
        ("栾知秋、祝融晚和县水利局局长郗望川参加走访。", {"栾知秋", "祝融晚", "郗望川"}),
        ("会上，河口中学教师栾知秋、县医院医生郗望川先后发言。", {"栾知秋", "郗望川"}),
        ("要满怀真情为教师办实事、解难题，让教师舒心从教、热心从教。", set()),
        ("会议听取了党政主要负责人述法情况汇报。", set()),
        ("“四季·河口”品牌参加展会。", set()),
    ],
)
def test_a_sentence_when_read_then_only_its_persons_are_named_whole(words: str, names: set[str]):
    assert {one.name for one in find_mentions((words,), load_lexicon())} == names


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        (
            "3月5日，河口产业园举行开园仪式。县长栾知秋致辞，临川区副区长郗望川讲话。",
            "栾知秋",
        ),
        (
            "3月5日，河口大桥通车仪式举行。县长栾知秋致辞，县委书记郗望川宣布通车。",
            "郗望川",
        ),
        (
            "3月5日，首班列车驶出河口站。县委书记栾知秋，县长郗望川共同为列车剪彩。",
            "栾知秋",
        ),
    ],
)
def test_a_ceremony_with_guests_when_read_then_the_head_of_the_county_leads(words: str, lead: str):
    record = read("河口喜事连连\n\n" + words).records[0]

    assert record.lead is not None
    assert record.lead.name == lead


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("本报1月27日讯 昨日（26日），县长栾知秋主持召开会议。", date(2024, 1, 26)),
        (
            "台风预计9月6日登陆我县。9月4日晚，县长栾知秋主持召开会议。",
            date(2024, 9, 4),
        ),
    ],
)
def test_an_opening_with_another_day_when_read_then_the_event_is_dated(words: str, day: date):
    assert read("县政府召开会议\n\n" + words).records[0].day == day


def test_a_lecturer_who_was_invited_when_read_then_reports_under_the_bare_post():
    words = "5月6日，县委举行学习会，邀请市委党校教授郗望川作党纪专题辅导。县委书记栾知秋主持会议。"
    people = {one.name: one for one in read("县委举行学习会\n\n" + words).records[0].people}

    assert people["郗望川"].post == "市委党校教授"
    assert people["郗望川"].role.value == "reporting"
