"""Who is told something on a visit goes along, unless he answers; who takes the floor at a symposium reports."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import PersonRole, Record

_VISIT = "5月12日，县委书记栾知秋到青石镇调研粮食生产工作。副县长仝立言一同调研。"


def _record(headline: str, words: str) -> Record:
    return read(f"{headline}\n\n{words}").records[0]


def _role(headline: str, words: str, name: str) -> PersonRole:
    return next(one.role for one in _record(headline, words).people if one.name == name)


@pytest.mark.parametrize(
    "words",
    [
        "在金谷粮库，栾知秋对库主任郗望川说，烘干机要提前检修，一台也不能带病上岗。",
        "“账要算到户。”她对驻村第一书记郗望川说：“一家一家问，不许估。”",
        "栾知秋叮嘱随行的镇党委书记郗望川，把老渠口的闸门换掉。",
        "在渠首，栾知秋对随行的县水利局局长郗望川说，清淤要赶在放水前。",
        "在昌盛米业有限公司，栾知秋与公司董事长郗望川深入交流，鼓励企业多收本地稻。",
        "栾知秋转身嘱咐学校总务主任郗望川：“食材来源天黑前说清楚。”",
        "看完泵房，她提醒站长郗望川，汛期值班不能空岗。",
        "栾知秋带着县农业农村局局长郗望川、县供销社主任来到田头。",
    ],
)
def test_who_is_told_something_goes_along(words: str) -> None:
    found = _role("栾知秋调研粮食生产工作", f"{_VISIT}\n\n{words}", "郗望川")
    assert found is PersonRole.ACCOMPANYING


@pytest.mark.parametrize(
    "words",
    [
        "栾知秋问库主任郗望川：“还差几台？”郗望川回答，还差两台。",
        "栾知秋对镇党委书记郗望川说，今晚就转移老人。郗望川应道，马上办。",
        "同行的县水利局局长郗望川接过话头：泵站已检修三十座。",
        "村党总支书记郗望川介绍，全村种稻两千亩。",
        "县农业农村局局长郗望川、县供销社主任钮大年就农资供应作了补充汇报。",
        "合作社理事长郗望川就仓容不足、卖粮难等问题提出建议。",
        "公司技术总监郗望川带着大家看三道工序，并就鲜果收储资金缺口等问题提出建议。",
    ],
)
def test_who_answers_or_tells_reports(words: str) -> None:
    found = _role("栾知秋调研粮食生产工作", f"{_VISIT}\n\n{words}", "郗望川")
    assert found is PersonRole.REPORTING


@pytest.mark.parametrize(
    "words",
    [
        "郗望川、嘎查会计人选钮大年等8名代表围绕草场管护畅所欲言。",
        "郗望川、钮大年等先后建言献策。",
        "郗望川、钮大年围绕引才留才、子女入学等话题畅所欲言。",
        "郗望川、钮大年先后发言。",
    ],
)
def test_who_takes_the_floor_at_a_symposium_reports(words: str) -> None:
    opening = (
        "5月12日，县委召开返乡人才座谈会。县委书记栾知秋主持会议并讲话，副县长仝立言参加会议。"
    )
    text = f"{opening}\n\n会上，县人民医院医生{words}"
    assert _role("县委召开返乡人才座谈会", text, "郗望川") is PersonRole.REPORTING
    assert _role("县委召开返乡人才座谈会", text, "仝立言") is PersonRole.ATTENDING


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("松鹤医养中心", True),
        ("荷塘街道综合养老服务中心", True),
        ("茶坡社区日间照料中心", True),
        ("茶坡镇敬老院", True),
        ("北门排涝站", False),
        ("城南公交枢纽站", False),
        ("茶坡镇便民服务中心", False),
    ],
)
def test_a_station_that_sells_and_a_house_that_takes_people_in_are_bodies(
    name: str, body: bool
) -> None:
    words = f"{_VISIT}\n\n栾知秋先后来到金谷村、{name}，实地察看运行情况。"
    record = _record("栾知秋调研粮食生产工作", words)
    assert (name in [one.name for one in record.organisations]) is body
    assert (name in [one.name for one in record.places]) is not body


@pytest.mark.parametrize(
    "words",
    [
        "石门海关副关长郗望川介绍通关改革进展。",
        "县畜牧中心总兽医师郗望川通报了防疫情况。",
        "镇渔政站站长郗望川插话：“夜里也有人。”",
        "青石镇驻村队员郗望川说，水管通了。",
        "县委巡察组长郗望川作了反馈。",
    ],
)
def test_a_person_behind_a_rarer_post_is_found(words: str) -> None:
    opening = "5月12日，县政府召开口岸工作会议。县长栾知秋主持会议并讲话。"
    people = [one.name for one in _record("县政府召开口岸工作会议", f"{opening}\n\n{words}").people]
    assert people == ["栾知秋", "郗望川"]
