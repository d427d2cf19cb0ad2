"""What texts are about, by directions of characters that the test makes itself."""

import numpy as np
import pytest
from tools.fitting_topics import fit_topics

from guatu.adapters.lexicons import load_usage
from guatu.domain.reading.topics import Topics, alike

# 水 and 堤 point one way, 麦 and 田 another; 的 is unknown.
TOPICS = Topics(
    rows={"水": 0, "堤": 1, "麦": 2, "田": 3},
    directions=np.array([[3.0, 0.0], [2.0, 1.0], [0.0, 2.0], [1.0, 4.0], [0.0, 0.0]]),
)


def test_a_text_points_where_its_characters_do() -> None:
    found = TOPICS.of(["水堤", "的麦", "的的"])
    assert found.tolist() == [[5.0, 1.0], [0.0, 2.0], [0.0, 0.0]]


def test_texts_of_one_matter_are_alike_though_they_share_no_character() -> None:
    found = alike(TOPICS.of(["水水", "堤的", "麦"]))
    assert found[0, 1] > 0.8
    assert found[0, 2] == pytest.approx(0.0)
    assert alike(TOPICS.of([])).shape == (0, 0)


def test_a_character_beyond_the_usual_plane_points_nowhere() -> None:
    assert TOPICS.of(["𠀀水"]).tolist() == [[3.0, 0.0]]


def test_without_directions_nothing_is_alike() -> None:
    assert alike(Topics().of(["堤", "水水的水"])).tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_directions_that_ship_tell_a_flood_from_a_harvest() -> None:
    found = alike(
        load_usage().topics.of(["水库大坝防汛值守", "堤防巡查排除险情", "小麦秸秆收割晾晒"])
    )
    assert found[0, 1] > found[0, 2] + 0.3
    assert found[0, 1] > found[1, 2] + 0.3


def test_characters_of_the_same_articles_point_the_same_way() -> None:
    said = [
        "堤坝水库防汛巡查",
        "水库堤坝险情巡查",
        "小麦收割秸秆",
        "秸秆小麦晾晒收割",
        "防汛堤坝水库",
        "麦田收割小麦秸秆",
    ]
    found = fit_topics(said)
    assert set(found.rows) >= set("堤坝水库小麦秸秆")
    assert fit_topics(said).directions.tolist() == found.directions.tolist()
    near = alike(found.of(["堤坝", "水库", "小麦"]))
    assert near[0, 1] > near[0, 2] + 0.2
