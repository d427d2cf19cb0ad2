"""Pages that are papers by what they are called, by how they announce their points or by who signs them."""

import pytest
from tests.domain.reading.reading_of import read

POINTS = "一、县水利局5月底前疏通水渠。\n二、县教育局组织演练2次。"


def asked(text: str) -> list[str]:
    return [one.action for one in read(text).directives]


@pytest.mark.parametrize(
    "title",
    [
        "青溪县防汛保障十问十答",
        "春灌准备工作提要",
        "县防指工作备忘",
        "重点项目推进会任务交办单",
    ],
)
def test_a_text_in_parts_that_an_office_signs_is_a_paper(title: str):
    text = f"{title}\n{POINTS}\n青溪县防汛抗旱指挥部\n2025年4月3日"
    assert asked(text) == ["县水利局5月底前疏通水渠", "县教育局组织演练2次"]


@pytest.mark.parametrize("title", ["青溪县防汛工作总结", "关于防汛工作的报告"])
def test_an_account_for_those_above_asks_nobody_below(title: str):
    text = f"{title}\n一、县水利局疏通了水渠。\n二、县教育局组织演练2次。\n青溪县防汛抗旱指挥部\n2025年4月3日"
    assert asked(text) == []


@pytest.mark.parametrize(
    "opening", ["现分工如下：", "经研究，现交办如下。", "现将任务分解如下：", "现提示如下："]
)
def test_what_is_set_down_below_is_asked(opening: str):
    text = f"大会筹备工作\n会议定于4月18日召开。{opening}\n{POINTS}\n2025年4月3日"
    assert asked(text) == ["县水利局5月底前疏通水渠", "县教育局组织演练2次"]


def test_groups_of_a_plan_head_what_each_must_do():
    text = (
        "民营经济大会筹备工作分工方案\n会议定于4月18日召开，现分工如下：\n"
        "【文稿组】\n县委办公室起草讲话，4月12日前送审。\n【保障组】\n县卫健局派一组急救人员驻场。\n2025年4月3日"
    )
    assert asked(text) == ["县委办公室起草讲话，4月12日前送审", "县卫健局派一组急救人员驻场"]


def test_a_list_of_what_is_mended_tells_what_is_wrong_and_asks_the_measures():
    text = (
        "青溪县贯彻落实省督察反馈意见整改清单（节选）\n"
        "第3项　东湖围网养殖屡禁不止。\n整改措施：（1）青溪镇全部拆除围网；（2）县农业农村局投放鱼苗。\n"
        "第7项　园区雨污不分。\n整改措施：园区管委会6月底前完成改造。\n2025年4月3日"
    )
    assert asked(text) == [
        "青溪镇全部拆除围网",
        "县农业农村局投放鱼苗",
        "园区管委会6月底前完成改造",
    ]


def test_who_takes_a_case_on_and_who_acts_are_one_demand():
    text = (
        "信访问题包案方案\n一、由副县长卫明远包案，县工信局承办，8月底前作出书面答复。\n"
        "二、对闹访的，由县委政法委牵头，县司法局配合，依法处置。\n青溪县信访局\n2025年4月3日"
    )
    found = read(text).directives
    assert [one.action for one in found] == [
        "由副县长卫明远包案，县工信局承办，8月底前作出书面答复",
        "对闹访的，由县委政法委牵头，县司法局配合，依法处置",
    ]


@pytest.mark.parametrize(
    "title", ["县水利局扎实开展防汛工作", "县水利局三举措抓防汛", "青溪县水利局防汛工作掠影"]
)
def test_what_an_office_tells_of_its_own_work_asks_nobody(title: str):
    text = (
        f"{title}\n一、强化责任。成立领导小组，层层压实责任。\n"
        "二、强化巡查。组织巡查12次，整改隐患8处。\n青溪县水利局\n2025年4月3日"
    )
    assert asked(text) == []
