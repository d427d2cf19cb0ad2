"""What persons do in a record: who reports, and who only attends or goes along."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import PersonRole


def _role(headline: str, words: str, name: str = "郗望川") -> PersonRole:
    people = read(f"{headline}\n\n{words}").records[0].people
    return next(one.role for one in people if one.name == name)


_MEETING = "3月5日，我县召开防汛工作会议，县长栾知秋出席会议并讲话。"


@pytest.mark.parametrize(
    "words",
    [
        "副县长郗望川安排了水库度汛工作。",
        "县委常委、政法委书记郗望川对山塘管护工作进行了部署。",
        "县应急局局长郗望川传达了全省会议精神。",
        "县委常委、常务副县长郗望川领学了有关通知。",
    ],
)
def test_who_arranges_passes_on_or_reads_first_attends(words: str):
    assert _role("全县防汛工作会议召开", f"{_MEETING}\n\n{words}") is PersonRole.ATTENDING


@pytest.mark.parametrize(
    "words",
    [
        "县水利局局长郗望川汇报了水库度汛工作。",
        "县水利局局长郗望川就山塘管护有关工作准备情况作了说明。",
        "县应急局局长郗望川通报了全县安全形势。",
    ],
)
def test_who_tells_of_his_work_reports(words: str):
    assert _role("全县防汛工作会议召开", f"{_MEETING}\n\n{words}") is PersonRole.REPORTING


def test_an_official_who_reports_at_length_on_a_visit_reports_and_one_who_goes_along_does_not():
    visit = "3月5日，县人大常委会副主任栾知秋率队到青石镇调研水污染防治工作。"
    report = f"{visit}\n\n副县长郗望川就我县贯彻落实水污染防治法律法规情况进行了汇报。"
    along = "3月5日，县委书记栾知秋与县领导郗望川、仝立言及部门同志一道，到青石镇督导。"

    assert _role("栾知秋调研水污染防治工作", report) is PersonRole.REPORTING
    assert _role("栾知秋到青石镇督导", along, "仝立言") is PersonRole.ACCOMPANYING


def test_in_a_story_that_an_official_leads_who_is_heard_reports():
    words = (
        "路灯黑了半个月。3月5日晚，副县长栾知秋站在灯杆底下，把三家单位叫到一起。\n\n"
        "县城管局副局长郗望川想了想说：“我们今晚就派人查线路。”\n\n栾知秋要求，后天之前必须修好。"
    )

    assert _role("路灯黑了半个月，到底归谁管？", words) is PersonRole.REPORTING
