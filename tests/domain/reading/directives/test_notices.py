import pytest
from tests.domain.reading.reading_of import read

NOTICE = "关于开展冬季大检查的通知\n\n各乡镇人民政府、县直各单位：\n\n入冬以来，风险增多。现将有关事项通知如下：\n\n"


def notice(*points: str) -> list[tuple[list[str], str]]:
    found = read(NOTICE + "\n\n".join(points)).directives
    return [([each.text for each in one.addressees], one.action) for one in found]


def test_a_point_of_a_notice_without_unit_is_told_to_those_addressed():
    assert notice("一、严管火源，进山登记。") == [
        (["各乡镇人民政府、县直各单位"], "严管火源，进山登记")
    ]


def test_a_point_of_a_notice_with_a_unit_is_told_to_it():
    assert notice("（一）县林业局要加密巡护。") == [(["县林业局"], "县林业局要加密巡护")]


@pytest.mark.parametrize("head", ["检查范围", "工作安排", "时间步骤"])
def test_a_heading_of_nothing_but_a_noun_is_no_demand(head: str):
    assert notice(f"一、{head}。重点是矿山和工地。") == []


def test_a_time_before_the_unit_belongs_to_the_demand():
    assert notice("一、企业排查。11月20日前，各企业对照标准全面自查。")[0] == (
        ["各企业"],
        "11月20日前，各企业对照标准全面自查",
    )


def test_a_contact_line_is_no_headline():
    (article,) = read(NOTICE + "一、严管火源，进山登记。\n\n联系人：县林业局 方明").articles
    assert article.headline is not None
    assert article.headline.text == "关于开展冬季大检查的通知"
    assert article.paragraphs[-1].text == "联系人：县林业局 方明"


def test_a_list_of_tasks_when_its_points_close_with_labels_then_those_named_are_told():
    text = (
        "关于印发《防汛任务清单》的通知\n\n各乡镇人民政府，县各有关部门：\n\n"
        "现印发给你们，请认真组织实施。\n\n"
        "1．办好演练，不少于两场（牵头单位：县应急局，责任单位：县水利局、青石镇，完成时限：4月20日）。\n\n"
        "2．完成三座闸站维修（牵头单位：县水利局，完成时限：4月10日）。"
    )
    said = [([each.text for each in one.addressees], one.lead) for one in read(text).directives]

    assert said == [
        (["各乡镇人民政府，县各有关部门"], None),
        (["县应急局", "县水利局、青石镇"], "县应急局"),
        (["县水利局"], "县水利局"),
    ]
