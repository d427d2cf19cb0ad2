"""What leaders ask from afar and on the scene of a mishap: 指示…, 电话要求…, 召开会议，强调…; and what is told beside it."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.on_the_scene import end_of_deeds
from guatu.domain.reading.values import Directive

HEAD = "青石镇发生山体滑坡\n本报讯 2025年9月3日凌晨，青石镇石湾村发生山体滑坡，造成3人被困。"

ASKING = (
    "险情发生后，县委书记卫明远立即作出批示，要求{}。",
    "接报后，县委书记卫明远、县长燕北山第一时间作出指示：{}。",
    "接报后，县委书记卫明远指示{}。",
    "接报后，县委书记卫明远当即指示{}。",
    "县委、县政府启动应急预案，县委书记卫明远指示{}。",
    "正在外地出差的县长燕北山得知情况后，电话要求{}。",
    "县长燕北山连夜打来电话，要求{}。",
    "副县长伏波赶赴现场指挥救援，并要求{}。",
    "县里当天召开紧急会议，强调{}。",
    "卫明远反复强调{}。",
)
DEMANDS = {
    "全力搜救被困群众": [""],
    "组织人手抢通道路，把损失降到最小": [""],
    "尽快查明原因，妥善做好善后工作": [""],
    "要采取一切措施抢救伤员": [""],
    "加强巡查值守": [""],
    "在各地质灾害点开展隐患排查整治工作": [""],
    "有关部门全力开展救治工作": ["有关部门"],
    "县卫健局在各医院之间调配药品，全力救治伤员": ["县卫健局"],
    "青石镇及有关部门全力组织搜救": ["青石镇及有关部门"],
    "各地摸查受灾情况": ["各地"],
}


def within(before: str, words: str) -> list[Directive]:
    """Return the directives that hold any of the words at the end of a text."""
    text = HEAD + before.format(words)
    start = text.rindex(words)
    end = start + len(words)
    found = read(text, year=None).directives
    return [one for one in found if any(s.start < end and s.end > start for s in one.spans)]


def asked(before: str, words: str) -> list[str]:
    """Return whom the words tell, a text for each directive."""
    return ["+".join(who.text for who in one.addressees) for one in within(before, words)]


@pytest.mark.parametrize("asking", ASKING)
def test_what_is_asked_of_a_mishap_is_heard_of_whom_it_is_asked(asking: str) -> None:
    wrong = {words: asked(asking, words) for words in DEMANDS}
    assert {one: whom for one, whom in wrong.items() if whom != DEMANDS[one]} == {}


@pytest.mark.parametrize(
    "words",
    [
        "县委书记卫明远作出重要指示，体现了对灾区群众的关怀。",
        "会议传达学习了卫明远指示精神。",
        "县应急局按照卫明远指示加强值守，群众情绪稳定。",
        "村民电话反映道路仍然不通。",
    ],
)
def test_the_noun_asks_nothing(words: str) -> None:
    assert read(HEAD + words, year=None).directives == ()


DEEDS = (
    "，副县长伏波赶赴现场调查处理",
    "，县政府办副主任伏波第一时间赶到现场",
    "，县应急局局长伏波带队赶赴现场",
    "，县长燕北山召开紧急会议安排部署抢险工作",
    "，并派副县长伏波赶赴现场处置",
)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("words", ["全力抢救被困群众", "有关部门全力开展救治工作"])
def test_what_another_official_does_is_no_part_of_it(deed: str, words: str) -> None:
    text = HEAD + f"县委书记卫明远作出批示，要求{words}{deed}。"
    assert [one.action for one in read(text, year=None).directives] == [words]


def test_who_learns_of_it_and_rings_up_asks_for_himself() -> None:
    words = "县委书记卫明远要求全力抢救被困群众，正在外地的县长燕北山得知情况后，电话要求县民政局做好善后工作。"
    found = read(HEAD + words, year=None).directives
    assert [one.action for one in found] == ["全力抢救被困群众", "县民政局做好善后工作"]


def test_an_official_who_is_charged_stays_in_the_demand() -> None:
    words = "县委书记卫明远要求全力抢救被困群众，由副县长伏波赶赴现场指挥。"
    found = read(HEAD + words, year=None).directives
    assert "".join(one.action for one in found).endswith("赶赴现场指挥")


TOLD = (
    "县消防大队出动5台水罐车，两个中队立即赶赴山脚灭火",
    "县委、县政府召开紧急会议，启动应急预案，安排公安、武警在街道巡逻",
    "全县各单位3日晚安排专人守电话，并用喇叭把险情告诉村民",
    "青石镇党政领导第一时间赶赴矿区，全力组织救援",
    "县公安局组织警力赶到现场维持秩序，疏散群众200余人",
    "县卫健局第一时间成立医疗救治组，对伤员进行紧急救治",
    "接到报警后，县消防大队立即调派3个中队赶赴现场处置",
)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("before", [ASKING[0], "县委、县政府高度重视，要求{}。"])
def test_what_forces_did_behind_it_is_told(told: str, before: str) -> None:
    assert within(before.format("各地摸查受灾情况") + "{}。", told) == []


@pytest.mark.parametrize(
    "words",
    [
        "县消防大队要出动5台消防车，赶赴现场灭火。",
        "县应急局务必第一时间赶赴现场。",
        "县消防大队赶赴现场后要求各村加强巡查。",
        "县公安局加强巡查，维护社会秩序。",
        "各乡镇9月5日前派出工作组赶赴现场。",
    ],
)
def test_what_is_asked_of_forces_is_not_told(words: str) -> None:
    assert end_of_deeds(words, 0) == 0
