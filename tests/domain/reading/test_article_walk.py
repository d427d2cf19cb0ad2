"""A page is parted into articles and headlines in one choice."""

import math

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import layout
from guatu.domain.reading.article_graph import ArticleGraph
from guatu.domain.reading.article_segments import SEGMENT_FEATURES
from guatu.domain.reading.article_walk import backward, ends_of, forward, parted, scores_of
from guatu.domain.reading.heading_runs import headings_heard
from guatu.domain.reading.lines import page_lines
from guatu.domain.reading.pairings import seam_table

VISIT = (
    "本报讯 5月6日，县委书记罗远航到青石镇调研春耕备耕。县委常委、办公室主任方明参加调研。\n\n"
    "罗远航来到青石镇育秧工厂，察看秧苗长势，向种粮大户了解种子、化肥的价格和储备情况。他说，一年之计在于春，"
    "农时不等人，县农业农村局要把农技人员派到田头，手把手教会育秧户控温控水。\n\n"
    "在青石镇农机站，罗远航叮嘱镇里的同志，插秧机要抢在5月15日前全部检修完毕，不能让一台机子带病下田。\n\n"
    "罗远航强调，要保障农资供应，严厉打击假种子、假化肥，让农民放心下种。"
)
STORY = (
    "天刚蒙蒙亮，摆渡人老姚就把船撑出了渡口。三十年来，他每天第一个上船，最后一个下船。5月7日，记者跟着他走了一趟。\n\n"
    "“水大的时候，一天要跑二十趟。”老姚说，摆渡这件事急不得，船上坐的是一村人的性命。他在船头挂了一块小黑板，"
    "写着当天的水位和风力，风大了就停船，谁劝也不走。\n\n"
    "前年修了大桥，渡口冷清下来，可对岸几户老人还是爱坐他的船。老姚也不收钱，说是顺路。\n\n"
    "太阳落山，老姚把船拴好，又检查了一遍缆绳，才慢慢往家走。"
)


def graph_of(text: str) -> ArticleGraph:
    lexicon = load_lexicon()
    lines = page_lines(text, lexicon)
    table = seam_table(lines, lexicon)
    return layout.graph_of(lines, table, headings_heard(lines, table, lexicon), lexicon)


def parts_of(text: str):
    lexicon = load_lexicon()
    pieces = layout.lay_out(text, lexicon)
    return [(one.headline.plain if one.headline else None, one.plain[:8]) for one in pieces]


def test_a_story_without_day_opens_below_its_own_headline():
    text = f"罗远航到青石镇调研春耕备耕\n\n{VISIT}\n\n渡口上的摆渡人老姚\n\n{STORY}"
    assert parts_of(text) == [
        ("罗远航到青石镇调研春耕备耕", "本报讯5月6日，"),
        ("渡口上的摆渡人老姚", "天刚蒙蒙亮，摆渡"),
    ]


def test_a_headline_behind_its_report_leaves_the_next_report_its_own():
    text = f"{VISIT}\n\n罗远航到青石镇调研春耕备耕\n\n渡口上的摆渡人老姚\n\n{STORY}"
    assert parts_of(text) == [
        ("罗远航到青石镇调研春耕备耕", "本报讯5月6日，"),
        ("渡口上的摆渡人老姚", "天刚蒙蒙亮，摆渡"),
    ]


def test_all_walks_weigh_the_same_from_either_end():
    graph = graph_of(f"罗远航到青石镇调研春耕备耕\n\n{VISIT}\n\n渡口上的摆渡人老姚\n\n{STORY}")
    segments = list(graph.segments())
    scores = scores_of(segments, load_lexicon().models["articles"].weights)
    starts, ends = ends_of(graph)
    to = forward(segments, scores, len(graph.nodes), starts)
    on = backward(segments, scores, len(graph.nodes), ends)
    total = [
        math.log(sum(math.exp(each) for each in one))
        for one in ([to[n] for n in ends], [on[n] for n in starts])
    ]
    assert total[0] == pytest.approx(total[1])


def test_without_weights_every_walk_is_as_likely_and_the_first_text_opens():
    graph = graph_of(f"{VISIT}\n\n{STORY}")
    found = parted(graph, [0.0] * len(SEGMENT_FEATURES))
    assert found.openings[graph.places[0]] == pytest.approx(1.0)
    assert all(0 < sure <= 1 for sure in found.openings.values())


@pytest.mark.parametrize("text", ["渡口上的摆渡人老姚", "——\n——"])
def test_a_page_without_text_has_no_articles_to_part(text: str):
    assert parted(graph_of(text), [0.0] * len(SEGMENT_FEATURES)).openings == {}
