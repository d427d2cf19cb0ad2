"""Reports amid what a web site or a public account prints around them: borders, headlines, what is set aside."""

import pytest
from tests.domain.reading.reading_of import read

FIRST = "12月14日，县长罗远航到城东水厂调研。副县长方明参加。\n罗远航要求，县水利局月底前完成检修。"
SECOND = "12月15日，县委书记齐小雨邀请果农座谈。\n齐小雨强调，各镇要管好冷库。"
TAIL = """责任编辑：方小满
打印 关闭
上一篇：县里开了招聘会
下一篇：三家企业入选名单
相关阅读
县里召开防汛工作总结会
罗远航调研重点项目建设
主办单位：县人民政府办公室
版权所有：县人民政府  ICP备案号：赣ICP备00000000号-1"""


def laid(text: str) -> list[tuple[str | None, int]]:
    """Return headline and number of paragraphs of each article."""
    return [
        (one.headline.text if one.headline else None, len(one.paragraphs))
        for one in read(text).articles
    ]


@pytest.mark.parametrize(
    "stamp",
    ["2025-12-15 10:28", "发布日期：2025-12-15 10:28 来源：县融媒 作者：方小满 浏览次数：9 次"],
)
def test_a_site_s_page_is_its_report(stamp):
    page = f"首页\n政务公开\n首页 > 政务动态 > 要闻\n县长调研供水\n{stamp}\n{FIRST}\n{TAIL}"
    assert laid(page) == [("县长调研供水", 2)]


def test_two_pages_copied_one_after_the_other_are_two_reports():
    crumb, stamp = "首页 > 政务动态 > 要闻", "2025-12-15 10:28"
    page = f"{crumb}\n县长调研供水\n{stamp}\n{FIRST}\n{TAIL}\n{crumb}\n书记与果农座谈\n{stamp}\n{SECOND}\n{TAIL}"
    assert laid(page) == [("县长调研供水", 2), ("书记与果农座谈", 2)]


def test_a_list_of_other_pages_ends_at_the_next_headline():
    page = f"县长调研供水\n2025-12-15 10:28\n{FIRST}\n往期推荐\n● 县里下雪了\n书记与果农座谈\n2025-12-15 11:28\n{SECOND}"
    assert laid(page) == [("县长调研供水", 2), ("书记与果农座谈", 2)]


def test_an_account_s_article_is_its_report_with_its_headings():
    page = """🔥县长调研供水：一天跑了三处
水城融媒
2025年12月15日 18:02 江西
▼点击观看视频▼
12月14日，县长罗远航到城东水厂调研。副县长方明参加。
📍第一站：老水厂
罗远航指出，老水厂要修旧如旧。县住建局要在年底前拿出方案。
📍第二站：北门泵站
罗远航要求，县水利局月底前完成检修。
— END —
文字｜方小满
一审｜方小满 二审｜苗可欣 三审｜郝秋远
喜欢就点个【在看】吧👇"""
    reading = read(page, year=None)
    assert laid(page) == [("🔥县长调研供水：一天跑了三处", 5)]
    assert len(reading.records) == 1
    assert [str(one.day) for one in reading.records] == ["2025-12-14"]


def test_an_account_may_be_named_and_stamped_above_its_headline():
    page = f"水城发布\n2025-12-15 18:02 发表于江西\n点击蓝字关注我们\n【今日关注】\n县长调研供水：“一户也不能少”\n{FIRST}\n编辑：方小满"
    assert laid(page) == [("【今日关注】县长调研供水：“一户也不能少”", 2)]


def test_an_account_of_any_name_above_the_headline_is_no_headline():
    page = f"清溪渡口\n2025-12-15 20:11\n县长罗远航到城东调研供水\n{FIRST}\n编辑：方小满 审核：苗可欣\n清溪渡口"
    assert laid(page) == [("县长罗远航到城东调研供水", 2)]


def test_a_second_report_without_a_stamp_stays_a_report():
    page = f"县长调研供水\n2025-12-15 10:28\n{FIRST}\n县委书记齐小雨与果农座谈\n{SECOND}"
    assert laid(page) == [("县长调研供水", 2), ("县委书记齐小雨与果农座谈", 2)]


def test_a_sentence_broken_over_lines_is_joined_amid_a_site():
    page = "县长调研供水\n2025-12-15 10:28\n12月14日，县长罗远航到城东水厂调研。\n罗远航强调，要做好防冻工作，\n县水利局要及时检修。\n上一篇\n下雪了！\n下一篇\n天晴了！"
    assert laid(page) == [("县长调研供水", 2)]


def test_a_notice_below_a_site_s_table_is_one_paper():
    page = """索引号：000014349/2024-00321	主题分类：应急管理
发文机关：浦川县安委会办公室	成文日期：2024年05月06日
标题：浦川县安委会办公室关于开展节后检查的通知
有效性：有效
浦川县安委会办公室关于开展节后检查的通知
浦安办〔2024〕17号
各乡镇，县安委会各成员单位：
现就有关事项通知如下：
一、检查时间
即日起至5月31日。
二、工作要求
各单位要于5月31日前将检查总结报县安委办。
浦川县安委会办公室
2024年5月6日
扫一扫在手机打开当前页
分享到："""
    reading = read(page)
    (one,) = reading.articles
    assert one.headline is not None
    assert one.headline.text == "浦川县安委会办公室关于开展节后检查的通知"
    assert "二、工作要求" in [each.text for each in one.paragraphs]
    assert [each.addressees[0].text for each in reading.directives] == ["各单位"]


def test_a_newspaper_s_page_is_read_as_before():
    page = f"推荐阅读\n县长调研供水\n{FIRST}\n书记与果农座谈\n{SECOND}\n责任编辑：方小满"
    assert [one for one, _ in laid(page)][-1] == "书记与果农座谈"


@pytest.mark.parametrize(
    "below",
    [
        "2025-12-15",
        "浦川县融媒体中心 2025-12-15\n订阅 播报",
        "作者：方小满\n2025-12-15\n来源：浦川县融媒体中心",
        "原创 浦川融媒 昨天 18:02 江西",
        "浦川发布 12-15 10:28 发布于江西",
    ],
)
def test_stamps_of_applications_stand_below_headlines_too(below):
    page = f"县长调研供水\n{below}\n{FIRST}\n阅读原文"
    assert laid(page) == [("县长调研供水", 2)]


def test_a_day_that_signs_a_paper_is_no_stamp():
    page = "关于做好供水的通知\n各镇：\n县水利局要在月底前检修。\n县水利局\n2025-12-15"
    reading = read(page, year=None)
    assert [str(one.day) for one in reading.records] == ["2025-12-15"]


def test_a_headline_that_calls_like_an_account_stays_one():
    page = f"关注我们身边的好人\n本报讯 {FIRST}\n书记与果农座谈\n本报讯 {SECOND}\n编辑：方小满"
    assert [one for one, _ in laid(page)] == ["关注我们身边的好人", "书记与果农座谈"]


def test_a_stamp_is_an_aside_of_the_report_below_its_headline():
    page = f"县长调研供水\n2025-12-15 10:28\n{FIRST}\n书记与果农座谈\n2025-12-16 09:10\n{SECOND}"
    told = [
        [page[span.start : span.end] for doubt in one.doubts for span in doubt.spans]
        for one in read(page).articles
    ]
    assert told == [["2025-12-15 10:28"], ["2025-12-16 09:10"]]
