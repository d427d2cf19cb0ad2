"""How high posts stand."""

import pytest

from guatu.domain.reading.seats import from_above, is_of_county, seat_of


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("县委书记", "县委副书记、县长"),
        ("县委副书记、县长", "县政协主席"),
        ("县人大常委会党组书记、主任", "县委副书记"),
        ("县委副书记", "县委常委、常务副县长"),
        ("县委常委、县委办公室主任", "副县长、公安局局长"),
        ("县人大常委会副主任", "镇党委书记"),
        ("镇党委书记", "镇党委副书记、镇长"),
        ("县水利局党组书记、局长", "县水利局党组成员、副局长"),
        ("镇长", "副镇长"),
    ],
)
def test_two_posts_when_they_sit_at_one_table_then_the_first_stands_higher(higher: str, lower: str):
    assert seat_of(higher) > seat_of(lower)


def test_a_deputy_of_an_office_and_no_post_stand_lowest():
    assert seat_of("县扶贫办常务副主任") == seat_of("") == 0


def test_a_city_is_above_only_where_a_county_is_spoken_of():
    assert is_of_county("我县召开防汛会议")
    assert not is_of_county("全市防汛会议召开")
    assert from_above("市水利局副局长", county=True)
    assert not from_above("市水利局副局长", county=False)
    assert from_above("省水利厅副厅长", county=False)
    assert from_above("副市长", county=True)
    assert not from_above("市委书记、市长", county=True)
    assert not from_above("县水利局局长", county=True)
