"""Where the one told stands in an official demand: behind a concession, a prohibition, a matter; and things that are nobody."""

import pytest
from tests.domain.reading.reading_of import told


def who_of(words: str) -> list[list[str]]:
    return [each[0] for each in told(f"罗远航强调，{words}")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("巡护人员风再大也要走完全程。", "巡护人员"),
        ("包村干部路再远也不能缺席。", "包村干部"),
        ("燃气公司生意再忙也要入户检查。", "燃气公司"),
    ],
)
def test_a_concession_stands_between_a_unit_and_its_modal(words: str, who: str) -> None:
    assert who_of(words) == [[who]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("严禁任何单位和个人私挪界桩。", ["任何单位和个人"]),
        ("不准任何部门层层加码。", ["任何部门"]),
        ("严禁任何形式的摊派。", []),
        ("严禁私挪界桩。", []),
    ],
)
def test_who_is_forbidden_stands_behind_the_prohibition(words: str, who: list[str]) -> None:
    assert who_of(words) == [who]


def test_who_acts_one_by_one_is_told() -> None:
    assert who_of("来信反映的事项，由县信访局逐条登记，五日内答复。") == [["县信访局"]]


def test_those_told_together_are_told_what_follows() -> None:
    words = "由县民政局牵头，县残联、县妇联配合，摸清困难家庭底数；对漏报的，逐户补登。"
    assert who_of(words) == [["县民政局", "县残联、县妇联"]] * 2


def test_an_office_leads_others_along() -> None:
    assert who_of("县林草局带着各林场每月走一遍卡口。") == [["县林草局"]]


def test_an_office_turns_to_a_matter_before_it_acts() -> None:
    words = "县教育局要管好校车，县纪委监委对吃拿卡要的行为，见一起、查一起。"
    assert who_of(words) == [["县教育局"], ["县纪委监委"]]


@pytest.mark.parametrize(
    "words", ["主体要立得稳。", "规划要一张图管到底。", "街区改造要留住老味道。"]
)
def test_what_is_planned_or_built_is_nobody(words: str) -> None:
    assert who_of(words) == [[]]


def test_each_of_several_is_no_document() -> None:
    assert who_of("交办的事要件件有回音。") == [[]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("施工、监理和检测单位要逐孔验收。", "施工、监理和检测单位"),
        ("储存、运输企业必须装定位。", "储存、运输企业"),
        ("供水、供电、供气单位要通宵抢修。", "供水、供电、供气单位"),
        ("报纸、电台、电视台要开专栏。", "报纸、电台、电视台"),
        ("被督查乡镇要当场认账。", "被督查乡镇"),
        ("各被检查企业要三天内交方案。", "各被检查企业"),
    ],
)
def test_the_parties_of_a_work_are_told_by_what_they_do(words: str, who: str) -> None:
    assert who_of(words) == [[who]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("严禁党员干部、公职人员借喜事敛财。", ["党员干部、公职人员"]),
        ("不准工作人员代签代缴。", ["工作人员"]),
        ("严禁学生下塘摸鱼。", []),
    ],
)
def test_those_in_office_are_forbidden_and_others_kept_from(words: str, who: list[str]) -> None:
    assert who_of(words) == [who]


def test_all_together_is_nobody() -> None:
    assert who_of("一是全体动员，户户参与；二是要把宣传做到楼道。") == [[], []]
