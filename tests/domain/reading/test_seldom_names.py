"""Names whose surname is a word besides, or in no list, behind the post of a head."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions


def named(words: str) -> list[str]:
    return sorted({one.name for one in find_mentions(words.split("|"), load_lexicon())})


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("县委书记把望舒主持会议并讲话。", "把望舒"),
        ("县长才见深先后到三所学校视察。", "才见深"),
        ("副县长操若水乘船来到白鹭岛。|操若水要求，要把水管接通。", "操若水"),
        ("县委常委、副县长别思远和值班主任一问一答。|别思远抓起一把谷子看了看。", "别思远"),
        ("副县长火长风把现场会开到了谷场上。|火长风说，烧一亩罚一亩。", "火长风"),
        ("县委书记秋实卷起裤腿走了七户。|秋实说，路要修。", "秋实"),
        ("区政协主席、青溪督导长池见月率部分委员徒步巡查。|池见月边走边记。", "池见月"),
        # A surname in no list: the name does something elsewhere on the page.
        ("县水利局局长簕望山盯着水位看了半晌。|“今晚谁也不能走。”簕望山说。", "簕望山"),
        ("副县长竭知秋带着一队人钻进工地。|竭知秋问，还差几天？", "竭知秋"),
    ],
)
def test_a_rare_name_behind_a_heads_post_is_found(words: str, name: str) -> None:
    assert named(words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "县委书记把方向、管大局，要求抓紧。",
        "书记有要求，镇长红着脸说，要改。",
        "乡长年底到村里调研。|年底到村里看一看。",
        "局长最后强调，要抓紧。|最后强调，纪律不能松。",
        "县长别到处说。",
        "镇长代表镇政府作报告。|代表镇政府表示，要改。",
        "局长特别指出，要快。|特别指出，不能等。",
    ],
)
def test_words_behind_a_heads_post_are_no_names(words: str) -> None:
    assert named(words) == []
