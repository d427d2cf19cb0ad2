"""Whose a repeated passage is: by what it is about, by its edges, and by what breaks off."""

from collections.abc import Mapping

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.owners import (
    OWNER_FEATURES,
    Printed,
    owner_difference,
    repetitions,
    scale_of,
)
from guatu.domain.reading.repeats import Passage


def _printed(*paragraphs: str, topic: str = "") -> Printed:
    starts, at = [], 0
    for one in paragraphs:
        starts.append(at)
        at += len(one)
    return Printed(words="".join(paragraphs), starts=frozenset(starts), topic=topic)


def _signs(copy: Printed, owner: Printed, passage: str) -> Mapping[str, float]:
    """Return how much better a passage stands in the second article than in the first, by name."""
    found = [
        Passage(text=n, start=start, end=start + len(passage))
        for n, one in enumerate((copy, owner))
        for start in [one.words.index(passage)]
    ]
    scale = scale_of([copy, owner], found, load_lexicon())
    row = owner_difference([copy, owner], *found, scale)
    return dict(zip(OWNER_FEATURES, row, strict=True))


FLOOD = "水库值守人员夜里每两小时上坝巡查一遍，发现管涌立即上报。"
HARVEST = "麦茬地要趁墒抢种玉米，农机手把播种机开到了地头。"
SCHOOL = "老师们利用晚自习给住校的孩子补课，食堂每天换着花样做饭。"


@pytest.mark.parametrize(
    ("passage", "own", "other"),
    [
        ("堤防险段备足编织袋和冲锋舟，汛情一来人就能顶上去。", FLOOD, SCHOOL),
        ("合作社的收割机昼夜不停，秸秆当天打捆离田。", HARVEST, SCHOOL),
        ("班主任逐户家访，劝返了两名辍学的学生。", SCHOOL, HARVEST),
        ("收购站点敞开收小麦，农户卖粮不打白条。", HARVEST, FLOOD),
        ("下游河道的警戒水位一过，低洼处的群众立刻转移。", FLOOD, HARVEST),
    ],
)
def test_a_passage_is_most_alike_to_the_report_of_its_matter(passage: str, own: str, other: str):
    signs = _signs(
        _printed(other, f"{other[:12]}。{passage}"),
        _printed(own, f"{own[:12]}。{passage}"),
        passage,
    )
    assert signs["subject"] > 0.1
    assert signs["subject_before"] > 0.1


def test_a_passage_goes_to_the_report_of_its_matter_though_it_shares_no_word():
    passage = "合作社的收割机昼夜不停，秸秆当天打捆离田，晾晒场腾出来给散户用，颗粒归仓才算数。"
    articles = [
        _printed(
            SCHOOL * 2,
            f"课间操改成了跳绳比赛。{passage}操场上笑声不断。",
            topic="山村小学添了新食堂",
        ),
        _printed(
            HARVEST * 2,
            f"麦收时节最怕下雨。{passage}天黑前又抢收两百亩。",
            topic="夏收夏种进度过半",
        ),
    ]
    found = repetitions(articles, load_lexicon())
    assert [(one.copy.text, one.original.text) for one in found] == [(0, 1)]
    assert found[0].sure > 0.8
    turned = repetitions(articles[::-1], load_lexicon())
    assert [(one.copy.text, one.original.text) for one in turned] == [(1, 0)]
    assert turned[0].sure == pytest.approx(found[0].sure)


@pytest.mark.parametrize(
    ("passage", "before"),
    [(".6万群众从此不再靠窖水过日子。", "建成后惠及11"), ("53人，还有六十人没有到校。", "实到38")],
)
def test_a_figure_that_runs_on_over_the_edge_speaks_for_its_report(passage: str, before: str):
    signs = _signs(_printed(f"大家都很高兴。{passage}"), _printed(f"{before}{passage}"), passage)
    assert signs["figure_runs_on"] == 1.0


@pytest.mark.parametrize(
    ("copy", "owner"),
    [
        ("会议结束。{}", "会议结束。{}并于月底前报县政府。"),
        ("会议结束。{}，随后散会。", "会议结束。{}并于月底前报县政府。"),
    ],
)
def test_a_text_that_breaks_off_behind_a_passage_speaks_against_it(copy: str, owner: str):
    for passage in ("各乡镇要把台账建起来，", "各乡镇要把台账建起来。"):
        ends = copy.endswith("{}")
        signs = _signs(_printed(copy.format(passage)), _printed(owner.format(passage)), passage)
        assert signs["breaks_off"] == (-1.0 if ends == passage.endswith("，") else 0.0)
