"""Lists of an agenda: what one item is, and what a list shares."""

import pytest
from tests.domain.reading.reading_of import read


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议听取了全县秋收和仓储保障情况汇报。", ["全县秋收和仓储保障情况"]),
        ("会议听取春耕情况、抗旱情况汇报。", ["春耕情况", "抗旱情况"]),
        ("会议审议通过了《人才办法》《公寓办法》。", ["《人才办法》", "《公寓办法》"]),
        ("会议听取了各界代表的意见。", []),
    ],
)
def test_a_meeting_when_its_items_are_listed_then_each_is_whole(words: str, items: list[str]):
    opening = "县政府召开常务会议\n\n11月6日，县长罗远航主持召开县政府第3次常务会议。"

    assert [one.text for one in read(opening + words).records[0].agenda] == items
