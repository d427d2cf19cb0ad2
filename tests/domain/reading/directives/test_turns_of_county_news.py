"""Turns that county news takes every day: who is watched, who is reminded, what comes next, what was laid down."""

import pytest
from tests.domain.reading.reading_of import demands, told

from guatu.domain.reading.values import DirectiveKind


@pytest.mark.parametrize(
    "words",
    [
        "茶楼、浴室、棋牌室等服务业要随时查、随时整",
        "网吧、旅馆要逐家查，查出的毛病要当场改",
        "规上企业要一家一家跑，问清困难",
        "养老院、幼儿园要逐个检查，不留死角",
        "散乱污企业要坚决取缔，反弹的从重处理",
        "龙头企业要大力培育，小微企业要用心扶持",
    ],
)
def test_those_who_are_looked_over_one_by_one_are_told_nothing(words: str) -> None:
    assert told(f"罗远航强调，{words}。") == [([], words)]


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        ("各派出所", "要随时查、随时整"),
        ("企业", "要随时查、随时改"),
        ("县市场监管局", "要逐店检查"),
        ("加油站", "要随时检查油罐"),
        ("各乡镇", "要挨家过筛子"),
    ],
)
def test_those_who_look_over_others_are_told(who: str, acts: str) -> None:
    assert told(f"罗远航强调，{who}{acts}。") == [([who], who + acts)]


@pytest.mark.parametrize(
    "words",
    [
        "要加快改造，乡镇、社区建成率达到八成",
        "要加快培育，规上企业达到60家以上，服务业企业突破100家",
        "要广泛发动，家庭、单位达90%以上",
    ],
)
def test_how_many_there_are_to_be_tells_nobody(words: str) -> None:
    assert told(f"罗远航要求，{words}。") == [([], words)]


def test_a_class_may_have_to_reach_a_figure() -> None:
    assert told("罗远航要求，各镇街入户率达到100%。") == [(["各镇街"], "各镇街入户率达到100%")]


@pytest.mark.parametrize(
    "words",
    [
        "县住建局要加密巡查，并督促施工单位整改到位",
        "监管部门要勤检查，并督促水库管理单位落实值班",
        "县气象局要滚动预报，提醒广大群众增强避险意识",
    ],
)
def test_whom_those_told_urge_is_told_nothing_by_the_speaker(words: str) -> None:
    who = words.partition("要")[0]
    assert told(f"罗远航要求，{words}。") == [([who], words)]


def test_those_reminded_are_not_whom_the_next_demand_is_for() -> None:
    found = told(
        "罗远航要求，各镇要广泛宣讲，提醒广大群众增强避险意识，提高自救能力；遇有险情立即上报。"
    )
    assert [who for who, _ in found] == [["各镇"], ["各镇"]]


@pytest.mark.parametrize(
    "words",
    ["不可掉以轻心", "不可有丝毫懈怠", "万不可马虎", "切不可麻痹大意"],
)
def test_a_warning_of_carelessness_is_a_demand(words: str) -> None:
    assert told(f"罗远航强调，此事事关重大，{words}。") == [([], words)]


@pytest.mark.parametrize(
    "words",
    ["养殖与种植不可分割", "农技人员功不可没", "这是不可多得的机遇", "掉以轻心不可取"],
)
def test_what_cannot_be_is_no_demand(words: str) -> None:
    assert told(f"罗远航指出，{words}。") == []


@pytest.mark.parametrize(
    "front",
    ["聚焦重点领域和关键环节", "围绕农业增效和农民增收", "瞄准产业链条上的薄弱环节"],
)
def test_on_what_one_acts_belongs_to_who_is_told_behind_it(front: str) -> None:
    words = f"{front}，主要负责同志要亲自部署，对照清单补缺"
    assert told(f"罗远航要求，{words}。") == [(["主要负责同志"], words)]


def test_a_deed_in_the_focus_is_a_demand_of_its_own() -> None:
    found = told("罗远航要求，一是聚焦源头治理抓好隐患排查，各企业要建立台账。")
    assert [who for who, _ in found] == [[], ["各企业"]]


def test_what_a_plenum_laid_down_is_no_speech() -> None:
    words = "要深入贯彻省委经济工作会议精神及市、县全会部署要求，始终把水网抓在手上"
    assert told(f"罗远航强调，{words}。") == [([], words)]


def test_the_words_of_a_speech_are_heard_behind_it() -> None:
    found = told("会上，县委副书记陶知远作了讲话，讲话指出，条件已经具备，必须坚定信心。")
    assert found == [([], "必须坚定信心")]


def test_what_comes_next_is_the_word_of_who_will_do_it() -> None:
    first, then = demands("督查组强调，各单位要严守纪律。下一步，督查组将加大力度，把规矩立起来。")
    assert [each.text for each in first.addressees] == ["各单位"]
    assert then.kind is DirectiveKind.PROMISE
    assert [each.text for each in then.addressees] == ["督查组"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("检查组要求当事农户作书面检讨。", "当事农户"),
        ("检查组要求船主补办手续。", "船主"),
        ("检查组责令其停业整改。", "其"),
        ("检查组要求其他门店引以为戒。", "其他门店"),
    ],
)
def test_whom_an_inspection_turns_to(words: str, who: str) -> None:
    ((found, _),) = told(words)
    assert found == [who]


def test_what_comes_next_is_heard_where_the_paragraph_tells_of_the_body_itself() -> None:
    found = demands(
        "截至目前，县纪委监委开展督查七次，同时强调，要强化责任意识。下一步，县纪委监委将持续跟踪问效，推动整改。"
    )
    assert [one.kind is DirectiveKind.PROMISE for one in found] == [False, True]


def test_what_comes_next_is_no_promise_in_the_words_of_who_leads() -> None:
    found = told("罗远航强调，县水利局要抓紧清淤。下一步，县水利局将加大巡查力度，管好闸门。")
    assert found == [(["县水利局"], "县水利局要抓紧清淤")]


def test_the_course_of_a_meeting_counted_off_demands_nothing() -> None:
    words = (
        "会上，一是县发改局对观摩作了周密安排，提出了明确要求。二是邀请设计单位深入现场，做好指导。"
    )
    assert told(words) == []


def test_what_a_meeting_demands_by_points_is_demanded() -> None:
    assert len(told("会议强调，一是加强领导，压实责任。二是完善台账，逐项销号。")) == 2
