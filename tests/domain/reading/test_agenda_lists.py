"""Lists of an agenda: what one item is, and what a list shares."""

from pathlib import Path

import pytest
from tests.domain.reading.reading_of import read


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议听取了全县秋收和仓储保障情况汇报。", ["全县秋收和仓储保障情况"]),
        ("会议听取春耕情况、抗旱情况汇报。", ["春耕情况", "抗旱情况"]),
        ("会议审议通过了《人才办法》《公寓办法》。", ["《人才办法》", "《公寓办法》"]),
        ("会议听取了各界代表的意见。", []),
    ],
)
def test_a_meeting_when_its_items_are_listed_then_each_is_whole(words: str, items: list[str]):
    opening = "县政府召开常务会议\n\n11月6日，县长罗远航主持召开县政府第3次常务会议。"

    assert [one.text for one in read(opening + words).records[0].agenda] == items


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议传达学习了省、市信访工作会议精神。", ["省、市信访工作会议精神"]),
        ("会议听取救助准备情况和水源工程进展情况汇报。", ["救助准备情况", "水源工程进展情况"]),
        ("会议研究了根治欠薪工作。", ["根治欠薪工作"]),
        ("会议研究了农村供水、城区停车等工作。", ["农村供水", "城区停车"]),
        ("在听取安全防范工作汇报后，罗远航说，要查到底。", []),
        ("会议还研究了干部事项。", []),
        ("会议研究我县贯彻落实意见。", ["我县贯彻落实意见"]),
        ("会议研究了墓地补短板、小区充电桩建设工作。", ["墓地补短板", "小区充电桩建设"]),
        ("会议研究了“引才”计划和干部锻炼工作。", ["“引才”计划", "干部锻炼工作"]),
        ("会议传达学习全省档案局长馆长会议精神。", ["全省档案局长馆长会议精神"]),
        ("会议听取岑望关于林长制工作的汇报。", ["林长制工作"]),
        (
            "会议研究2025年乡镇街道、市直单位综合考核工作。",
            ["2025年乡镇街道、市直单位综合考核工作"],
        ),
        (
            "会议听取党组织建设情况汇报，研究我县贯彻落实意见。",
            ["党组织建设情况", "我县贯彻落实意见"],
        ),
        ("会议听取县水利局局长晏河清关于水库除险的汇报。", ["水库除险"]),
        ("会议听取水厂、泵站两个项目推进情况汇报。", ["水厂、泵站两个项目推进情况"]),
        ("会议听取秋粮收储、供暖准备情况等汇报。", ["秋粮收储", "供暖准备情况"]),
        (
            "会议听取县水利局、县应急局关于度汛准备情况的汇报。",
            ["度汛准备情况"],
        ),
        ("会议听取了关于秋收情况的汇报、供暖准备情况的汇报。", ["秋收情况", "供暖准备情况"]),
        (
            "会议听取了收储资金状况和工资核算情况，经讨论，形成共识。",
            ["收储资金状况", "工资核算情况"],
        ),
        ("会议对《殡葬办法》进行了审议，对养老服务进行了研究。", ["《殡葬办法》", "养老服务"]),
        ("会议就农村改厕、良田建设进行了专题研究。", ["农村改厕", "良田建设"]),
        ("会议审查了《决算草案》，表决通过了《决算决议》。", ["《决算草案》", "《决算决议》"]),
        (
            "会议研究了耕地整改，园区论证、湖泊保护，土地调换等工作。",
            ["耕地整改", "园区论证", "湖泊保护", "土地调换"],
        ),
        (
            "会议听取了国土、水务等部门关于集镇建设进展的汇报。",
            ["集镇建设进展"],
        ),
        ("会议听取县自然资源和规划局关于地块延期的汇报。", ["地块延期"]),
        ("会议听取并审议了县发改局关于《中期评估》的汇报。", ["《中期评估》"]),
        (
            "会议传达学习中共中央、国务院印发的《反对浪费条例》。",
            ["中共中央、国务院印发的《反对浪费条例》"],
        ),
        ("会议审定了移民扶持资金计划方案。", ["移民扶持资金计划方案"]),
        (
            "会前学习了《保护法》，讨论了《工作报告》、《计划报告》。",
            ["《保护法》", "《工作报告》", "《计划报告》"],
        ),
        ("会议研究并原则同意了《全会安排》。", ["《全会安排》"]),
        (
            "会议审议了县总工会《评选请示》和县妇联《表彰请示》以及县委组织部《设组请示》。",
            ["县总工会《评选请示》", "县妇联《表彰请示》", "县委组织部《设组请示》"],
        ),
        ("会议还研究了干部任免事宜。", []),
        (
            "会议听取了衔接问题整改，季度安全生产、生态保护等工作汇报；研究讨论了垃圾外运，乡镇党委和政府考核办法等相关事宜。",
            ["衔接问题整改", "季度安全生产", "生态保护", "垃圾外运", "乡镇党委和政府考核办法"],
        ),
        ("会议审议《保护意见》等6个文件。", ["《保护意见》"]),
        ("会议研究贯彻落实全省民营经济大会精神。", ["全省民营经济大会精神"]),
        ("会议深入学习贯彻全会精神，总结全年工作。", []),
        ("会议研究了国庆期间有关工作，还研究了干部任免等其他事项。", ["国庆期间有关工作"]),
    ],
)
def test_a_meeting_when_items_share_words_then_each_keeps_its_own(words: str, items: list[str]):
    opening = "县政府召开常务会议\n\n11月6日，县长罗远航主持召开县政府第3次常务会议。"

    assert [one.text for one in read(opening + words).records[0].agenda] == items


