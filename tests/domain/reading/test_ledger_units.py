"""Who is named in a cell of a ledger."""

import pytest
from tests.domain.reading.ledgers import LEXICON, cell

from guatu.domain.reading.ledger_units import person_of, units_of


@pytest.mark.parametrize(
    ("words", "named", "lead"),
    [
        ("县水利局、县住建局，白石镇；县气象局/县林业局", "县水利局 县住建局 白石镇 县气象局 县林业局", None),
        ("县水利局 白石镇 云岭镇", "县水利局 白石镇 云岭镇", None),
        ("县水利局（牵头）、县住建局", "县水利局 县住建局", "县水利局"),
        ("水利局（牵头） 应急局、气象局（配合）", "水利局 应急局 气象局", "水利局"),
        ("牵头：县水利局 配合：县住建局、县财政局", "县水利局 县住建局 县财政局", "县水利局"),
        ("牵头单位：县水利局；配合单位：各乡镇", "县水利局 各乡镇", "县水利局"),
        ("县水利局牵头，县住建局、县财政局配合", "县水利局 县住建局 县财政局", "县水利局"),
        ("县水利局 牵头；县统计局、各相关部门 配合", "县水利局 县统计局 各相关部门", "县水利局"),
        ("由县水利局负责", "县水利局", None),
        ("1.县水利局 2.县委宣传部 3.白石镇", "县水利局 县委宣传部 白石镇", None),
        ("县水利局（局长：路宁）", "县水利局", None),
        ("县水利局 路宁 13700001234", "县水利局", None),
        ("责任单位：县水利局 责任人：路宁", "县水利局", None),
        ("县自然资源和 规划局、县住建局", "县自然资源和规划局 县住建局", None),
        ("县水利局和县住建局", "县水利局 县住建局", None),
        ("各乡镇和街道", "各乡镇和街道", None),
        ("各乡镇（街道）", "各乡镇", None),
        ("县水利局、县水利局", "县水利局", None),
        ("/", "", None),
        ("0519-8811222", "", None),
    ],
)  # fmt: skip
def test_units_are_named_each_by_itself_without_marks_of_their_part(
    words: str, named: str, lead: str | None
):
    units, leads = units_of(cell(words), LEXICON, inherited=False)
    assert ([one.text for one in units], leads) == (named.split(), lead)
    for one in units:
        assert "".join(words[one.span.start : one.span.end].split()) == one.text


def test_persons_beside_units_are_left_out_where_the_column_names_both():
    words = cell("县水利局 路宁")
    assert [one.text for one in units_of(words, LEXICON, inherited=False, persons=True)[0]] == ["县水利局"]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("路宁", "路宁"),
        ("路宁、安平", "路宁 安平"),
        ("村支书 路宁（13700001234）", "路宁"),
        ("办公室", "办公室"),
        ("13700001234", ""),
        ("见附件", ""),
    ],
)
def test_persons_are_named_by_their_names_alone(words: str, names: str):
    assert [one.text for one in person_of(cell(words), LEXICON, inherited=False)] == names.split()
