"""Made-up papers of a made-up county."""

from datetime import date, datetime, timedelta, timezone

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.kernel.interval import Window
from guatu.domain.watching.alert import Alert, AlertLevel
from guatu.domain.watching.orders import EmissionSource, Protection, SourceKind, orders_for
from guatu.domain.writing.ledger_list import LedgerColumn, LedgerList
from guatu.domain.writing.notice import Slip, SlipColor, Stamp, SupervisionNotice
from guatu.domain.writing.order_sheet import OrderSheet, PlanEffect

ZH = load_messages("zh")
EN = load_messages("en")
CHINA = timezone(timedelta(hours=8))
HEAD = "7f" * 32
STAMP = Stamp(
    organ="岚川县人民政府督查室",
    number="岚政督〔2026〕43号",
    issued_on=date(2026, 11, 23),
    data_time=datetime(2026, 11, 23, 16, 30, tzinfo=CHINA),
    content_hash="a1" * 32,
    journal_head=HEAD,
)


def alert(level: AlertLevel = AlertLevel.ORANGE) -> Alert:
    return Alert(
        level=level,
        window=Window(
            start=datetime(2026, 11, 26, 12, tzinfo=CHINA), end=datetime(2026, 11, 30, tzinfo=CHINA)
        ),
        region="149921",
        issued_at=datetime(2026, 11, 25, 18, tzinfo=CHINA),
        issuer="汾原市重污染天气应急指挥部",
        number="汾气指〔2026〕7号",
    )


def order_sheets() -> tuple[OrderSheet, ...]:
    shelf = load_shelf()
    pack = shelf.choose("alert_measures", on=date(2026, 11, 26), region="149921")
    sources = (
        EmissionSource(
            id="s1", name="岚川河城区段生态修复与防洪治理工程", kind=SourceKind.SITE,
            activity_classes=("earthwork", "structure"), unit="县水利局",
        ),
        EmissionSource(id="s2", name="汾岚新材料有限公司", kind=SourceKind.ENTERPRISE, grade="C"),
        EmissionSource(
            id="s3", name="县城集中供热热源厂环保提标改造工程", kind=SourceKind.SITE,
            activity_classes=("earthwork",), protection=Protection.LIVELIHOOD,
        ),
    )  # fmt: skip
    effect = PlanEffect(
        work="岚川河城区段生态修复与防洪治理工程",
        stopped_days=4,
        last_day_before=date(2027, 6, 26),
        last_day_after=date(2027, 6, 30),
    )
    return tuple(
        OrderSheet(
            order=order, number=f"岚气指〔2026〕7-{place}号", organ="岚川县重污染天气应急指挥部办公室",
            issued_on=date(2026, 11, 25), lead_unit="县水利局", contact="县环保办　0000-1234567",
            effects=(effect,) if place == 1 else (), data_time=STAMP.data_time,
            content_hash="a1" * 32, journal_head=HEAD,
        )
        for place, order in enumerate(orders_for(alert(), sources, pack), start=1)
    )  # fmt: skip


def notice(**changes: object) -> SupervisionNotice:
    words: dict[str, object] = {
        "stamp": STAMP,
        "matter_number": "岚督〔2026〕118",
        "matter": "加快推进岚川河城区段生态修复与防洪治理工程剩余征迁",
        "source": "县政府第31次常务会议纪要（2026年11月16日）",
        "quote": "县水利局要会同城关镇，于12月10日前完成剩余3户征迁协议签订，确保年内全线开工。",
        "result": "3户征迁协议全部签订并完成场地移交，移交单由施工单位签收",
        "lead_unit": "县水利局",
        "co_units": ("城关镇人民政府", "县自然资源局"),
        "leader": "副县长 陆知远",
        "deadline": date(2026, 12, 10),
        "deadline_basis": "原文明确",
        "nodes": ((date(2026, 11, 30), "完成入户商谈"), (date(2026, 12, 10), "签订协议并移交场地")),
        "report_by": "每周五16时前在系统反馈进展并附佐证",
        "contact": "督查室　0000-7654321",
        "light_rule": "距时限不足7日未达节点亮黄灯，逾期未办结亮红灯。",
        "basis": "《政府督查工作条例》（国务院令第733号）。",
    }
    return SupervisionNotice(**(words | changes))  # type: ignore[arg-type] # words are the fields


def slip(color: SlipColor) -> Slip:
    return Slip(
        stamp=STAMP,
        color=color,
        matter_number="岚督〔2026〕97",
        matter="县城集中供热热源厂脱硝设施改造完成并投入运行",
        lead_unit="县住房和城乡建设管理局",
        due=date(2026, 11, 10),
        days_late=13,
        place=2,
        standing="设备已到场，安装完成六成，调试单位未进场。",
        demand="三日内书面说明原因，倒排剩余工序并明确责任人。",
        consequence="逾期仍未办结的，发红色督办单并约谈单位主要负责人。",
        new_deadline=date(2026, 12, 1),
    )


def ledger(count: int = 60) -> LedgerList:
    columns = (
        LedgerColumn(heading="编号", width=1.4),
        LedgerColumn(heading="事项", width=4.6),
        LedgerColumn(heading="牵头单位", width=2),
        LedgerColumn(heading="时限", width=1.2),
        LedgerColumn(heading="状态", width=1),
        LedgerColumn(heading="灯", width=0.6),
    )
    rows = tuple(
        (f"岚督〔2026〕{place}", "推进剩余征迁协议签订并完成场地移交，移交单由施工单位签收" * (1 + place % 2),
         "县水利局", "2026-12-10", "承办", "黄")
        for place in range(1, count + 1)
    )  # fmt: skip
    return LedgerList(
        title="岚川县督查督办事项台账", columns=columns, rows=rows, filtered="牵头单位：县水利局",
        data_time=STAMP.data_time, content_hash="a1" * 32, journal_head=HEAD,
    )  # fmt: skip
