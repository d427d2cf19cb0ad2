"""Text copied out of a paper's PDF: columns of several widths, brackets and sentences that end in a short row."""

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.lines import LineKind, page_lines

FIRST = (
    "　　本报讯 5月12日，县长钱立冬调研水厂建设，实地查看管网改造进度，听取项目负责人介绍，详细询问资金安排。",
    "　　钱立冬强调，县水利局要在6月底前完成管网改造，各乡镇要做好沿线群众工作，确保工程顺利推进、按期通水，让群众早日喝上放心水。",
)
SECOND = (
    "　　5月11日，副县长方小满主持召开防汛工作会议，分析研判当前防汛形势，安排部署下一步重点工作任务。",
    "　　会议要求，各乡镇要备足编织袋、块石等物资，县应急管理局要组织开展一次应急演练，确保安全度汛。",
)


def rows(paragraphs: tuple[str, ...], width: int) -> list[str]:
    return [one[at : at + width] for one in paragraphs for at in range(0, len(one), width)]


def words(text: str) -> list[str]:
    return [one.words for one in page_lines(text, load_lexicon())]


def whole(paragraphs: tuple[str, ...]) -> list[str]:
    return ["".join(one.split()) for one in paragraphs]


def test_columns_of_two_widths_are_each_measured_by_themselves():
    told = (*FIRST, *SECOND)
    text = "\n".join([*rows(told, 20), "全县防汛工作会议召开", *rows(told, 13)])
    found = words(text)
    assert [one for one in found if len(one) > 20] == whole(told) * 2


def test_a_list_of_titles_of_one_length_beside_a_column_is_none():
    titles = [f"青溪县第{one}批重点项目开工" for one in "一二三四五六七八九十"]
    text = "\n".join([*rows((*FIRST, *SECOND), 20), *titles])
    assert words(text)[-10:] == titles


def test_the_rest_of_a_bracket_in_a_short_row_belongs_to_it():
    cut = ["县里的第三座水厂开始向城区居民供", "水，附近两个村也一并接上了（记者", "方小满）"]
    text = "\n".join([*rows((*FIRST, *SECOND), 17), *cut, "— 1 —"])
    assert words(text)[-2].endswith("（记者方小满）")


def test_the_short_last_row_of_a_paragraph_without_indents_belongs_to_it():
    told = tuple(one.strip() for one in (*FIRST, *SECOND))
    text = "\n".join([*rows(told[:2], 16), "全县防汛工作会议召开", *rows(told[2:], 16)])
    assert [one for one in words(text) if len(one) > 20] == whole(told)


def test_what_goes_on_another_page_ends_in_a_short_row():
    cut = ["　　会议要求，各乡镇要备足物资，", "以更实的作风推动防汛工作取得新进展再", "创佳绩"]
    text = "\n".join([*rows((*FIRST, *SECOND), 17), *cut, "（下转第二版）"])
    found = page_lines(text, load_lexicon())
    assert found[-2].words.endswith("取得新进展再创佳绩")
    assert found[-1].kind is LineKind.FURNITURE


def test_the_series_of_a_report_names_no_writer():
    (line,) = page_lines("“走进田野”系列报道之三", load_lexicon())
    assert line.kind is LineKind.SHORT
