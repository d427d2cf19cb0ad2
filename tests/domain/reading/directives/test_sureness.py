from tests.domain.reading.reading_of import demands

from guatu.domain.reading.directives.sureness import GROUNDS


def test_grounds_name_how_a_directive_was_read() -> None:
    first, second = demands("罗远航强调，县水利局要备足物资；要加强巡查。")
    assert "explicit" in first.grounds
    assert {"inherited", "crossed"} <= set(second.grounds)
    assert set(first.grounds) <= set(GROUNDS)


def test_a_unit_that_was_named_is_surer_than_one_carried_over() -> None:
    first, second = demands("罗远航强调，县水利局要备足物资；要加强巡查。")
    assert 0 < second.confidence < first.confidence < 1
