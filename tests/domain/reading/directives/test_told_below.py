"""Who is told in paragraphs and points below an announcement, and what stands in front without telling."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


def _units(words: str) -> list[list[str]]:
    return [units for units, _ in told(words)]


@pytest.mark.parametrize(
    "announcement",
    [
        "谁来清、谁来管，会上逐一作了明确——",
        "会议对下一步工作作出安排：",
        "会后，罗远航当场列出任务清单：",
    ],
)
def test_paragraphs_below_an_announcement_tell_units_what_to_do(announcement: str) -> None:
    below = "县城管局把铲雪车停到桥头。\n\n县园林中心组织人手摇树除雪，每组不少于5人。"
    assert _units(f"{announcement}\n\n{below}") == [["县城管局"], ["县园林中心"]]


def test_a_report_that_goes_on_after_the_list_tells_nobody() -> None:
    words = "会议对下一步工作作出安排：\n\n县水利局3月底前完成清淤。\n\n会议以视频形式召开，各镇设分会场。"
    assert _units(words) == [["县水利局"]]


def test_a_point_that_is_a_unit_and_a_colon_calls_upon_it() -> None:
    page = (
        "关于做好暴雪防范工作的通知\n\n各乡镇人民政府：\n\n现将有关事项通知如下：\n\n"
        "（一）教育部门、各学校：做好停课准备，每天清点人数。\n\n（二）供热企业：备足燃料，确保室温达标。\n\n"
        "联系人：赵某\n"
    )
    found = [[each.text for each in one.addressees] for one in read(page).directives]
    assert found[:2] == [["教育部门、各学校"], ["供热企业"]]
    assert ["联系人"] not in found


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("罗远航要求，电缆沟埋得较浅，请县供电公司5月底前拿出方案。", "县供电公司5月底前拿出方案"),
        (
            "罗远航强调，饮水安全无小事，县水利局要把水质监测做在前面。",
            "县水利局要把水质监测做在前面",
        ),
    ],
)
def test_what_is_the_case_is_no_part_of_the_demand(words: str, action: str) -> None:
    assert [one.action for one in demands(words)] == [action]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航指出，土地、人才等要素制约较多，这些问题需要在改革中逐步破解。",
        "罗远航强调，三年来大家扎根边疆、无私奉献，各族群众记在心里。",
        "罗远航主持交流，项目单位谈打算，责任部门讲举措。",
    ],
)
def test_what_is_wanting_was_so_far_or_was_said_demands_nothing(words: str) -> None:
    assert not demands(words)


def test_what_is_still_to_be_settled_stands_in_front_of_who_settles_it() -> None:
    found = demands("罗远航要求，灯会办不办，由县文旅局在12日前定下来。")
    assert [one.addressees[0].text for one in found] == ["县文旅局"]
    assert found[0].action.startswith("灯会办不办")


def test_people_to_be_brought_home_are_not_told() -> None:
    assert _units("罗远航要求，各乡镇要立即行动，今晚8时前海上人员必须全部撤离上岸。") == [
        ["各乡镇"]
    ]


def test_a_figure_reached_is_no_act_of_those_counted() -> None:
    words = "罗远航要求，县工信局负责技改，规上工业企业设备更新率达到三成。"
    assert _units(words) == [["县工信局"]]
