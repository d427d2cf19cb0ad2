from dataclasses import replace
from datetime import date, timedelta

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.matters import actions
from guatu.apps.matters.kinds import KINDS
from guatu.apps.matters.models import Evidence, Matter, MatterGram, Verification
from guatu.apps.matters.values import Draft, Upload
from guatu.apps.units.queries import acting_of
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Role
from tests.factories.acting import later
from tests.factories.matters import DRAFT, PNG, RULES, attach, make_draft, make_matter
from tests.factories.sources import make_read_source, proposals_of
from tests.factories.units import make_acting, make_county

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county()


def seen(matter):
    return {"matter_id": matter.pk, "expected_version": matter.version, "rules": RULES}


def test_the_straight_path_ends_closed_with_one_entry_a_step(county):
    before = Entry.objects.count()
    matter = make_matter(county, Stage.CLOSED)
    assert matter.stage == "closed"
    assert matter.number == "岚政督〔2026〕1号"
    assert matter.original_deadline == matter.deadline == date(2026, 11, 20)
    assert matter.approved_by_id == county.approver.person_id
    kinds = list(Entry.objects.order_by("number").values_list("kind", flat=True))[before:]
    assert kinds == [
        "matter.added",
        "matter.registered",
        "matter.issued",
        "matter.signed",
        "matter.started",
        "matter.reported",
        "matter.verified",
        "matter.completed",
        "matter.evidenced",
        "matter.closed",
    ]
    assert set(kinds) <= set(KINDS)


def test_confirming_a_proposal_keeps_its_quote_and_settles_it(county):
    first = proposals_of(make_read_source(county.clerk))[0]
    draft = replace(DRAFT, lead_id=county.units["31"].pk, co_unit_ids=(county.units["12"].pk,))
    matter = actions.confirm_proposal(
        acting=county.clerk, proposal_id=first.pk, expected_version=1, draft=draft, rules=RULES
    )
    first.refresh_from_db()
    assert (first.state, matter.quote, matter.stage) == ("CONFIRMED", first.action, "draft")
    assert matter.co_units.get().due == date(2026, 11, 18)
    with pytest.raises(Refused, match=r"sources\.decided"):
        actions.confirm_proposal(
            acting=county.clerk, proposal_id=first.pk, expected_version=2, draft=draft, rules=RULES
        )


def test_bulk_confirmation_leaves_what_is_addressed_to_everyone(county):
    rows = proposals_of(make_read_source(county.clerk))
    done = actions.confirm_proposals(
        acting=county.clerk, picks=[(one.pk, 1) for one in rows], rules=RULES
    )
    assert done.left == (rows[2].pk,)
    stated, open_one = Matter.objects.order_by("id")
    assert (stated.deadline, stated.deadline_basis) == (date(2026, 11, 20), "STATED")
    assert (open_one.deadline, open_one.deadline_basis, open_one.stage) == (None, "", "draft")


def test_bulk_confirmation_with_one_stale_proposal_makes_nothing(county):
    rows = proposals_of(make_read_source(county.clerk))
    with pytest.raises(StaleVersion):
        actions.confirm_proposals(
            acting=county.clerk, picks=[(rows[0].pk, 1), (rows[1].pk, 9)], rules=RULES
        )
    assert Matter.objects.count() == 0
    rows[0].refresh_from_db()
    assert rows[0].state == "OPEN"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, "matters.title_missing"),
        ({"title": "长" * 201}, "matters.title_too_long"),
        ({"kind": "other"}, "matters.choice_unknown"),
        ({"deadline_basis": ""}, "matters.deadline_without_basis"),
        ({"deadline_basis": "GUESS"}, "matters.deadline_without_basis"),
    ],
)
def test_a_draft_that_does_not_fit_is_refused_unwritten(county, change, code):
    with pytest.raises(Refused) as refused:
        make_draft(county, **change)
    assert refused.value.code == code
    assert Matter.objects.count() == 0


