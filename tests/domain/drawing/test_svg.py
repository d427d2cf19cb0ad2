from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.domain.drawing.county import ZH, wall

from guatu.domain.drawing.shapes import Box, Drawing, Group, Ink, Rect, Runs, Text
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_paper import Paper, draw_wall
from guatu.domain.drawing.wall_screen import Zoom, draw_screen_wall

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*shapes: object, title: str = "图") -> Drawing:
    return Drawing(width=100, height=50, title=title, shapes=shapes)  # type: ignore[arg-type] # shapes by hand


def text(words: str) -> Text:
    return Text(x=1, y=2, words=words, size=5, cell=Box(x=0, y=0, width=90, height=9), fill="#000")


def test_a_drawing_is_as_big_as_its_paper() -> None:
    root = ET.fromstring(to_svg(replace(drawn(), scale=0.5), for_screen=False))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (
        "50mm",
        "25mm",
        "0 0 100 50",
    )


def test_words_are_data_and_never_markup() -> None:
    hostile = '</text><script>alert("1")</script>&amp;'
    root = ET.fromstring(to_svg(drawn(text(hostile), title=hostile), for_screen=True))
    assert root.get("aria-label") == hostile
    assert [one.text for one in root.iter(f"{SVG}text")] == [hostile]
    assert list(root.iter(f"{SVG}script")) == []


def test_signs_that_xml_forbids_are_replaced() -> None:
    root = ET.fromstring(to_svg(drawn(text("a\x00b\x1fc\ud800")), for_screen=False))
    assert [one.text for one in root.iter(f"{SVG}text")] == ["a\ufffdb\ufffdc\ufffd"]


def test_a_screen_gets_titles_links_and_hooks_and_paper_gets_ink_alone() -> None:
    group = Group(
        shapes=(Rect(box=Box(x=0, y=0, width=1, height=1)),),
        title="红灯：逾期3天", href="/works/1/", data=(("light", "w1"),),
    )  # fmt: skip
    screen, paper = to_svg(drawn(group), for_screen=True), to_svg(drawn(group), for_screen=False)
    assert "<title>红灯：逾期3天</title>" in screen
    assert 'href="/works/1/"' in screen
    assert 'data-light="w1"' in screen
    assert "title" not in paper
    assert "href" not in paper
    assert "data-" not in paper


def test_the_keyboard_stops_at_lights() -> None:
    screen = draw_screen_wall(wall(3), Zoom.MONTH, ZH)
    root = ET.fromstring(to_svg(screen.names.body, for_screen=True))
    stops = [one for one in root.iter(f"{SVG}g") if one.get("data-light")]
    assert len(stops) == 3
    assert {one.get("tabindex") for one in stops} == {"0"}
    assert all("灯" in (one.get("aria-label") or "") for one in stops)


@pytest.mark.parametrize("for_screen", [True, False])
def test_no_drawing_carries_a_style_or_a_script(for_screen: bool) -> None:
    (sheet,) = draw_wall(wall(3), Paper.A0, ZH)
    root = ET.fromstring(to_svg(sheet, for_screen=for_screen))
    for one in root.iter():
        assert one.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}foreignObject"}
        assert not {"style", "class"} & set(one.attrib)
        assert not [name for name in one.attrib if name.startswith("on")]


def test_what_a_group_shares_is_written_once_and_only_there() -> None:
    ink = Ink(fill="#123456", stroke="#654321", stroke_width=2, size=5)
    rect = Rect(
        box=Box(x=0, y=0, width=1, height=1), fill="#123456", stroke="#654321", stroke_width=2
    )
    bare = Rect(box=Box(x=0, y=0, width=1, height=1), fill="#111111")
    written = to_svg(drawn(Group(shapes=(rect, rect, bare), ink=ink)), for_screen=True)
    assert written.count("#123456") == 1
    assert written.count("#654321") == written.count('stroke-width="2"') == 1
    assert 'fill="#111111" stroke="none"' in written


def test_runs_are_one_element() -> None:
    runs = Runs(runs=(((0, 0), (1, 0)), ((2.5, 0), (3, 1))), stroke="#111111", stroke_width=1)
    root = ET.fromstring(to_svg(drawn(runs), for_screen=False))
    assert [one.get("d") for one in root.iter(f"{SVG}path") if one.get("d")] == [
        "M0,0 1,0zM2.5,0 3,1z"
    ]


def test_a_bar_says_its_words_on_a_screen_and_not_on_paper() -> None:
    rect = Rect(box=Box(x=0, y=0, width=1, height=1), title="基础 <2026-11-05>")
    assert "<title>基础 &lt;2026-11-05&gt;</title></rect>" in to_svg(drawn(rect), for_screen=True)
    assert "title" not in to_svg(drawn(rect), for_screen=False)
