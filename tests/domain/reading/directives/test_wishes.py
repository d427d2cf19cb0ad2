import pytest
from tests.domain.reading.reading_of import told


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航希望企业家们要安心创业、多提意见。", "企业家们"),
        ("罗远航勉励青年教师扎根山区、潜心育人。", "青年教师"),
        ("罗远航要求院方做好消杀，厨房每天留样。", "院方"),
        ("罗远航叮嘱值守人员把手电备齐，夜里两人一班。", "值守人员"),
        ("罗远航当即协调县城管局当晚修好。", "县城管局"),
    ],
)
def test_whom_a_wish_or_a_charge_is_put_to(words: str, who: str) -> None:
    assert told(words)[0][0] == [who]


def test_encouraging_inside_a_demand_is_what_its_unit_does() -> None:
    assert told("罗远航强调，县商务局要鼓励群众参与以旧换新。") == [
        (["县商务局"], "县商务局要鼓励群众参与以旧换新")
    ]
