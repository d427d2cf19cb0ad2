import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.domain.planning.link_words import links_of_words, words_of_links
from guatu.domain.planning.plan_edits import (
    EditVerb,
    PlanEdit,
    edit_document,
    read_edits,
    with_edits,
)

DOCUMENT = {
    "guatu": 1,
    "id": "P",
    "target": "2026-06-30",
    "ends": ["C"],
    "activities": [
        {"id": "A", "name": "备案", "days": 1},
        {
            "id": "B",
            "name": "勘察",
            "days": 10,
            "after": ["A", {"id": "X", "type": "SS", "lag": 2}],
        },
        {"id": "X", "name": "征地", "days": 5},
        {"id": "C", "name": "施工", "days": 30, "after": ["B"], "must_by": "2026-06-01"},
    ],
}


def edited(*edits):
    before = copy.deepcopy(DOCUMENT)
    document, faults = with_edits(DOCUMENT, edits)
    assert before == DOCUMENT
    assert faults == ()
    return document


def row(document, name):
    return next(one for one in document["activities"] if one["id"] == name)


def fault(*edits):
    document, faults = with_edits(DOCUMENT, edits)
    assert document is None
    return [(one.code, one.position) for one in faults]


def test_a_field_is_set_and_taken_away():
    changed = edited(
        PlanEdit(verb=EditVerb.SET, activity="B", field="days", value=12),
        PlanEdit(verb=EditVerb.SET, activity="C", field="must_by", value=None),
    )
    assert row(changed, "B")["days"] == 12
    assert "must_by" not in row(changed, "C")


def test_links_are_typed_drawn_and_cut():
    typed = edited(PlanEdit(verb=EditVerb.LINKS, activity="C", value="B SS+5；X"))
    assert row(typed, "C")["after"] == [{"id": "B", "type": "SS", "lag": 5}, "X"]
    drawn = edited(PlanEdit(verb=EditVerb.LINK, activity="C", other="X", value="FF", lag=-3))
    assert row(drawn, "C")["after"] == ["B", {"id": "X", "type": "FF", "lag": -3}]
    replaced = edited(PlanEdit(verb=EditVerb.LINK, activity="B", other="X", value="SS", lag=7))
    assert row(replaced, "B")["after"] == ["A", {"id": "X", "type": "SS", "lag": 7}]
    cut = edited(PlanEdit(verb=EditVerb.UNLINK, activity="C", other="B"))
    assert "after" not in row(cut, "C")


def test_a_removed_step_joins_its_neighbours_and_is_no_end():
    changed = edited(PlanEdit(verb=EditVerb.REMOVE, activity="B"))
    assert row(changed, "C")["after"] == ["A", "X"]
    assert "ends" not in edited(PlanEdit(verb=EditVerb.REMOVE, activity="C"))


def test_a_step_is_put_behind_another():
    new = PlanEdit(verb=EditVerb.ADD, activity="N", other="A", value={"name": "设计", "days": 7})
    assert [one["id"] for one in edited(new)["activities"]] == ["A", "N", "B", "X", "C"]
    assert row(edited(new), "N") == {"id": "N", "name": "设计", "days": 7}


def test_the_plan_itself_gets_another_target():
    moved = edited(PlanEdit(verb=EditVerb.PLAN, field="target", value="2026-07-31"))
    assert moved["target"] == "2026-07-31"


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (PlanEdit(verb=EditVerb.SET, activity="Z", field="days", value=1), "edit_unknown_activity"),
        (PlanEdit(verb=EditVerb.SET, activity="A", field="id", value="Q"), "edit_unknown_field"),
        (PlanEdit(verb=EditVerb.ADD, activity="A"), "edit_id_taken"),
        (PlanEdit(verb=EditVerb.ADD), "edit_id_missing"),
        (PlanEdit(verb=EditVerb.LINKS, activity="C", value="B SX 5"), "edit_link_misread"),
        (PlanEdit(verb=EditVerb.LINK, activity="C", other="Z"), "edit_unknown_activity"),
        (PlanEdit(verb=EditVerb.LINK, activity="C", other="A", value="XX"), "edit_link_misread"),
        (PlanEdit(verb=EditVerb.UNLINK, activity="C", other="X"), "edit_no_link"),
        (PlanEdit(verb=EditVerb.PLAN, field="activities", value=[]), "edit_unknown_field"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_place(edit, code):
    sound = PlanEdit(verb=EditVerb.SET, activity="A", field="days", value=2)
    assert fault(sound, edit) == [(f"planning.{code}", "edits[1]")]


@pytest.mark.parametrize(
    "stated", [None, {}, "x", [1], [{"verb": "burn"}], [{"verb": "set", "lag": "2"}], [{}] * 501]
)
def test_malformed_lists_of_edits_are_refused(stated):
    edits, faults = read_edits(stated)
    assert edits == ()
    assert len(faults) == 1


@given(
    st.builds(
        PlanEdit,
        verb=st.sampled_from(EditVerb),
        activity=st.sampled_from(["A", "B", "Z", ""]),
        field=st.sampled_from(["days", "name", "target", "x"]),
        value=st.sampled_from([None, 3, "B SS+1", "FS", {"days": 2}]),
        other=st.sampled_from(["A", "C", ""]),
        lag=st.integers(-9, 9),
    )
)
def test_an_edit_is_read_back_as_it_was_written_and_never_breaks(edit):
    assert read_edits([edit_document(edit)]) == ((edit,), ())
    document, faults = with_edits(DOCUMENT, [edit])
    assert (document is None) == bool(faults)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["I1", "甲-2", "T.3"]),
            st.sampled_from(["FS", "SS", "FF", "SF"]),
            st.integers(-99, 99),
        ),
        max_size=4,
    )
)
def test_links_written_as_words_read_the_same(listed):
    words = "; ".join(f"{name} {kind}{lag:+d}" for name, kind, lag in listed)
    links, unread = links_of_words(words)
    assert unread == []
    assert links_of_words(words_of_links(links)) == (links, [])
    assert len(links) == len(listed)
