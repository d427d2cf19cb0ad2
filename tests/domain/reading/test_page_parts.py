"""What a page prints beside its reports: short news, captions, boxes, commentaries, advertisements, the weather."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import DoubtKind

FIRST = "本报讯 5月12日，县长钱立冬调研水厂建设。他强调，县水利局要在6月底前完成管网改造。"
SECOND = "本报讯 5月11日，副县长方小满主持召开防汛会议。方小满要求，各乡镇要备足物资。"


def page(*rows: str) -> tuple[list[str | None], list[str], list[str]]:
    """Return the headlines of a page, what its articles say, and what is set aside."""
    text = "\n".join(rows)
    reading = read(text, year=2025)
    heads = [None if one.headline is None else one.headline.text for one in reading.articles]
    told = ["".join(each.text for each in one.paragraphs) for one in reading.articles]
    aside = [
        text[span.start : span.end]
        for one in reading.articles
        for doubt in one.doubts
        if doubt.kind is DoubtKind.PAGE_FURNITURE
        for span in doubt.spans
    ]
    return heads, told, aside


def test_each_item_of_short_news_is_a_report_with_its_own_day_and_speaker() -> None:
    rows = (
        "简讯",
        "▲5月9日，县委常委苗可欣到白石乡宣讲，要求白石乡6月10日前完成培训。（方小满）",
        "▲近日，县市场监管局检查企业23家，发现隐患17条。（罗远航）",
        "▲5月8日，县教育局召开会议，要求各学校5月20日前完成一次自查。（钱立冬）",
    )
    reading = read("\n".join(rows), year=2025)
    assert len(reading.articles) == 3
    assert [each.deadline.day.isoformat() for each in reading.directives if each.deadline.day] == [
        "2025-06-10",
        "2025-05-20",
    ]
    assert [each.issuer and each.issuer.name for each in reading.directives] == ["苗可欣", None]


def test_items_below_a_column_s_name_need_no_day() -> None:
    rows = (
        "一句话新闻",
        "● 县供销社召开会议，要求各基层社6月10日前备足化肥。",
        "● 县文化馆举办第六届群众书法展。",
    )
    _, told, _ = page(*rows)
    assert told == [
        "县供销社召开会议，要求各基层社6月10日前备足化肥。",
        "县文化馆举办第六届群众书法展。",
    ]


def test_points_of_one_report_behind_ornaments_stay_its_own() -> None:
    rows = (
        "县长调研水厂建设",
        FIRST,
        "钱立冬提出三点要求：",
        "●加快管网改造，确保按期通水到户。",
        "●严格工程监理，确保质量经得起检验。",
    )
    heads, _, _ = page(*rows)
    assert heads == ["县长调研水厂建设"]


def test_a_sentence_above_who_took_the_photo_is_its_caption() -> None:
    rows = (
        "县长调研水厂建设",
        FIRST,
        "5月10日，白石乡农民在采摘春茶。",
        "方 小 满 摄",
        "全县防汛会议召开",
        SECOND,
    )
    _, told, aside = page(*rows)
    assert told == [FIRST, SECOND]
    assert aside == ["5月10日，白石乡农民在采摘春茶。", "方 小 满 摄"]


def test_a_demand_above_who_took_a_photo_is_none() -> None:
    demand = "钱立冬要求，各乡镇要做好沿线群众工作。"
    _, told, _ = page("县长调研水厂建设", FIRST, demand, "方小满 摄")
    assert told == [FIRST + demand]


BOX = "什么是陪餐制？按照规定，学校应当建立陪餐制度，每餐均应当有负责人陪餐。"


def test_a_box_below_a_report_demands_nothing() -> None:
    rows = ("县长调研水厂建设", FIRST, "■相关链接", BOX, "全县防汛会议召开", SECOND)
    heads, told, aside = page(*rows)
    assert heads == ["县长调研水厂建设", "全县防汛会议召开"]
    assert told == [FIRST, SECOND]
    assert aside == ["■相关链接", BOX]


def test_a_report_goes_on_below_a_box_in_its_midst() -> None:
    more = "钱立冬要求，各乡镇要做好沿线群众工作。"
    _, told, aside = page("县长调研水厂建设", FIRST, "【新闻背景】", "水厂于去年3月开工。", more)
    assert told == [FIRST + more]
    assert aside == ["【新闻背景】", "水厂于去年3月开工。"]


@pytest.mark.parametrize("column", ["本报评论员", "时评", "短评"])
def test_a_commentary_is_an_article_of_its_own(column: str) -> None:
    rows = (
        "县长调研水厂建设",
        FIRST,
        column,
        "莫让水龙头变了味",
        "老百姓看的是水龙头。各级各部门要从实际出发，解决好吃水问题。",
    )
    heads, told, _ = page(*rows)
    assert told == [FIRST, rows[-1]]
    assert heads[1] is not None
    assert heads[1].endswith("莫让水龙头变了味")


ADVERTISED = [
    ("遗失声明", "方小满遗失身份证，证号：000000199001010000，声明作废。"),
    ("招聘启事", "某食品公司招聘工人30名，应聘者须持身份证报名。电话：0000-6228899"),
    (
        "拍卖公告",
        "受委托，定于5月26日公开拍卖旧车3辆，有意竞买者须于5月25日前缴纳保证金。",
        "青溪县鸿达拍卖有限公司",
        "2025年5月15日",
    ),
    ("广告", "天裕商场店庆", "全场服装5折起，欢迎新老顾客光临！"),
]


@pytest.mark.parametrize("rows", ADVERTISED, ids=[one[0] for one in ADVERTISED])
def test_an_advertisement_between_reports_is_set_aside(rows: tuple[str, ...]) -> None:
    heads, told, aside = page("县长调研水厂建设", FIRST, *rows, "全县防汛会议召开", SECOND)
    assert heads == ["县长调研水厂建设", "全县防汛会议召开"]
    assert told == [FIRST, SECOND]
    assert aside == list(rows)


def test_a_page_that_is_an_advertisement_stays_as_it_is() -> None:
    _, told, _ = page(*ADVERTISED[2])
    assert any("有意竞买者" in one for one in told)


def test_a_notice_of_an_office_between_reports_stays() -> None:
    notice = "因线路检修，定于5月20日对白石线停电。请广大用户提前做好准备。"
    _, told, _ = page(
        "县长调研水厂建设", FIRST, "停电公告", notice, "青溪县供电公司", "2025年5月15日"
    )
    assert notice in told[1]


def test_the_weather_is_set_aside() -> None:
    sky = "天气预报：今天晴转多云，偏北风2到3级，最高气温9℃；明天小雨，请市民外出携带雨具。"
    _, told, aside = page("县长调研水厂建设", FIRST, sky)
    assert told == [FIRST]
    assert aside == [sky]


def test_an_office_with_a_colon_above_what_it_did_is_of_the_headline() -> None:
    rows = (
        "县长调研水厂建设",
        FIRST,
        "县住建局：",
        "开展燃气入户检查",
        "5月10日，县住建局组织燃气企业开展入户安检。",
    )
    heads, told, _ = page(*rows)
    assert heads[1] == "县住建局：开展燃气入户检查"
    assert told[0] == FIRST
