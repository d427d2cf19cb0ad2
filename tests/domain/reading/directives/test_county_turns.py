"""Turns of county news: units told what they are, points of their own, lists after a brief charge."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import demands, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import states, tells
from guatu.domain.reading.directives.fronted import is_fronted
from guatu.domain.reading.directives.imperatives import commands
from guatu.domain.reading.units import is_unit


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("县直各单位所组建的助农工作队", True),
        ("镇里所选派的“助农”工作队", True),
        ("努力构筑“政府", False),
    ],
)
def test_a_unit_may_be_told_by_who_set_it_up_but_holds_its_signs_in_pairs(
    words: str, yes: bool
) -> None:
    assert is_unit(words, load_lexicon()) is yes


def test_a_unit_told_what_it_is_for_is_the_one_who_must() -> None:
    said = told("罗远航指出，县农委和县能源办是秸秆利用的牵头部门，要拓展用途，以疏促堵。")
    assert said == [
        (["县农委和县能源办"], "县农委和县能源办是秸秆利用的牵头部门，要拓展用途，以疏促堵")
    ]


def test_what_is_said_of_firms_before_they_are_wished_something_is_no_demand() -> None:
    said = told("会议要求，民营企业是发展的主力军，希望民营企业家坚定信心。")
    assert said == [(["民营企业家"], "民营企业家坚定信心")]


def test_a_numbered_point_is_its_own_where_another_unit_must_act_behind_it() -> None:
    said = told("会议强调，一是坚决做好隐患排查，各学校要按时完成自查。二是抓好抽检。")
    assert [who for who, _ in said] == [[], ["各学校"], []]


def test_a_point_ends_the_brief_charge_within_the_one_before() -> None:
    said = told(
        "罗远航强调，一要责任到位。层层签订责任书，让每户都有人管。二要督导到位。严厉打击焚烧行为。"
    )
    assert ([], "严厉打击焚烧行为") in said


@pytest.mark.parametrize("words", ["抢栽抢种现象比较严重", "汛情日趋严峻", "短板仍然突出"])
def test_how_bad_things_are_is_stated(words: str) -> None:
    assert states(words, load_lexicon())


def test_how_bad_things_are_stands_outside_the_demand_behind_it() -> None:
    said = told("罗远航强调，目前，抢栽抢种现象比较严重，相关镇村要做好宣传。")
    assert said == [(["相关镇村"], "相关镇村要做好宣传")]


def test_who_reports_together_with_others_only_tells() -> None:
    assert tells("县农业局以及相关乡镇负责人分别汇报了全县深翻工作")


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("重点做好宣传", True),
        ("集中整治占道经营", True),
        ("实行分包责任制", True),
        ("重点工程进展顺利", False),
    ],
)
def test_an_adverb_commands_only_in_front_of_an_imperative(words: str, yes: bool) -> None:
    assert commands(words, load_lexicon(), numbered=False, pointed=False) is yes


@pytest.mark.parametrize("words", ["自然保护地是生态载体", "经济运行稳中向好", "未来三年机遇难得"])
def test_a_noun_that_begins_as_a_preposition_is_no_front(words: str) -> None:
    assert not is_fronted(words)


def test_what_a_leading_group_is_going_to_do_ends_the_demand_before() -> None:
    said = told("罗远航要求，各部门务必高度重视，县领导小组将于周末组织督查，结果计入考核。")
    assert said == [(["各部门"], "各部门务必高度重视")]


def test_what_was_found_is_an_object_and_is_not_told() -> None:
    said = told("罗远航强调，这次检查中存在的问题要及时整改。")
    assert said == [([], "这次检查中存在的问题要及时整改")]


def test_a_writ_is_a_noun_and_charges_nobody() -> None:
    assert told("全县检查企业13家，下达责令整改指令书4份，停产2家。") == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议要求，采矿投资者、管理者要遵纪守法。", "采矿投资者、管理者"),
        ("会议号召并安排部署各乡镇再发动、再提升。", "各乡镇"),
    ],
)
def test_people_by_what_they_do_and_units_behind_two_verbs_are_named(words: str, unit: str) -> None:
    assert told(words)[0][0] == [unit]


def test_a_link_without_a_comma_opens_the_sentence_no_less() -> None:
    said = told("罗远航强调，要抓紧施工。同时加快水、电配套，确保居民入住。")
    assert said == [([], "要抓紧施工"), ([], "同时加快水、电配套，确保居民入住")]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航强调，加快推进景观改造，对于完善城市功能、提升品位具有重要作用。",
        "罗远航指出，青石镇建设离目标还有很大差距。",
        "会上安排布置了成员单位全年任务，县委组织部汇报了线索。",
        "罗远航来到南洋出让地块、西路沿线等区域，检查工地情况。",
    ],
)
def test_what_is_praised_lacking_told_or_given_up_is_no_demand(words: str) -> None:
    assert told(words) == []


def test_a_day_printed_without_its_sign_is_a_limit_of_what_is_required() -> None:
    (one,) = demands("针对围墙缺口等问题，罗远航要求于11月20前完成整治，并上报情况。")
    assert one.action == "于11月20前完成整治，并上报情况"
    assert one.deadline.day == date(2024, 11, 20)
