"""Turns of whole papers: aims, tasks by their labels, cases, courtesies, facts before a decision, contacts."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read


def told(title: str, *lines: str) -> list[tuple[list[str], str]]:
    found = read("\n\n".join((title, *lines)), year=2026).directives
    return [([each.text for each in one.addressees], one.action) for one in found]


def notice(*lines: str) -> list[tuple[list[str], str]]:
    head = ("岚川县人民政府办公室关于做好冬季供水工作的通知", "各乡镇人民政府：")
    return told(*head, "现将有关事项通知如下：", *lines)


def minutes(*lines: str) -> list[tuple[list[str], str]]:
    opening = "2026年11月6日，县长罗远航主持召开专题会议。现将议定事项纪要如下："
    return told("岚川县人民政府专题会议纪要", opening, *lines)


EACH = ["各乡镇人民政府"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "一、工作目标\n\n全县自来水普及率达到96%以上，新增储水量30万方。",
            [(EACH, "全县自来水普及率达到96%以上，新增储水量30万方")],
        ),
        (
            "（一）推进改造。更换老旧水表1.2万只；新建加压站3座。（责任单位：县水务局）",
            [(["县水务局"], "更换老旧水表1.2万只"), (["县水务局"], "新建加压站3座")],
        ),
        (
            "一、加强抢修。管网员发现爆管，必须立即关阀。",
            [(["管网员"], "管网员发现爆管，必须立即关阀")],
        ),
        (
            "一、严格值守。节假日期间，水厂负责人离开本县的，须提前报备。",
            [(["水厂负责人"], "节假日期间，水厂负责人离开本县的，须提前报备")],
        ),
        (
            "一、各镇要备足水车，收费员变动的，应当及时交接。",
            [(["各镇"], "各镇要备足水车"), (["收费员"], "收费员变动的，应当及时交接")],
        ),
        (
            "一、欢迎监督。发现偷水、漏水等情况，请及时拨打服务电话。",
            [(EACH, "发现偷水、漏水等情况，请及时拨打服务电话")],
        ),
        ("节水光荣，人人有责；点滴积累，代代受益。", []),
        ("一、各镇要备足水车，联系人齐小雨，电话6612345。", [(["各镇"], "各镇要备足水车")]),
        ("一是加强领导。成立供水专班。", [(EACH, "成立供水专班")]),
        ("每发现一处偷水点，扣减乡镇经费5000元。", []),
        (
            "（三）专家评审。由县水务局于11月底前组织评审。",
            [(["县水务局"], "由县水务局于11月底前组织评审")],
        ),
        ("二、供水条件\n\n1．在本县注册，有独立账户。\n\n2．设备投资不低于80万元。", []),
        (
            "二、申报条件\n\n1．有独立账户。\n\n2．同一泵站已享受补助的，不得重复申报。",
            [(EACH, "同一泵站已享受补助的，不得重复申报")],
        ),
        (
            "一、每月核对水量，逾期不报的，视为放弃。",
            [(EACH, "每月核对水量，逾期不报的，视为放弃")],
        ),
        ("逾期不报的，予以催办；两次催办仍不报的，通报批评。", []),
    ],
)
def test_a_point_of_a_notice_when_it_turns_so_then_the_demand_is_its_own(
    words: str, expected: list[tuple[list[str], str]]
):
    assert notice(*words.split("\n\n")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "一、由县水务局牵头，会同县住建局，11月底前完成排查。",
            [(["县水务局"], "由县水务局牵头，会同县住建局，11月底前完成排查")],
        ),
        (
            "一、由县水务局牵头，城关镇负责落实，月底前搭建取水点。凡未消毒的，不得启用。",
            [
                (["县水务局", "城关镇"], "由县水务局牵头，城关镇负责落实，月底前搭建取水点"),
                (["县水务局", "城关镇"], "凡未消毒的，不得启用"),
            ],
        ),
        (
            "一、由县水务局牵头，县住建局、县消防大队各派一名骨干参加，组成专班。",
            [
                (
                    ["县水务局", "县住建局、县消防大队"],
                    "由县水务局牵头，县住建局、县消防大队各派一名骨干参加，组成专班",
                )
            ],
        ),
        (
            "一、关于水厂用地。水厂2018年建成，因规划调整，产权证至今未办。会议同意补办手续。",
            [([], "会议同意补办手续")],
        ),
        ("一、关于减免水费。这一诉求没有政策依据，会议决定不予支持。", [([], "会议决定不予支持")]),
        (
            "一、关于改造。东关片区因涉及征收，今年暂不安排。",
            [([], "东关片区因涉及征收，今年暂不安排")],
        ),
        (
            "一、会议同意县商会举办节水展，所需资金由县商会自行筹措。",
            [([], "会议同意县商会举办节水展"), (["县商会"], "所需资金由县商会自行筹措")],
        ),
        (
            "一、资金缺口约800万元，由县城投公司先行垫付，其余部分请县农商行给予支持。",
            [
                (["县城投公司"], "由县城投公司先行垫付"),
                (["县农商行"], "其余部分请县农商行给予支持"),
            ],
        ),
        (
            "一、请县水务局修改完善，报分管副县长审定后印发。",
            [(["县水务局"], "县水务局修改完善，报分管副县长审定后印发")],
        ),
    ],
)
def test_a_point_of_minutes_when_it_turns_so_then_reasons_stay_outside(
    words: str, expected: list[tuple[list[str], str]]
):
    assert minutes(words) == expected


def test_labels_when_the_limit_is_the_year_then_its_end_is_the_day():
    (one,) = read(
        "岚川县2026年民生实事任务分解的通知\n\n各乡镇：\n\n现将任务分解如下：\n\n"
        "1.免费体检8000人次。（牵头单位：县卫健委；完成时限：全年）\n\n岚川县人民政府\n\n2026年3月6日",
        year=2026,
    ).directives

    assert one.lead == "县卫健委"
    assert one.deadline.day == date(2026, 12, 31)
