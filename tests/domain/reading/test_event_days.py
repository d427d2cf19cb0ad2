"""The day of an event that a report tells below its opening, or prints oddly."""

from datetime import date

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

LEXICON = load_lexicon()


def _day(headline: str, *paragraphs: str, year: int = 2025) -> date | None:
    page = "\n\n".join((headline, *paragraphs))
    reading = read_page(page, lexicon=LEXICON, year=year)
    (article,) = reading.articles
    return article.dateline.day if article.dateline else None


_END = (
    "县委书记邱野说，事情要一件一件办，各单位要把清单挂在墙上，办完一件划掉一件，谁也不许留尾巴。"
)


@pytest.mark.parametrize(
    ("opening", "later", "day"),
    [
        (
            "“灯亮了！”巷子里一阵欢呼，孩子们围着新路灯跑了一圈又一圈。",
            "9月6日，副县长温岭来到槐树巷，查看路灯改造进度。",
            (9, 6),
        ),
        (
            "老人把搪瓷缸往桌上一放，说出了憋了半年的话。",
            "这是5月21日的县长接访现场。",
            (5, 21),
        ),
        (
            "雪下了一夜，山路上看不见车辙。",
            "1月14日一早，县长辛弃赶到红石岭除雪点，和工人们一道铲雪。",
            (1, 14),
        ),
        (
            "会议室里只有一块白板，白板上只有一行字。",
            "“谁来说？”3月3日，在全县重点项目讲评会上，县委书记邱野问。",
            (3, 3),
        ),
        (
            "一篮菜能卖多少钱，菜农心里有数。",
            "据了解，7月9日当天，县农业农村局已把收购点搬到了村口。",
            (7, 9),
        ),
        (
            "菜价涨了两成，买菜的人少了一半。",
            "4月17日上午，县政府召开专题会议，研究蔬菜保供。",
            (4, 17),
        ),
        (
            "渡口的钟敲了八下，摆渡船还没有来。",
            "10月12日的这场现场会上，他给交通局留了三道题。",
            (10, 12),
        ),
        (
            "暖气片摸上去是温的，屋里的人却都穿着棉袄。",
            "11月20日（星期四）晚上，县长辛弃带队暗访三个小区的供暖。",
            (11, 20),
        ),
        (
            "大坝上的风很硬，旗子被吹得啪啪响。",
            "记者在现场看到，水位已经回落。6月30日傍晚，副县长温岭走进值班室，翻开了巡查记录。",
            (6, 30),
        ),
        (
            "饭盒打开，里面是一荤两素。",
            "2025年9月2日中午，县委副书记高渐走进第三小学食堂，和学生同桌用餐。",
            (9, 2),
        ),
    ],
)
def test_the_day_stands_below_a_scene(opening: str, later: str, day: tuple[int, int]) -> None:
    assert _day("把小事办到心坎上", opening, later, _END) == date(2025, *day)


@pytest.mark.parametrize(
    "later",
    [
        "8月20日，各乡镇要把名单报到县里。",
        "会上定下三条，9月30日前全部拆完。",
        "“5月21日，县长来调研的时候你们怎么说的？”她问。",
        "8月3日起，沿河两岸禁止停车。",
        "6月15日至7月15日，开展集中巡查。",
        "预计7月9日夜里登陆，走访已经开始。",
        "5月8日将举行开渔仪式，渔民请来了戏班子。",
        "去年11月2日召开过一次会，会后没有下文。",
        "截至10月12日，已经走访了四百户。",
        "12月1日前往返的渔船都要登记。",
    ],
)
def test_no_day_of_the_event_below_a_scene(later: str) -> None:
    opening = "灶膛里的火烧得正旺，灶边的人却没有心思说笑。"
    assert _day("灶边话短长", opening, later, _END) is None


@pytest.mark.parametrize(
    "day",
    ["定于9月1日开学。现就有关事项通知如下：", "9月1日，全县学校开展安全检查。特此通知。"],
)
def test_a_paper_handed_on_has_no_day_of_its_own_points(day: str) -> None:
    assert _day("关于做好开学工作的通知", "各学校：", day, "一、要备好教室。") is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("523日，县长辛弃到水厂调研供水情况。", (5, 23)),
        ("74日，红石镇安置点正式开工。", (7, 4)),
        ("82日下午，县总工会举行送清凉活动。", (8, 2)),
        ("1024日上午，县委书记邱野到柳林镇调研秋收。", (10, 24)),
        ("2025年63日，县政府召开常务会议，研究防汛工作。", (6, 3)),
        ("2025428日，县林业局召开防火会议。", (4, 28)),
        ("本报讯 915日，副县长温岭到县医院检查药品管理。", (9, 15)),
        ("秋高气爽，稻谷飘香。930日，县里举行丰收节开幕式。", (9, 30)),
    ],
)
def test_a_day_that_lost_its_month_sign(opening: str, day: tuple[int, int]) -> None:
    assert _day("县里有了新动静", opening, _END) == date(2025, *day)


