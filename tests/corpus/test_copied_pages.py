"""Pages as copied from a site: bylines or stamps below every headline, or all that a digital paper prints around its reports.

How many headlines stay their report's.
"""

import sys
from collections import defaultdict

import pytest
from tests.corpus.annotation import read_counties
from tests.corpus.directive_corpus import COUNTIES

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

GROUPS = ("ninth", "tenth", "eleventh", "thirteenth")
BYLINES = ("本报记者 苗可欣", "记者 郝秋远 通讯员 方小满", "（记者 罗远航）")
STAMPS = ("发布时间：2024-05-06 10:28 来源：县融媒", "来源：融媒中心 日期：2024-05-06")
# Before both were known to stand below a headline, 127 and none of 198 stayed with their reports.
FLOOR = 0.985
WAYS = (
    "青溪日报 数字报",
    "第01版：要闻 2024年5月6日 星期一",
    "上一版  下一版",
    "版面导航 | 标题导航",
)
AROUND = ("放大 缩小 默认", "上一篇  下一篇  返回版面")
FEET = ("版权所有 青溪县融媒体中心 备案号：X备00000001号", "未经授权不得转载")
# Before the ways, the lists and the feet of a site were known, none of 198.
FLOOR_DIGITAL = 0.98


def _bare(words):
    return "".join(words.split())


def _threes():
    """Yield three reports of a county at a time: the lines of their headlines, and their paragraphs."""
    for group in GROUPS:
        by_county = defaultdict(list)
        for one in read_counties(COUNTIES, group):
            if one.headline and one.genre not in ("notice", "minutes"):
                lines = (one.kicker, *one.headline, one.sub_headline)
                by_county[one.county].append(([line for line in lines if line], one.paragraphs))
        for told in by_county.values():
            for first in range(0, len(told) - 2, 3):
                yield first, told[first : first + 3]


def _pages(below):
    """Yield a page of three reports with the headlines that stand on it."""
    for first, three in _threes():
        rows = [
            row
            for number, (lines, paragraphs) in enumerate(three)
            for row in (*lines, below[(first + number) % len(below)], *paragraphs)
        ]
        yield "\n".join(rows), [_bare("".join(lines)) for lines, _ in three]


def _digital_pages():
    """Yield a page of three reports as a digital paper shows them, with the headlines that stand on it."""
    for _, three in _threes():
        titles = [f"● {''.join(lines)}" for lines, _ in three]
        rows = [row for lines, told in three for row in (*lines, *AROUND[:1], *told, *AROUND[1:])]
        yield (
            "\n".join([*WAYS, *titles, *rows, *FEET]),
            [_bare("".join(lines)) for lines, _ in three],
        )


MASTHEADS = (
    "督查专报\n〔2025〕第12期\n青溪县委督查室  青溪县人民政府督查室    2024年5月19日",
    "内部资料  注意保存\n每 日 要 情\n第186期\n青溪县委办公室信息科编 2024年5月19日（星期日）",
    "政 务 信 息\n（第 33 期）\n青溪县人民政府办公室     2024 年 5 月 19 日\n——————————————",
)
BULLETIN_FEET = "报：县委常委，副县长\n送：县委各部门，县直各单位\n发：各乡镇\n（共印80份）"
# Before mastheads were known, 150 of 198 with contents and 109 without.
FLOOR_BULLETINS = 0.98
FLOOR_BARE_BULLETINS = 0.9


def _bulletins(contents):
    """Yield a bulletin of three reports with the headlines that stand on it."""
    for number, (_, three) in enumerate(_threes()):
        titles = ["".join(lines) for lines, _ in three]
        named = [
            "本期要目：",
            *(f"{place}．{one}" for place, one in enumerate(titles, start=1)),
            "",
        ]
        rows = [row for lines, told in three for row in (*lines, *told)]
        masthead = MASTHEADS[number % len(MASTHEADS)]
        page = [masthead, *(named if contents else ()), *rows, BULLETIN_FEET]
        yield "\n".join(page), [_bare(one) for one in titles]


def _kept(pages, capsys, name):
    """Return how many headlines of pages stay their report's, of how many."""
    right = wanted = 0
    for text, headlines in pages:
        reading = read_page(text, lexicon=load_lexicon(), year=2024)
        found = [_bare(one.headline.text) for one in reading.articles if one.headline]
        wanted += len(headlines)
        right += sum(one in found for one in headlines)
    with capsys.disabled():
        sys.stdout.write(f"\n{name} pages: {right} of {wanted} headlines\n")
    assert wanted > 150
    return right / wanted


@pytest.mark.parametrize("below", [BYLINES, STAMPS], ids=["bylines", "stamps"])
def test_headlines_of_copied_pages_stay_with_their_reports(below, capsys):
    assert _kept(_pages(below), capsys, "copied") >= FLOOR


def test_headlines_of_digital_pages_stay_with_their_reports(capsys):
    assert _kept(_digital_pages(), capsys, "digital") >= FLOOR_DIGITAL


def test_headlines_of_bulletins_stay_with_their_reports(capsys):
    assert _kept(_bulletins(contents=True), capsys, "bulletin") >= FLOOR_BULLETINS


def test_headlines_of_bulletins_without_contents_stay_with_their_reports(capsys):
    assert _kept(_bulletins(contents=False), capsys, "bare bulletin") >= FLOOR_BARE_BULLETINS