def test_a_lead_cannot_be_its_own_co_unit(county):
    with pytest.raises(Refused, match="lead_is_co_unit"):
        make_draft(county, co_unit_ids=(county.units["31"].pk,))


@pytest.mark.parametrize(
    ("lack", "need"),
    [
        ({"result": ""}, "result"),
        ({"deadline": None, "deadline_basis": ""}, "deadline"),
    ],
)
def test_registering_asks_for_result_deadline_and_basis(county, lack, need):
    matter = make_draft(county, **lack)
    with pytest.raises(Refused) as refused:
        actions.register_matter(acting=county.approver, **seen(matter))
    assert refused.value.code == f"following.need.{need}"
    matter.refresh_from_db()
    assert (matter.stage, matter.number) == ("draft", "")


def test_numbers_run_within_a_region_and_begin_anew_each_year(county):
    other = make_county("149922")
    first = make_matter(county, Stage.REGISTERED)
    second = make_matter(county, Stage.REGISTERED)
    elsewhere = make_matter(other, Stage.REGISTERED)
    assert [one.number for one in (first, second, elsewhere)] == [
        "岚政督〔2026〕1号",
        "岚政督〔2026〕2号",
        "石政督〔2026〕1号",
    ]
    draft = make_draft(county)
    next_year = later(county.approver, days=70)
    matter = actions.register_matter(acting=next_year, **seen(draft))
    assert matter.number == "岚政督〔2027〕1号"


def test_a_clerk_cannot_approve_and_an_approver_cannot_issue(county):
    draft = make_draft(county)
    with pytest.raises(Refused, match="not_your_role"):
        actions.register_matter(acting=county.clerk, **seen(draft))
    registered = make_matter(county, Stage.REGISTERED)
    with pytest.raises(Refused, match="not_your_role"):
        actions.issue_matter(acting=county.approver, **seen(registered))


def test_a_liaison_of_another_unit_sees_the_matter_as_absent(county):
    matter = make_matter(county, Stage.ISSUED, lead_id=county.units["12"].pk)
    with pytest.raises(Absent):
        actions.sign_matter(acting=county.liaison, **seen(matter))


def test_a_co_unit_sees_the_matter_but_cannot_sign_for_the_lead(county):
    matter = make_matter(
        county,
        Stage.ISSUED,
        lead_id=county.units["12"].pk,
        co_unit_ids=(county.units["31"].pk,),
    )
    with pytest.raises(Refused, match="not_your_unit"):
        actions.sign_matter(acting=county.liaison, **seen(matter))


def test_a_clerk_of_another_county_sees_the_matter_as_absent(county):
    other = make_county("149922")
    matter = make_matter(county, Stage.REGISTERED)
    with pytest.raises(Absent):
        actions.issue_matter(acting=other.clerk, **seen(matter))


def test_an_objection_makes_it_a_draft_again_that_can_go_to_another_lead(county):
    matter = make_matter(county, Stage.ISSUED)
    with pytest.raises(Refused, match=r"need\.reason"):
        actions.object_to_matter(acting=county.liaison, reason=" ", **seen(matter))
    matter = actions.object_to_matter(acting=county.liaison, reason="非本单位职责", **seen(matter))
    assert matter.stage == "draft"
    draft = replace(DRAFT, lead_id=county.units["12"].pk)
    matter = actions.revise_matter(
        acting=county.clerk,
        matter_id=matter.pk,
        expected_version=matter.version,
        draft=draft,
        rules=RULES,
    )
    matter = actions.register_matter(acting=county.approver, **seen(matter))
    assert (matter.number, matter.lead_id) == ("岚政督〔2026〕1号", county.units["12"].pk)


