from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.apps.journal.refusal import Absent
from guatu.apps.matters import actions, queries
from guatu.apps.matters.grams import folded, grams_of
from guatu.apps.matters.ledger import SORTS
from guatu.apps.matters.models import Matter
from guatu.apps.matters.suggesting import basis_of, deadline_by, suggestion
from guatu.apps.matters.values import LedgerFilters
from guatu.domain.following.stages import Move, Stage
from guatu.domain.kernel.acting import Scope
from tests.factories.acting import later
from tests.factories.matters import RULES, make_draft, make_matter
from tests.factories.sources import make_read_source, proposals_of
from tests.factories.units import make_county

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 5)


@pytest.fixture
def county():
    return make_county()


def ledger(county, *, scope=None, sort="deadline", after="", most=50, today=TODAY, **filters):
    return queries.ledger(
        scope or county.clerk.scope,
        LedgerFilters(**filters),
        rules=RULES,
        today=today,
        sort=sort,
        after=after,
        most=most,
    )


def titles(page):
    return [row.title for row in page.rows]


def test_search_finds_words_of_title_result_quote_number_and_unit(county):
    first = make_matter(county, Stage.REGISTERED, title="整治东关砖厂扬尘")
    make_draft(county, title="编制投资方案", result="印发方案", quote="要加快谋划")
    assert titles(ledger(county, text="扬尘")) == ["整治东关砖厂扬尘"]
    assert titles(ledger(county, text="谋划")) == ["编制投资方案"]
    assert titles(ledger(county, text=first.number)) == ["整治东关砖厂扬尘"]
    assert titles(ledger(county, text="砖厂 云溪")) == ["整治东关砖厂扬尘"]
    assert len(titles(ledger(county, text="云溪镇"))) == 2
    assert titles(ledger(county, text="砖")) == ["整治东关砖厂扬尘"]


def test_pairs_alone_do_not_make_a_hit(county):
    make_draft(county, title="东关路与关东街", result="无", quote="")
    assert titles(ledger(county, text="东关东")) == []


def test_full_width_letters_and_case_are_found_alike(county):
    make_draft(county, title="治理ＰＭ2.5 与 VOCs")
    assert len(titles(ledger(county, text="pm2.5"))) == 1
    assert len(titles(ledger(county, text="ＶＯＣＳ"))) == 1


@settings(deadline=None)
@given(st.text(max_size=20), st.text(min_size=1, max_size=6))
def test_a_text_that_holds_a_word_holds_its_pairs(around, word):
    text = around + word + around
    assert folded(word) in folded(text)
    assert grams_of(word) <= grams_of(text)


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{one}" for one in SORTS), "nonsense"])
def test_pages_by_keyset_show_every_row_once_in_order(county, sort):
    for number in range(7):
        deadline = None if number == 3 else TODAY + timedelta(days=number % 3)
        basis = "" if deadline is None else "PERSON"
        make_draft(county, title=f"事项{number % 4}", deadline=deadline, deadline_basis=basis)
    whole = [row.id for row in ledger(county, sort=sort).rows]
    found, after = [], ""
    for _ in range(9):
        page = ledger(county, sort=sort, after=after, most=2)
        found += [row.id for row in page.rows]
        after = page.following
        if not after:
            break
    assert found == whole
    assert len(set(found)) == 7


def test_the_tenth_number_stands_after_the_second(county):
    for _ in range(11):
        make_matter(county, Stage.REGISTERED)
    numbers = [row.number for row in ledger(county, sort="number").rows]
    assert numbers == [f"岚政督〔2026〕{number}号" for number in range(1, 12)]


def test_a_broken_mark_of_a_page_begins_anew(county):
    make_draft(county)
    for mark in ("x", "1~", "~2026", "1~yesterday", "9~9"):
        assert ledger(county, after=mark).rows


@pytest.mark.parametrize(
    ("day", "color"),
    [
        (date(2026, 11, 1), "green"),
        (date(2026, 11, 2), "yellow"),
        (date(2026, 11, 5), "yellow"),
        (date(2026, 11, 6), "red"),
    ],
)
def test_the_light_of_story_6(county, day, color):
    matter = make_matter(county, Stage.ISSUED, deadline=date(2026, 11, 5))
    Matter.objects.filter(pk=matter.pk).update(issued_on=date(2026, 10, 29))
    (row,) = ledger(county, today=day).rows
    assert row.light.color == color
    assert len(ledger(county, today=day, light=color).rows) == 1
    assert ledger(county, today=day, light="blue").rows == ()


