"""Rows that a column's width broke are one line; rows that are paragraphs are left alone."""

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.lines import page_lines
from guatu.domain.reading.wraps import measure, text_rows

BODY = (
    "县长罗远航主持召开安全生产调度会分析形势查找不足安排部署下一阶段工作要求有关方面加强协作确保安全"
    * 4
)


def wrapped(words: str, width: int, indent: str = "") -> str:
    words = indent + words
    return "\n".join(words[i : i + width] for i in range(0, len(words), width))


def test_rows_of_one_width_are_measured_and_joined():
    text = wrapped(BODY, 16)
    assert measure(text_rows(text)).width == 16
    (line,) = page_lines(text, load_lexicon())
    assert line.words == BODY
    assert len(line.spans) == len(text.splitlines())


def test_an_indent_begins_another_line():
    text = wrapped(BODY, 16, "　　") + "\n" + wrapped(BODY, 16, "　　")
    lines = page_lines(text, load_lexicon())
    assert [one.indented for one in lines] == [True, True]


def test_rows_of_many_widths_are_paragraphs():
    text = "\n".join(BODY[: 20 + 7 * n] for n in range(12))
    assert measure(text_rows(text)).width is None
    assert len(page_lines(text, load_lexicon())) == 12
