import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import states, tells


@pytest.mark.parametrize(
    "words",
    [
        "已完成清淤12公里",
        "正在推进二期工程",
        "现场看了三处工地",
        "镇农办负责人参加会议",
        "能不能一次办完",
    ],
)
def test_what_is_done_or_asked_is_told(words: str) -> None:
    assert tells(words)


@pytest.mark.parametrize(
    "words",
    [
        "对已建成的项目逐个回访",
        "确保年底前取得明显成效",
        "各单位主要负责人要准时参加会议",
        "加快补齐短板",
    ],
)
def test_what_is_to_be_attained_is_not_told(words: str) -> None:
    assert not tells(words)


def test_what_is_so_is_stated() -> None:
    lexicon = load_lexicon()
    assert states("安全生产事关千家万户", lexicon)
    assert not states("尤其是要盯紧汛期", lexicon)
