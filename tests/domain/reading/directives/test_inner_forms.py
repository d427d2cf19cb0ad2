"""How a demand is built within: its front, its manner, who is named with whom, what runs on without a subject."""

import pytest
from tests.domain.reading.reading_of import demands, read, told

MINUTES = (
    "绿溪县人民政府专题会议纪要\n2025年3月4日，县长罗远航主持召开专题会议，研究渠道改造有关问题。"
    "现将会议议定事项纪要如下：\n一、{}\n二、县财政局要保障资金。\n"
)


def decided(words: str) -> list[tuple[list[str], str]]:
    """Return addressees and action of the demands of the first of two points of minutes."""
    found = read(MINUTES.format(words), year=None).directives[:-1]
    return [([each.text for each in one.addressees], one.action) for one in found]


@pytest.mark.parametrize(
    ("words", "second"),
    [
        (
            "会议要求，各乡镇要巡堤查险，一旦出现管涌，县水利局要立即派人。",
            "一旦出现管涌，县水利局要立即派人",
        ),
        (
            "会议要求，县住建局要倒排工期，11月底前，青石镇要交出场地。",
            "11月底前，青石镇要交出场地",
        ),
        ("会议要求，县住建局要倒排工期，11月底前，青石镇交出场地。", "11月底前，青石镇交出场地"),
        (
            "会议要求，县住建局要倒排工期，按照职责分工，青石镇要做好劝导。",
            "按照职责分工，青石镇要做好劝导",
        ),
        (
            "会议要求，县住建局要倒排工期，在保证安全的前提下，施工单位要加班加点。",
            "在保证安全的前提下，施工单位要加班加点",
        ),
    ],
)
def test_a_case_or_a_limit_goes_with_the_unit_behind_it(words: str, second: str) -> None:
    assert [one.action for one in demands(words)][1:] == [second]


@pytest.mark.parametrize(
    "words",
    [
        "会议要求，县公安局对逃匿的，接到移送后24小时内立案审查，县法院要快立快审。",
        "会议要求，县住建局要倒排工期，确保11月底前通水，青石镇要交出场地。",
        "会议要求，县住建局要公开方案，按照方案抓好实施，青石镇要交出场地。",
    ],
)
def test_what_the_first_unit_does_stays_with_it(words: str) -> None:
    assert [one.action.startswith(("县", "青")) for one in demands(words)] == [True, True]


@pytest.mark.parametrize(
    "words",
    [
        "以更大力度推进整治",
        "从源头上防范风险",
        "在服务农户上出实招",
        "在产业链条上求突破",
        "为客商提供贴心服务",
        "向群众公开办事流程",
        "将任务分解到组",
        "让乡亲们早日喝上甜水",
        "重新核实人口底数",
        "自觉接受群众评议",
        "同心协力抓好落实",
        "按程序办理手续",
        "担起属地责任",
        "处理好快与稳的关系",
        "早谋划、早部署、早落实",
        "既抓当前、又管长远",
        "一手抓防汛、一手抓抗旱",
        "人人参与、人人尽责",
        "守土有责、守土尽责",
        "责任再压实、措施再细化",
        "避免重复开挖",
    ],
)
def test_a_sentence_without_subject_behind_a_demand_is_one(words: str) -> None:
    found = told(f"会议强调，要压实工作责任，抓好任务落实。{words}。")
    assert [(who, action) for who, action in found[1:]] == [([], words)]


