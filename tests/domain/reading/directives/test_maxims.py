"""Sayings and judgements in front of a demand are none, and no part of it; what only looks like one is."""

import pytest
from tests.domain.reading.reading_of import told as told_to


def told(words: str) -> list[tuple[str, str]]:
    return [("+".join(units), said) for units, said in told_to(words)]


@pytest.mark.parametrize(
    "words",
    [
        "兴修渠道，功在平时，利在长远",
        "投诉件压一天，百姓的埋怨就添一分",
        "修好一条便道，就能热了一个屯子",
        "推进移风易俗，难在观念，重在引导",
        "整治村容，拼的不是一阵子，而是长劲头",
        "送钱送物，不如帮忙选个好班子",
        "改造校舍不等于提高质量",
        "开展清查的目的在于摸清底子",
        "产业要长久，关键在联农",
        "抓早就主动，抓晚就被动",
        "清运垃圾不过夜，不是一句口号",
        "公墓建设牵涉千家万户",
        "旅居外地的乡亲有八万之众",
    ],
)
def test_a_saying_when_a_meeting_stresses_it_then_nothing_is_demanded(words: str) -> None:
    found = told(f"会议强调，{words}。县水利局要抓紧备料。")

    assert found == [("县水利局", "县水利局要抓紧备料")]


@pytest.mark.parametrize(
    "front",
    [
        "校车是流动的校门",
        "防火不是林业部门一家的事",
        "数据是普查的生命",
        "档案工作功在当代、利在千秋",
        "林长制的生命力在于长治",
        "殡葬改革牵动千家万户，政策性强、敏感度高",
    ],
)
def test_a_judgement_when_a_unit_is_told_behind_it_then_it_is_no_part_of_the_demand(front: str):
    found = told(f"会议强调，{front}，县民政局要守好这一关。")

    assert found == [("县民政局", "县民政局要守好这一关")]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("各乡镇要把灯修好，路灯要亮起来。", "各乡镇"),
        ("指导员人手不足的问题，由各乡镇自行解决。", "各乡镇"),
        ("教育评价改革要纠正偏向，县教育局要把减负纳入考核。", "县教育局"),
        ("牵动全局的改革任务，县委改革办要逐项过堂。", "县委改革办"),
        ("事关民生的项目，县住建局要先开工。", "县住建局"),
        ("加快清淤，月底前完工。", ""),
        ("抓好抓早，严格值守。", ""),
        ("纪检监察、组织、巡察、审计要贯通协同。", "纪检监察、组织、巡察、审计"),
    ],
)
def test_a_demand_when_it_holds_words_of_a_saying_then_it_stands(words: str, unit: str) -> None:
    found = told(f"会议强调，{words}")

    assert len(found) == 1
    assert found[0][0] == unit
    assert found[0][1][:4] == words[:4]


def test_a_passed_paper_and_a_greeting_when_told_in_a_newspaper_then_nothing_is_demanded() -> None:
    passed = told(
        "会议明确，县商务局要抓紧。会议原则通过《奖补办法（送审稿）》，要求县交通局修改后印发。"
    )
    greeted = told("罗远航说，大家辛苦了。他代表县政府向全县教师致以节日的问候。")

    assert [unit for unit, _ in passed] == ["县商务局", "县交通局"]
    assert greeted == []


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("罗远航希望，残疾人朋友自尊自信，社会各界都来关心。", ["残疾人朋友", "社会各界"]),
        ("罗远航希望，非遗传承人薪火相传、守正创新。", ["非遗传承人"]),
        ("罗远航希望，家乡一天比一天好。", []),
        ("罗远航希望，企业是主力军。", []),
    ],
)
def test_a_wish_when_people_stand_behind_its_comma_then_they_are_wished_it(
    words: str, units: list[str]
):
    assert [unit for unit, _ in told(words)] == units
