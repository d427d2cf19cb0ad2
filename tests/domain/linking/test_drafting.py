"""From directive to draft: one lead or a question, a stated day or proposals, nothing invented."""

from datetime import date

import pytest

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.following.limits import DeadlineBasis
from guatu.domain.kernel.calendar import five_days
from guatu.domain.linking.drafting import (
    DirectiveFacts,
    KnownUnit,
    draft_matter,
    meant_units,
    title_of,
)

MEETING = date(2024, 10, 28)
LIMITS = load_shelf().choose("matter_limits", on=MEETING, region="149921")
UNITS = (
    KnownUnit(id=1, names=("岚川县工业和信息化局", "县工信局", "工信")),
    KnownUnit(id=2, names=("岚川县经济开发区管理委员会", "县经济开发区", "开发区")),
    KnownUnit(id=3, names=("岚川县招商服务中心", "招商")),
    KnownUnit(id=4, names=("岚川县生态环境保护委员会办公室", "环保办")),
    KnownUnit(id=5, names=("岚川县卫生健康局", "县卫健局", "卫健")),
    KnownUnit(id=6, names=("岚川县水务局", "县水务局")),
)


def draft(addressees=(), chosen=None, source_type="", **changes):
    given = {"id": "d1", "kind": "task", "action": "要补齐停车设施，方便群众出行", **changes}
    facts = DirectiveFacts(addressees=tuple(addressees), **given)
    return draft_matter(
        facts,
        UNITS,
        LIMITS,
        start=MEETING,
        calendar=five_days(),
        source_type=source_type,
        chosen_lead=chosen,
    )


def codes(found):
    return [one.code.removeprefix("linking.draft.") for one in found.questions]


def test_one_unit_is_proposed_as_lead():
    found, told = draft([("县经济开发区", "unit")])
    assert (found.lead, found.candidates, told) == (2, (2,), ())


def test_named_lead_leads_and_the_others_support():
    found, _ = draft([("工信、招商等部门", "list")], lead="环保办")
    assert found.lead == 4
    assert found.co_units == (1, 3)


def test_list_of_three_asks_for_one_lead():
    found, _ = draft([("工信、开发区、招商等部门", "list")])
    assert (found.lead, found.candidates, found.co_units) == (None, (1, 2, 3), ())
    assert codes(found)[0] == "lead_of_list"


def test_everyone_creates_nothing_until_a_lead_is_chosen():
    nothing, told = draft([("各级各部门", "everyone")])
    assert nothing is None
    assert [one.code for one in told] == ["linking.draft.everyone"]
    found, _ = draft([("各级各部门", "everyone")], chosen=5)
    assert found.lead == 5


@pytest.mark.parametrize("kind", ["context", "promise"])
def test_context_and_promise_create_nothing(kind):
    nothing, told = draft([("县经济开发区", "unit")], kind=kind)
    assert nothing is None
    assert told[0].code == f"linking.draft.{kind}"


def test_enterprises_and_classes_ask_for_the_department_over_them():
    found, _ = draft([("各施工单位", "class")])
    assert found.lead is None
    assert codes(found)[0] == "lead_over_enterprise"


def test_unknown_name_asks_and_guesses_no_unit():
    found, _ = draft([("县气象台", "unit")])
    assert (found.lead, found.candidates) == (None, ())
    assert codes(found)[0] == "lead_unknown"


def test_words_without_a_day_give_proposals_and_no_deadline():
    found, _ = draft(
        [("县水务局", "unit")], deadline_text="按时限", source_type="executive_meeting"
    )
    assert (found.deadline, found.deadline_basis, found.deadline_text) == (None, None, "按时限")
    assert [one.basis for one in found.proposals] == [
        DeadlineBasis.SOURCE_TYPE,
        DeadlineBasis.ORDINARY,
        DeadlineBasis.MAJOR,
        DeadlineBasis.FALLBACK,
    ]
    assert "deadline_words" in codes(found)


def test_stated_day_is_taken_with_its_basis():
    found, _ = draft([("县水务局", "unit")], deadline=date(2024, 11, 20))
    assert (found.deadline, found.deadline_basis) == (date(2024, 11, 20), DeadlineBasis.STATED)
    assert "deadline_none" not in codes(found)


def test_quantities_become_the_result_and_their_absence_a_question():
    counted, _ = draft([("县水务局", "unit")], measures=("3 处排口",))
    plain, _ = draft([("县水务局", "unit")])
    assert counted.result == "3 处排口"
    assert "result" not in codes(counted)
    assert (plain.result, "result" in codes(plain)) == ("", True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("工信、开发区、招商等部门", (1, 2, 3)),
        ("卫健部门", (5,)),
        ("县工信局和县水务局", (1, 6)),
        ("水务", (6,)),
        ("岚川县", ()),
        ("县", ()),
    ],
)
def test_units_are_meant_only_where_the_words_fit_one(text, meant):
    assert meant_units(text, UNITS) == meant


def test_title_is_the_first_clauses_within_forty_characters():
    words = "要" + "补齐停车设施，" + "完善周边道路，" * 8
    title = title_of(words)
    assert title.startswith("补齐停车设施，完善周边道路")
    assert len(title) <= 40
    assert not title.endswith("，")


def test_every_question_has_words_in_both_languages():
    cases = (
        draft([("工信、招商等部门", "list")]),
        draft([("各施工单位", "class")], kind="standing"),
        draft([("县气象台", "unit")], deadline_text="早日"),
        draft([("各级各部门", "everyone")]),
        draft(kind="promise"),
        draft(kind="context"),
    )
    for language in ("zh", "en"):
        messages = load_messages(language)
        for found, told in cases:
            reasons = (*(found.questions if found else ()), *told)
            assert reasons
            assert all(messages.of(one) for one in reasons)
