"""What a paper asks in the news of it: 《实施意见》要求，…; and how it is to be done stands before the verb."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.bodies_speaking import opens_with_paper, paper_asks
from guatu.domain.reading.values import Directive, DirectiveKind

PAPER = "县政府出台意见加强水库管理\n日前，县政府印发《关于加强小型水库管理的实施意见》，对小型水库怎样管作了规定。"
VISIT = "卫明远调研水库管理\n本报讯 2025年9月3日，县委书记卫明远到青石镇调研水库管理，县水利局汇报了有关情况。"


def within(text: str, words: str) -> list[Directive]:
    """Return the directives that hold any of the words at the end of a text."""
    start = text.rindex(words)
    end = start + len(words)
    found = read(text, year=2025).directives
    return [one for one in found if any(s.start < end and s.end > start for s in one.spans)]


ASKING = (
    "《实施意见》要求，{}。",
    "《实施意见》强调，{}。",
    "《实施意见》要求{}。",
    "《实施意见》强调{}。",
    "《实施意见》还要求，{}。",
    "《实施意见》部署了十项重点任务。突出强调{}。",
    "\n《实施意见》要求，一是{}；二是严格考核奖惩。",
)
DEMANDS = {
    "各乡镇要落实管护责任": ["各乡镇"],
    "县水利局要在9月底前完成安全鉴定": ["县水利局"],
    "主要负责同志要亲自部署": ["主要负责同志"],
    "要落实巡查责任，每周至少巡查一次": [""],
    "落实巡查责任，确保安全度汛": [""],
    "扎实开展安全鉴定，9月底前完成除险加固": [""],
    "建立健全巡查台账": [""],
    "探索建立物业化管护机制，明确管护主体": [""],
    "全面清理违规建筑": [""],
}


@pytest.mark.parametrize("asking", ASKING)
def test_what_a_paper_asks_is_heard(asking: str) -> None:
    wrong = {}
    for words, whom in DEMANDS.items():
        found = within(PAPER + asking.format(words), words)
        names = ["+".join(who.text for who in one.addressees) for one in found]
        dated = "9月底" not in words or any(one.deadline.day for one in found)
        if names != whom or not dated:
            wrong[words] = names
    assert wrong == {}


def test_what_it_asks_goes_on_in_the_sentences_behind() -> None:
    words = (
        "\n《实施意见》部署了十项任务。突出强调要深入推进改革，编制手册。扎实开展安全鉴定，9月底前完成；"
        "全面清理违规建筑，有依据保留的，列出清单。探索建立管护机制，明确主体。"
    )
    found = read(PAPER + words, year=2025).directives
    assert [one.action[:4] for one in found] == ["要深入推", "扎实开展", "全面清理", "探索建立"]


def test_only_a_paper_asks_by_its_title() -> None:
    assert paper_asks("《实施意见》还", "要求")
    assert not paper_asks("《实施意见》", "提出")
    assert not paper_asks("按照《实施意见》", "要求")
    assert not paper_asks("《水浒传》", "强调")
    assert opens_with_paper("《实施意见》强调要推进改革")
    assert not opens_with_paper("按照《实施意见》要求")


FRONTS = (
    "以更大力度推动水库管理改革，持续探索管护新模式",
    "以钉钉子精神抓好各项工作",
    "以项目为抓手推进水库建设",
    "以高度的责任感做好巡查工作，确保万无一失",
    "从源头上防范风险",
    "本着对群众负责的态度做好排查",
    "站在讲政治的高度抓好防汛工作",
    "围绕安全度汛做好各项准备",
)


@pytest.mark.parametrize("words", FRONTS)
@pytest.mark.parametrize(
    "asking", ["卫明远强调，{}。", "会议强调，{}。", "卫明远强调，水库安全事关全局，{}。"]
)
def test_how_a_thing_is_to_be_done_stands_before_the_verb(asking: str, words: str) -> None:
    found = within(VISIT + asking.format(words), words)
    assert [one.action for one in found] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "从去年情况看，水库安全形势总体平稳",
        "以水库为依托的乡村旅游实现了增收",
        "围绕安全度汛已做好各项准备",
        "在各村开展的排查取得了明显成效",
    ],
)
def test_what_was_so_done_asks_nothing(words: str) -> None:
    assert within(VISIT + f"卫明远强调，{words}。", words) == []


@pytest.mark.parametrize("who", ["县水利局", "县水利局负责人", "省考核组", "与会企业家纷纷"])
@pytest.mark.parametrize(
    "words", ["为尽快完善管护体系，将进一步出台配套政策", "一定不负重托，扎实做好工作"]
)
def test_a_promise_stands_behind_its_purpose_and_without_a_future(who: str, words: str) -> None:
    found = within(VISIT + f"{who}表示，{words}。", words)
    assert [one.kind for one in found] == [DirectiveKind.PROMISE]
    assert found[0].addressees
