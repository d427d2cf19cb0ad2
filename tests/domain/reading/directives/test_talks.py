"""With whom a leader talks in a story: whom he rang up, called by name, asked, or who is told 你."""

import pytest
from tests.domain.reading.reading_of import read

STORY = (
    "贺兰舟夜查供暖\n\n11月6日，县长贺兰舟夜查供暖。副县长柳知行、县住建局局长丁一鸣、"
    "青石镇镇长岳一帆参加。\n"
)


def told(words: str) -> list[tuple[list[str], str]]:
    found = read(STORY + words + "\n").directives
    return [([who.text for who in one.addressees], one.action) for one in found]


@pytest.mark.parametrize(
    ("words", "who", "count"),
    [
        ("贺兰舟把岳一帆叫到一边，翻开记录本：“这一页空着，今晚补上，明早报给我。”", "岳一帆", 1),
        (
            "贺兰舟扭头问丁一鸣上一回测温是哪天。丁一鸣翻了翻手机，答不上来。“测温点抽二十户，今晚就去测。”",
            "丁一鸣",
            1,
        ),
        ("他转过身来，盯着丁一鸣：“漏点明天换完，换不完的架临时锅炉。”", "丁一鸣", 1),
        ("丁一鸣汇报说人手不够，贺兰舟打断他：“从邻县借，明天天黑前把队伍带到现场。”", "丁一鸣", 1),
        (
            "他又给随行的丁一鸣列了三条：一、报修电话不准占线；二、11月10日前把存煤查一遍；三、把测温点搬到居民家里。",
            "丁一鸣",
            3,
        ),
        ("煤够烧多久？贺兰舟当场拨通北坡煤业公司的电话：每天发煤不少于15车。", "北坡煤业公司", 1),
        ("贺兰舟打通县供水公司的电话：明早六点以前把水送到小区，一户不落。", "县供水公司", 1),
        (
            "贺兰舟摊开图纸，点名岳一帆，明天就把渠里的两道坝拆了；三天内每个组推一名放水员。",
            "岳一帆",
            2,
        ),
        ("转过身，贺兰舟叫住丁一鸣，末端的管子这个月换完，别拖到上冻。", "丁一鸣", 1),
        (
            "“往后不要拿手指头量。”散会前，贺兰舟对值班员说，“轮到谁的班，谁就不准离人。”",
            "值班员",
            2,
        ),
        ("贺兰舟还在跟岳一帆说这件事：“全镇的锅炉房这个月底前查完，单子交给我。”", "岳一帆", 1),
    ],
)
def test_whom_a_leader_turned_to_is_told(words: str, who: str, count: int) -> None:
    found = told(words)
    assert [one for one, _ in found] == [[who]] * count


@pytest.mark.parametrize(
    "words",
    [
        "岳一帆在一旁解释，备用的煤还没领。贺兰舟摆摆手：“煤今晚就要送到，一户都不能停。”",
        "村民老方说，管子漏了三年。贺兰舟听罢说：“三天内必须换好。”",
        "贺兰舟走到司机跟前，接过扳手：“不许带火作业。”",
    ],
)
def test_who_but_reports_or_stands_there_is_told_nothing(words: str) -> None:
    assert [one for one, _ in told(words)] == [[]]


def test_who_answered_is_told_where_he_is_spoken_to() -> None:
    words = "“还差几户？”“差两户。”岳一帆在屏幕里答。“你去敲门，今晚9点前必须接过来。”"
    assert [one for one, _ in told(words)] == [["岳一帆"]]


def test_a_vow_is_known_by_how_it_binds() -> None:
    assert told("岳一帆当场表态，末端三栋楼连夜调试，达不到18度不收班。")[0][0] == ["岳一帆"]
    assert told("岳一帆表态，这几年变化很大，群众很满意。") == []


@pytest.mark.parametrize(
    "words", ["走海运要五天，走快件要一天", "那段路要三百万元", "爬一趟塔要半个小时"]
)
def test_what_a_thing_takes_is_no_demand(words: str) -> None:
    assert told(f"贺兰舟说：“{words}。”") == []
    assert len(told("贺兰舟说：“各乡镇要三天内把管网摸清。”")) == 1


def test_with_what_it_is_settled_is_no_demand() -> None:
    assert told("贺兰舟说：“今晚吵完就算完。”") == []
