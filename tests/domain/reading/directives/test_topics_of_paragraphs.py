"""Speeches laid out by topics, and verbs that only look like the names of those told."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.deeds_in_names import holds_deed
from guatu.domain.reading.directives.fronted import is_so_far
from guatu.domain.reading.directives.imperatives import commands


def test_a_paragraph_that_opens_with_a_topic_goes_on_with_the_speech() -> None:
    said = told(
        "罗远航指出，各部门要提高认识。\n\n考试管理要再严格，充分认识严肃性。\n\n服务保障要再细致。"
    )
    assert [words for _, words in said] == [
        "各部门要提高认识",
        "考试管理要再严格，充分认识严肃性",
        "服务保障要再细致",
    ]
    assert [who for who, _ in said] == [["各部门"], [], []]


@pytest.mark.parametrize(
    ("name", "yes"),
    [
        ("要成立专班", True),
        ("要素保障专班", False),
        ("调整充实本地本部门", True),
        ("预置应急抢险力量", True),
        ("代表党委政府", True),
        ("代表团", False),
        ("党委委员、副镇长罗远航同志", True),
    ],
)
def test_verbs_and_persons_in_front_make_no_name(name: str, yes: bool) -> None:
    assert holds_deed(name, load_lexicon()) is yes


@pytest.mark.parametrize(
    "words",
    [
        "各地要迅速行动，调整充实本地本部门领导小组，完善机制。",
        "各地要锚定目标，抢工期、优服务、保安全，全力推动项目提速。",
        "各地要制定预案，安排足够的人员，确保万无一失。",
        "各地要明确责任，明确整改时间、整改要求，彻底查清问题。",
    ],
)
def test_what_is_done_stays_with_who_was_told(words: str) -> None:
    said = told("罗远航强调，" + words)
    assert {tuple(who) for who, _ in said} == {("各地",)}
    assert "".join(one for _, one in said).endswith(words[-5:-1])


def test_what_happened_at_an_hour_is_told() -> None:
    assert is_so_far("上午9时")
    assert not is_so_far("上午9时前")
    said = told("会议要求，各镇要备足物资。上午9时，县防指启动应急响应。")
    assert said == [(["各镇"], "各镇要备足物资")]


def test_a_longer_imperative_is_not_weak() -> None:
    lexicon = load_lexicon()
    assert commands("集中优势资源", lexicon, numbered=False, pointed=False)
    assert not commands("集中在城区", lexicon, numbered=False, pointed=False)


def test_what_was_found_on_the_spot_is_no_speech() -> None:
    said = told("县安监局负责同志现场指出存在问题，指导景区做好整改。")
    assert said == []


def test_checks_of_the_days_before_a_festival_have_no_limit() -> None:
    found = read(
        "县里检查旅游安全\n\n5月8日，罗远航指出，端午节即将来临，文旅局要组织开展节前安全隐患排查。"
    ).directives
    assert [limit.day for one in found for limit in one.limits if limit.day] == []


def test_instructions_are_asked_and_new_times_stand_in_front() -> None:
    said = told(
        "听取汇报后，罗远航对今后的发展作出了几点指示：一是全面加快项目建设；二是在新形势下，研究新情况，总结好经验。"
    )
    assert [words for _, words in said] == [
        "全面加快项目建设",
        "在新形势下，研究新情况，总结好经验",
    ]


@pytest.mark.parametrize("name", ["压茬推进重点企业", "符合企业"])
def test_verbs_before_enterprises_name_nobody(name: str) -> None:
    assert holds_deed(name, load_lexicon())
