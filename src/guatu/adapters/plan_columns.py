"""The plan template as office people see it: sheets, headings and choices, shared by writer and reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet: the plan file's field, the heading, the kind of its cells, a hint.

    ``choices`` are offered; other words are refused by the reader unless ``is_open``.
    """

    field: str
    heading: str
    kind: str = "text"
    width: int = 12
    hint: str = ""
    choices: tuple[str, ...] = ()
    is_open: bool = False


LANE_WORDS = {
    "立项用地": "land",
    "工程建设": "project",
    "施工许可": "construction",
    "竣工验收": "acceptance",
}
YES, NO = "是", "否"
# What office people call the classes that stop-work and the gate know.
CLASS_WORDS = {
    "审批": "permit",
    "设计": "design",
    "招标": "tender",
    "征迁": "land",
    "采购": "procurement",
    "场地": "site",
    "土方": "earthwork",
    "拆除": "demolition",
    "基础": "foundation",
    "混凝土": "concrete",
    "养护": "curing",
    "沉降": "settlement",
    "干燥": "drying",
    "主体": "structure",
    "围护": "envelope",
    "屋面": "roofing",
    "路面": "paving",
    "沥青": "asphalt",
    "绿化": "planting",
    "安装": "installation",
    "室外": "outdoor",
    "调试": "commissioning",
    "验收": "acceptance",
    "纳统": "statistics",
    "审计": "audit",
}
PERMIT_WORDS = {
    "备案": "filing",
    "核准": "approval",
    "用地预审与选址": "land_review",
    "土地供应": "land_auction",
    "用地规划许可": "land_planning",
    "工程规划许可": "works_planning",
    "环评报告书": "environment_report",
    "环评报告表": "environment_form",
    "节能审查": "energy_review",
    "招标": "tender",
    "施工许可": "construction_permit",
    "竣工备案": "completion_filing",
}
SEASON_WORDS = {
    "冬季停铺沥青": "winter_asphalt",
    "冬季停浇混凝土": "winter_concrete",
    "冻土期停土方": "winter_earthwork",
    "非绿化季节": "planting",
    "春节停工": "spring_festival",
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
    Column(
        field="ends",
        heading="目标工序",
        hint="目标日期约束哪些工序，用分号隔开；空着为所有没有后续的工序",
    ),
    Column(field="place", heading="地点", hint="停工令按地点下达时用"),
    Column(
        field="seasons",
        heading="季节停工",
        hint=f"用分号隔开：{'；'.join(SEASON_WORDS)}",
    ),
)
ACTIVITY_COLUMNS = (
    Column(field="id", heading="编号", hint="每道工序一个编号，不得重复"),
    Column(field="name", heading="工序名称", width=24),
    Column(field="days", heading="工期（天）", kind="whole", hint="所选日历的工作日；0 为里程碑"),
    Column(field="calendar", heading="日历", hint="“日历”表中的名称"),
    Column(
        field="class",
        heading="类别",
        hint="从列表选择，或自定代号（如 tunnel）；停工令按类别下达",
        choices=tuple(CLASS_WORDS),
        is_open=True,
    ),
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
    Column(field="lane", heading="审批阶段", choices=tuple(LANE_WORDS), is_open=True),
    Column(
        field="permit",
        heading="审批事项",
        width=16,
        hint="从列表选择",
        choices=tuple(PERMIT_WORDS),
        is_open=True,
    ),
    Column(field="place", heading="地点", hint="与计划地点不同时填写"),
    Column(field="deadline_name", heading="时限名称", hint="“必须完成于”因何而定，例如 入冬"),
    Column(field="promise", heading="可承诺", choices=(YES, NO), hint="审批单位已同意告知承诺"),
    Column(field="crew_days", heading="增班组可缩短（天）", kind="whole", width=16),
    Column(field="crew_cost", heading="增班组费用（元）", kind="whole", width=16),
    Column(field="shift_cost", heading="第二班费用（元）", kind="whole", width=16),
    Column(field="weekend_cost", heading="休息日施工（元/天）", kind="whole", width=16),
    Column(
        field="technical", heading="技术间歇", choices=(YES, NO), hint="养护、沉降、干燥，不得压缩"
    ),
    Column(field="minimum_days", heading="最短工期（天）", kind="whole", width=14),
    Column(field="template_days", heading="模板工期（天）", kind="whole", width=14),
    Column(
        field="compression_reason", heading="压缩理由", width=20, hint="低于模板七成须有签字理由"
    ),
    Column(field="acceptance", heading="验收环节", choices=(YES, NO)),
    Column(field="accepted", heading="已验收", choices=(YES, NO)),
    Column(field="hazard", heading="重大隐患", width=16, hint="未销号的重大隐患；有则不得赶工"),
    Column(field="evidence", heading="证据", width=24, hint="用分号隔开：文号、照片、计量单"),
    Column(
        field="reports",
        heading="历次进度",
        width=24,
        hint="用分号隔开：2026-03-01 40; 2026-03-08 55",
    ),
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
    Column(field="classes", heading="工序类别", width=24, hint="用分号隔开，写类别的名称或代号"),
    Column(field="places", heading="地点", width=16, hint="用分号隔开；空着为各地"),
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
        {"id": "I1", "name": "备案", "days": 1, "calendar": "cal", "class": "审批", "lane": "立项用地", "permit": "备案"},
        {"id": "I2", "name": "勘察与方案", "days": 45, "calendar": "cal", "after": "I1", "class": "设计"},
    ),
    CALENDARS: (
        {"name": "cal", "week": "1111111"},
        {"name": "wd", "week": "1111100", "holidays": "CN"},
    ),
    STOPS: (),
    RESOURCES: (),
}  # fmt: skip
