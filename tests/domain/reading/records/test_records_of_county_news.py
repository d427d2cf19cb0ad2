"""What records of county news hold: who only came to hear, whom a group visited, what is no name of a body."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.own_names import opens_no_name
from guatu.domain.reading.values import PersonRole


@pytest.mark.parametrize(
    "words",
    [
        "且派专人配合某某大队",
        "可以发动老人协会",
        "皆可凭县移民办",
        "代表街道总工会",
        "某某肯定了县委办",
        "规定金融机构特别是县农商行",
        "金融机构特别是县农商行",
        "要肯定青溪纸业公司",
    ],
)
def test_an_act_opens_no_name(words: str) -> None:
    assert opens_no_name(words)


@pytest.mark.parametrize(
    "words", ["且末县水利局", "凭祥市商务局", "派出所", "代表资格审查委员会", "发展改革局"]
)
def test_names_that_begin_alike_stay_names(words: str) -> None:
    assert not opens_no_name(words)


def test_who_takes_part_in_a_hearing_reports_nothing() -> None:
    text = "县禁毒工作迎考\n\n1月6日，市考核组来我县检查。县委常委、常务副县长甘棠、县人大常委会副主任霍桑参加汇报会。听取汇报后，考核组希望我县继续努力。"
    (record,) = read(text).records
    assert {one.name: one.role for one in record.people} == {
        "甘棠": PersonRole.ATTENDING,
        "霍桑": PersonRole.ATTENDING,
    }


def test_a_body_that_guests_honour_with_their_visit_is_visited() -> None:
    text = (
        "县长看望教师\n\n9月7日上午，县长甘棠、副县长霍桑等莅临青溪县第一初级中学，向教师致以问候。"
    )
    (record,) = read(text).records
    assert [one.name for one in record.organisations] == ["青溪县第一初级中学"]
