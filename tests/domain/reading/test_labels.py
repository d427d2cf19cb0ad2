"""What only names or numbers: labels of papers, points of lists, numbers of papers, headlines that ask."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import layout
from guatu.domain.reading.labels import (
    announces,
    begins_title,
    is_item,
    is_label,
    is_listed,
    listing_of,
    numbers_paper,
)
from guatu.domain.reading.lines import LineKind, kind_of, page_lines

LABELS = (
    "出席：罗远航、齐小雨、柏舟",
    "列席人员：县财政局、县水利局主要负责人",
    "督办事项：老城区雨污分流进度滞后",
    "联系电话：0000-1234567",
    "抄送：县委办公室，县人大常委会办公室",
    "记录整理：温良",
)
NO_LABELS = (
    "罗远航：把水送到地头",
    "出席会议的还有各镇主要负责人",
    "县城看病难：三个月的答卷",
    "时间表排到了月底",
)
OPEN_LISTS = (
    "出席：罗远航、齐小雨、",
    "列席：县财政局、县水利局和",
    "地点：县政府二楼（东侧",
    "附件：以下三项。",
)


@pytest.mark.parametrize("words", LABELS)
def test_a_label_with_its_names_ends_without_a_stop(words: str):
    assert is_label(words)
    assert is_listed(words)
    assert kind_of(words, load_lexicon()) in (LineKind.BODY, LineKind.FURNITURE, LineKind.BYLINE)


@pytest.mark.parametrize("words", NO_LABELS)
def test_a_colon_alone_makes_no_label(words: str):
    assert not is_label(words)


@pytest.mark.parametrize("words", OPEN_LISTS)
def test_a_label_that_breaks_off_or_ends_with_a_stop_is_no_whole_list(words: str):
    assert not is_listed(words)


NUMBERS = (
    ("（三）加强值守", 3),
    ("④县城管局包东片", 4),
    ("二、完善台账", 2),
    ("5.按月报送", 5),
    ("(12)其他事项", 12),
    ("⑵两侧绿化", 2),
    ("一是压实责任", 0),
    ("第二，抓进度", 0),
    ("3.5万亩水稻", 0),
    ("二手车市场", 0),
)


@pytest.mark.parametrize(("words", "number"), NUMBERS)
def test_a_point_of_a_list_tells_its_number(words: str, number: int):
    assert listing_of(words) == number


def test_a_number_with_its_title_and_no_more_is_an_item():
    assert is_item("三、管好渠首和闸门")
    assert not is_item("三、管好渠首和闸门，月底前完成")
    assert not is_item("管好渠首和闸门")
    assert is_item("二、守住闸口，管好渠首")
    assert is_item("（三）看紧渠道，守住闸口，管好渠首")
    assert not is_item("二、守住闸口，管好渠首。")
    assert not is_item("守住闸口，管好渠首")


@pytest.mark.parametrize(
    "words", ["青政督〔2026〕58号", "石府办发电〔2025〕7号", "特急青防指〔2024〕第12号"]
)
def test_a_number_with_the_letters_of_its_issuer_numbers_a_paper(words: str):
    assert numbers_paper(words)


@pytest.mark.parametrize(
    "words", ["〔2026〕58号", "第9期", "青政督〔2026〕58号文件要求", "（第27期）"]
)
def test_other_numbers_do_not(words: str):
    assert not numbers_paper(words)


ASKING = (
    "寒潮压境，我们怎么办？",
    "书记进门问三句：“水通了没有？钱发了没有？还有啥难处？”",
    "“这条路，明年能通吗？”",
    "“我们村也有自来水了！”",
    "今天，我们怎样当好村支书",
    "老屋漏雨谁来修？",
)
TELLING = (
    "他说：“水通了没有？”",
    "县长问道：“还有什么难处？”罗远航边走边记。",
    "今天，县长罗远航到青石镇调研",
    "“水通了！”老姚说。",
)


@pytest.mark.parametrize("words", ASKING)
def test_a_headline_may_ask(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


@pytest.mark.parametrize("words", TELLING)
def test_what_tells_who_spoke_is_text(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.BODY


MINUTES = (
    "青石县人民政府第七次常务会议纪要\n\n"
    "3月4日，县长罗远航主持召开县政府第七次常务会议，议定下列事项。\n\n"
    "会议同意县水利局修缮青石渠首闸，由县财政局落实资金。\n\n"
    "出席：罗远航、齐小雨\n\n列席：县财政局、县水利局主要负责人\n\n"
)
REPORT = "本报讯 3月6日，副县长柏舟到青石渡检查渡运安全。柏舟强调，渡船要逐条检修。"


def test_below_a_list_of_who_came_the_next_headline_opens_its_own_article():
    pieces = layout.lay_out(f"{MINUTES}柏舟检查青石渡渡运安全\n\n{REPORT}", load_lexicon())
    assert [one.headline.plain for one in pieces if one.headline] == [
        "青石县人民政府第七次常务会议纪要",
        "柏舟检查青石渡渡运安全",
    ]


def test_a_list_of_who_came_that_was_cut_is_not_ended():
    lines = page_lines(
        "出席：罗远航、齐小雨、柏舟、温\n\n良、宗立，各镇主要负责人。", load_lexicon()
    )
    assert [one.listed for one in lines] == [False, False]


def test_the_number_of_a_paper_below_its_title_is_the_last_row_of_the_headline():
    text = (
        f"柏舟检查青石渡渡运安全\n\n{REPORT}\n\n青石渠首闸修缮专题会议纪要\n\n青府专纪〔2026〕9号\n\n"
        "3月9日，副县长柏舟主持召开专题会议，研究渠首闸修缮问题，议定下列事项。\n\n会议同意由县水利局牵头。"
    )
    pieces = layout.lay_out(text, load_lexicon())
    assert [one.headline.plain if one.headline else None for one in pieces] == [
        "柏舟检查青石渡渡运安全",
        "青石渠首闸修缮专题会议纪要青府专纪〔2026〕9号",
    ]
    assert pieces[1].paragraphs[0].plain.startswith("3月9日，副县长柏舟主持")


def test_a_title_of_two_rows_is_one_headline():
    text = (
        f"柏舟检查青石渡渡运安全\n\n{REPORT}\n\n关于青石渠首闸修缮资金有关问题的\n\n专题会议纪要\n\n"
        "3月9日，副县长柏舟主持召开专题会议，研究渠首闸修缮问题，议定下列事项。\n\n会议同意由县水利局牵头。"
    )
    pieces = layout.lay_out(text, load_lexicon())
    assert pieces[1].headline is not None
    assert pieces[1].headline.plain == "关于青石渠首闸修缮资金有关问题的专题会议纪要"


SENT_IN = (
    "（县委政法委）",
    "（政府办综合二科）",
    "（柳河镇 方小满）",
    "（县电视台温良）",
    "（图文由青石县水利局提供）",
    "（县水利局 宗立、温良）",
)
NOT_SENT_IN = (
    "（第27期）",
    "（征求意见稿）",
    "（2026年4月2日）",
    "（审议稿）",
    "（一）",
    "（本报资料图）",
    "（县融媒体中心供图）",
)


@pytest.mark.parametrize("words", SENT_IN)
def test_an_office_in_brackets_that_sent_a_report_in_is_a_byline(words: str):
    assert kind_of("".join(words.split()), load_lexicon()) is LineKind.BYLINE


@pytest.mark.parametrize("words", NOT_SENT_IN)
def test_other_words_in_brackets_are_none(words: str):
    assert kind_of(words, load_lexicon()) is not LineKind.BYLINE


CALLED = ("各乡镇（街道）、县直有关单位", "各镇人民政府、街道办事处", "县直各部门", "局属各单位")
NOT_CALLED = (
    "各乡镇掀起春耕热潮",
    "县直机关举行运动会",
    "各乡镇要把任务分解到单位",
    "县政府召开第三次常务会议",
)


@pytest.mark.parametrize("words", CALLED)
def test_whom_a_notice_calls_is_text_though_its_colon_is_left_out(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.BODY


@pytest.mark.parametrize("words", NOT_CALLED)
def test_a_headline_that_names_towns_calls_nobody(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


def test_what_a_photo_shows_between_headline_and_report_is_set_aside():
    text = f"柏舟检查青石渡渡运安全\n\n检查现场\n\n{REPORT}\n\n他要求，渡口夜里要有人值守。"
    (piece,) = layout.lay_out(text, load_lexicon())
    assert piece.headline is not None
    assert piece.headline.plain == "柏舟检查青石渡渡运安全"


@pytest.mark.parametrize(
    "words", ["罗远航与茶企负责人座谈：", "县领导节前走访慰问：", "柏舟在石桥镇调研时："]
)
def test_an_event_and_a_colon_announce_a_headline(words: str):
    assert announces(words)


@pytest.mark.parametrize(
    "words",
    [
        "会议座谈：",
        "罗远航在座谈会上强调：",
        "参加座谈：罗远航",
        "座谈：",
        "他在石桥镇调研时：",
        "3月4日上午，罗远航调研：",
    ],
)
def test_speech_and_pieces_of_text_announce_none(words: str):
    assert not announces(words)


def test_a_title_of_a_paper_may_be_cut_behind_a_particle():
    assert begins_title("关于青石渡口改造有关问题的", "专题会议纪要")
    assert not begins_title("关于青石渡口改造有关问题的", "船工老姚")
    assert not begins_title("老船工阿水的", "通知")
