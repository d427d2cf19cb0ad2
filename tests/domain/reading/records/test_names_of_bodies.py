"""Which bodies count, over sentences by construction (``names/bodies.txt``): no act in front, no mere class."""

from pathlib import Path

from tests.domain.reading.reading_of import VISIT, read

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
