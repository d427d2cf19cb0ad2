"""How high posts stand."""

import pytest

from guatu.domain.reading.seats import from_above, house_of, is_of_county, seat_above, seat_of


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


def test_who_leads_a_city_sits_above_all_of_a_county_and_the_deputy_of_its_office_does_not():
    assert seat_above("副市长") == seat_above("省人大常委会副主任") > seat_of("县委书记")
    assert seat_above("省农业农村厅副厅长") < seat_of("县委书记")


@pytest.mark.parametrize(
    ("post", "house"),
    [
        ("白沙村党支部书记", "village"),
        ("驻村第一书记", "village"),
        ("石梁镇党委书记", "town"),
        ("县人民医院院长", "service"),
        ("恒泰公司总经理", "firm"),
        ("县水利局副局长", "office"),
        ("教授", "other"),
    ],
)
def test_a_post_tells_of_what_house_it_is(post: str, house: str):
    assert house_of(post) == house
