"""What a person does decides the role: who studies attends, who reports at length or promises is heard."""

import pytest
from tests.domain.reading.reading_of import read


def _roles(title: str, words: str) -> dict[str, str]:
    return {one.name: one.role.value for one in read(f"{title}\n\n{words}").records[0].people}


_STUDY = "3月5日，县委理论学习中心组举行专题学习会。县委书记栾知秋主持并讲话。"


@pytest.mark.parametrize(
    "words",
    [
        "县委副书记郗望川领学有关文件。",
        "县委常委、宣传部部长郗望川作研讨发言。",
        "副县长苗立新、县政府办公室主任郗望川结合分管工作交流了学习体会。",
        "县委副书记、县长苗立新，县政协主席郗望川依次作了交流发言。",
    ],
)
def test_who_takes_the_floor_in_a_study_group_attends(words: str) -> None:
    assert _roles("县委理论学习中心组举行专题学习会", _STUDY + words)["郗望川"] == "attending"


def test_a_lecturer_of_a_study_group_reports() -> None:
    words = _STUDY + "省委党校教授郗望川作专题辅导。"
    assert _roles("县委理论学习中心组举行专题学习会", words)["郗望川"] == "reporting"


_MEETING = "3月5日，全县农田建设推进会议召开。县长栾知秋出席并讲话，副县长苗立新主持。"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("县农业农村局局长郗望川就高标准农田建设进展情况、存在问题作了详细讲解。", "reporting"),
        ("县扶贫办副主任郗望川对九个方面的整改任务逐条进行了梳理、讲解。", "reporting"),
        ("县水务局副局长郗望川安排部署下一步管护工作。", "reporting"),
        ("县人武部政委郗望川回顾总结去年工作。", "reporting"),
        (
            "副县长郗望川参加。\n\n郗望川表示，县公安局将增派警力，4月底前到岗。",
            "reporting",
        ),
        (
            "赤岭镇党委书记郗望川红着脸，主动检讨：“这块地怪我管得松。”",
            "reporting",
        ),
        ("副县长郗望川参加。\n\n郗望川要求，各乡镇要抓紧整改。", "attending"),
        ("县委副书记郗望川宣读表彰决定。", "attending"),
    ],
)
def test_who_reports_at_length_or_promises_in_a_meeting_is_heard(words: str, role: str) -> None:
    assert _roles("全县农田建设推进会议召开", _MEETING + words)["郗望川"] == role


_BEGUN = "3月5日，青禾产业园开工仪式举行。县委书记栾知秋下达开工令，县长苗立新讲话。"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("青禾食品有限公司董事长郗望川表示，公司将倒排工期，年内投产。", "reporting"),
        ("县人民医院院长郗望川承诺，医院将用好每一张床位。", "reporting"),
        ("县交通运输局局长郗望川介绍建设情况。", "reporting"),
        ("青禾食品有限公司董事长郗望川致辞。", "attending"),
    ],
)
def test_who_promises_at_a_ceremony_reports(words: str, role: str) -> None:
    roles = _roles("青禾产业园开工", _BEGUN + words)
    assert roles["郗望川"] == role
    assert roles["栾知秋"] == "lead"


@pytest.mark.parametrize(
    "opening",
    [
        "3月12日，县委书记栾知秋、县长郗望川等县领导到青石滩，与干部群众一起参加义务植树活动。",
        "3月12日，随着县委书记栾知秋一声“开船啰”，渔港汽笛齐鸣，开船仪式举行，县长郗望川致辞。",
    ],
)
def test_the_first_head_of_a_county_leads_what_officials_join(opening: str) -> None:
    record = read(f"一锹土 一片绿\n\n{opening}").records[0]
    assert record.lead is not None
    assert record.lead.name == "栾知秋"


def test_minutes_that_list_who_came_make_nobody_report() -> None:
    words = "时间：2025年3月5日\n\n主持：栾知秋\n\n参加：县农业农村局局长郗望川、县财政局副局长苗立新。\n\n会议议定：由县农业农村局牵头办理。"
    assert set(_roles("秸秆离田工作联席会议纪要", words).values()) <= {"attending", "lead", "host"}


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "3月5日，副县长栾知秋刚迈进锅炉房就站住了。栾知秋问了配件。栾知秋要求，县住建局要抓紧更换。",
            {"栾知秋"},
        ),
        (
            "3月5日，副县长栾知秋来到食堂检查，公司经理面露难色，校长连忙照着登记簿核对。",
            {"栾知秋"},
        ),
        (
            "3月5日，县委书记栾知秋来到田头检查，与种植户阿依古丽·买买提拉起家常。",
            {"栾知秋"},
        ),
    ],
)
def test_a_verb_behind_a_name_and_a_neighbour_are_no_persons(words: str, people: set[str]) -> None:
    assert set(_roles("栾知秋检查工作", words)) == people


@pytest.mark.parametrize(
    ("title", "words", "role"),
    [
        # Who analyses, or is heard further down, reports, though first named among those present.
        (
            "全县防汛调度会召开",
            "3月5日，全县防汛调度会召开，县长栾知秋出席并讲话。县气象局局长郗望川分析了本周雨情形势。",
            "reporting",
        ),
        (
            "全县苗木产业座谈会召开",
            "3月5日，全县苗木产业座谈会召开，县长栾知秋主持。省林科院研究员郗望川应邀到会。\n\n郗望川说，先把土壤测一遍。",
            "reporting",
        ),
        (
            "全县金融工作座谈会召开",
            "3月5日，全县金融工作座谈会召开，县长栾知秋主持，县金融办主任郗望川等参加。\n\n郗望川全面介绍了融资需求。",
            "reporting",
        ),
        (
            "青溪大桥合龙",
            "3月5日，青溪大桥举行合龙仪式。县长栾知秋宣布合龙，县交通运输局局长郗望川作工作汇报。",
            "reporting",
        ),
        # Who is asked on the spot, explains or shows, reports; who goes along goes along, though he reports later.
        (
            "栾知秋接访",
            "3月5日，县长栾知秋到青石镇接访。栾知秋当场询问县税务局局长郗望川，症结在哪里。",
            "reporting",
        ),
        (
            "栾知秋夜查防汛",
            "3月5日，县长栾知秋夜查防汛。\n\n县水利局局长郗望川在一旁解释，机油还没领。",
            "reporting",
        ),
        (
            "栾知秋巡河",
            "3月5日，县长栾知秋沿青溪巡河，县水务局局长郗望川参加巡查。\n\n郗望川汇报说，全县险段已补四处。",
            "accompanying",
        ),
    ],
)
def test_who_is_heard_on_the_spot_reports(title: str, words: str, role: str) -> None:
    assert _roles(title, words)["郗望川"] == role
