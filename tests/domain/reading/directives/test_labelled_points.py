"""Numbered points with who is charged on lines below them: tasks, or headings of what stands below."""

import pytest
from tests.domain.reading.reading_of import read

HEAD = "青溪县2025年重点工作任务分解方案\n各乡镇人民政府，县直各单位：\n为抓好重点工作，制定本方案。\n一、重点任务\n"
FOOT = "\n二、工作要求\n严格考核。\n青溪县人民政府办公室\n2025年3月3日"


def asked(body: str) -> list[tuple[str, str, str]]:
    """Return who is told, the words and the last day of each directive above the second part."""
    reading = read(HEAD + body + FOOT, year=None)
    return [
        (
            "+".join(each.text for each in one.addressees),
            one.action,
            str(one.deadline.day or ""),
        )
        for one in reading.directives
        if "考核" not in one.action
    ]


@pytest.mark.parametrize("number", ["1.", "（一）", "①", "(1)", "1、"])
@pytest.mark.parametrize(
    ("labels", "who", "day"),
    [
        ("责任单位：县城管局", "县城管局", ""),
        ("（责任单位：县城管局、县公安局）", "县城管局、县公安局", ""),
        ("责任单位：县城管局\n时限：10月底", "县城管局", "2025-10-31"),
        (
            "责任领导：罗远航\n责任单位：县城管局\n责任人：方明\n时限：10月底",
            "县城管局",
            "2025-10-31",
        ),
        (
            "牵头单位：县城管局\n配合单位：县公安局\n完成时限：2025年10月底前",
            "县城管局+县公安局",
            "2025-10-31",
        ),
        ("牵头单位：县城管局；责任单位：各乡镇；完成时间：10月底", "县城管局+各乡镇", "2025-10-31"),
    ],
)
def test_a_point_is_a_task_by_the_label_lines_below_it(
    number: str, labels: str, who: str, day: str
):
    found = asked(f"{number}开展违建整治。\n{labels}")
    assert found == [(who, "开展违建整治", day)]


def test_two_points_with_like_lines_below_are_two_tasks():
    labels = "责任单位：县城管局\n时限：10月底"
    assert asked(f"1.开展违建整治。\n{labels}\n2.新建停车位300个。\n{labels}") == [
        ("县城管局", "开展违建整治", "2025-10-31"),
        ("县城管局", "新建停车位300个", "2025-10-31"),
    ]


def test_a_heading_with_points_below_its_labels_charges_them_and_is_no_task():
    found = asked("（一）城市管理\n责任单位：县城管局\n1.开展违建整治。\n2.新建停车位300个。")
    assert "城市管理" not in [action for _, action, _ in found]
    assert {who for who, _, _ in found} == {"县城管局"}


@pytest.mark.parametrize("number", ["1.", "（一）", "①", "1、"])
@pytest.mark.parametrize(
    ("sentence", "who", "day"),
    [
        (
            "由县城管局牵头，县公安局、石桥镇配合，2025年10月底前完成。",
            "县城管局+县公安局、石桥镇",
            "2025-10-31",
        ),
        ("县城管局牵头，各乡镇配合。", "县城管局+各乡镇", ""),
        ("由县城管局负责，确保10月底前完成。", "县城管局", "2025-10-31"),
        (
            "由县城管局牵头负责，县公安局协同，于2025年10月底前办结。",
            "县城管局+县公安局",
            "2025-10-31",
        ),
    ],
)
def test_a_last_sentence_that_but_charges_is_no_task_of_its_own(
    number: str, sentence: str, who: str, day: str
):
    assert asked(f"{number}开展违建整治。{sentence}\n{number}新建停车位300个。{sentence}") == [
        (who, "开展违建整治", day),
        (who, "新建停车位300个", day),
    ]


@pytest.mark.parametrize(
    ("point", "found"),
    [
        (
            "1.违建整治。由县城管局牵头开展排查，10月底前完成。",
            [("县城管局", "由县城管局牵头开展排查，10月底前完成", "2025-10-31")],
        ),
        (
            "1.县公安局要加强夜间巡查。由县城管局牵头，10月底前完成。",
            [
                ("县公安局", "县公安局要加强夜间巡查", ""),
                ("县城管局", "由县城管局牵头，10月底前完成", "2025-10-31"),
            ],
        ),
    ],
)
def test_a_sentence_that_says_what_to_do_or_stands_behind_others_duty_is_a_task(point, found):
    assert asked(point) == found


@pytest.mark.parametrize(
    "labels", ["【责任单位：县城管局】", "［县城管局牵头］", "〔责任单位：县城管局〕"]
)
def test_tasks_without_numbers_end_with_the_bracket_of_their_labels(labels: str):
    assert asked(f"开展违建整治工作。{labels}\n新建停车位300个。{labels}") == [
        ("县城管局", "开展违建整治工作", ""),
        ("县城管局", "新建停车位300个", ""),
    ]


def test_a_sentence_without_a_number_is_a_task_by_the_lines_below_it():
    labels = "责任单位：县城管局\n时限：10月底"
    assert asked(f"停车秩序好转。\n{labels}\n新建停车位300个。\n{labels}") == [
        ("县城管局", "停车秩序好转", "2025-10-31"),
        ("县城管局", "新建停车位300个", "2025-10-31"),
    ]