def test_a_registered_matter_is_not_revised_before_it_is_sent_back(county):
    matter = make_matter(county, Stage.REGISTERED)
    changed = {
        "acting": county.clerk,
        "draft": replace(DRAFT, lead_id=county.units["31"].pk, title="另一个名称"),
    }
    with pytest.raises(Refused, match="not_a_draft"):
        actions.revise_matter(**changed, **seen(matter))
    matter = actions.send_back_matter(acting=county.approver, reason="期限不妥", **seen(matter))
    matter = actions.revise_matter(**changed, **seen(matter))
    assert matter.title == "另一个名称"
    assert MatterGram.objects.filter(matter=matter, gram="一个").exists()
    assert not MatterGram.objects.filter(matter=matter, gram="河道").exists()


def test_whoever_reported_never_verifies_even_in_a_clerk_s_post(county):
    matter = make_matter(county, Stage.REPORTED)
    both = make_acting(
        county.administrator, name="另一人", title="科员", unit=county.units["01"], role=Role.CLERK
    )
    from guatu.apps.units.actions import appoint

    post = appoint(
        acting=county.administrator,
        person_id=county.liaison.person_id,
        unit_id=county.units["01"].pk,
        title="督查员",
        role=Role.CLERK,
        valid_from=county.administrator.today,
    )
    reporter = acting_of(county.liaison.person_id, post_id=post.pk, at=county.clerk.at)
    with pytest.raises(Refused, match="reporter_verifies"):
        actions.verify_matter(acting=reporter, note="属实", **seen(matter))
    assert actions.verify_matter(acting=both, note="属实", **seen(matter)).stage == "verified"


def test_a_return_counts_keeps_the_due_day_and_reopens_the_work(county):
    matter = make_matter(county, Stage.REPORTED)
    due = matter.deadline
    with pytest.raises(Refused, match="return_reason"):
        actions.return_for_rework(acting=county.clerk, reason="mood", **seen(matter))
    matter = actions.return_for_rework(
        acting=county.clerk, reason="facts_unclear", note="缺少数据", **seen(matter)
    )
    assert (matter.stage, matter.returns, matter.deadline) == ("in_progress", 1, due)
    assert Verification.objects.get().result == "RETURNED"


def test_the_day_of_the_accepted_report_is_the_day_it_was_done(county):
    matter = make_matter(county, Stage.REPORTED)
    checked = later(county.clerk, days=4)
    matter = actions.verify_matter(acting=checked, note="属实", **seen(matter))
    assert matter.done_on == county.clerk.today


def test_closing_as_done_asks_for_evidence_of_the_kind(county):
    matter = make_matter(county, Stage.COMPLETED, kind="rectification")
    with pytest.raises(Refused, match=r"move\.evidence"):
        actions.close_matter(acting=county.clerk, close_reason="done", **seen(matter))
    matter = attach(county, matter, grade=EvidenceClass.E3)
    with pytest.raises(Refused, match=r"move\.evidence"):
        actions.close_matter(acting=county.clerk, close_reason="done", **seen(matter))
    matter = attach(county, matter, grade=EvidenceClass.E4)
    assert actions.close_matter(
        acting=county.clerk, close_reason="done", **seen(matter)
    ).closed_on == date(2026, 11, 5)


def test_a_parent_cannot_complete_while_a_child_is_open(county):
    parent = make_matter(county, Stage.VERIFIED)
    make_draft(county, parent_id=parent.pk)
    with pytest.raises(Refused, match="children_open"):
        actions.complete_matter(acting=county.leader, opinion="同意", **seen(parent))


def test_reopening_suspending_and_resuming_keep_the_original_deadline(county):
    matter = make_matter(county, Stage.CLOSED)
    matter = actions.reopen_matter(acting=county.clerk, reason="回头看", **seen(matter))
    assert (matter.stage, matter.done_on, matter.closed_on) == ("in_progress", None, None)
    matter = actions.suspend_matter(acting=county.leader, reason="停工", **seen(matter))
    matter = actions.resume_matter(acting=county.leader, **seen(matter))
    assert matter.original_deadline == date(2026, 11, 20)


def ask(county, matter, *, days, acting=None):
    return actions.ask_extension(
        acting=acting or county.liaison,
        new_deadline=matter.deadline + timedelta(days=days),
        reason="汛情影响施工",
        **seen(matter),
    )


