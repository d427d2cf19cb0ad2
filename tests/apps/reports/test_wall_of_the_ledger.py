from dataclasses import replace
from datetime import date

import pytest

from guatu.adapters.packs import load_messages
from guatu.apps.places.actions import add_boundary
from guatu.apps.reports.wall import WallHeading, wall_sheet
from tests.factories.places import MORNING, a_place
from tests.factories.units import make_county
from tests.factories.watch import a_source, an_alert
from tests.factories.works import GROUNDS, a_work, site_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county(at=MORNING)


def hung(county, language="zh", grounds=GROUNDS):
    return wall_sheet(
        county.clerk.scope,
        at=MORNING,
        today=date(2024, 11, 20),
        grounds=grounds,
        messages=load_messages(language),
        heading=WallHeading(
            county="岚川县", journal_head="ab", address_of=lambda work_id: f"/works/{work_id}/"
        ),
    )


def test_moves_are_marked_against_the_plan_without_orders(county):
    place_id = a_place(county)
    work_id = a_work(county, place_id=place_id)
    a_source(county, place_id=place_id)
    before = hung(county)
    an_alert(county.clerk)
    sheet = hung(county)
    (row,) = sheet.rows
    assert (row.moved_days, row.href) == (3, f"/works/{work_id}/")
    earth = next(bar for bar in row.bars if bar.key == "A2")
    assert (earth.former_end, earth.end) == (date(2024, 11, 26), date(2024, 11, 29))
    assert before.rows[0].moved_days == 0
    assert sheet.content_hash != before.content_hash


def test_the_reason_of_a_stop_is_in_the_language_of_the_sheet(county):
    place_id = a_place(county)
    a_work(county, place_id=place_id)
    a_source(county, place_id=place_id)
    an_alert(county.clerk)
    # The sheet prints the window beside it: the reason states no times.
    assert hung(county).stops[0].reason == "橙色预警停工"
    assert hung(county, "en").stops[0].reason == "Orange alert, work stopped"


def test_an_english_wall_names_steps_in_english_where_the_plan_can(county):
    document = site_document()
    document["activities"][1]["name_en"] = "Earthwork"
    a_work(county, document=document)
    english = replace(GROUNDS, language="en")
    names = [
        [bar.name for bar in hung(county, "en", used).rows[0].bars] for used in (english, GROUNDS)
    ]
    assert names == [
        ["施工许可", "Earthwork", "主体", "移交"],
        ["施工许可", "土方", "主体", "移交"],
    ]


def test_the_map_shows_places_of_works_and_the_lines_of_the_county(county):
    assert hung(county).map is None
    a_work(county, place_id=a_place(county))
    add_boundary(
        acting=county.clerk, name="涧河", kind="RIVER", points=[(111.4, 35.4), (111.6, 35.5)]
    )
    shown = hung(county).map
    assert [(one.number, one.x, one.y) for one in shown.points] == [(1, 111.5, 35.5)]
    assert len(shown.rivers) == 1


def test_the_wall_asks_the_same_questions_however_many_works_hang(
    county, django_assert_num_queries
):
    a_work(county)
    with django_assert_num_queries(4):
        hung(county)
    a_work(county, "W2")
    a_work(county, "W3")
    with django_assert_num_queries(4):
        hung(county)
