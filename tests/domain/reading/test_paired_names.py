"""Tibetan names in running words, and names that hold a common word."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委书记索南才让走进牧户家中，副县长拉毛措一同调研。", {"索南才让", "拉毛措"}),
        ("校长旦正多杰当即表示，学校将重新招标。", {"旦正多杰"}),
        ("退休教师德吉讲起往事，县民族中学教师尕藏草红了眼圈。", {"德吉", "尕藏草"}),
        ("副县长扎西、仁青卓玛、完么加出席会议。", {"扎西", "仁青卓玛", "完么加"}),
        ("副县长多方协调，局长普布带队排查。", {"普布"}),
    ],
)
def test_tibetan_names_when_read_then_they_stand_whole(text: str, names: set[str]):
    assert {one.name for one in find_mentions([text], load_lexicon())} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委书记令狐越赶到县防指，令狐越指出，今晚要守住。", {"令狐越"}),
        ("县供销公司副总经理党建国等先后发言。", {"党建国"}),
        ("县委副书记党建工作抓得实。", set()),
        ("石桥镇表示，将痛定思痛。", set()),
        ("非遗传承人牛婆婆当众演示。", set()),
        ("渔火民宿主理人江小帆说，来的人多了。", {"江小帆"}),
        ("副县长祁连山出席会议。", {"祁连山"}),
    ],
)
def test_names_when_a_word_is_near_then_they_are_told_apart(text: str, names: set[str]):
    assert {one.name for one in find_mentions([text], load_lexicon())} == names


def test_a_post_before_a_modal_is_nobody_by_name():
    assert find_mentions(["船东船长不得关闭北斗，站长务必守岗。"], load_lexicon()) == ()
