"""Who and by when in brackets of every shape behind a point, and lines that only name or tell."""

import pytest
from tests.domain.reading.reading_of import read

HEAD = """云渡县项目调度会议纪要
3月2日，县长闵长河主持召开项目调度会。现将会议确定事项纪要如下：
一、冷链物流园项目
"""


def _asked(text, head=HEAD):
    return [
        (
            [each.text for each in one.addressees],
            one.action,
            one.deadline.day and one.deadline.day.isoformat(),
        )
        for one in read(head + text, year=2026).directives
    ]


@pytest.mark.parametrize(
    ("line", "units", "day"),
    [
        ("1.完成土地报批。（责任单位：县自然资源局；完成时限：4月15日前）", ["县自然资源局"], "2026-04-15"),
        ("1.落实专项资金2亿元。〔责任单位：县财政局、县发改局〕", ["县财政局、县发改局"], None),
        ("1.新建高标准农田2万亩。[县农业农村局、各镇]", ["县农业农村局、各镇"], None),
        ("1.园区道路主体完工。【县交通运输局】", ["县交通运输局"], None),
        ("1.城镇新增就业3000人以上。（县人社局）", ["县人社局"], None),
        ("1.财政收入增长5%左右。（县财政局牵头，县税务局、各镇街配合）", ["县财政局", "县税务局、各镇街"], None),
        ("1.临时用电3月20日前接入。（县供电公司负责）", ["县供电公司"], "2026-03-20"),
        ("1.县招商局上门对接，摸清投资意愿。（3月10日前完成）", ["县招商局"], "2026-03-10"),
        ("1.如对方继续拖延，依约启动退出程序。（责任领导：尤敏；责任单位：县招商局）", ["县招商局"], None),
    ],
)  # fmt: skip
def test_a_point_when_a_bracket_ends_it_then_it_is_one_task_of_those_named(line, units, day):
    (one,) = _asked(line)
    assert (one[0], one[2]) == (units, day)
    assert one[1] == line.split("（")[0].split("〔")[0].split("[")[0].split("【")[0][2:].rstrip(
        "。"
    )


def test_a_bracket_when_it_names_a_writer_then_it_stays_a_byline():
    text = "云渡县春耕忙\n本报讯 3月2日，云渡县各镇春耕全面展开，农户抢抓晴好天气整地播种。（苗可欣）\n"
    assert read(text, year=2026).articles[0].byline.text == "（苗可欣）"


@pytest.mark.parametrize(
    "line",
    [
        "存在问题：一是仍有3座坟茔未迁移；二是能评手续尚未取得批复。",
        "诉求内容：来电人反映西街路灯不亮，希望相关部门尽快维修。",
    ],
)
def test_a_paragraph_when_its_label_says_that_it_tells_then_it_asks_nothing(line):
    assert _asked(line) == []


def test_lines_when_they_name_what_is_annexed_then_they_ask_nothing_and_name_nobody():
    text = (
        "云渡县人民政府办公室关于报送名单的通知\n各镇人民政府：\n请各镇于3月10日前报送名单。\n"
        "附件：1.清洁取暖工作联络员登记表\n2.县政协九届三次会议提案交办目录\n"
        "云渡县人民政府办公室\n2026年3月1日\n"
    )
    assert [one[0] for one in _asked(text, head="")] == [["各镇"]]
    assert read(text, year=2026).records[0].people == ()


def test_a_share_of_all_works_when_it_is_counted_then_it_is_no_engineer():
    text = "云渡县督查室提醒函\n县水务局：\n截至目前，仅完成总工程量的62%。请你局4月底前完工。\n云渡县督查室\n2026年3月1日\n"
    assert read(text, year=2026).records[0].people == ()


def test_who_helps_when_he_stands_on_a_line_of_his_own_then_he_is_charged_too():
    ((units, action, _),) = _asked(
        "（一）养殖污染治理。加强畜禽养殖场监管，设施配套率稳定在98%以上。\n牵头单位：县农业农村局\n配合单位：县生态环境分局\n"
    )
    assert (units, action) == (
        ["县农业农村局", "县生态环境分局"],
        "加强畜禽养殖场监管，设施配套率稳定在98%以上",
    )
