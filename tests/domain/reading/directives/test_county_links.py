"""Who speaks and who is told in plain county news, and what only looks so."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.domain.reading.directives.fronted import is_fronted
from guatu.domain.reading.directives.leadins import announces_points, means_much


def test_the_county_itself_may_ask() -> None:
    said = told("就贯彻会议精神，我县要求各相关单位密切配合，做好防控。")
    assert said == [(["各相关单位"], "各相关单位密切配合，做好防控")]


def test_a_warning_is_a_demand() -> None:
    said = told("罗远航对建材散落等问题提出批评，并严重警告施工方保证质量，落实责任。")
    assert said == [(["施工方"], "施工方保证质量，落实责任")]


def test_a_standing_committee_is_told_and_its_object_is_no_speech() -> None:
    said = told("罗远航要求，县人大常委会要改进方法，督办好代表意见、建议，确保落实。")
    assert said == [(["县人大常委会"], "县人大常委会要改进方法，督办好代表意见、建议，确保落实")]


def test_the_theme_of_a_list_is_announced() -> None:
    assert announces_points("做好防控措施", "，一是要加大排查")
    assert not announces_points("做好防控措施", "，确保安全")
    said = told("会议强调，做好防控措施，一是要加大排查；二是要备足物资。")
    assert [words for _, words in said] == ["要加大排查", "要备足物资"]


@pytest.mark.parametrize(
    "words",
    [
        "污水处理是一项工程，对于改善环境，推进治理，提高质量有着重要的意义。",
        "青石水库作为一个调节库非常重要，",
        "振兴实体经济，迫切需要银政企三方密切配合。",
    ],
)
def test_how_much_something_means_is_told(words: str) -> None:
    said = told("罗远航指出，" + words + "各镇要抓紧。")
    assert said == [(["各镇"], "各镇要抓紧")]


def test_what_means_much() -> None:
    assert means_much("对于改善环境，推进治理有着重要的意义。")
    assert not means_much("对于存在的隐患，要整改。")


def test_a_link_may_stand_before_a_front() -> None:
    assert is_fronted("并以高度的责任感和使命感")
    said = told("罗远航要求，各级代表要理清思路。并以高度的责任感，认真履行职责，开创局面。")
    assert len(said) == 2


def test_meetings_that_others_held_are_told() -> None:
    said = told("国务院召开会议，对防控工作进行部署。随后，省市分别召开会议，贯彻会议精神。")
    assert said == []


def test_a_name_ends_before_what_he_does_and_an_office_may_hold_yu() -> None:
    first = read(
        "县里召开联席会\n\n5月8日，县里召开联席会。县委常委、宣传部部长方明作具体安排。"
    ).records[0]
    assert [one.name for one in first.people] == ["方明"]
    second = read(
        "省里来检查水库\n\n5月8日，省水利厅运行管理与监督处处长方明率检查组一行到县里调研水库，县委副书记罗远航参加调研。"
    ).records[0]
    assert second.lead is not None
    assert second.lead.name == "方明"