def test_a_parent_shows_the_worst_light_of_its_open_children(county):
    parent = make_matter(county, Stage.IN_PROGRESS, deadline=date(2026, 12, 31))
    make_draft(county, parent_id=parent.pk, deadline=date(2026, 11, 1))
    rows = {row.id: row for row in ledger(county).rows}
    assert rows[parent.pk].light.color == "red"
    card = queries.matter_card(county.clerk, parent.pk, rules=RULES)
    assert card.light.color == "red"
    assert len(card.light.steps) == 2
    assert [row.light.color for row in card.children] == ["red"]


def test_filters_leave_what_they_name(county):
    make_draft(county, title="甲", deadline=date(2026, 11, 10))
    make_matter(county, Stage.ISSUED, title="乙", co_unit_ids=(county.units["12"].pk,))
    make_matter(county, Stage.CLOSED, title="丙", weight="key")
    dropped = make_draft(county, title="丁")
    actions.drop_matter(
        acting=county.clerk, matter_id=dropped.pk, expected_version=1, reason="重复", rules=RULES
    )
    assert set(titles(ledger(county))) == {"甲", "乙", "丙"}
    assert titles(ledger(county, stage="dropped")) == ["丁"]
    assert set(titles(ledger(county, stage="open"))) == {"甲", "乙"}
    assert titles(ledger(county, weight="key")) == ["丙"]
    assert titles(ledger(county, unit_id=county.units["12"].pk)) == ["乙"]
    assert titles(ledger(county, due_from=TODAY, due_to=date(2026, 11, 10))) == ["甲"]


def test_two_counties_never_cross(county):
    other = make_county("149922")
    matter = make_matter(other, Stage.CLOSED)
    assert ledger(county).rows == ()
    assert queries.counts(county.clerk.scope, rules=RULES, today=TODAY).total == 0
    assert queries.due_soon(county.clerk.scope, rules=RULES, today=TODAY) == ()
    for question in (
        lambda: queries.matter_card(county.clerk, matter.pk, rules=RULES),
        lambda: queries.history(county.clerk.scope, matter.pk),
        lambda: queries.evidence_file(county.clerk.scope, matter.evidence.get().pk),
    ):
        with pytest.raises(Absent):
            question()


def test_a_liaison_sees_issued_matters_of_the_own_unit_with_its_villages_only(county):
    make_matter(county, Stage.ISSUED, title="本镇")
    make_matter(county, Stage.ISSUED, title="本村", lead_id=county.units["3101"].pk)
    make_matter(county, Stage.ISSUED, title="他镇", lead_id=county.units["32"].pk)
    shared = {"lead_id": county.units["12"].pk, "co_unit_ids": (county.units["31"].pk,)}
    make_matter(county, Stage.ISSUED, title="配合", **shared)
    make_draft(county, title="草稿")
    found = titles(ledger(county, scope=county.liaison.scope))
    assert set(found) == {"本镇", "本村", "配合"}


def test_due_soon_reds_and_counts_agree_with_the_ledger(county):
    late = make_matter(county, Stage.ISSUED, title="已过", deadline=date(2026, 11, 3))
    near = make_matter(county, Stage.ISSUED, title="将到", deadline=date(2026, 11, 8))
    make_matter(county, Stage.ISSUED, title="尚早", deadline=date(2026, 12, 30))
    make_matter(county, Stage.CLOSED, title="已办", deadline=date(2026, 11, 6))
    scope = county.clerk.scope
    assert [row.id for row in queries.due_soon(scope, rules=RULES, today=TODAY)] == [near.pk]
    assert [row.id for row in queries.reds(scope, rules=RULES, today=TODAY)] == [late.pk]
    counts = queries.counts(scope, rules=RULES, today=TODAY)
    assert (counts.total, counts.open, counts.closed) == (4, 3, 1)
    assert counts.by_light == {
        "green": 1,
        "yellow": 1,
        "orange": 0,
        "red": 1,
        "blue": 1,
        "grey": 0,
    }