@pytest.mark.parametrize(
    "words",
    [
        "向全县群众发出了爱护河道的倡议书",
        "向与会人员通报了整治情况",
        "为全县发展作出了贡献",
        "与去年同期相比增长一成",
        "将于下月开工",
        "在现场会上作了发言",
        "从检查情况看问题不少",
        "以往的做法已经过时",
        "为期三天",
    ],
)
def test_a_sentence_that_tells_behind_a_demand_is_none(words: str) -> None:
    assert len(told(f"会议强调，要压实工作责任，抓好任务落实。{words}。")) == 1


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("县住建局会同县水利局要逐段排查", ["县住建局"]),
        ("县住建局联合县公安局、县水利局要逐段排查", ["县住建局"]),
        ("县住建局与县水利局一道逐段排查", ["县住建局"]),
        ("县住建局与青石镇每天巡查两遍", ["县住建局与青石镇"]),
        ("县住建局与青石镇共同抓好巡查", ["县住建局与青石镇"]),
        ("各乡镇，特别是沿河乡镇要巡堤查险", ["各乡镇"]),
        ("各乡镇，尤其是青石镇，要巡堤查险", ["各乡镇"]),
        ("各乡镇，特别是沿河乡镇加快清淤进度", ["各乡镇"]),
        ("县住建局整改措施要到位", ["县住建局"]),
        ("青石镇夜间值守要有人管", ["青石镇"]),
        ("学校周边环境要整治", []),
        ("11月底前青石镇要完成清淤", ["青石镇"]),
        ("11月底前青石镇完成清淤", ["青石镇"]),
        ("11月底前广大党员要带头拆除", ["广大党员"]),
        ("11月底前交乡镇存档", []),
        ("隐患台账青石镇要每周更新", ["青石镇"]),
        ("隐患台账施工单位要每周更新", ["施工单位"]),
        ("对排查出的隐患青石镇要逐一登记", ["青石镇"]),
        ("对排查出的隐患监理单位要逐一登记", ["监理单位"]),
        ("县防汛抗旱指挥部要督促施工单位补强堤段", ["县防汛抗旱指挥部"]),
        ("县住建局紧盯重点部位，深入开展排查", ["县住建局"]),
        ("针对反馈的问题，施工单位列出清单、限期整改", ["施工单位"]),
        ("企业落实主体责任", ["企业"]),
        ("大家全力做好抢险准备", ["大家"]),
    ],
)
def test_who_is_named_is_told(words: str, whom: list[str]) -> None:
    assert told(f"会议要求，{words}。") == [(whom, words)]


@pytest.mark.parametrize(
    "words",
    [
        "会议要求，企业落实主体责任，学校加强安全教育，县水利局做好入户宣传。",
        "会议要求，县住建局管好自己的人、看好自己的门，学校要严守制度，县水利局要勤检查。",
    ],
)
def test_each_that_is_told_in_turn_has_its_own(words: str) -> None:
    assert len(told(words)) == 3


@pytest.mark.parametrize(
    "words",
    [
        "会议指出，企业落实惠农政策，群众踊跃参与。",
        "会议强调，全县启动示范村17个，验收2个。",
        "会议强调，企业集中复工复产，风险叠加。",
    ],
)
def test_a_broad_name_that_is_told_of_is_told_nothing(words: str) -> None:
    assert told(words) == []


def test_points_within_a_point_of_minutes_are_for_whom_it_names() -> None:
    found = decided("县住建局要编好方案。一是压实责任；二是青石镇要清障；三是加强管护。")
    assert [who for who, _ in found] == [["县住建局"], ["县住建局"], ["青石镇"], ["县住建局"]]
    found = decided("县住建局一要压实责任；二要加强管护。")
    assert [who for who, _ in found] == [["县住建局"], ["县住建局"]]


@pytest.mark.parametrize(
    "words",
    [
        "通过入户走访等方式，县住建局要讲清补偿政策。",
        "依托网格平台，县住建局要及时上报隐患。",
        "以此次整改为契机，县住建局要健全长效机制。",
    ],
)
def test_a_front_of_a_point_of_minutes_belongs_to_the_unit_behind_it(words: str) -> None:
    assert decided(words) == [(["县住建局"], words[:-1])]


def test_a_point_that_demands_is_no_head_of_the_text_behind_it() -> None:
    found = decided("县住建局要制定补偿标准。要做好公示。通过入户走访等方式，做好解释。")
    assert [who for who, _ in found] == [["县住建局"]] * 3
    assert decided("征地补偿标准。同意县住建局的意见。") == [([], "同意县住建局的意见")]
