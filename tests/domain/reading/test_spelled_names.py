"""Names spelled by sound stand whole: by names, and by places a name has in a report."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions

LEXICON = load_lexicon()
NAMES = [
    "那仁满都拉",
    "朝鲁",
    "朝鲁门",
    "白音都冷",
    "斯琴高娃",
    "恩和巴雅尔",
    "额尔敦巴图",
    "乌日更达来",
    "其其格",
    "满都呼",
    "温都日玛",
    "昭日格巴特尔",
    "刚巴图",
    "尼玛敖斯尔",
    "额尔定德",
    "扎西",
    "卓玛",
    "尕让桑杰",
    "才让卓玛措",
    "久迈多杰",
    "江永才仁",
    "豆格才让",
    "泽登洛尔吾",
    "三智",
    "降央",
    "买买提",
    "阿不都热合曼",
    "布海丽且姆",
    "迪里木拉提",
    "吐地买买提",
    "阿依古丽·买买提",
    "胡尔曼别克",
    "沙依兰别克",
    "居马泰",
    "对山",
    "沙马石一",
    "的日木呷",
    "吉克阿木",
    "瓦其拉萨",
    "甲拉日达",
    "勿雷石古",
    "苦乐伍牛",
    "岩罕香",
    "玉应罕",
    "依香囡",
    "马优素夫",
    "马阿不都",
    "陈木呷",
]
PLACES = (
    "5月12日，副县长{}到白石镇调研。",
    "会上，县水利局局长{}也作了发言。",
    "会上，县水利局局长{}汇报了工作。",
    "副县长{}对全县防汛工作作了安排部署。",
    "副县长{}说：“要加快进度。”",
    "县委书记王建军和{}副县长先后来到白石镇。",
    "县领导王建军、{}等参加会议。",
    "县领导王建军、刘志强、{}出席会议。",
    "县委常委、副县长{}和县人大常委会副主任刘志强参加。",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_name_spelled_by_sound_when_read_then_it_stands_whole(place: str) -> None:
    others = {one for one in ("王建军", "刘志强") if one in place}
    wrong = [
        name
        for name in NAMES
        if {one.name for one in find_mentions([place.format(name)], LEXICON)} != {name, *others}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("旗长朝鲁门来到牧户家中。", {"朝鲁门"}),
        ("副县长李吉日前到白石镇调研。", {"李吉"}),
        ("县委书记马海波到会讲话。", {"马海波"}),
        ("副县长多次到现场，局长古力带队。", {"古力"}),
        ("副县长阿依努尔来到现场。", {"阿依努尔"}),
        ("县长孟和平主持会议。", {"孟和平"}),
        ("镇长达成一致意见后签字。", set()),
        ("局长都要到场，站长守在渠口。", set()),
    ],
)
def test_what_stands_behind_such_a_name_is_no_part_of_it(text: str, names: set[str]) -> None:
    assert {one.name for one in find_mentions([text], LEXICON)} == names
