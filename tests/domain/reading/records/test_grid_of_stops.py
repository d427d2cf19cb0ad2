"""A grid of stops: names of sites by the ways to say that somebody was there; every cell is found."""

import pytest
from tests.domain.reading.reading_of import read

_OPENING = "栾知秋调研\n\n3月5日，县委书记栾知秋调研重点工作。\n\n"
_NAMES = (
    "石桥镇柳沟村",
    "青溪水库大坝",
    "幸福家园小区",
    "青石岭隧道",
    "石桥镇高标准农田项目",
    "青溪水厂扩建工程",
    "石桥镇就业服务站",
    "石桥镇检查站",
    "石桥镇农技指导站",
    "县人民医院新院区",
    "县应急物资储备库",
    "石桥镇茶旅综合体",
    "石桥镇养牛场",
    "柳沟村文化礼堂",
    "青石滑坡点",
    "石桥110千伏变电站",
    "石桥镇扶贫车间",
    "农田防护林更新改造项目",
)
_WAYS = (
    "栾知秋先后来到{}、三岔河水库，察看进展。",
    "栾知秋来到{}，详细了解情况。",
    "在{}，栾知秋看得很细。",
    "栾知秋实地察看了{}建设情况。",
    "栾知秋深入{}调研。",
    "栾知秋一行到{}检查安全工作。",
    "栾知秋走进{}，与干部群众交流。",
    "栾知秋先后实地查看了{}、三岔河水库等地。",
)


@pytest.mark.parametrize("way", _WAYS)
def test_every_site_is_found_in_every_way(way: str) -> None:
    missing = []
    for name in _NAMES:
        record = read(_OPENING + way.format(name)).records[0]
        if name not in {one.name for one in (*record.places, *record.organisations)}:
            missing.append(name)

    assert missing == []


@pytest.mark.parametrize(
    "words",
    [
        "栾知秋实地察看了项目建设情况。",
        "栾知秋实地察看了水质断面、岸线管护情况。",
        "栾知秋实地察看了老旧小区改造情况。",
        "栾知秋实地查看了解复工项目推进情况。",
        "栾知秋实地察看了企业运营情况。",
        "栾知秋实地察看了水库蓄水情况。",
    ],
)
def test_a_class_whose_state_is_looked_at_is_no_stop(words: str) -> None:
    record = read(_OPENING + words).records[0]

    assert [one.name for one in (*record.places, *record.organisations)] == []
