"""Ledgers as offices keep them: titles, groups, merged cells, totals and notes around the rows that ask."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.reading.ledgers import read, text_of, told

from guatu.domain.reading.values import YearBasis

TASKS = (
    "附件2",
    "白石县2026年重点任务台账",
    "填报单位：白石县督查室||||填报时间：2026年4月20日||单位：万元",
    "序号|重点任务|工作措施|责任单位||完成时限|进展情况",
    "〃|〃|〃|牵头单位|配合单位|〃|〃",
    "一、工业类",
    "1|建设标准厂房6万平方米|10月底前封顶，引进企业不少于5家|县开发区管委会|县住建局 供电公司|2026-12-31|完成60%",
    "2|实施技术改造|1.摸底建库；2.兑现奖补资金300万元|县工信局|县财政局、县统计局|11月底前|",
    "牵头县领导：路宁",
    "3|新建高标准农田2万亩|完成招标|县农业农村局|各乡镇|12月底|",
    "4|发展设施蔬菜|新建大棚300座|〃||〃|",
    "6|加强扬尘管控|严格落实六个百分百|牵头：县生态环境局 配合：县交通局||长期坚持|",
    "合计||12项||||",
    "备注：1.各单位每月25日前报送进展。",
    "组长：|||签字：",
    "填表人：安平||联系电话：8800123||审核人：路宁",
)


def test_a_ledger_with_all_that_stands_around_its_rows():
    reading = read(*TASKS)
    assert told(reading) == [
        ("建设标准厂房6万平方米|10月底前封顶，引进企业不少于5家", "【县开发区管委会】、县住建局、供电公司", "2026-12-31"),
        ("实施技术改造|1.摸底建库；2.兑现奖补资金300万元", "【县工信局】、县财政局、县统计局", "2026-11-30"),
        ("新建高标准农田2万亩|完成招标", "【县农业农村局】、各乡镇", "2026-12-31"),
        ("发展设施蔬菜|新建大棚300座", "【县农业农村局】", "2026-12-31"),
        ("加强扬尘管控|严格落实六个百分百", "【县生态环境局】、县交通局", ""),
    ]  # fmt: skip
    assert reading.articles[0].headline is not None
    assert reading.articles[0].headline.text == "白石县2026年重点任务台账"
    assert (reading.year.value, reading.year.quote) == (2026, "2026年4月20日")
    assert reading.diagnostics == ()
    assert [str(one.day) for one in reading.directives[0].limits] == ["2026-12-31", "2026-10-31"]
    assert [one.kind.value for one in reading.directives][-1] == "standing"


def test_every_word_of_a_ledger_lies_in_its_headline_or_in_one_paragraph():
    text, reading = text_of(*TASKS), read(*TASKS)
    (article,) = reading.articles
    assert article.headline is not None
    spans = [*article.headline.spans, *(span for one in article.paragraphs for span in one.spans)]
    covered = [place for one in spans for place in range(one.start, one.end)]
    assert len(covered) == len(set(covered))
    assert set(covered) >= {place for place, sign in enumerate(text) if not sign.isspace()}


def test_faults_that_were_found_are_mended_by_their_measures():
    """A measure of few words goes with what is wrong and where; a fault alone is to be mended."""
    assert told(
        read(
            "人居环境暗访问题清单",
            "暗访时间：2026年3月16日",
            "序号|乡镇|村（社区）|点位|发现问题|整改要求|责任人|整改时限",
            "1|白石镇|上坪村|村委会东侧|垃圾桶满溢|立即清运|安平|3月18日前",
            "2|〃|下坪村|河道|河岸积存垃圾报送不及时|清理河岸，落实保洁员三名并每日巡查|路宁|3日内",
            "3||||公厕损坏|修好||",
        )
    ) == [
        ("上坪村|村委会东侧|垃圾桶满溢|立即清运", "白石镇", "2026-03-18"),
        ("清理河岸，落实保洁员三名并每日巡查", "白石镇", "2026-03-19"),
        ("公厕损坏|修好", "", ""),
    ]
    assert told(
        read(
            "热线工单台账|2026年",
            "受理时间|诉求内容|承办单位|办理时限",
            "2026/3/2 9:12|路灯不亮已有半个月，请求尽快维修|县城管局|2026/3/9",
            "2026/3/3 10:05|砂厂夜间排烟|县生态环境分局;白石镇|5个工作日",
        )
    ) == [
        ("路灯不亮已有半个月，请求尽快维修", "县城管局", "2026-03-09"),
        ("砂厂夜间排烟", "县生态环境分局、白石镇", "2026-03-10"),
    ]


def test_a_task_over_several_measures_is_said_where_a_measure_says_too_little():
    assert told(
        read(
            "重点任务|具体措施|责任单位|完成时限",
            "河道清障|清除阻水林木1200株|县水利局|2026年5月",
            "〃|疏浚淤积河段8公里|〃|2026年6月",
            "第三水厂|完成招标|县水利局|2026年7月",
            "〃|竣工|〃|2026年9月",
        )
    ) == [
        ("清除阻水林木1200株", "县水利局", "2026-05-31"),
        ("疏浚淤积河段8公里", "县水利局", "2026-06-30"),
        ("第三水厂|完成招标", "县水利局", "2026-07-31"),
        ("第三水厂|竣工", "县水利局", "2026-09-30"),
    ]


def test_units_beside_a_merged_task_all_have_it():
    assert told(
        read("任务|责任单位|完成时限", "荒山造林|白石镇|2026年4月", "〃|云岭镇|〃", "〃|河口镇|〃", "道路绿化|县交通局|2026年5月")
    ) == [("荒山造林", "白石镇、云岭镇、河口镇", "2026-04-30"), ("道路绿化", "县交通局", "2026-05-31")]  # fmt: skip


def test_without_a_column_of_units_a_ledger_is_of_its_group_or_of_who_fills_it_in():
    groups = read(
        "安全生产任务清单（2026年）",
        "序号|任务内容|完成时限",
        "一、县应急管理局（2项）",
        "1|检查危化企业42家|5月底",
        "2|编制应急手册|6月底",
        "二、县消防救援大队",
        "1|新建消防站3个|9月底",
    )
    assert [one.addressees[0].text for one in groups.directives] == ["县应急管理局", "县应急管理局", "县消防救援大队"]  # fmt: skip
    assert all(one.addressees[0].inherited for one in groups.directives)
    for title in (
        "县住建局2026年重点工作清单",
        "工作清单|填报单位（盖章）：县住建局",
        "工作表：县住建局",
    ):
        own = read(title, "序号|重点工作|完成时限", "1|改造小巷8条|2026年10月")
        assert told(own) == [("改造小巷8条", "县住建局", "2026-10-31")]
    assert (
        told(read("全县重点工作清单", "序号|重点工作|完成时限", "1|改造小巷8条|2026年10月"))[0][1]
        == ""
    )


def test_a_column_of_persons_tells_who_where_no_unit_is_named():
    assert told(
        read(
            "局机关工作台账（2026年）",
            "序号|工作任务|分管领导|责任人|完成时限",
            "1|起草报告|丁山|路宁、安平|10.20",
            "2|整理档案|丁山|办公室|已于3月完成",
        )
    ) == [("起草报告", "路宁、安平", "2026-10-20"), ("整理档案", "办公室", "")]


def test_the_meeting_of_a_row_decides_and_its_day_dates_what_is_counted():
    reading = read(
        "常务会议议定事项台账",
        "序号|会议名称|会议时间|议定事项|承办单位|协办单位|完成时限",
        "1|第6次常务会议|2026-03-12|印发改造方案|县交通局|县财政局|十日内",
        "2|〃|〃|拨付首批资金600万元|县财政局||下次常务会前",
    )
    assert told(reading) == [
        ("印发改造方案", "【县交通局】、县财政局", "2026-03-22"),
        ("拨付首批资金600万元", "县财政局", ""),
    ]
    assert {one.issuer.name for one in reading.directives if one.issuer} == {"第6次常务会议"}


def test_a_second_table_below_the_first_has_its_own_headings():
    assert told(
        read(
            "任务|责任单位|完成时限",
            "清淤|县水利局|2026年5月",
            "附：整改事项",
            "整改要求|整改时限|责任部门",
            "补齐台账|2026年6月|县档案馆",
        )
    ) == [("清淤", "县水利局", "2026-05-31"), ("补齐台账", "县档案馆", "2026-06-30")]


@pytest.mark.parametrize(
    ("above", "limits", "year"),
    [
        ("重点工作台账（2026年）", ("5月底",), 2026),
        ("重点工作台账|截至2026年4月17日", ("5月底",), 2026),
        ("工作表：2026年3月", ("5月底",), 2026),
        ("2025年度考核反馈问题整改台账|填报时间：2026-03-06", ("5月底",), 2026),
        ("2026年重点任务台账|填报时间：2025.12.20", ("5月底",), 2026),
        ("重点工作台账", ("2026-05-31", "2026/6/30"), 2026),
        ("重点工作台账", ("2026-05-31", "2027-06-30"), None),
        ("重点工作台账", ("5月底", "6月底", "2027年2月"), None),
        ("2026—2028年三年行动台账", ("5月底",), None),
    ],
)
def test_the_year_of_a_ledger_is_that_which_is_printed_around_its_rows(
    above: str, limits: tuple[str, ...], year: int | None
):
    rows = [f"{number}|编制2024年预算|县财政局|{one}" for number, one in enumerate(limits, 1)]
    reading = read(above, "序号|工作事项|责任单位|完成时限", *rows)
    assert reading.year.value == year
    waits = year is None and "5月底" in limits
    assert [one.code for one in reading.diagnostics] == ["reading.year_unknown"] * waits
    assert reading.year.basis is (YearBasis.TEXT if year else YearBasis.UNKNOWN)


SCRAPS = (
    "", "〃", "序号", "1", "一", "任务", "重点任务", "具体措施", "发现问题", "点位", "责任单位", "牵头单位", "配合单位", "责任人", "完成时限", "一季度目标", "受理时间", "日期", "地点",
    "县水利局", "县住建局（牵头）、白石镇", "牵头：", "路宁 13700001234", "清理", "清淤8公里，5月底前完成", "2026-05-31", "次年1月", "13月40日", "2026年2月30日", "46000", "合计", "备注：", "（）", "、", "/",
)  # fmt: skip


@settings(deadline=None, max_examples=120)
@given(
    st.lists(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=7), min_size=1, max_size=9),
    st.sampled_from((None, 2026)),
)
def test_any_table_when_read_then_every_word_told_stands_in_it(
    table: list[list[str]], year: int | None
):
    rows = ["|".join(one) for one in table]
    if text_of(*rows).strip():
        read(*rows, year=year)
