"""What real pages of counties taught: where it is to be made, what complies, who names nobody."""

import pytest
from tests.domain.reading.reading_of import read, told


def test_where_a_mood_is_to_be_made_stands_in_front() -> None:
    said = told("会议要求，要向村民讲清危害。在全乡形成浓厚的学习氛围。要把人管住。")
    assert [words for _, words in said][1] == "在全乡形成浓厚的学习氛围"


def test_points_told_by_a_letter_are_only_announced() -> None:
    said = told("罗远航指出，要做到四个优字，一是要优化环境；二是要盘活土地。")
    assert [words for _, words in said] == ["要优化环境", "要盘活土地"]


def test_an_inspection_group_speaks() -> None:
    said = told("督察组指出要加快管网建设；加强水质监测。")
    assert [words for _, words in said] == ["要加快管网建设", "加强水质监测"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        # 所有办理…: no office.
        (
            "各承办单位要重视办理，所有办理过程、环节一样不能少，要与委员协商；要加快速度。",
            ["各承办单位"],
        ),
        # What complies with a meeting is no speech of the meeting.
        (
            "各镇（区）、各部门要提高认识，严格落实市里有关会议和文件要求，健全制度。要建立机制。",
            ["各镇（区）、各部门"],
        ),
    ],
)
def test_who_was_told_stays_told(words: str, who: list[str]) -> None:
    said = told("罗远航要求，" + words)
    assert said
    assert all(each == who for each, _ in said)


def test_the_whole_people_may_be_told() -> None:
    said = told("罗远航要求：各单位要高度重视。全民要积极参与，注意发现线索。")
    assert [who for who, _ in said] == [["各单位"], ["全民"]]


def test_work_that_touches_many_offices_is_no_office() -> None:
    said = told("会议强调，要形成合力，这项工作涉及多部门多领域，各条线要密切配合。")
    assert said[-1] == (["各条线"], "各条线要密切配合")
    assert all("涉及" not in "".join(who) for who, _ in said)


def test_faster_work_has_no_limit_in_it() -> None:
    found = read("县里召开推进会\n\n5月8日，罗远航要求各单位要加快速度。").directives
    assert [one.limits for one in found] == [()]


def test_an_hour_may_be_printed_twice_over() -> None:
    found = read(
        "县里召开推进会\n\n5月8日，罗远航要求县发改局要于5月9日晚19：00时前报送清单。"
    ).directives
    assert [str(limit.day) for one in found for limit in one.limits] == ["2024-05-09"]


def test_days_in_a_bracket_say_how_long_and_not_by_when() -> None:
    found = read("县里召开推进会\n\n5月8日，罗远航要求发布禁火令（5月21日至5月28日）。").directives
    assert [limit.day for one in found for limit in one.limits] == []