def test_an_extension_asked_in_time_is_granted_and_the_original_stays(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    request = ask(county, matter, days=10)
    with pytest.raises(Refused, match="extension_pending"):
        ask(county, Matter.objects.get(), days=5)
    with pytest.raises(Refused, match="head_only"):
        actions.decide_extension(
            acting=county.clerk, extension_id=request.pk, expected_version=1, granted=True
        )
    actions.decide_extension(
        acting=county.leader, extension_id=request.pk, expected_version=1, granted=True
    )
    matter = Matter.objects.get()
    assert (matter.deadline, matter.original_deadline) == (date(2026, 11, 30), date(2026, 11, 20))
    with pytest.raises(Refused, match="extension_decided"):
        actions.decide_extension(
            acting=county.leader, extension_id=request.pk, expected_version=2, granted=False
        )


def test_an_extension_asked_the_day_after_the_due_day_is_refused(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    late = later(county.liaison, days=16)
    assert late.today == date(2026, 11, 21)
    with pytest.raises(Refused, match=r"extension\.too_late"):
        ask(county, matter, days=5, acting=late)


def test_a_refused_extension_moves_nothing(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    request = ask(county, matter, days=10)
    actions.decide_extension(
        acting=county.approver, extension_id=request.pk, expected_version=1, granted=False
    )
    assert Matter.objects.get().deadline == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", b"MZ\x90\x00" + b"\x00" * 200),
        ("photo.jpg", PNG),
        ("page.html", b"<html><script>alert(1)</script></html>"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("note.txt", b"<!doctype html><script>alert(1)</script>"),
        ("run.exe", b"MZ\x90\x00"),
        ("empty.png", b""),
        ("large.png", PNG + b"\x00" * (20 * 1024 * 1024)),
        ("report.txt", "机密★三年\n关于某事的报告\n".encode()),
    ],
)
def test_a_file_that_may_not_be_kept_is_refused_unsaved(county, name, content):
    matter = make_matter(county, Stage.IN_PROGRESS)
    entries = Entry.objects.count()
    with pytest.raises(Refused):
        actions.attach_evidence(
            acting=county.liaison,
            matter_id=matter.pk,
            expected_version=matter.version,
            grade=EvidenceClass.E2,
            upload=Upload(name=name, content=content),
        )
    assert Evidence.objects.count() == 0
    assert Entry.objects.count() == entries


def test_evidence_without_words_and_without_file_is_refused(county):
    matter = make_matter(county, Stage.IN_PROGRESS)
    told = {"acting": county.liaison, "matter_id": matter.pk, "expected_version": matter.version}
    with pytest.raises(Refused, match="evidence_empty"):
        actions.attach_evidence(**told, grade=EvidenceClass.E0)
    with pytest.raises(Refused, match="evidence_needs_file"):
        actions.attach_evidence(**told, grade=EvidenceClass.E3, note="已支付")


def test_a_stale_step_is_refused_and_writes_nothing(county):
    matter = make_matter(county, Stage.ISSUED)
    entries = Entry.objects.count()
    with pytest.raises(StaleVersion):
        actions.sign_matter(
            acting=county.liaison,
            matter_id=matter.pk,
            expected_version=matter.version - 1,
            rules=RULES,
        )
    assert Entry.objects.count() == entries


def test_loading_a_ledger_with_one_bad_row_enters_none(county):
    good = replace(DRAFT, lead_id=county.units["31"].pk)
    with pytest.raises(Refused):
        actions.load_drafts(
            acting=county.clerk, drafts=[good, replace(good, title="")], rules=RULES
        )
    assert Matter.objects.count() == 0


def test_a_lead_of_another_county_looks_absent(county):
    foreign = make_county("149922").units["31"].pk
    with pytest.raises(Absent):
        actions.add_matter(
            acting=county.clerk, draft=Draft(title="越界", lead_id=foreign), rules=RULES
        )
