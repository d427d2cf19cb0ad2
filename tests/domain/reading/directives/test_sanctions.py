import pytest
from tests.domain.reading.reading_of import told

from guatu.domain.reading.directives.sanctions import is_sanction


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        ("对不作为、慢作为的单位和个人，一律依规依纪严肃处理", True),
        ("对迟报漏报造成后果的，依规严肃追责", True),
        ("对迟报漏报的，由县纪委监委约谈问责", False),
        ("对虚报进度的，要严肃问责", False),
        ("对排查出的隐患，逐项整改销号", False),
    ],
)
def test_only_a_threat_without_modal_and_unit_is_one(sentence: str, yes: bool) -> None:
    assert is_sanction(sentence) is yes


def test_a_threat_behind_a_demand_is_no_demand() -> None:
    said = told(
        "罗远航要求，各单位要管好供暖。对不作为的单位和个人，一律依规严肃处理，保障群众过冬。"
    )
    assert said == [(["各单位"], "各单位要管好供暖")]
