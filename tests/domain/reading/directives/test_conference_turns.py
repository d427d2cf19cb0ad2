"""Turns of conference reports and notices: nouns that look like verbs, spirits, outcomes, brief speeches."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import is_told_of, tells
from guatu.domain.reading.directives.fronted import is_background, is_fronted
from guatu.domain.reading.furniture import is_caption
from guatu.domain.reading.units import is_unit


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("各镇安全部门、派出所", True),
        ("督查督办", False),
        ("离学校", False),
        ("实行主要负责同志", False),
    ],
)
def test_a_verb_or_a_place_is_no_unit_and_a_sign_within_a_name_breaks_none(
    words: str, yes: bool
) -> None:
    assert is_unit(words, load_lexicon()) is yes


@pytest.mark.parametrize(
    "words",
    [
        "以钉钉子的精神",
        "以过硬的作风",
        "坚持用工业思维抓农业",
        "为准确调查生活现状",
    ],
)
def test_the_spirit_and_the_purpose_stand_in_front(words: str) -> None:
    assert is_fronted(words)


def test_what_comes_with_the_times_is_background() -> None:
    assert is_background("随着假期到来")
    assert told("罗远航指出，随着假期到来，各景区车流量将大幅增加，对保障工作提出了考验。") == []


def test_what_came_of_it_is_told() -> None:
    assert is_told_of("积极参政议政，提出了许多建议")
    assert not is_told_of("要做到提出了就办")
    assert tells("青石镇、白沙镇先后作典型发言")
    assert tells("各责任单位主要领导参加会议")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "罗远航要求各镇要统一思想。要突出重点。进一步加强设施建设，确保安全。",
            [["各镇"], ["各镇"], ["各镇"]],
        ),
        (
            "会议要求，安委会各单位、企业要加强领导，及时部署。要形成合力。",
            [["安委会各单位、企业"], ["安委会各单位、企业"]],
        ),
        (
            "会议强调，各单位要做到认识要高，扎实推进；要求要严，要建立考评制度。",
            [["各单位"], ["各单位"]],
        ),
        (
            "罗远航强调，要做好产业文章。坚持用工业思维抓农业，做优做强主导产业。",
            [[], []],
        ),
        (
            "罗远航强调，三要推进常规工作。全面加大城区环境治理工作，县直各单位要定期清扫。",
            [[], [], ["县直各单位"]],
        ),
        (
            "检查组要求各镇要安排专人。对安排学生出行的镇村，要落实责任。",
            [["各镇"], ["各镇"]],
        ),
    ],
)
def test_a_speech_goes_on_with_its_unit(words: str, said: list[list[str]]) -> None:
    assert [who for who, _ in told(words)] == said


@pytest.mark.parametrize(
    "words",
    [
        "会议传达学习了给专家代表、勉励“空降连”全体官兵的回信精神，听取情况汇报。",
        "会议通过了《关于完善人大代表建议、政协委员提案办理机制的通知》。",
    ],
)
def test_a_verb_of_speech_in_what_was_read_out_begins_no_speech(words: str) -> None:
    assert told(words) == []


def test_a_bracket_that_begins_with_a_place_word_makes_no_caption() -> None:
    lexicon = load_lexicon()
    assert not is_caption("各中心小学（中心学校）要保存好资料", lexicon)
    assert is_caption("县长罗远航（左二）察看苗情", lexicon)


def test_in_a_notice_what_the_office_is_going_to_do_is_no_demand() -> None:
    said = read(
        "关于检查的通知\n\n各中心小学：\n\n现将有关事项通知如下：\n\n"
        "一、各中心小学要保存好资料。\n\n二、县督查组的督查时间将于当天电话通知相关学校。"
    ).directives
    assert [one.action for one in said] == ["各中心小学要保存好资料"]


def test_a_policy_read_against_is_no_speaker() -> None:
    said = told("罗远航要求，各部门要提高认识，对标对表相关政策要求，绷紧这根弦。要发挥作用。")
    assert [who for who, _ in said] == [["各部门"], ["各部门"]]
