"""The plan template as office people see it: sheets, headings and choices, shared by writer and reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet: the plan file's field, the heading, the kind of its cells, a hint."""

    field: str
    heading: str
    kind: str = "text"
    width: int = 12
    hint: str = ""
    choices: tuple[str, ...] = ()


LANE_WORDS = {
    "立项用地": "land",
    "工程建设": "project",
    "施工许可": "construction",
    "竣工验收": "acceptance",
}
ACTIVITIES = "工序"
PLAN = "计划"
CALENDARS = "日历"
STOPS = "停工"
RESOURCES = "资源"

PLAN_ROWS = (
    Column(field="id", heading="计划编号", hint="字母或数字，例如 P1"),
    Column(field="name", heading="计划名称"),
    Column(field="start", heading="开始日期", kind="day", hint="空着则由目标日期倒排"),
    Column(field="target", heading="目标日期", kind="day", hint="最后一个可以施工的日子"),
    Column(field="data_date", heading="数据日期", kind="day", hint="实际进度截至哪一天"),
)
ACTIVITY_COLUMNS = (
    Column(field="id", heading="编号", hint="每道工序一个编号，不得重复"),
    Column(field="name", heading="工序名称", width=24),
    Column(field="days", heading="工期（天）", kind="whole", hint="所选日历的工作日；0 为里程碑"),
    Column(field="calendar", heading="日历", hint="“日历”表中的名称"),
    Column(field="class", heading="类别", hint="例如 permit、earthwork、structure"),
    Column(field="unit", heading="责任单位", width=16),
    Column(field="after", heading="紧前工序", width=20, hint="用分号隔开；可写 I3 SS+5、I4 FF-2"),
    Column(field="uses", heading="占用资源", hint="例如 crane:1; crew:2"),
    Column(field="not_before", heading="不早于", kind="day"),
    Column(field="must_by", heading="必须完成于", kind="day"),
    Column(field="actual_start", heading="实际开始", kind="day"),
    Column(field="actual_finish", heading="实际完成", kind="day"),
    Column(field="percent", heading="完成百分比", kind="number", hint="0 至 100"),
    Column(field="crash_days", heading="可压缩天数", kind="whole"),
    Column(field="crash_cost", heading="压缩费用（元）", kind="whole", width=14),
    Column(field="cost", heading="费用（元）", kind="whole", width=14),
    Column(field="lane", heading="审批阶段", choices=tuple(LANE_WORDS)),
)
CALENDAR_COLUMNS = (
    Column(field="name", heading="日历名称"),
    Column(field="week", heading="每周", hint="周一至周日，1 为工作日，例如 1111100"),
    Column(field="holidays", heading="法定节假日", choices=("CN",)),
    Column(
        field="off", heading="停工日期", width=30, hint="例如 2026-01-20~2026-02-10; 2026-05-01"
    ),
)
STOP_COLUMNS = (
    Column(field="from", heading="开始时间", kind="moment", width=18, hint="例如 2026-11-20 12:00"),
    Column(field="to", heading="结束时间", kind="moment", width=18),
    Column(field="classes", heading="工序类别", width=24, hint="用分号隔开"),
    Column(field="reason", heading="原因", width=24),
)
RESOURCE_COLUMNS = (
    Column(field="name", heading="资源"),
    Column(field="capacity", heading="每日能力", kind="whole"),
)
SHEETS = {
    ACTIVITIES: ACTIVITY_COLUMNS,
    CALENDARS: CALENDAR_COLUMNS,
    STOPS: STOP_COLUMNS,
    RESOURCES: RESOURCE_COLUMNS,
}
EXAMPLES: dict[str, tuple[dict[str, str | int], ...]] = {
    ACTIVITIES: (
        {"id": "I1", "name": "备案", "days": 1, "calendar": "cal", "class": "permit", "lane": "立项用地"},
        {"id": "I2", "name": "勘察与方案", "days": 45, "calendar": "cal", "after": "I1", "class": "design"},
    ),
    CALENDARS: (
        {"name": "cal", "week": "1111111"},
        {"name": "wd", "week": "1111100", "holidays": "CN"},
    ),
    STOPS: (),
    RESOURCES: (),
}  # fmt: skip