def test_the_card_offers_only_the_steps_of_the_role_and_unit(county):
    matter = make_matter(county, Stage.ISSUED)
    offered = {
        acting.role.value: {
            one.move for one in queries.matter_card(acting, matter.pk, rules=RULES).moves
        }
        for acting in county.everyone()
    }
    assert offered["liaison"] == {Move.SIGN, Move.OBJECT}
    assert offered["clerk"] == offered["leader"] == offered["viewer"] == set()


def test_the_history_tells_every_step_in_order(county):
    matter = make_matter(county, Stage.SIGNED)
    steps = queries.history(county.clerk.scope, matter.pk)
    assert [one.entry.kind for one in steps] == [
        "matter.added",
        "matter.registered",
        "matter.issued",
        "matter.signed",
    ]


def test_the_ledger_asks_as_often_for_three_rows_as_for_one(county, django_assert_max_num_queries):
    asked = []
    for _ in range(3):
        make_matter(county, Stage.REPORTED, co_unit_ids=(county.units["12"].pk,))
        with django_assert_max_num_queries(8) as found:
            ledger(county)
        asked.append(len(found))
    assert asked[0] == asked[2] <= 5


def test_a_suggestion_invents_no_date_and_offers_the_ladder(county):
    first, second, everyone = proposals_of(make_read_source(county.clerk))
    stated = suggestion(county.clerk, first.pk, rules=RULES)
    assert (stated.lead_id, [basis_of(one) for one in stated.deadlines]) == (
        county.units["31"].pk,
        ["STATED"],
    )
    offered = suggestion(county.clerk, second.pk, rules=RULES)
    assert "STATED" not in {basis_of(one) for one in offered.deadlines}
    assert deadline_by(offered, "RULE:ordinary") == date(2026, 11, 10)
    assert deadline_by(offered, "STATED") is None
    asked = suggestion(county.clerk, everyone.pk, rules=RULES)
    assert asked.lead_id is None
    assert "linking.draft.everyone" in {one.code for one in asked.questions}


def test_an_old_page_starts_the_clock_today(county):
    second = proposals_of(make_read_source(county.clerk))[1]
    next_spring = later(county.clerk, days=120)
    offered = suggestion(next_spring, second.pk, rules=RULES)
    assert deadline_by(offered, "RULE:ordinary") == next_spring.today + timedelta(days=7)


def test_a_scope_of_no_unit_sees_nothing(county):
    make_matter(county, Stage.ISSUED)
    nobody = Scope(region=county.region, unit_ids=frozenset())
    assert ledger(county, scope=nobody).rows == ()


@pytest.mark.parametrize("sort", ["deadline", "-latest", "number"])
def test_the_light_filter_leaves_exactly_the_rows_of_that_light_over_all_pages(
    county, sort, monkeypatch
):
    monkeypatch.setattr("guatu.apps.matters.ledger._DAYS_CHUNK", 3)
    monkeypatch.setattr("guatu.apps.matters.ledger._BATCH", 2)
    for days in (-9, -1, 0, 2, 5, 40, 60):
        make_matter(county, Stage.ISSUED, deadline=TODAY + timedelta(days=days))
    parent = make_matter(county, Stage.ISSUED, deadline=TODAY + timedelta(days=90))
    make_matter(county, Stage.ISSUED, deadline=TODAY - timedelta(days=2), parent_id=parent.pk)
    make_draft(county, deadline=None, deadline_basis="")
    every = ledger(county, sort=sort).rows
    for color in ("red", "yellow", "green", "blue", "grey"):
        wanted = [row for row in every if row.light is not None and row.light.color == color]
        found, after = [], ""
        while True:
            page = ledger(county, sort=sort, light=color, most=2, after=after)
            found += page.rows
            after = page.following
            if not after:
                break
        assert found == wanted


def test_a_light_that_no_row_has_is_told_without_reading_rows_whole(
    county, django_assert_max_num_queries
):
    for _ in range(3):
        make_matter(county, Stage.ISSUED)
    with django_assert_max_num_queries(2) as asked:
        assert ledger(county, light="red").rows == ()
    assert not any('"quote"' in one["sql"] for one in asked.captured_queries)
