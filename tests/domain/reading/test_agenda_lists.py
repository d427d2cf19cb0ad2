"""Lists of an agenda: what one item is, and what a list shares."""

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
        ("会议研究我县贯彻落实意见。", []),
        ("会议听取县水利局局长晏河清关于水库除险的汇报。", []),
        ("会议听取水厂、泵站两个项目推进情况汇报。", ["水厂、泵站两个项目推进情况"]),
        ("会议听取秋粮收储、供暖准备情况等汇报。", ["秋粮收储", "供暖准备情况"]),
        (
            "会议听取县水利局、县应急局关于度汛准备情况的汇报。",
            ["县水利局、县应急局关于度汛准备情况"],
        ),
        ("会议听取了关于秋收情况的汇报、供暖准备情况的汇报。", ["关于秋收情况", "供暖准备情况"]),
        (
            "会议听取了收储资金状况和工资核算情况，经讨论，形成共识。",
            ["收储资金状况", "工资核算情况"],
        ),
        ("会议对《殡葬办法》进行了审议，对养老服务进行了研究。", ["《殡葬办法》", "养老服务"]),
        ("会议就农村改厕、良田建设进行了专题研究。", ["农村改厕", "良田建设"]),
        ("会议审查了《决算草案》，表决通过了《决算决议》。", ["《决算草案》", "《决算决议》"]),
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