def test_what_a_dispatch_meeting_is_about_is_no_agenda():
    text = (
        "全县秋粮收购推进会召开\n\n11月6日，我县召开秋粮收购推进会，传达全市秋粮收购会议精神，"
        "安排部署下步工作。县长罗远航出席会议并讲话。"
    )
    assert read(text).records[0].agenda == ()


def test_the_opening_of_minutes_when_it_says_what_was_heard_then_that_is_an_item():
    words = (
        "河口县人民政府专题会议纪要\n\n11月6日，县长罗远航主持召开专题会议，研究城北水厂工作。"
        "会议听取了水厂建设情况，研究了《水厂管护办法》。经讨论，议定如下：\n\n"
        "一、加快建设。由县水利局负责，年底前完成主体工程。"
    )

    assert [one.text for one in read(words).records[0].agenda] == [
        "水厂建设情况",
        "《水厂管护办法》",
    ]


def test_minutes_that_lost_their_title_when_their_opening_is_read_then_it_lists_no_items():
    words = (
        "河口县城区停车工作推进有力\n\n11月6日，县长罗远航主持召开会议，研究城区停车、公租房分配等工作。"
        "现将议定事项纪要如下：\n\n一、关于停车。由县城管局牵头，年底前新增车位300个。"
    )

    assert [one.text for one in read(words).records[0].agenda] == []


def test_items_of_a_list_of_invented_sentences() -> None:
    """A line is a sentence of a report, a bar, and its items; none where nothing stands behind the bar."""
    lines = (Path(__file__).parent / "agenda_items.txt").read_text("utf-8").splitlines()
    assert len(lines) > 60
    opening = "县政府召开常务会议\n\n11月6日，县长罗远航主持召开县政府第3次常务会议。"
    wrong = {}
    for line in lines:
        words, expected = line.split("|")
        found = [one.text for record in read(opening + words).records for one in record.agenda]
        if sorted(found) != sorted(one for one in expected.split(";") if one):
            wrong[words] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("专题学习水法和河湖管理有关内容。", []),
        ("深入学习领会省委全会精神。", []),
        ("专题学习《中华人民共和国湿地保护法》。", ["《中华人民共和国湿地保护法》"]),
    ],
)
def test_a_group_that_studies_when_a_theme_is_named_then_only_papers_are_items(
    words: str, items: list[str]
):
    opening = "县委中心组举行集体学习\n\n11月6日，县委理论学习中心组举行集体学习，"

    found = read(opening + words + "县委书记罗远航主持学习并讲话。").records[0].agenda

    assert [one.text for one in found] == items
