"""Openings of many papers: who leads, who was there, and what kind of event it was."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import Record, RecordKind


def record(headline: str, *paragraphs: str) -> Record:
    return read("\n\n".join((headline, *paragraphs)), year=2026).records[0]


@pytest.mark.parametrize(
    ("headline", "words", "lead", "kind"),
    [
        (
            "在乡镇的一天",
            "在县委常委、组织部部长鲍春晖的陪同下，5月8日，市委副书记严守正一行到我县云台镇调研基层治理。",
            "严守正",
            RecordKind.VISIT,
        ),
        (
            "段明远：把路修到群众心坎上",
            "“路修好了，枇杷就好卖。”5月8日，县长段明远一边翻看图纸，一边说。段明远当即要求，县交通局要倒排工期。",
            "段明远",
            RecordKind.VISIT,
        ),
        (
            "黎正源：让老人乐享晚年",
            "5月8日，县委书记黎正源走进县福利院，与老人们拉家常。县民政局局长倪素心告诉黎正源，新楼下月就能启用。",
            "黎正源",
            RecordKind.VISIT,
        ),
        (
            "县政协举办委员培训班",
            "5月8日，县政协举办委员培训班。县政协主席和文轩出席开班式并作动员讲话，副主席占慧英主持开班式。",
            "和文轩",
            RecordKind.MEETING,
        ),
        (
            "黎正源与返乡大学生座谈",
            "5月8日，县委书记黎正源在县图书馆与二十余名返乡大学生围炉煮茶、促膝交谈。县委常委鲍春晖主持。",
            "黎正源",
            RecordKind.SYMPOSIUM,
        ),
        (
            "县委全体会议召开",
            "5月8日，县委全体会议召开。会议听取和讨论了县委书记黎正源受常委会委托所作的工作报告。县长段明远作了说明。",
            "黎正源",
            RecordKind.MEETING,
        ),
        (
            "裴东升率队赴山东开展招商活动",
            "以粮为媒，以米会友。5月8日，副县长裴东升率县投促局赴山东开展招商活动，与企业负责人座谈。",
            "裴东升",
            RecordKind.VISIT,
        ),
        (
            "县第一中学举行百年校庆",
            "5月8日，县第一中学建校100周年庆祝大会举行。县委书记黎正源出席并讲话，县长段明远主持。",
            "黎正源",
            RecordKind.OTHER,
        ),
    ],
)
def test_who_leads_and_what_it_was(headline: str, words: str, lead: str, kind: RecordKind) -> None:
    one = record(headline, words)
    assert one.lead is not None
    assert (one.lead.name, one.kind) == (lead, kind)


def test_those_present_when_only_their_office_stands_before_them_then_they_are_named() -> None:
    one = record(
        "关于老旧小区改造的协调会纪要",
        "5月8日，副县长费家骏召集有关单位召开协调会。参加会议的有县住建局郝建章、县财政局钱守业、云台镇席慕华。",
    )
    assert {each.name for each in one.people} == {"费家骏", "郝建章", "钱守业", "席慕华"}


def test_two_posts_joined_by_and_are_no_name() -> None:
    one = record(
        "全县工作会议召开",
        "5月8日，县长段明远主持召开全县工作会议。各乡镇书记和委员参加会议，部门主任和代表们列席。",
    )
    assert {each.name for each in one.people} == {"段明远"}


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("县委书记黎正源任团长、县长段明远任副团长的考察团", "县长"),
        ("会议听取了县卫健局局长段明远的汇报", "县卫健局局长"),
        ("县科工局、凤梧镇、福源公司董事长段明远作了发言", "福源公司董事长"),
        ("县委常委、组织部部长段明远出席", "县委常委、组织部部长"),
        ("离退休干部代表段明远发言", "离退休干部代表"),
    ],
)
def test_a_post_when_other_words_stand_before_it_then_they_are_left_out(
    words: str, post: str
) -> None:
    one = record("全县工作会议召开", f"5月8日，全县工作会议召开。{words}。")
    assert {each.name: each.post for each in one.people}["段明远"] == post


def test_a_team_without_a_name_when_officials_only_go_along_then_nobody_leads() -> None:
    one = record(
        "市联合督查组到我县督查",
        "5月8日，市联合督查组对我县工作落实情况进行督查。县领导左天成、费家骏、骆红英陪同督查。",
    )
    assert one.kind is RecordKind.VISIT
    assert one.lead is None


def test_who_greets_members_at_a_meeting_pays_a_visit() -> None:
    one = record(
        "县领导看望慰问出席会议的县政协委员",
        "5月8日，县委书记黎正源来到委员驻地，看望慰问出席县政协会议的委员。县领导左天成参加慰问。",
    )
    assert one.kind is RecordKind.VISIT
    assert [each.name for each in one.people] == ["黎正源", "左天成"]


def test_a_team_led_by_an_office_when_it_comes_then_the_post_is_the_officials_own() -> None:
    one = record(
        "市督查组到我县督查",
        "5月8日，市督查组一行在市政府督查室副主任尤晓月的带领下来我县督查。副县长费家骏陪同检查。",
    )
    assert one.lead is not None
    assert (one.lead.name, one.lead.post) == ("尤晓月", "市政府督查室副主任")


@pytest.mark.parametrize(
    "headline",
    ["青石县欠薪线索集中攻坚专项行动工作方案", "青石县城市停车管理办法（试行）", "督办通知单"],
)
def test_a_paper_that_speaks_of_meetings_is_none(headline: str) -> None:
    words = "根据全县信访工作联席会议部署，为化解积案，制定本方案。\n\n一、各乡镇要建立台账。"
    assert read(f"{headline}\n\n{words}").records[0].kind is RecordKind.OTHER
