"""What the last word of a list says of an agenda, and what names nothing that was heard or studied."""

import pytest
from tests.domain.reading.reading_of import read


@pytest.mark.parametrize(
    ("words", "items"),
    [
        (
            "会议传达学习省委农村工作会议、市委八届五次全会精神。",
            ["省委农村工作会议", "市委八届五次全会精神"],
        ),
        (
            "会议传达学习省长在春耕现场会上的讲话、全市林长会议精神。",
            ["省长在春耕现场会上的讲话", "全市林长会议精神"],
        ),
        (
            "会议传达学习全省秋粮收购视频会和市分会场精神。",
            ["全省秋粮收购视频会和市分会场精神"],
        ),
        ("会议传达学习近期省、市、县禁毒工作会议精神。", ["近期省、市、县禁毒工作会议精神"]),
        ("会议传达学习上级有关会议和文件精神，研究良田建设。", ["良田建设"]),
        ("会议传达了省、市相关文件精神。", []),
        ("会议学习了国务院、省、市重要会议精神。", []),
        (
            "会议审议了县政府提请审查的《关于老街更新的决定》。",
            ["《关于老街更新的决定》"],
        ),
        ("会议审议《扬尘治理办法》等提案。", ["《扬尘治理办法》"]),
        ("会议研究了渡口改造事宜、泵站选址事宜。", ["渡口改造", "泵站选址"]),
        ("会议听取县残联负责人就无障碍改造情况的汇报。", ["无障碍改造情况"]),
        ("会议听取有关部门对贯彻《种子法》情况的汇报。", ["贯彻《种子法》情况"]),
        ("会议听取企业代表发言，听取相关情况汇报。", []),
        ("会议研究第3、4、5次周调度会未落实事项。", ["第3、4、5次周调度会未落实"]),
        ("与会人员观摩学习了青溪镇的先进做法。", []),
    ],
)
def test_a_list_is_as_many_items_as_its_heads(words: str, items: list[str]):
    opening = "县政府召开常务会议\n\n11月6日，县长罗远航主持召开县政府第3次常务会议。"

    assert [one.text for one in read(opening + words).records[0].agenda] == items


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("会议传达了全省防汛视频会议精神，听取了水库度汛情况汇报。", ["水库度汛情况"]),
        ("会议学习了《扬尘治理办法》。", ["《扬尘治理办法》"]),
    ],
)
def test_what_a_dispatch_passes_on_is_no_item(words: str, items: list[str]):
    opening = (
        "全县重点工作推进会召开\n\n11月6日，县长罗远航主持召开推进会，专题研究征迁清零工作。\n\n"
    )

    assert [one.text for one in read(opening + words).records[0].agenda] == items
