"""Which bodies count, over sentences by construction (``names/bodies.txt``): no act in front, no mere class."""

from pathlib import Path

import pytest
from tests.domain.reading.reading_of import VISIT, read

from guatu.domain.reading.firm_names import of_firms
from guatu.domain.reading.own_names import reaches_too_far

_FILE = Path(__file__).parent / "names" / "bodies.txt"
_CALM = "当天天气晴好，现场井然有序，各项工作照常进行。"


def test_bodies_count_by_their_own_names_and_nothing_else():
    lines = [
        line
        for line in _FILE.read_text("utf-8").splitlines()
        if "|" in line and line[0] not in "#?"
    ]
    wrong = {}
    for line in lines:
        names, _, words = line.partition("|")
        (record, *_) = read(VISIT + _CALM + words).records
        found = {one.name for one in record.organisations}
        if found != set(names.split("+")) - {""}:
            wrong[words] = found

    assert len(lines) >= 60
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("台账报县林草局", True),
        ("并请市发展改革局", True),
        ("副县长冼立秋及市住建局", True),
        ("会议在县应急指挥中心", True),
        ("河口县林草局", False),
        ("县经济发展局", False),
        ("县应急管理局", False),
    ],
)
def test_what_stands_before_the_level_of_an_office_is_no_part_of_its_name(name: str, told: bool):
    assert reaches_too_far(name) is told


def test_a_list_is_of_firms_where_most_of_it_are():
    assert of_firms("泰和能源、星辰翔宇、安华集团") == "firms"
    assert of_firms("柳沟村、石桥社区、安华集团") is None
