"""Plans of one office: points headed in brackets, an inner office or a person charged in brackets behind them."""

import pytest
from tests.domain.reading.reading_of import read

PLAN = "青溪县林业局2025年工作要点\n今年是关键一年。\n{}\n青溪县林业局\n2025年2月12日"


def asked(body: str, frame: str = PLAN) -> list[tuple[str, str]]:
    """Return who is told and the words of each directive."""
    return [
        ("+".join(each.text for each in one.addressees), one.action)
        for one in read(frame.format(body), year=None).directives
    ]


def test_a_point_headed_in_brackets_is_for_the_office_named_behind_it():
    body = (
        "【造林绿化】完成造林3万亩，补植2000亩。（造林股）\n"
        "【防火】新建蓄水池12个；巡护记录每日上传。（防火办、各林场）各护林点要有人值守。"
    )
    assert asked(body) == [
        ("造林股", "完成造林3万亩，补植2000亩"),
        ("防火办、各林场", "新建蓄水池12个"),
        ("防火办、各林场", "巡护记录每日上传"),
        ("各护林点", "各护林点要有人值守"),
    ]


def test_what_a_point_tells_of_last_year_is_no_task():
    body = (
        "【林下经济】去年全县种植黄精8000亩，产值首次过亿元。今年重点抓好种苗，新建苗圃3处。（产业股）\n"
        "【林权】确权档案已全部数字化。上半年拿出流转办法。（改革股）"
    )
    assert asked(body) == [
        ("产业股", "今年重点抓好种苗，新建苗圃3处"),
        ("改革股", "上半年拿出流转办法"),
    ]


def test_who_answers_for_a_point_is_told_where_no_unit_is():
    frame = "青溪县上坪村2025年工作安排\n现将2025年工作安排如下，欢迎村民监督。\n{}\n2025年2月26日"
    body = (
        "一、修路。硬化巷道2公里，11月底前完工；修复路灯17盏。（责任人：村委会主任费云娥）\n"
        "二、清淤。疏通水渠5条。（责任单位：村水管组；责任人：村委会委员苗春山）"
    )
    assert asked(body, frame) == [
        ("费云娥", "硬化巷道2公里，11月底前完工"),
        ("费云娥", "修复路灯17盏"),
        ("村水管组", "疏通水渠5条"),
    ]


@pytest.mark.parametrize(
    "label", ["责任处室：总务处", "责任股室：总务股", "责任科室：总务科", "责任班组：总务组"]
)
def test_inner_offices_stand_under_labels_of_their_own(label: str):
    body = f"【设施】更换应急灯76盏。（{label}）\n【安全】开展演练2次。（{label}）"
    who = label.partition("：")[2]
    assert [each for each, _ in asked(body)] == [who, who]


def test_label_lines_below_several_tasks_charge_all_of_them():
    body = (
        "一、改造环境\n增设扶手120处；逐个研究置换方案。\n牵头单位：县卫健局\n配合单位：县住建局\n"
        "二、优化服务\n恢复人工窗口。\n牵头单位：县卫健局\n配合单位：县医保局"
    )
    assert [each for each, _ in asked(body)] == [
        "县卫健局+县住建局",
        "县卫健局+县住建局",
        "县卫健局+县医保局",
    ]


def test_a_point_by_halves_or_quarters_of_the_year_is_a_task():
    body = (
        "【绿化】上半年开工苗圃3处，全年绿化村庄20个。（造林股）\n"
        "【防火】一季度巡护全覆盖；二季度隐患清零。（防火办）\n"
        "【林权】2025年流转林地3万亩。（改革股）\n"
        "【产业】2024年全县种植黄精8000亩。今年扩种2000亩。（产业股）"
    )
    assert asked(body) == [
        ("造林股", "上半年开工苗圃3处，全年绿化村庄20个"),
        ("防火办", "一季度巡护全覆盖"),
        ("防火办", "二季度隐患清零"),
        ("改革股", "2025年流转林地3万亩"),
        ("产业股", "今年扩种2000亩"),
    ]


def test_who_sent_a_report_in_is_not_charged_with_what_it_tells():
    text = (
        "县委书记检查防汛\n本报讯 2025年9月3日，县委书记卫明远到青石镇检查防汛。"
        "他强调，要抓好防汛。（县融媒体中心）县里已备足沙袋。"
    )
    (one,) = read(text).directives
    assert one.addressees == ()
