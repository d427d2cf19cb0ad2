"""Turns of public county reports: acts upon people, bare numerals, what was found, points within charges."""

import pytest
from tests.domain.reading.reading_of import demands, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.directives.bare_points import bare_points
from guatu.domain.reading.directives.findings import is_finding
from guatu.domain.reading.directives.fronted import is_hollow
from guatu.domain.reading.directives.leadins import backs_another
from guatu.domain.reading.directives.notices import is_noun_head
from guatu.domain.reading.directives.speech import plain_name_in
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.units import is_unit
from guatu.domain.reading.values import DirectiveKind


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("激励干部", False),
        ("推进集镇", False),
        ("厚植企业", False),
        ("带领党员", False),
        ("走访商户", False),
        ("教育学生", False),
        ("拉动周边农户", False),
        ("依据县城", False),
        ("督查考核部门", True),
        ("验收专家组", True),
        ("宣传、统战等部门", True),
        ("储备库", True),
        ("重点企业", True),
        ("教育局", True),
        ("带班领导", True),
    ],
)
def test_an_act_upon_somebody_is_nobody(words: str, *, yes: bool) -> None:
    assert is_unit(words, load_lexicon()) is yes


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("环卫工人工资问题要上心", None),
        ("养殖户诉求逐条回复", None),
        ("养殖户逐户建账", "养殖户"),
        ("街道成立创建领导小组", "街道"),
        ("县城管局组建巡查专班", "县城管局"),
    ],
)
def test_what_they_have_or_set_up_is_no_part_of_a_name(words: str, unit: str | None) -> None:
    found = unit_doing(words, load_lexicon())
    assert (words[found.start : found.end] if found is not None else None) == unit


def test_points_behind_bare_numerals_are_points_where_they_count_up() -> None:
    lexicon = load_lexicon()
    assert (
        len(bare_points("提出要求：一强化组织保障。二完善工作台账。三落实包联责任。", lexicon)) == 3
    )
    assert not bare_points("一提高认识。三落实责任。", lexicon)
    assert not bare_points("要一抓到底。二期工程已完工。", lexicon)
    said = told(
        "会议提出三点要求：一强化组织保障。各站所都要明确专人。二完善工作台账。三落实包联责任。"
    )
    assert said == [
        ([], "强化组织保障"),
        (["各站所"], "各站所都要明确专人"),
        ([], "完善工作台账"),
        ([], "落实包联责任"),
    ]


def test_a_charge_that_is_a_point_holds_for_its_point_alone() -> None:
    said = told("会议部署如下工作：一是要求各村要清运垃圾；二是要对河岸集中清理；三是加强巡查。")
    assert [who for who, _ in said] == [["各村"], [], []]


def test_a_number_holds_for_what_its_fronts_lead_to() -> None:
    said = told(
        "会议要求，一是利用早晚时段，错峰错时，组织镇村干部入户核查。二是用好周末时间，补办手续。"
    )
    assert said == [
        ([], "利用早晚时段，错峰错时，组织镇村干部入户核查"),
        ([], "用好周末时间，补办手续"),
    ]
    assert is_noun_head("完成时间")
    assert not is_noun_head("利用周末时间")
    assert not is_noun_head("要瞄着目标")


def test_what_was_found_is_told_to_the_end_of_its_sentence() -> None:
    assert is_finding("巡查中发现", "，", "各加油站都设了警示牌，让司机一看便知；库区井然有序。")
    assert is_finding("记者看到", "，", "养护队正在补坑。")
    assert not is_finding("检查中发现", "，", "两处护栏松动，要求立即更换。")
    assert not is_finding("巡查中发现", "，", "库区有烟头，必须清理。")
    assert not told(
        "巡查中发现，各加油站都设了警示牌，让来往司机对出口一目了然；各个库区井然有序。"
    )


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("在两条主街张贴了标语200余条", True),
        ("走访农户1300余户", True),
        ("共出动车辆26台次", True),
        ("期间共走访6个村", True),
        ("新增停车位800个", False),
        ("对全镇120余家门店逐一检查", False),
        ("共同守护3条河", False),
    ],
)
def test_about_so_many_were_done_already(words: str, *, yes: bool) -> None:
    assert tells(words) is yes


def test_a_state_of_readiness_may_be_demanded() -> None:
    lexicon = load_lexicon()
    assert not states("救援分队处于待命状态", lexicon)
    assert states("我县处于起步阶段", lexicon)
    assert states("产业的兴衰与农户收入息息相关", lexicon)


