import re

from guatu.domain.reading.directives.quotes import quotes_in

NAMES = re.compile("罗远航|方明")


def test_the_speaker_stands_before_or_behind() -> None:
    before = "罗远航说：“路要先修通，账要算清楚。”"
    behind = "“路要先修通，账要算清楚。”罗远航对县交通局负责人说。"
    assert [one.speaker for one in quotes_in(before, NAMES)] == ["罗远航"]
    (one,) = quotes_in(behind, NAMES)
    assert one.speaker == "罗远航"
    assert one.to is not None
    assert behind[one.to[0] : one.to[1]] == "县交通局"


def test_a_resident_is_no_known_speaker() -> None:
    (one,) = quotes_in("“水通了，心里就踏实了。”村民老周说。", NAMES)
    assert one.speaker is None


def test_he_is_whom_the_paragraph_is_about() -> None:
    (one,) = quotes_in("“人必须撤，一个都不能少。”他对村支书说。", NAMES, subject="罗远航")
    assert one.speaker == "罗远航"


def test_the_verb_is_kept() -> None:
    (one,) = quotes_in("方明当场表态：“月底前上线，不再拖。”", NAMES)
    assert (one.speaker, one.verb) == ("方明", "表态")


def test_a_slogan_is_no_speech() -> None:
    assert list(quotes_in("深化“一窗受理、集成服务”改革", NAMES)) == []
