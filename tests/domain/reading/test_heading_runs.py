"""Short lines are heard together: which are a headline's, and which two are one headline."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import layout
from guatu.domain.reading.heading_runs import RUN_FEATURES, headings_heard, run_rows
from guatu.domain.reading.headline_bonds import BOND_FEATURES, bond_rows, headline_bonds
from guatu.domain.reading.lines import LineKind, page_lines
from guatu.domain.reading.pairings import seam_table

IRRIGATION = (
    "本报讯 4月2日，副县长贺兰舟到柳林渠工地督导春灌准备。他要求施工单位抢抓进度，4月20日前完成清淤，"
    "沿渠各村要把毛渠清到地头。\n\n"
    "县水利局汇报了水量调度方案，柳林渠今年计划引水三千万立方米，灌溉农田十二万亩。"
)
TOURISM = (
    "本报讯 4月3日，全县文旅项目推进会召开。会议听取了古镇游客中心建设情况汇报，要求文旅局倒排工期，"
    "确保五一假期前开门迎客。\n\n"
    "会议指出，民宿验收、旅游厕所和停车场改造要同步推进，让游客来了停得下车、找得到路。"
)


def told(text: str):
    lexicon = load_lexicon()
    lines = page_lines(text, lexicon)
    table = seam_table(lines, lexicon)
    chances = headings_heard(lines, table, lexicon)
    return lines, table, chances


def test_every_short_line_has_a_row_of_all_features():
    lines, table, chances = told(
        f"贺兰舟督导春灌准备\n\n{IRRIGATION}\n\n全县文旅项目推进会召开\n\n{TOURISM}"
    )
    shorts = {i for i, one in enumerate(lines) if one.kind is LineKind.SHORT}
    rows = run_rows(lines, table, chances, load_lexicon())
    assert rows.keys() == shorts == chances.keys()
    assert {len(row) for row in rows.values()} == {len(RUN_FEATURES)}


def test_only_lines_with_nothing_but_asides_between_are_weighed_as_one_headline():
    text = f"贺兰舟督导春灌准备\n\n——清淤工程月底完成\n\n{IRRIGATION}\n\n全县文旅项目推进会召开\n\n{TOURISM}"
    lines, table, chances = told(text)
    rows = bond_rows(lines, table, chances, load_lexicon())
    assert list(rows) == [(0, 1)]
    known = dict(zip(BOND_FEATURES, rows[0, 1], strict=True))
    assert known["dash"] == 1.0
    assert known["next_opens"] == 1.0


def test_a_line_with_a_dash_holds_to_the_line_above_and_not_to_the_one_below():
    text = f"{IRRIGATION}\n\n贺兰舟督导春灌准备\n\n——清淤工程月底完成\n\n全县文旅项目推进会召开\n\n{TOURISM}"
    lines, table, chances = told(text)
    bonds = headline_bonds(lines, table, chances, load_lexicon())
    held, parted = sorted(bonds)
    assert bonds[held] > 0 > bonds[parted]
    headlines = [one.headline.plain for one in layout.lay_out(text, load_lexicon())]
    assert headlines == ["贺兰舟督导春灌准备——清淤工程月底完成", "全县文旅项目推进会召开"]


@pytest.mark.parametrize("line", ["查隐患 补短板 保春灌", "清好渠 放好水 种好田"])
def test_a_line_in_three_beats_is_no_line_of_names(line: str):
    text = f"{line}\n\n贺兰舟督导春灌准备\n\n{IRRIGATION}\n\n全县文旅项目推进会召开\n\n{TOURISM}"
    first = layout.lay_out(text, load_lexicon())[0]
    assert first.headline is not None
    assert first.headline.plain.startswith(line[:3])
    assert not first.byline_spans