@pytest.mark.parametrize(
    "opening",
    [
        "112日，县长辛弃到水厂调研供水情况。",
        "24日，县长辛弃到水厂调研供水情况。",
        "999日，县长辛弃到水厂调研供水情况。",
        "连续奋战180日，水厂终于通水，县长辛弃到场祝贺。",
        "工期只有120日，县长辛弃到水厂调研进度。",
    ],
)
def test_figures_that_may_be_another_day_are_none(opening: str) -> None:
    assert _day("县里有了新动静", opening, _END) is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("11月21—22日，省农科院专家组来我县调研小麦播种。", (11, 21)),
        ("3月4日至5日，县委书记邱野先后到四个乡镇调研。", (3, 4)),
        ("6月8、9日，县长辛弃带队检查考点。", (6, 8)),
        ("继7月23日全省会议后，7月25日，副县长温岭主持召开专题会议。", (7, 25)),
        (
            "4月19日至25日，省督导组下沉我县督导以来，县里立行立改。4月27日，县里召开推进会。",
            (4, 27),
        ),
        ("距离10月20日正式供暖还有五天，15日下午，副县长温岭召开调度会。", (10, 15)),
        ("离6月7日高考只剩三天，4日上午，县长辛弃到考点检查。", (6, 4)),
        ("为贯彻6月3日全省电视电话会议精神，6月5日，县里召开部署会。", (6, 5)),
    ],
)
def test_which_of_several_days_is_that_of_the_event(opening: str, day: tuple[int, int]) -> None:
    assert _day("县里开了一个会", opening, _END) == date(2025, *day)


@pytest.mark.parametrize(
    "opening",
    ["预计9月6日夜里台风登陆，县长辛弃坐镇指挥。", "距离5月1日还有一周，景区已经热闹起来。"],
)
def test_a_day_that_is_only_looked_forward_to_is_none(opening: str) -> None:
    assert _day("风来之前", opening, _END) is None


@pytest.mark.parametrize(
    ("signed", "day"),
    [
        ("二○二五年十一月三日", (11, 3)),
        ("二〇二五年五月二十一日", (5, 21)),
        ("二零二五年十月十日", (10, 10)),
    ],
)
def test_a_signature_in_words(signed: str, day: tuple[int, int]) -> None:
    told = "各乡镇要组织力量清理沟渠，值班人员要坚守岗位，有情况及时报告。"
    notice = "关于做好防汛工作的紧急通知"
    assert _day(notice, "各乡镇人民政府：", told, "县防汛抗旱指挥部", signed) == date(2025, *day)


def test_a_number_above_the_minutes_is_not_their_opening() -> None:
    told = "2025年7月15日，副县长温岭主持召开专题会议，研究水厂扩容有关问题。现将会议议定事项纪要如下："
    task = "一、由县水务局牵头，8月20日前完成可研报告，请各单位抓紧配合。"
    day = _day("关于水厂扩容有关问题的专题会议纪要", "石政专纪〔2025〕17号", told, task)
    assert day == date(2025, 7, 15)


def test_a_day_that_is_still_to_come_is_no_event_where_another_follows() -> None:
    for opening in (
        "11月1日零时起，沔渡船闸将停航大修。10月15日，副县长蒲先觉检查停航准备工作。",
        "新规11月20日将正式施行。10月15日，副县长蒲先觉检查宣传工作。",
    ):
        told = f"本报讯（记者 邬蔚然）{opening}县港航中心负责人参加。"
        assert _day("蒲先觉检查停航准备工作", told, year=2026) == date(2026, 10, 15), opening


@pytest.mark.parametrize(
    "printed",
    [
        "2025年10月15日",
        "二〇二五年十月十五日",
        "二○二五年十月十五日",
        "二Ｏ二五年十月十五日",
        "２０２５年１０月１５日",
        "2025 年 10 月 15 日",
        "2025-10-15",
        "2025.10.15",
        "2025/10/15",
        "2025年10月15日印发",
        "2025年10月15日（此件公开发布）",
    ],
)
def test_a_letter_is_dated_by_its_signature_however_it_is_printed(printed: str) -> None:
    body = "请各乡镇于20日内完成排查，并于年底前报送总结。"
    page = ("关于做好秋季防火工作的通知", "各乡镇人民政府，县直有关单位：", body, "石川县林业局")
    assert _day(*page, printed) == date(2025, 10, 15)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("十月十五日，全县防火调度会召开。", (10, 15)),
        ("十一月二日上午，全县防火调度会召开。", (11, 2)),
        ("本报讯 二〇二五年十月十五日，全县防火调度会召开。", (10, 15)),
        ("十月十五日前要完成的任务，全县防火调度会作了安排。", None),
        ("一九九八年十月十五日建成的水库迎来了大修。", None),
    ],
)
def test_the_day_of_an_opening_may_be_written_out(
    opening: str, day: tuple[int, int] | None
) -> None:
    assert _day("全县防火调度会召开", opening, _END) == (date(2025, *day) if day else None)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("元月19日，县征迁指挥部推进房屋征收工作。", date(2025, 1, 19)),
        ("（县广电记者 吴笙 报道）元月8日上午，县长辛弃检查供暖。", date(2025, 1, 8)),
        ("县委书记邱野十分牵挂。11月19，他来到槐树巷检查供暖。", date(2025, 11, 19)),
        ("2024年元月3日，县长辛弃检查供暖。", date(2024, 1, 3)),
        ("11月19个项目开工，县长辛弃到场。", None),
        ("全县2月30，也就是没有的一天，县长辛弃到场。", None),
        ("元月里来是新春，县长辛弃走访群众。", None),
    ],
)
def test_days_half_in_words_or_without_their_last_sign(opening: str, day: date | None) -> None:
    assert _day("县领导检查工作", opening, _END) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("2月13日消息：2月12日，县绿化办召开成员会议。", (2, 12)),
        ("青溪新闻网6月16日消息：6月14日下午，县委书记邱野主持召开推进会。", (6, 14)),
        ("12月23日消息：昨天下午，十多位县人大代表来到县财税局视察。", (12, 22)),
        ("4月7日消息：今天，县里召开绿化造林汇报会。", (4, 7)),
        ("7月7日消息：农贸市场改造近日开工，项目于8月1日建成后惠及商户。", (7, 7)),
    ],
)
def test_the_day_of_the_message_gives_way_to_that_of_the_event(
    opening: str, day: tuple[int, int]
) -> None:
    assert _day("青溪县推进绿化工作", opening, _END) == date(2025, *day)