def test_a_sentence_of_nothing_but_a_front_demands_nothing() -> None:
    assert is_hollow("面对秋汛提前到来的严峻形势")
    assert not is_hollow("针对突出问题逐项整改")
    said = told("罗远航强调，面对秋汛提前到来的严峻形势。一要备足沙袋；二要加密巡堤。")
    assert [action for _, action in said] == ["要备足沙袋", "要加密巡堤"]


def test_why_somebody_else_must_act_is_of_no_demand_before_it() -> None:
    lexicon = load_lexicon()
    assert backs_another("供暖质量事关千家万户", "县住建局要盯紧管网。", lexicon)
    assert not backs_another("供暖质量事关千家万户", "容不得半点闪失。", lexicon)
    said = told("罗远航要求，一要上紧发条，供暖质量事关千家万户，各热源厂一定要检修到位。")
    assert said == [([], "要上紧发条"), (["各热源厂"], "各热源厂一定要检修到位")]


def test_speech_told_as_an_arrangement_or_turned_to_somebody_is_heard() -> None:
    said = told("罗远航部署了下一步工作。一是继续深挖线索。各派出所要当天核查。二是盯住重点。")
    assert said == [
        ([], "继续深挖线索"),
        (["各派出所"], "各派出所要当天核查"),
        ([], "盯住重点"),
    ]
    assert not told("罗远航部署了下一步工作。随后他来到粮库。")
    assert plain_name_in("镇党委苗青书记向各养殖户") is not None
    assert plain_name_in("方案向各养殖户") is None


def test_where_a_demand_turns_to_others_in_a_field_they_are_told() -> None:
    said = told("会议要求各村备好沙袋。在清淤工作方面要求各位河段长要按时巡河。")
    assert said == [(["各村"], "各村备好沙袋"), (["各位河段长"], "各位河段长要按时巡河")]


def test_what_standards_want_is_no_speech() -> None:
    said = told(
        "会议要求，县粮食局要整理台账，对照省级督查的要求和省市通知要求，补齐资料，严守纪律。"
    )
    assert len(said) == 1
    assert said[0][0] == ["县粮食局"]


def test_a_county_by_its_bare_name_is_advised() -> None:
    said = told("调研组建议洑塬既要守住耕地，更要提高地力。要用足政策。")
    assert [who for who, _ in said] == [["洑塬"], ["洑塬"]]
    said = told("调研组建议我县在护林工作中，一要增加哨点；二要更新水车。")
    assert said == [(["我县"], "要增加哨点"), (["我县"], "要更新水车")]


def test_what_follows_those_who_took_part_is_a_report() -> None:
    said = told(
        "会议要求，一是清理楼道；二是劝导停车。街道62名干部参加了行动。认真清扫了院落。积极帮助老人搬运杂物。"
    )
    assert [action for _, action in said] == ["清理楼道", "劝导停车"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "会议强调，各行政村、镇直各单位，高度重视秋播，备足种肥。一要早播；二要播匀。",
            [["各行政村、镇直各单位"]] * 3,
        ),
        ("会议要求全体驻村干部，越忙越要绷紧弦，任何时候都不能离岗。", [["全体驻村干部"]]),
        ("会议要求，一要严格按照县指挥部要求摸排人员；二要备足药品。", [[], []]),
        (
            "会议要求，司机要减速，对不系安全带的乘客，车站要劝阻。",
            [["司机"], ["车站"]],
        ),
        (
            "会议要求，护堤员要每日登记，启动三级响应后，县级包联单位要到岗。",
            [["护堤员"], ["县级包联单位"]],
        ),
        ("罗远航指出，要备齐资料，待省发改委批复后启动招标。", [[]]),
        ("罗远航指出，各部门要坚持系统思维，专班调度推进，统一安排资金。", [["各部门"]]),
        ("罗远航指出，各职能部门主动上门服务，助推企业上市。", [["各职能部门"]]),
        (
            "云台镇要求辖区各村居要管好火源。此外，云台镇要求三个村的巡山队加密巡查。",
            [["辖区各村居"], ["三个村的巡山队"]],
        ),
        ("罗远航来到坝上，要求各村负责人及水库管理员守好溢洪道。", [["各村负责人及水库管理员"]]),
        ("镇党委委员齐小雨提出三点要求：一要管住电源；二要备好沙桶。", [[], []]),
        (
            "罗远航对该镇当前防火工作进行具体部署，并提出两点要求：一要管住火源；二要备好水车。",
            [[], []],
        ),
    ],
)
def test_who_is_told_in_reports_of_towns(words: str, expected: list[list[str]]) -> None:
    assert [who for who, _ in told(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "今天，县政府组织有关部门，专门召开双河镇现场会，目的就是把难题解开。",
        "各村签订了责任书，明确了地块。",
        "县里各企业，日子不好过。",
    ],
)
def test_what_is_told_in_reports_of_towns_is_no_demand(words: str) -> None:
    assert not told(f"罗远航指出，当前时间很紧。{words}")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "会议要求，一是每日登记进出车辆。尽量保证人员固定，不随意换岗。",
            [([], "每日登记进出车辆"), ([], "尽量保证人员固定，不随意换岗")],
        ),
        (
            "会议要求，各站所要理清台账。同时，把护林与清河紧密结合起来，形成合力。",
            [
                (["各站所"], "各站所要理清台账"),
                (["各站所"], "同时，把护林与清河紧密结合起来，形成合力"),
            ],
        ),
        (
            "罗远航指出，一是防火再怎么重视也不为过，必须把火源管住。",
            [([], "防火再怎么重视也不为过，必须把火源管住")],
        ),
        (
            "罗远航要求，卫健部门及各校要备足药品。",
            [(["卫健部门及各校"], "卫健部门及各校要备足药品")],
        ),
        (
            "罗远航明确要求各校开学要查一遍食堂，补齐证照。",
            [(["各校"], "各校开学要查一遍食堂，补齐证照")],
        ),
        ("罗远航要求，小学各校组织好晨检。", [(["小学各校"], "小学各校组织好晨检")]),
        (
            "罗远航指出，要加强领导，强化监督，并对留任成员提出新的希望和要求。",
            [([], "要加强领导，强化监督")],
        ),
        ("罗远航提出具体要求，副镇长方明进行大会总结。", []),
        ("罗远航强调，龙须沟治理是一项民生工程。", []),
        ("罗远航要求，要抓好收尾。（云水市交通运输局报送）", [([], "要抓好收尾")]),
        ("入冬以来，云水县召开全县会议安排部署，落实经费，保证各站工作稳步推进。", []),
    ],
)
def test_what_one_says_is_told_apart_from_what_is_reported(
    words: str, expected: list[tuple[list[str], str]]
) -> None:
    assert told(words) == expected


