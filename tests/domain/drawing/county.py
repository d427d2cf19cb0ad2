"""A made-up county on the wall: works from the three template networks, in every state."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache

from guatu.adapters.packs import load_messages
from guatu.domain.drawing.wall_rows import WorkOnWall, months_around, stops_on_wall, wall_rows
from guatu.domain.drawing.wall_values import WallMap, WallPoint, WallSheet, sealed
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.calendar import every_day
from guatu.domain.kernel.interval import Window
from guatu.domain.planning.plan import Activity, Link, Plan, StopWork, with_stop_work
from guatu.domain.planning.schedule import Schedule, schedule

CHINA = timezone(timedelta(hours=8))
TODAY = date(2026, 11, 23)
ZH = load_messages("zh")
EN = load_messages("en")

# id, name, days, after, class, lane
_PLANT = """
I1 备案 1 - permit land
I2 土地出让 60 I1 permit land
I3 环评报告表编制 45 I1 permit -
I4 环评审批 30 I3 permit project
I5 节能审查 30 I1 permit project
I6 用地规划许可 15 I2 permit land
I7 勘察与方案 45 I1 design -
I8 工程规划许可 20 I6,I7 permit project
I9 施工图与审查 45 I7 design -
I10 招标 40 I9 permit -
I11 施工许可 10 I8,I10,I4,I5 permit construction
I12 三通一平 20 I6 earthwork -
I13 基础 60 I11,I12 earthwork -
I14 主体钢构 90 I13 structure -
I15 围护屋面 45 I14 structure -
I16 主要设备采购 180 I9 supply -
I17 设备安装 75 I15,I16 install -
I18 公用及环保设施 60 I14 install -
I19 室外工程 45 I15 earthwork -
I20 调试 30 I17,I18 install -
I21 排污许可 20 I18 permit acceptance
I22 联合验收 25 I17,I19 permit acceptance
I24 试生产 30 I20,I21,I22 install -
I27 投产 0 I24 milestone -
"""
_SQUARE = """
S1 项目建议书 15 - permit land
S2 预审与选址 20 S1 permit land
S3 可研审批 45 S2 permit land
S4 环评登记 1 S3 permit project
S5 初设与概算 45 S3 design -
S6 征收与场地移交 90 S3 land -
S7 用地规划许可 30 S2,S3 permit land
S8 工程规划许可 15 S5,S7 permit project
S9 施工图与财评 40 S5 design -
S10 招标 40 S9 permit -
S11 施工许可 7 S6,S8,S10 permit construction
S12 清表围挡 15 S11 earthwork -
S13 土方与管线 45 S12 earthwork -
S14 结构 60 S13 structure -
S15 铺装基层 45 S13 earthwork -
S16 面层铺装 50 S14,S15 structure -
S17 绿化 40 S15 planting -
S18 照明弱电 45 S14 install -
S19 城市家具 20 S16 install -
S20 预验收整改 15 S16,S17,S18,S19 install -
S21 竣工验收 10 S20 permit acceptance
"""


def _activities(table: str) -> tuple[Activity, ...]:
    made = []
    for line in table.strip().splitlines():
        key, name, days, after, kind, lane = line.split()
        links = () if after == "-" else tuple(Link(predecessor=one) for one in after.split(","))
        made.append(
            Activity(
                id=key, name=name, days=int(days), calendar="cal", links=links,
                activity_class=kind, lane=None if lane == "-" else lane, cost_yuan=int(days) * 90_000,
            )
        )  # fmt: skip
    return tuple(made)


def made_plan(name: str, table: str, start: date, target: date | None = None) -> Plan:
    return Plan(
        id=name,
        name=name,
        start=start,
        target=target,
        calendars=(every_day("cal"),),
        activities=_activities(table),
    )


def plant(start: date, target: date | None = None) -> Plan:
    return made_plan("plant", _PLANT, start, target)


def square(start: date, target: date | None = None) -> Plan:
    return made_plan("square", _SQUARE, start, target)


def scheduled(plan: Plan) -> Schedule:
    found, diagnostics = schedule(plan, today=TODAY)
    assert found is not None, diagnostics
    return found


def with_facts(plan: Plan, today: date = TODAY, lag: int = 0) -> Plan:
    """The plan with everything done as dated up to so many days before today."""
    until = today - timedelta(days=lag)
    dated = scheduled(plan).by_id()
    activities = []
    for one in plan.activities:
        days, known = dated[one.id], one
        if days.last_day < until:
            known = replace(one, actual_start=days.start, actual_finish=days.last_day, percent=100)
        elif days.start < until:
            done = 100 * (until - days.start).days / max(1, (days.last_day - days.start).days + 1)
            known = replace(one, actual_start=days.start, percent=round(min(done, 95)))
        activities.append(known)
    return replace(plan, activities=tuple(activities), data_date=today)


# Plan files state moments in the county's own time, without a zone.
_NOON = datetime.fromisoformat("2026-11-26T12:00")
_LIFTED = datetime.fromisoformat("2026-11-30T00:00")
ALERT = StopWork(
    window=Window(start=_NOON, end=_LIFTED),
    classes=frozenset({"earthwork"}),
    reason="重污染天气橙色预警应急响应，停止土石方、拆除作业",
)
_NAMES = (
    (
        "岚川县年产二十万吨装配式绿色建材生产基地项目",
        "县经济开发区管委会",
        "副县长 秦望舒",
        "产业类",
        plant,
    ),
    (
        "汾岚新材料精密铸造及智能加工一体化项目",
        "县工业和信息化局",
        "副县长 秦望舒",
        "产业类",
        plant,
    ),
    (
        "县城集中供热热源厂环保提标改造工程",
        "县住房和城乡建设管理局",
        "副县长 陆知远",
        "基础设施类",
        plant,
    ),
    ("岚川河城区段生态修复与防洪治理工程", "县水利局", "副县长 陆知远", "基础设施类", square),
    (
        "市民广场及地下停车场建设项目",
        "县住房和城乡建设管理局",
        "副县长 陆知远",
        "民生实事类",
        square,
    ),
    ("县第三实验小学新建工程", "县教育科技局", "副县长 江若蘅", "民生实事类", square),
    ("县人民医院医技综合楼建设项目", "县卫生健康和体育局", "副县长 江若蘅", "民生实事类", square),
    ("汽车零部件锻造生产线技术改造项目", "县经济开发区管委会", "副县长 秦望舒", "产业类", plant),
    ("中药材精深加工产业园一期", "县农业农村局", "副县长 贺兰舟", "产业类", plant),
    ("新能源储能电站示范项目", "县能源局", "副县长 秦望舒", "产业类", plant),
    ("城乡生活垃圾分类转运体系建设", "县城市管理局", "副县长 贺兰舟", "民生实事类", square),
    ("开发区污水处理厂二期扩建工程", "县经济开发区管委会", "副县长 陆知远", "基础设施类", plant),
)
_PROBLEMS = (
    "剩余3户征迁协议未签，影响场地移交",
    "",
    "设备供货较合同晚20天，需厂方书面承诺到货日期",
    "专项债资金缺口1200万元，需县财政统筹",
    "",
)
_LAG = (0, 0, 12, 0, 30, 0, 5, 0, 0, 60, 0, 0)


def works(count: int = 12) -> tuple[WorkOnWall, ...]:
    made = []
    for place in range(count):
        name, unit, sponsor, group, network = _NAMES[place % len(_NAMES)]
        start = date(2026, 1, 5) + timedelta(days=37 * (place % 11))
        length = 471 if network is plant else 427
        target = start + timedelta(days=length - 1 + (20 if place % 3 else -4))
        plan = with_facts(network(start, target), lag=_LAG[place % len(_LAG)])
        former, now = scheduled(plan), scheduled(with_stop_work(plan, (ALERT,)))
        made.append(
            WorkOnWall(
                code=f"LC-2026-{place + 1:02d}",
                name=name if place < len(_NAMES) else f"{name}（{place // len(_NAMES) + 1}期）",
                lead_unit=unit, sponsor=sponsor, group=group,
                total_fen=(8_600 + 2_150 * place) * 1_000_000,
                annual_fen=(3_000 + 700 * place) * 1_000_000,
                done_fen=(1_150 + 480 * place) * 1_000_000,
                schedule=now, former=former, problem=_PROBLEMS[place % len(_PROBLEMS)],
                href=f"/works/{place + 1}/",
            )
        )  # fmt: skip
    return tuple(made)


def sketch(count: int) -> WallMap:
    outline = (
        (8.0, 10.0), (14.0, 4.0), (25.0, 2.0), (34.0, 6.0), (44.0, 5.0), (52.0, 12.0), (50.0, 22.0),
        (55.0, 30.0), (48.0, 41.0), (38.0, 45.0), (30.0, 52.0), (19.0, 50.0), (12.0, 42.0), (4.0, 36.0), (6.0, 22.0),
    )  # fmt: skip
    river = ((2.0, 30.0), (14.0, 27.0), (24.0, 29.0), (33.0, 24.0), (43.0, 26.0), (56.0, 20.0))
    colors = (LightColor.GREEN, LightColor.YELLOW, LightColor.RED, LightColor.GREEN)
    points = tuple(
        WallPoint(
            number=place + 1,
            name=_NAMES[place % len(_NAMES)][0],
            x=12 + (place * 17) % 36 if place % 3 else 25 + place % 4,
            y=12 + (place * 23) % 30 if place % 3 else 26 + place % 3,
            color=colors[place % 4],
        )
        for place in range(count)
    )
    return WallMap(outline=(outline,), rivers=(river,), points=points)


@cache
def wall(count: int = 12) -> WallSheet:
    rows = wall_rows(works(count), today=TODAY)
    first, end = months_around(rows, today=TODAY)
    return sealed(
        WallSheet(
            county="岚川县", data_time=datetime(2026, 11, 23, 16, 30, tzinfo=CHINA), today=TODAY, first=first, end=end,
            rows=rows, stops=stops_on_wall(rows), map=sketch(min(count, 24)), journal_head="7f" * 32,
        )
    )  # fmt: skip
