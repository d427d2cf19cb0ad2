"""Official prose: an office behind its topic, several told in one clause, names that end where acts begin."""

import pytest
from tests.domain.reading.reading_of import told


def _units(words: str) -> list[list[str]]:
    return [units for units, _ in told(f"罗远航要求，{words}")]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "清表工作县林业局牵头负责，管线迁改县供电公司月底前完成，林地手续县林业局同步报批。",
            [["县林业局"], ["县供电公司"], ["县林业局"]],
        ),
        ("冬修缺口县财政局垫付，油料县农机站调配。", [["县财政局"], ["县农机站"]]),
        (
            "客运站要加开班次，临时泊位县交警大队划好，候车棚县住建局搭好。",
            [["客运站"], ["县交警大队"], ["县住建局"]],
        ),
    ],
)
def test_an_office_acts_behind_its_topic_without_a_comma(
    words: str, units: list[list[str]]
) -> None:
    assert _units(words) == units


@pytest.mark.parametrize(
    "words",
    [
        "县教育局要提前谋划，主动配合县公安局做好护学工作。",
        "各镇要如实填写，按时上报县统计局汇总。",
        "县水利局要抓紧申报，一周内送县发改局审核。",
    ],
)
def test_an_office_that_a_verb_turns_to_begins_no_demand(words: str) -> None:
    assert len(_units(words)) == 1


def test_each_told_in_one_clause_has_a_demand_of_his_own() -> None:
    words = "台风登陆前，学校要停课、工地要停工、景区要关闭，渔船要全部回港。"
    assert _units(words)[:3] == [["学校"], ["工地"], ["景区"]]


def test_a_list_of_units_and_a_list_of_acts_stay_one() -> None:
    assert _units("县水利局、各乡镇要加固、要清淤、要值守。") == [["县水利局、各乡镇"]]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("县防指办下周三把清单发到镇里。", "县防指办"),
        ("县委督查室即日起派出两个组。", "县委督查室"),
        ("各级路长既当管理员、又当宣传员。", "各级路长"),
        ("第三方评估机构要如实出具报告。", "第三方评估机构"),
        ("县民宗局管场所。", "县民宗局"),
        ("河道保洁由村里统一组织。", "村里"),
        ("山塘巡查责任人汛期手机不关机。", "山塘巡查责任人"),
        ("七个乡镇一个都不能拖后腿。", "七个乡镇"),
        ("村居要兜底。", "村居"),
        ("县直责任单位逐项销号。", "县直责任单位"),
        ("秸秆收储各乡镇统一组织。", "各乡镇"),
    ],
)
def test_a_name_ends_where_its_act_begins(words: str, unit: str) -> None:
    assert _units(words) == [[unit]]


def test_whoever_has_a_part_of_his_own_acts_in_turn() -> None:
    words = "施工方把一班改成两班，项目业主去找弃土场，监理一律旁站。"
    assert _units(words) == [["施工方"], ["项目业主"], ["监理"]]


def test_those_for_whom_or_of_whom_it_is_are_not_told() -> None:
    assert _units("县人社局要上门宣传，每顿至少一名校领导与学生同桌。") == [["县人社局"]]
    assert _units("车辆不合格的一律停运，驾驶员没有资质的，一律清退。") == [[]]


def test_an_announcement_of_a_number_is_no_demand_but_says_to_whom() -> None:
    words = "各乡镇要做到“三个必须”：一要人员到岗，二要物资进村，三要信息畅通。"
    found = told(f"罗远航要求，{words}")
    assert [units for units, _ in found] == [["各乡镇"]] * 3
    assert len(_units("要处理好两对关系：一要统筹发展和安全，二要兼顾当前和长远。")) == 2


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("班子成员分片包，驻村干部天天盯。", [["班子成员"], ["驻村干部"]]),
        ("学校把社团办出特色，家长不跟风。", [["学校"], ["家长"]]),
        (
            "县种子站备足良种，农技专家包片到田，农机手抢墒下种。",
            [["县种子站"], ["农技专家"], ["农机手"]],
        ),
        (
            "家政服务公司做好培训，沿街商户落实“三包”。",
            [["家政服务公司"], ["沿街商户"]],
        ),
        ("各镇连夜开会，后天上午各村把账本交齐。", [["各镇"], ["各村"]]),
        ("保密室要双人双锁，试卷押运由交警护送。", [["保密室"], ["交警"]]),
    ],
)
def test_persons_and_places_of_work_act_in_turn(words: str, units: list[list[str]]) -> None:
    assert _units(words) == units


def test_people_whom_one_leads_or_organises_are_not_told() -> None:
    assert _units("班子成员分片包干，组织工作人员深入各村开展登记。") == [["班子成员"]]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("月底前主体必须封顶。", [[]]),
        ("郊区按照先易后难的原则推进。", [[]]),
    ],
)
def test_a_stage_and_a_part_of_town_are_nobody(words: str, units: list[list[str]]) -> None:
    assert _units(words) == units


def test_where_the_trouble_lies_is_no_part_of_the_demand() -> None:
    found = told("罗远航强调，病根在管理、问题出在责任，县教育局要把台账建到班。")
    assert found == [(["县教育局"], "县教育局要把台账建到班")]
