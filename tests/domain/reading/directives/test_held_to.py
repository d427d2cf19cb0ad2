"""What somebody must keep to is no speech, wherever it stands in front of the verb."""

import pytest

from guatu.domain.reading.directives.held_to import HELD, HELD_TO, KEPT


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("罗远航对照全会精神再次", "罗远航再次"),
        ("罗远航按照本次会议的要求又", "罗远航又"),
        ("柏舟根据市防指办的通知要求", "柏舟"),
        ("柏舟听了汇报后", "柏舟听了汇报后"),
    ],
)
def test_what_is_kept_to_is_left_out_of_who_speaks(head: str, rest: str) -> None:
    assert HELD.sub("", head) == rest


@pytest.mark.parametrize("head", ["立即对照会议", "各村按照县安委会", "各镇根据市林长办的通知"])
def test_a_paper_or_a_meeting_in_front_of_the_noun_is_gone_by(head: str) -> None:
    assert HELD_TO.search(head) is not None
    assert HELD_TO.search(f"{head}再次") is None


def test_words_that_bind_to_what_is_behind_them_are_kept_to() -> None:
    assert KEPT.search("各村要严格落实防汛值守") is not None
    assert KEPT.search("罗远航在青石镇") is None
