"""Ledgers as text with separators: known by their headings, in any encoding; texts of sentences stay texts."""

import pytest

from guatu.adapters.intake import take_in, told_of_kind
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_source
from tests.factories.papers import PARAGRAPHS

ROWS = (
    '"2026年重点任务清单",,,\n序号,重点任务,牵头单位,完成时限\n'
    '1,"铺设主路面3公里,\n并完成验收",县住建局,2026/11/30\n="02",改造老旧小区5个,县住建局,12月底\n,巡河,"县水利局,各乡镇",长期\n'
)
READ = (
    "2026年重点任务清单\n序号\t重点任务\t牵头单位\t完成时限\n"
    "1\t铺设主路面3公里, 并完成验收\t县住建局\t2026/11/30\n02\t改造老旧小区5个\t县住建局\t12月底\n\t巡河\t县水利局,各乡镇\t长期"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_ledger_with_commas_is_read_as_a_table_in_any_encoding(encoding: str, end: str):
    raw = ROWS.replace("\n", end).encode(encoding)
    source, told = take_in(raw, name="x.csv")
    assert (source.text, source.ledger, source.media_type) == (READ, True, "text/csv")
    assert [one.code for one in told] == ["reading.decoded_as"] * (
        encoding in ("gb18030", "utf-16")
    )
    assert told_of_kind(raw, name="x")[0] == "text/csv"
    found = read_source(source, lexicon=load_lexicon()).directives
    assert [(one.action, one.addressees[0].text, str(one.deadline.day)) for one in found] == [
        ("铺设主路面3公里, 并完成验收", "县住建局", "2026-11-30"),
        ("改造老旧小区5个", "县住建局", "2026-12-31"),
        ("巡河", "县水利局", "None"),
    ]


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_tabs_and_semicolons_part_cells_as_well(separator: str):
    rows = (("任务", "责任单位", "时限"), ("清淤", "云溪镇", "年底"))
    raw = "\n".join(map(separator.join, rows)).encode()
    assert take_in(raw, name="x")[0].text == "任务\t责任单位\t时限\n清淤\t云溪镇\t年底"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "关于清淤的通知\n请各乡镇于年底前完成清淤，务必到位。\n任务\t责任单位\t时限\n清淤\t云溪镇\t年底\n",
        "姓名,电话\n某人,1\n",
        "任务,责任单位,时限\n",
        "任务,责任单位,时限\n请各乡镇认真落实。\n县水利局要抓紧清淤。\n",
        "Dear all, task, unit, deadline\nyours, x\n",
    ],
)
def test_what_is_no_table_of_tasks_stays_a_text(text: str):
    source, _ = take_in(text.encode(), name="x.csv")
    assert (source.media_type, source.ledger, source.text) == ("text/plain", False, text)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "reading.empty"),
        (("任务,责任单位,时限\n" + "清淤,云溪镇,年底\n" * 20_001).encode(), "sheet.too_many_rows"),
        (("任务,责任单位,时限\n" + "清淤,云溪镇,年底\n" * 5000 + '"' + "清淤,云溪镇,年底\n" * 19_000).encode(), "reading.broken_file"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_one_error(raw: bytes, code: str):
    source, told = take_in(raw, name="x.csv")
    assert source is None
    assert [one.code for one in told] == [code]


def test_a_long_table_whose_first_part_ends_within_a_character_is_known():
    raw = ("任务,责任单位,时限\n" + "清除阻水林木,云溪镇,年底\n" * 9000).encode("gb18030")
    assert told_of_kind(raw, name="x")[0] == "text/csv"
