"""Pages as a site or a public account prints them, copied whole: every report of opened counties amid such clutter."""

import sys
from collections.abc import Iterator, Sequence

import pytest
from tests.corpus.annotation import read_counties
from tests.corpus.directive_corpus import COUNTIES
from tests.corpus.truth import Article

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.values import Article as ReadArticle

GROUPS = ("tenth", "eleventh", "thirteenth")
SITE = (
    ("网站首页", "政务公开", "当前位置：首页 > 政务动态 > 今日要闻"),
    (
        "发布日期：2025-12-15 10:28  来源：县融媒体中心  作者：季晚舟  字号：[大 中 小]  浏览次数：326 次",
    ),
    (
        "责任编辑：程落雁",
        "【打印】 【关闭】",
        "分享到：微信 微博",
        "上一篇：我县举行冬季招聘会",
        "下一篇：三家企业入选省级名单",
        "相关阅读",
        "我县召开防汛工作总结会",
        "县委书记调研重点项目建设",
        "主办单位：县人民政府办公室 承办：县大数据中心",
        "版权所有：县人民政府 ICP备案号：赣ICP备00000000号-1",
    ),
)
ACCOUNT = (
    ("点击上方蓝字 关注我们",),
    ("原创 季晚舟 县域发布 2025年12月15日 18:02 江西", "▼"),
    (
        "— END —",
        "来源：县融媒体中心",
        "编辑｜程落雁",
        "一审｜季晚舟 二审｜程落雁 三审｜祝青山",
        "往期推荐",
        "● 寒潮来袭！这份防冻指南请收好",
        "● 我县召开防汛工作总结会",
        "喜欢就点个【在看】吧👇",
        "阅读 1.2万",
    ),
)
TOLD_FIRST = (("县域发布", "2025-12-15 18:02 发表于江西", "点击蓝字关注我们"), (), ACCOUNT[2])
BARE = ((), ("2025-12-15 10:28",), ())
FORMS = {"site": SITE, "account": ACCOUNT, "told first": TOLD_FIRST, "bare": BARE}
# Before sites were known, none of 162 was, in any form.
FLOOR, MOST_EXTRA = 0.95, 0.02


def _bare(words: str) -> str:
    return "".join(words.split())


def _reports() -> Iterator[Article]:
    for group in GROUPS:
        for one in read_counties(COUNTIES, group):
            if one.headline and one.genre not in ("notice", "minutes"):
                yield one


def _headline(one: Article) -> list[str]:
    return [line for line in (one.kicker, *one.headline, one.sub_headline) if line]


def _rows(one: Article, form: Sequence[Sequence[str]]) -> list[str]:
    above, below, after = form
    return [*above, *_headline(one), *below, *one.paragraphs, *after]


def _is(found: ReadArticle, one: Article) -> bool:
    headline = _bare(found.headline.text) if found.headline else ""
    words = _bare("".join(each.text for each in found.paragraphs))
    return headline == _bare("".join(_headline(one))) and words == _bare("".join(one.paragraphs))


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("many", [1, 3])
def test_reports_amid_a_site_are_read_alone(name, many, capsys):
    lexicon = load_lexicon()
    reports = list(_reports())
    right = wanted = extra = 0
    for first in range(0, len(reports) - many + 1, many):
        told = reports[first : first + many]
        page = "\n".join(row for one in told for row in _rows(one, FORMS[name]))
        found = read_page(page, lexicon=lexicon).articles
        wanted += many
        right += sum(any(_is(each, one) for each in found) for one in told)
        extra += max(0, len(found) - many)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{name}, {many} a page: {right} of {wanted} reports, {extra} too many\n"
        )
    assert right >= FLOOR * wanted
    assert extra <= MOST_EXTRA * wanted
