"""To whom a lead-in turns: by a verb, a look, a gesture, a call, or what is set before them."""

import re

import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.turned_to import turned_to

_WAYS = (
    "罗远航转向{}，“",
    "罗远航把{}叫到跟前：“",
    "罗远航拉着{}叮嘱：“",
    "罗远航找来{}，当面交代：“",
    "罗远航招呼{}过来：“",
    "罗远航看着{}说：“",
    "罗远航点了{}的名：“",
    "罗远航拍着{}的肩膀说：“",
    "罗远航喊住{}：“",
    "罗远航同{}约法三章：",
    "罗远航给{}立了规矩：",
    "罗远航交代{}办好三件事：",
    "罗远航向{}提出两点要求：",
    "罗远航再三叮咛{}，",
    "罗远航走到{}面前说：“",
    "罗远航即刻致电{}：“",
)
_WHO = (
    ("县住建局", "县住建局"),
    ("施工方", "施工方"),
    ("值班人员", "值班人员"),
    ("护林员", "护林员"),
    ("各乡镇", "各乡镇"),
    ("校长", "校长"),
    ("随行的县水利局", "县水利局"),
    ("村支书方明", "方明"),
    ("青石镇党委书记方明", "方明"),
)


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize(("printed", "who"), _WHO)
def test_a_lead_in_turns_to_whoever_it_names(way: str, printed: str, who: str) -> None:
    text = way.format(printed)
    found = turned_to(text, len(text), re.compile("罗远航|方明"), load_lexicon())
    assert found is not None
    assert text[found.start : found.end] == who


@pytest.mark.parametrize(
    "text",
    [
        "罗远航对记者说：“",
        "罗远航向群众承诺：“",
        "罗远航转身对随行人员说：“",
        "罗远航说：“",
        "座谈会上，罗远航强调，",
        "罗远航拿起账本，",
        "罗远航向大家提出三点要求：",
        "他给自己定了规矩：",
    ],
)
def test_those_who_only_stand_by_are_told_nothing(text: str) -> None:
    assert turned_to(text, len(text), re.compile("罗远航"), load_lexicon()) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("罗远航转向村干部，“把公告栏今天就修好。”", [["村干部"]]),
        ("罗远航把施工方叫到跟前：“围挡今晚就立起来。”", [["施工方"]]),
        (
            "罗远航交代县防汛办办好两件事：一是三天内把沙袋备足；二是逐户把转移卡发下去。",
            [["县防汛办"], ["县防汛办"]],
        ),
        ("“学校明天就换菜谱。”罗远航对校长方明说，“厨房的门要对家长敞开。”", [["学校"], ["学校"]]),
    ],
)
def test_what_follows_is_for_those_turned_to(words: str, expected: list[list[str]]) -> None:
    assert [one for one, _ in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航强调，去年查出的九处隐患，县水利局月底前逐处销号。",
            [(["县水利局"], "去年查出的九处隐患，县水利局月底前逐处销号")],
        ),
        (
            "罗远航要求，停车难的毛病，县城管局先从学校门口改起。",
            [(["县城管局"], "停车难的毛病，县城管局先从学校门口改起")],
        ),
        (
            "罗远航强调，救灾的钱，青石镇一分也不能截留。",
            [(["青石镇"], "救灾的钱，青石镇一分也不能截留")],
        ),
    ],
)
def test_a_matter_belongs_to_the_unit_right_behind_it(
    words: str, expected: list[tuple[list[str], str]]
) -> None:
    assert told(words) == expected


def test_who_is_named_in_the_first_of_some_points_is_told_nothing_in_the_next() -> None:
    words = "罗远航讲了具体意见。一是县领导要包抓到底；二是教育方面，要加快补齐学位。"
    assert [one for one, _ in told(words)] == [["县领导"], []]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航指出，群众是水库搬迁最直接的受益者，要把政策讲透。",
        "罗远航强调，河道是下游九个村的取水口，要把排污口封死。",
        "罗远航说，老茶树是全镇看得见的绿色银行，不能一砍了之。",
    ],
)
def test_what_something_is_said_to_be_is_nobody_told(words: str) -> None:
    assert [one for one, _ in told(words)] == [[]]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航强调，乡村振兴，产业是根本，要把茶叶做强。",
        "罗远航强调，交通，安全是底线，要把隐患路段改造完。",
    ],
)
def test_a_theme_and_what_it_rests_on_are_nobody_told(words: str) -> None:
    assert [one for one, _ in told(words)] == [[]]
