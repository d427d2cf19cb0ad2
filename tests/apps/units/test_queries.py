from datetime import timedelta

import pytest

from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units import queries
from guatu.apps.units.actions import add_deputy, add_unit, close_unit, end_post
from guatu.apps.units.models import Post
from guatu.apps.units.values import NameFit
from guatu.domain.kernel.acting import Role, Scope
from tests.factories.acting import MOMENT, later


def test_tree_when_read_then_parents_stand_before_their_children(county):
    names = [
        ("  " * unit.depth) + unit.short_name for unit in queries.unit_tree(county.clerk.scope)
    ]
    assert names == [
        "岚川县",
        "  政府办",
        "    督查室",
        "  发改局",
        "  环境分局",
        "  开发区",
        "  云溪镇",
        "    上河村",
        "  柳沟镇",
    ]


def test_tree_when_a_liaison_asks_then_only_the_own_unit_with_all_below_is_in_sight(county):
    assert [unit.name for unit in queries.unit_tree(county.liaison.scope)] == ["云溪镇", "上河村"]
    with pytest.raises(Absent):
        queries.unit_by_id(county.liaison.scope, county.units["32"].pk)


def test_nothing_crosses_from_one_county_into_another(county, other_county):
    scope = county.administrator.scope
    theirs = {unit.pk for unit in other_county.units.values()}
    assert not theirs & {unit.id for unit in queries.unit_tree(scope)}
    with pytest.raises(Absent):
        queries.unit_by_id(scope, other_county.units["31"].pk)
    with pytest.raises(Absent):
        queries.person_by_id(scope, other_county.clerk.person_id)
    assert {person.region for person in queries.people(scope)} == {county.region}
    assert {post.unit_id for post in queries.all_posts(scope)}.isdisjoint(theirs)
    assert queries.post_names(county.region, frozenset({other_county.clerk.post_id})) == {}
    with pytest.raises(Absent):
        add_unit(
            acting=county.administrator,
            code="99",
            name="外县的下属",
            kind="OFFICE",
            parent_id=other_county.units["31"].pk,
        )


@pytest.mark.parametrize(
    ("written", "fit", "meant"),
    [
        ("县发展和改革局", NameFit.EXACT, ["12"]),
        ("发改局", NameFit.EXACT, ["12"]),
        (" 开发 区 ", NameFit.EXACT, ["21"]),
        ("岚川县发改局", NameFit.LIKELY, ["12"]),
        ("发展和改革局", NameFit.LIKELY, ["12"]),
        ("市生态环境局", NameFit.LIKELY, ["15"]),
        ("督查室", NameFit.EXACT, ["0101"]),
        ("水利局", NameFit.UNKNOWN, []),
        ("", NameFit.UNKNOWN, []),
    ],
)
def test_name_when_written_on_a_page_then_meets_the_unit_meant(county, written, fit, meant):
    match = queries.resolve_unit(county.clerk.scope, written)
    assert (match.fit, [unit.code for unit in match.units]) == (fit, meant)


def test_name_when_two_units_share_it_then_is_ambiguous_and_never_merged(county):
    add_unit(
        acting=county.administrator,
        code="33",
        name="柳沟镇水管站",
        short_name="水管站",
        kind="OFFICE",
        parent_id=county.units["32"].pk,
    )
    add_unit(
        acting=county.administrator,
        code="34",
        name="云溪镇水管站",
        short_name="水管站",
        kind="OFFICE",
        parent_id=county.units["31"].pk,
    )
    match = queries.resolve_unit(county.clerk.scope, "水管站")
    assert match.fit is NameFit.AMBIGUOUS
    assert match.unit is None
    assert {unit.code for unit in match.units} == {"33", "34"}


def test_name_when_its_unit_is_closed_then_means_it_no_longer(county):
    zone = county.units["21"]
    close_unit(
        acting=county.administrator,
        unit_id=zone.pk,
        expected_version=zone.version,
        closed_on=MOMENT.date(),
    )
    scope = county.clerk.scope
    before = MOMENT.date() - timedelta(days=1)
    assert queries.resolve_unit(scope, "开发区", day=MOMENT.date()).fit is NameFit.UNKNOWN
    assert queries.resolve_unit(scope, "开发区", day=before).fit is NameFit.EXACT


def test_acting_when_the_post_has_ended_then_is_refused(county):
    post = Post.objects.get(pk=county.clerk.post_id)
    tomorrow = MOMENT.date() + timedelta(days=1)
    end_post(
        acting=county.administrator,
        post_id=post.pk,
        expected_version=post.version,
        valid_to=tomorrow,
    )
    assert queries.acting_of(county.clerk.person_id, at=MOMENT).role is Role.CLERK
    with pytest.raises(Refused, match=r"units\.no_post_in_force"):
        later(county.clerk, days=1)


def test_deputy_when_in_dates_then_has_the_role_of_the_post_stood_in_for(county):
    start = MOMENT.date() + timedelta(days=3)
    add_deputy(
        acting=county.administrator,
        post_id=county.approver.post_id,
        person_id=county.clerk.person_id,
        valid_from=start,
        valid_to=start + timedelta(days=2),
    )
    roles = [
        [
            post.role
            for post in queries.posts_in_force(
                county.clerk.person_id, MOMENT.date() + timedelta(days=days)
            )
        ]
        for days in (2, 3, 4, 5)
    ]
    assert roles == [
        [Role.CLERK],
        [Role.CLERK, Role.APPROVER],
        [Role.CLERK, Role.APPROVER],
        [Role.CLERK],
    ]


def test_acting_when_a_role_sees_the_whole_county_then_no_unit_narrows_it(county):
    for acting in county.everyone():
        if acting.role is Role.LIAISON:
            assert acting.scope.unit_ids == {county.units["31"].pk, county.units["3101"].pk}
        else:
            assert acting.scope == Scope(region=county.region)


def test_day_of_acting_when_it_is_evening_in_london_then_is_the_office_day(county):
    from datetime import UTC, datetime

    at = datetime(2026, 11, 5, 17, 0, tzinfo=UTC)
    assert queries.acting_of(county.clerk.person_id, at=at).today.isoformat() == "2026-11-06"
