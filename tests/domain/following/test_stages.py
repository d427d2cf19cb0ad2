"""Stages of a matter: who may move it where, and what closing asks."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.following.evidence import EvidenceClass, MatterKind
from guatu.domain.following.stages import (
    CLOSE_REASONS,
    RETURN_REASONS,
    STRAIGHT_PATH,
    TRANSITIONS,
    MatterState,
    Move,
    Need,
    Stage,
    check_transition,
    next_stages,
    transition,
)
from guatu.domain.kernel.acting import Acting, Role, Scope

TODAY = date(2024, 10, 29)
EVIDENCE = load_shelf().choose("matter_evidence", on=TODAY)
UNIT = 7


def person(role, *, person_id=1, unit_id=UNIT):
    scope = Scope(region="149921", unit_ids=frozenset({unit_id}) if role is Role.LIAISON else None)
    return Acting(
        person_id=person_id,
        post_id=person_id,
        unit_id=unit_id,
        role=role,
        scope=scope,
        at=datetime(2024, 10, 29, 1, tzinfo=UTC),
        today=TODAY,
    )


def state(stage, **changes):
    kind = changes.pop("kind", MatterKind.PAPER)
    return MatterState(stage=stage, kind=kind, lead_unit_id=UNIT, **changes)


def check(state_now, move, acting, **more):
    more.setdefault("given", tuple(Need))
    return check_transition(state_now, move, acting, evidence_rules=EVIDENCE, **more)


def test_straight_path_can_be_walked_from_candidate_to_closed():
    moves = {
        Move.PROPOSE: Role.CLERK,
        Move.REGISTER: Role.APPROVER,
        Move.ISSUE: Role.CLERK,
        Move.SIGN: Role.LIAISON,
        Move.START: Role.LIAISON,
        Move.REPORT: Role.LIAISON,
        Move.VERIFY: Role.CLERK,
        Move.COMPLETE: Role.LEADER,
        Move.CLOSE: Role.CLERK,
    }
    now = state(Stage.CANDIDATE, evidence=frozenset({EvidenceClass.E1}))
    walked = [now.stage]
    for move, role in moves.items():
        assert check(now, move, person(role)), move
        now = replace(now, stage=transition(now.stage, move).target)
        walked.append(now.stage)
    assert tuple(walked) == STRAIGHT_PATH


def test_whoever_reported_never_verifies_in_whatever_post():
    now = state(Stage.REPORTED, reporter_ids=frozenset({4}))
    refused = check(now, Move.VERIFY, person(Role.CLERK, person_id=4))
    assert refused.code == "following.move.reporter_verifies"
    assert check(now, Move.VERIFY, person(Role.CLERK, person_id=5))


def test_liaison_of_another_unit_may_not_sign():
    refused = check(state(Stage.ISSUED), Move.SIGN, person(Role.LIAISON, unit_id=8))
    assert refused.code == "following.move.not_your_unit"


@pytest.mark.parametrize("role", [Role.VIEWER, Role.LIAISON, Role.CLERK, Role.ADMINISTRATOR])
def test_only_approver_and_leader_register(role):
    assert check(state(Stage.DRAFT), Move.REGISTER, person(role)).code == (
        "following.move.not_your_role"
    )


@pytest.mark.parametrize(
    "need", [Need.TITLE, Need.RESULT, Need.LEAD, Need.DEADLINE, Need.DEADLINE_BASIS]
)
def test_registration_without_a_needed_field_is_refused_by_name(need):
    refused = check(
        state(Stage.DRAFT),
        Move.REGISTER,
        person(Role.APPROVER),
        given=[one for one in Need if one is not need],
    )
    assert refused.code == f"following.need.{need}"


@pytest.mark.parametrize(
    ("kind", "held", "closes"),
    [
        (MatterKind.PAPER, EvidenceClass.E0, False),
        (MatterKind.PAPER, EvidenceClass.E1, True),
        (MatterKind.QUANTITY, EvidenceClass.E2, False),
        (MatterKind.QUANTITY, EvidenceClass.E3, True),
        (MatterKind.RECTIFICATION, EvidenceClass.E3, False),
        (MatterKind.RECTIFICATION, EvidenceClass.E4, True),
        (MatterKind.HAZARD, EvidenceClass.E3, False),
        (MatterKind.HAZARD, EvidenceClass.E5, True),
    ],
)
def test_closing_asks_for_the_evidence_of_the_kind(kind, held, closes):
    now = state(Stage.COMPLETED, kind=kind, evidence=frozenset({held}))
    assert bool(check(now, Move.CLOSE, person(Role.CLERK))) is closes


def test_matter_closed_as_merged_needs_no_evidence_but_an_unknown_reason_is_refused():
    now = state(Stage.COMPLETED)
    clerk = person(Role.CLERK)
    assert check(now, Move.CLOSE, clerk, close_reason="merged")
    assert check(now, Move.CLOSE, clerk, close_reason="tired").code == (
        "following.move.close_reason"
    )


def test_parent_with_an_open_child_can_neither_be_completed_nor_closed():
    held = frozenset({EvidenceClass.E5})
    completed = state(Stage.COMPLETED, open_children=1, evidence=held)
    verified = state(Stage.VERIFIED, open_children=1, evidence=held)
    assert check(completed, Move.CLOSE, person(Role.CLERK)).code == "following.move.children_open"
    assert check(verified, Move.COMPLETE, person(Role.LEADER)).code == (
        "following.move.children_open"
    )


def test_return_goes_back_to_work_and_counts():
    row = transition(Stage.REPORTED, Move.RETURN)
    assert (row.target, row.counts_return) == (Stage.IN_PROGRESS, True)
    assert [one.move for one in TRANSITIONS if one.counts_return] == [Move.RETURN]


def test_moves_that_a_role_sees_are_moves_that_a_check_allows():
    for stage in Stage:
        for role in Role:
            now = state(stage, evidence=frozenset({EvidenceClass.E5}))
            seen = {one.move for one in next_stages(stage, role)}
            allowed = {move for move in Move if check(now, move, person(role))}
            assert seen == allowed, (stage, role)


def test_dropped_matter_stays_dropped_and_viewers_move_nothing():
    assert all(next_stages(Stage.DROPPED, role) == () for role in Role)
    assert all(next_stages(stage, Role.VIEWER) == () for stage in Stage)


@given(moves=st.lists(st.sampled_from(Move), max_size=30))
def test_no_walk_reaches_closed_without_passing_verification(moves):
    now, passed = Stage.CANDIDATE, []
    for move in moves:
        row = transition(now, move)
        if row is not None:
            now = row.target
            passed.append(now)
    if Stage.CLOSED in passed:
        assert Stage.VERIFIED in passed[: passed.index(Stage.CLOSED)]


def test_every_word_of_stages_and_refusals_exists_in_both_languages():
    codes = [f"following.stage.{one}" for one in Stage]
    codes += [f"following.move_name.{one}" for one in Move]
    codes += [f"following.need.{one}" for one in Need]
    codes += [f"following.kind.{one}" for one in MatterKind]
    codes += [one.message for one in EvidenceClass]
    codes += [f"following.close_reason.{one}" for one in CLOSE_REASONS]
    codes += [f"following.return_reason.{one}" for one in RETURN_REASONS]
    for language in ("zh", "en"):
        missing = [code for code in codes if code not in load_messages(language).templates]
        assert missing == []


def test_progress_stays_in_progress_is_no_return_and_is_the_lead_units_own():
    row = transition(Stage.IN_PROGRESS, Move.INFORM)
    assert (row.target, row.counts_return) == (Stage.IN_PROGRESS, False)
    now = state(Stage.IN_PROGRESS)
    assert check(now, Move.INFORM, person(Role.LIAISON))
    stranger = check(now, Move.INFORM, person(Role.LIAISON, unit_id=UNIT + 1))
    assert stranger.code == "following.move.not_your_unit"
    assert check(now, Move.INFORM, person(Role.CLERK)).code == "following.move.not_your_role"
    reported = check(state(Stage.REPORTED), Move.INFORM, person(Role.LIAISON))
    assert reported.code == "following.move.not_from_here"
    assert check(now, Move.INFORM, person(Role.LIAISON), given=()).code == "following.need.facts"