def test_a_speech_that_begins_anew_is_for_nobody_named_in_the_one_before() -> None:
    said = told(
        "罗远航要求各库点要查一遍电线。并强调要做到“两个必须”。一是必须断电；二是必须上锁。"
    )
    assert [who for who, _ in said] == [["各库点"], [], []]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "会议决定：河岸绿化由方明牵头，林业局落实；停车场建设由齐小雨牵头，交通局配合。",
            [["方明", "林业局"], ["齐小雨", "交通局"]],
        ),
        ("罗远航强调，部分乡镇要抓紧补课。要列出清单。", [["部分乡镇"], ["部分乡镇"]]),
        (
            "罗远航指出，我县作为上游重要屏障，一定要管住排口。",
            [["我县"]],
        ),
        ("同时，慰问组叮嘱大家要避开高温时段，备好药品。", [["大家"]]),
        (
            "罗远航指出，巡查重点包括水库、尾矿库和学校。各村要备足沙袋。",
            [["各村"]],
        ),
        (
            "罗远航指出，这批项目开工，对于优化结构、形成集聚必将起到推动作用。各部门要上门服务。",
            [["各部门"]],
        ),
        (
            "罗远航指出，县委县政府将一如既往支持企业发展。各部门要上门服务。",
            [["县委县政府"], ["各部门"]],
        ),
    ],
)
def test_who_is_told_or_promises_in_reports(words: str, expected: list[list[str]]) -> None:
    assert [who for who, _ in told(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "每到一处，齐部长都要详细了解进展，察看台账。",
        "县总工会备好了清凉包，对一线职工进行了慰问，并督促用工单位不断改善条件，按时发放津贴。",
        "商户们日子不好过，部分门店经营困难。",
    ],
)
def test_rounds_and_deeds_of_bodies_demand_nothing(words: str) -> None:
    assert not told(words)


def test_what_a_leader_promises_for_his_own_side_is_a_promise() -> None:
    (said,) = demands("罗远航指出，县委县政府将一如既往支持企业发展。")
    assert said.kind is DirectiveKind.PROMISE


def test_a_post_without_a_name_speaks_and_a_list_of_places_ends_in_its_class() -> None:
    said = told("会上，该镇镇长对巡堤的工作提出了两点要求。一是人手必须到位；二是沙袋必须备足。")
    assert said == [([], "人手必须到位"), ([], "沙袋必须备足")]
    said = told("罗远航强调，各农贸市场、商场超市等经营主体要管好进货。")
    assert said[0][0] == ["各农贸市场、商场超市等经营主体"]
