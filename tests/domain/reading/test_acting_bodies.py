"""Offices that act in the open: a sentence begins with them and tells what they did."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.acting_bodies import acts_openly


def _acts(words: str, name: str) -> bool:
    start = words.index(name)
    return acts_openly(words, start, start + len(name))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("县创卫办于6月3日组织三个检查小组。", "县创卫办"),
        ("近期，县政府督查室对水价调整开展了专项督查。", "县政府督查室"),
        ("6月3日，县水利工作指挥部召开调度会。", "县水利工作指挥部"),
        ("会议听取了县食安办关于抽检的汇报。", "县食安办"),
        ("泺川讯（记者 方明）县农村水井改造领导小组昨日召开会议。", "县农村水井改造领导小组"),
    ],
)
def test_who_acts_in_the_open(words: str, name: str) -> None:
    assert _acts(words, name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("县政府召开常务会议。", "县政府"),
        ("县创卫办主任方明组织检查。", "县创卫办"),
        ("他说，县创卫办组织了三次检查。", "县创卫办"),
        ("重点水源保障专班召开例会。", "重点水源保障专班"),
        ("县创卫办的同志组织检查。", "县创卫办"),
    ],
)
def test_who_does_not(words: str, name: str) -> None:
    assert not _acts(words, name)


def _bodies(text: str) -> set[str]:
    found = read(text, year=2026).records
    return {each.name for one in found for each in one.organisations}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("6月3日，泺川县农村水井改造领导小组召开会议，部署修井。", {"泺川县农村水井改造领导小组"}),
        ("日前，自治区住房和城乡建设厅印发《关于供热的通知》。", {"自治区住房和城乡建设厅"}),
        ("县创卫办于6月3日组织三个检查小组，对街巷卫生进行了检查。", {"县创卫办"}),
    ],
)
def test_bodies_of_a_record(words: str, names: set[str]) -> None:
    assert _bodies(f"街巷里的新变化\n\n{words}\n") == names
