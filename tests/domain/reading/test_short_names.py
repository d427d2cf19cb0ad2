"""Names of two signs before what somebody does: 县长边峰到现场…, where a third sign could belong to the name."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions

SHORT = ("边峰", "时越", "柏林", "苗欣", "麦海")
LONG = ("边晓峰", "时明越", "柏雪林", "苗欣然", "麦志海")
DONE = (
    "到现场调研项目建设",
    "到一线督导防汛",
    "到部分企业走访",
    "到包联的项目现场办公",
    "约谈有关企业负责人",
    "以普通党员身份参加会议",
    "以“四不两直”方式检查",
    "夜查建筑工地",
    "深夜检查值班值守情况",
    "一路察看",
    "亲自调度",
    "突击检查超市",
    "考察高标准农田",
    "登门看望老教师",
    "上门送政策",
    "指导防汛工作",
    "下乡走访",
)


@pytest.mark.parametrize("done", DONE)
def test_a_name_when_something_is_done_behind_it_then_ends_before_the_deed(done: str):
    lexicon = load_lexicon()
    for name in (*SHORT, *LONG):
        found = find_mentions([f"4月8日，县长{name}{done}。"], lexicon)
        assert [one.name for one in found] == [name]


def test_a_name_when_the_page_names_him_again_then_ends_as_it_does_there():
    text = "某县召开会议\n\n4月8日，副县长时越钉在一线。时越希望企业坚定信心，扩大产能。"
    (record,) = read(text).records
    assert [one.name for one in record.people] == ["时越"]
    assert [one.addressees[0].text for one in read(text).directives] == ["企业"]


def test_a_longer_name_when_another_has_its_first_signs_then_stays_whole():
    text = (
        "4月8日，县委书记时越山带队检查，县长时越参加。时越山强调，要抓紧。时越表示，将抓好落实。"
    )
    found = find_mentions([text], load_lexicon())
    assert {one.name for one in found} == {"时越山", "时越"}


def test_a_row_behind_leaders_and_a_colon_is_of_persons():
    found = find_mentions(["出席会议的县领导有：边峰、时明越、柏林。"], load_lexicon())
    assert [one.name for one in found] == ["边峰", "时明越", "柏林"]


def test_a_name_when_he_is_told_something_then_ends_before_the_modal():
    found = find_mentions(["县委书记边晓峰强调，县长时越要亲自抓。"], load_lexicon())
    assert "时越要" not in {one.name for one in found}
