"""On a page of whole paragraphs a short line that stands by itself is a headline, whatever marks it holds."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import layout
from guatu.domain.reading.lines import LineKind, kind_of, page_lines
from guatu.domain.reading.pairings import seam_table

MEETING = (
    "罗远航主持召开县政府常务会议\n\n"
    "3月4日，县长罗远航主持召开县政府常务会议，研究春耕备耕和校车安全工作。\n\n"
    "会议指出，春耕时节不等人，要把种子和化肥送到村头。\n\n"
    "会议强调，校车要逐台检修，不留一处隐患。\n\n"
    "□记者 方小满"
)
STORY = (
    "大雾刚刚散去，青石渡的水面亮得像一面镜子。3月6日，副县长柏舟踩着露水上了堤，身后只跟着县水利局局长宗立。\n\n"
    "“这道闸多久没有上油了？”柏舟问。守闸人老姚挠了挠头。柏舟说，县水利局三天内把全县的闸门过一遍。\n\n"
    "□通讯员 温良\n"
)
BROKEN = (
    "3月4日，县长罗远航主持召开县政府常务会议，研究春耕备\n\n耕和校车安全工作。\n\n"
    "会议指出，春耕时节不等人，要把种子和化\n\n肥送到村头。"
)


def headlines(text: str) -> list[str | None]:
    pieces = layout.lay_out(text, load_lexicon())
    return [one.headline.plain if one.headline else None for one in pieces]


def test_a_headline_with_commas_parts_a_story_from_the_report_above():
    headline = "闸口的油，几天没有上了"
    found = headlines(f"{MEETING}\n\n{headline}\n\n{STORY}")
    assert found == ["罗远航主持召开县政府常务会议", headline]


def test_numbered_heads_within_a_report_are_no_headlines():
    text = MEETING.replace("会议强调", "一、管好校车\n\n会议强调")
    assert headlines(text) == ["罗远航主持召开县政府常务会议"]


def test_a_page_is_calm_only_where_no_sentence_breaks_off():
    lexicon = load_lexicon()
    assert seam_table(page_lines(MEETING, lexicon), lexicon).calm == 1.0
    assert seam_table(page_lines(BROKEN, lexicon), lexicon).calm == 0.0


@pytest.mark.parametrize("words", ["本报青石讯（记者方", "本报3月14日", "本报3月21曰讯"])
def test_the_first_piece_of_a_cut_lead_opens_an_article(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.LEAD


@pytest.mark.parametrize("words", ["本报记者采访了电力公司", "本报通讯员方小满"])
def test_a_paper_that_only_names_its_people_opens_none(words: str):
    assert kind_of(words, load_lexicon()) is not LineKind.LEAD


def test_whom_to_ask_at_the_foot_of_a_notice_is_text():
    assert kind_of("联系人：方小满，电话：0000—1234567", load_lexicon()) is LineKind.BODY


def test_the_rest_of_a_cut_lead_opens_no_article_of_its_own():
    text = "本报青石讯（\n\n全媒体记者方小满）3月4日，县长罗远航到青石镇调研春耕备耕工作。\n\n他要求，种子要送到村头。"
    kinds = [one.kind for one in page_lines(text, load_lexicon())]
    assert kinds == [LineKind.LEAD, LineKind.BODY, LineKind.BODY]
