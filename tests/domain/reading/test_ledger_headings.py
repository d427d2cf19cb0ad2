"""Which columns of a ledger hold what, by headings in one row or two."""

import pytest
from tests.domain.reading.ledgers import LEXICON, read, rows_of, told

from guatu.domain.reading.ledger_headings import columns_of


@pytest.mark.parametrize(
    "headings",
    [
        "重点工作|责任科室|整改期限",
        "2026年度重点工作|责任单位及责任人|时间要求",
        "目标任务|承办部门|办复时限",
        "建议名称（案由）|主办单位|答复时限",
        "督查事项|责任 单位|办结时限*",
        "任务名称|责任部门|计划完成日期",
        "项目名称|下步工作打算|责任单位",
        "下周工作计划|责任单位（盖章）|备注",
        "发现问题|责任单位|整改时限",
        "诉求内容|承办单位|办理时限",
        "化解措施|责任人|化解时限",
        "攻坚任务|具体举措|责任单位（责任人）",
        "活动内容|承办单位|地点",
        "被督查单位|督查发现问题|整改意见|整改完成时限",
        "三级任务|牵头部门|时限",
        "场所名称|隐患问题|整改责任人|整改期限",
    ],
)
def test_headings_as_offices_write_them_name_a_ledger(headings: str):
    assert columns_of(rows_of("台账", headings, "甲|乙|丙"), LEXICON) is not None


@pytest.mark.parametrize(
    "headings",
    [
        "姓名|单位|联系电话",
        "单位|任务数|完成数",
        "责任单位|任务完成情况|得分",
        "存在问题|备注|得分",
        "检查内容|检查单位|检查时间",
        "事项名称|实施主体|办理时限|设定依据",
        "公开内容|责任单位|公开时限|公开渠道",
        "项目名称|建设内容|建设单位|总投资",
        "项目名称|中标单位|中标金额|时间",
        "指标任务|一季度|二季度|全年",
        "需协调解决事项|填报单位|联系电话",
        "内容|规格|单位|数量|单价",
        "带班领导|值班人员|单位|日期",
        "填报单位：县水利局|填报时间：2026年3月1日",
    ],
)
def test_other_tables_are_no_ledgers(headings: str):
    assert columns_of(rows_of("统计表", headings, "甲|乙|丙|丁|戊"), LEXICON) is None


def test_the_day_on_which_something_was_is_no_limit():
    columns = columns_of(
        rows_of("序号|事项|责任单位|受理时间|实际完成时间|完成时限", "1|清淤|县水利局"), LEXICON
    )
    assert columns is not None
    assert (columns.deadlines, columns.received, columns.number) == ((5,), 3, 0)


def test_headings_of_two_rows_are_read_together():
    """Once merged (ditto below), once as text with separators keeps them (nothing below)."""
    for below in ("〃|〃|牵头单位|配合单位|〃", "||牵头单位|配合单位"):
        rows = rows_of("序号|工作任务|责任分工||完成时限", below, "1|清淤|县水利局|青石镇|5月底")
        columns = columns_of(rows, LEXICON)
        assert columns is not None
        assert (columns.body, columns.leads, columns.helpers) == (2, (2,), (3,))
        assert columns.leading == {2}


def test_a_row_of_data_below_headings_is_none_of_them():
    columns = columns_of(rows_of("任务|责任单位|时限|备注", "清淤|县水利局|年底|急"), LEXICON)
    assert columns is not None
    assert columns.body == 1


def test_what_is_to_be_done_in_a_period_has_its_heading_for_a_limit():
    assert told(
        read(
            "2026年重点项目推进表",
            "序号|项目名称|责任单位|一季度目标|二季度|备注",
            "1|修建第三水厂|县水利局|完成招标|主体封顶|无",
            "2|扩建西街小学|县教育局|/|100%|",
        )
    ) == [
        ("修建第三水厂|完成招标", "县水利局", "2026-03-31"),
        ("修建第三水厂|主体封顶", "县水利局", "2026-06-30"),
        ("扩建西街小学", "县教育局", ""),
    ]


def test_a_heading_of_tasks_may_span_two_columns():
    assert told(
        read(
            "工作任务||责任单位|完成时限",
            "一、水利|1.清淤河道8公里|县水利局|2026年5月",
            "〃|2.加固堤防3处|县水利局|2026年6月",
        )
    ) == [
        ("1.清淤河道8公里", "县水利局", "2026-05-31"),
        ("2.加固堤防3处", "县水利局", "2026-06-30"),
    ]


def test_a_plan_of_meetings_has_its_days_for_limits():
    assert told(
        read(
            "县政府一周工作安排（2026年3月2日—3月8日）",
            "日期|时间|工作内容|地点|责任单位",
            "3月3日|9:00|召开春耕生产现场会|白石镇|县农业农村局",
            "〃|15:00|调度项目前期工作|县政府|县发改局",
        )
    ) == [
        ("召开春耕生产现场会", "县农业农村局", "2026-03-03"),
        ("调度项目前期工作", "县发改局", "2026-03-03"),
    ]


def test_the_narrowest_of_several_columns_of_tasks_is_the_demand():
    assert told(
        read(
            "一级任务|二级任务|三级任务|牵头部门|完成时限",
            "产业|种植|建成育苗中心2个|县农业农村局|2026年3月",
            "〃|冷链|新建冷库12座|县商务局|2026年9月",
        )
    ) == [
        ("建成育苗中心2个", "【县农业农村局】", "2026-03-31"),
        ("新建冷库12座", "【县商务局】", "2026-09-30"),
    ]


def test_what_a_project_is_to_reach_in_a_period_goes_with_its_name():
    assert told(
        read("项目名称|总投资|本月目标任务|责任单位|协调解决事项", "站前广场|32000|完成车库封顶|县城投公司|请加快用地手续")
    ) == [("站前广场|完成车库封顶", "县城投公司", "")]  # fmt: skip


def test_a_heading_may_say_what_its_numbers_count():
    assert told(
        read("交办事项|交办时间|主办单位|办理时限（工作日）", "核查计量作弊|2026-03-02|县市场监管局|5")
    ) == [("核查计量作弊", "县市场监管局", "2026-03-09")]  # fmt: skip
