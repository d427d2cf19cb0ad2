"""What single lines of a web page or of a public account are told to be, and lines of articles that look alike."""

import pytest

from guatu.domain.reading.site_lines import SiteLine, site_line
from guatu.domain.reading.strand import plain_form


def told(line: str) -> SiteLine | None:
    return site_line("".join(plain_form(line).split()))


@pytest.mark.parametrize(
    "line",
    [
        "2025-12-15 10:28",
        "2025-12-15 10:28:05 来源：浦川新闻网",
        "2025年12月15日 18:02 江西",
        "原创 浦川融媒 浦川发布 2025-12-15 10:28 山东",
        "2022-07-19 22:10 发表于福建",
        "时间：2024-11-07 09:15:32  来源：县政府办公室  点击数：1024",
        "2025-10-23 08:55:10 | 来源：本站 | 阅读：211",
        "[ 发布时间：2025-12-09 ] [ 来源：青龙镇 ]",
        "2025-12-15 浦川县融媒体中心",
    ],
)
def test_a_stamp_is_known_with_and_without_labels(line):
    assert told(line) is SiteLine.STAMP


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务动态 > 今日浦川",
        "您当前所在的位置： 首页 >> 新闻中心 >> 本地要闻",
        "当前位置：首页>新闻中心>浦川要闻>正文",
        "新闻中心>本地要闻>正文",
        "网站首页 | 新闻中心 | 政务公开 | 走进浦川",
    ],
)
def test_where_one_is_is_a_crumb(line):
    assert told(line) is SiteLine.CRUMB


@pytest.mark.parametrize(
    "line",
    [
        "上一篇：浦川县举行冬季招聘会",
        "下一条：【图片新闻】冬管正当时",
        "[上一篇]浦川县召开安全生产调度会",
        "下一篇文章： 没有了",
        "上一篇",
        "版权所有：浦川县人民政府  ICP备案号：赣ICP备00000000号-1",
        "Copyright © 2024 浦川县人民政府 All Rights Reserved.",
        "网站标识码：3600000001",
        "友情链接： 省人民政府网站",
        "建议使用IE8以上浏览器，1024*768分辨率",
    ],
)
def test_what_closes_a_page_is_known(line):
    assert told(line) is SiteLine.CLOSES


@pytest.mark.parametrize(
    "line", ["相关阅读", "往期推荐", "📣往期回顾", "相关稿件：", "热点文章", "最新热点 最新推荐"]
)
def test_lists_of_other_pages_are_known(line):
    assert told(line.replace("📣", "")) is SiteLine.LIST


@pytest.mark.parametrize(
    "line",
    [
        "编辑：方小满",
        "监制：方小满",
        "一审｜方小满 二审｜苗可欣 三审｜郝秋远",
        "责任编辑：县政府办信息中心",
        "审核 | 方小满",
        "编辑 方小满 校对 苗可欣 审核 郝秋远",
    ],
)
def test_who_edited_and_checked_is_known(line):
    assert told(line) is SiteLine.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "打印 关闭",
        "【打印本页】【关闭窗口】",
        "分享到：微信 微博 QQ空间",
        "字体：【大 中 小】",
        "点击蓝字 关注我们",
        "点击上方“浦川发布”关注我们",
        "阅读 1.2万",
        "点分享 点收藏 点在看 点点赞",
        "— END —",
        "扫一扫在手机打开当前页",
        "以下文章来源于浦川融媒 ，作者浦融",
        "预览时标签不可点",
        "返回搜狐，查看更多",
        "附件下载：",
    ],
)
def test_buttons_and_calls_of_an_account_are_set_aside(line):
    assert told(line) in (SiteLine.ASIDE, SiteLine.STAMP)


@pytest.mark.parametrize(
    "line",
    [
        "县长调研供水",
        "压实责任",
        "12月14日，县长罗远航到城东水厂调研。",
        "会议时间2025年12月15日9:30 地点县政府三楼会议室",
        "位置：城东开发区三号路以北",
        "责任单位：县水利局",
        "联系人：方小满",
        "关注留守儿童 守护“朝阳”成长",
        "全民阅读 书香满城",
        "来源于群众，服务于群众。",
        "编辑部里的故事",
        "一要压实责任；",
        "审核把关要严",
    ],
)
def test_lines_of_articles_are_no_lines_of_a_site(line):
    assert told(line) is None
