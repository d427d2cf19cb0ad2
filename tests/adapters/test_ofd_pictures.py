"""Pages of OFD files as pictures, each thing where the file has it."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.page_pictures import page_picture, png_of
from tests.factories.ofd_papers import ofd_of_pdf, package, text_unit
from tests.factories.papers import pdf_of

A4 = (595.28, 841.89)
OFD = "application/ofd"
DOT = png_of(np.full((2, 2, 3), 80, np.uint8))
SVG = "{http://www.w3.org/2000/svg}"


def svg(
    content: str, *, template: str = "", resources: Mapping[str, bytes] | None = None
) -> ET.Element:
    """Return the picture of a one-page file as a tree."""
    paper = package([content], [A4], template=template, resources=resources)
    found = page_picture(paper, OFD, 1)
    assert found is not None
    assert found[1] == "image/svg+xml"
    return ET.fromstring(found[0])


def test_a_page_has_its_size_and_its_words_at_their_places():
    drawn = svg(text_unit("云溪镇要清淤", [60 + 12 * n for n in range(6)], 100, 12.0))
    assert drawn.get("viewBox") == "0 0 210.002 297"
    (text,) = drawn.iter(f"{SVG}text")
    assert text.text == "云溪镇要清淤"
    assert len((text.get("x") or "").split()) == 6


def test_what_the_template_draws_lies_beneath():
    head = text_unit("县人民政府文件", [60 + 24 * n for n in range(7)], 60, 24.0)
    body = text_unit("请照办", [60 + 12 * n for n in range(3)], 100, 12.0)
    assert [one.text for one in svg(body, template=head).iter(f"{SVG}text")] == [
        "县人民政府文件",
        "请照办",
    ]


def test_a_path_has_its_shape_its_pen_and_its_colour():
    drawn = svg(
        '<ofd:PathObject ID="1" Boundary="20 40 170 1" LineWidth="0.7"><ofd:StrokeColor Value="255 0 0"/>'
        "<ofd:AbbreviatedData>M 0 0 L 170 0 Q 1 2 3 4 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    (path,) = drawn.iter(f"{SVG}path")
    assert path.get("d") == "M0 0L170 0Q1 2 3 4Z"
    assert (path.get("stroke"), path.get("fill"), path.get("stroke-width")) == (
        "#ff0000",
        "none",
        "0.7",
    )


def test_a_picture_beside_words_is_drawn_and_one_without_words_is_the_page():
    unit = '<ofd:ImageObject ID="1" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="900"/>'
    words = text_unit("县城乡环境整治现场" * 3, [60 + 12 * n for n in range(27)], 100, 12.0)
    (image,) = svg(unit + words, resources={"seal.png": DOT}).iter(f"{SVG}image")
    assert (image.get("href") or "").startswith("data:image/png;base64,")
    found = page_picture(package([unit], [A4], resources={"scan.png": DOT}), OFD, 1)
    assert found is not None
    assert found[1] in {"image/jpeg", "image/png"}


def test_there_is_no_picture_of_a_page_that_is_not_there_or_of_a_torn_file():
    paper = ofd_of_pdf(pdf_of())
    assert page_picture(paper, OFD, 0) is None
    assert page_picture(paper, OFD, 99) is None
    assert page_picture(paper[:200], OFD, 1) is None


def test_words_cannot_leave_the_text_they_stand_in():
    unit = '<ofd:TextObject ID="1" Boundary="20 20 150 6" Size="5"><ofd:TextCode X="0" Y="5">&lt;script&gt;\u0008&amp;</ofd:TextCode></ofd:TextObject>'
    drawn = svg(unit.replace("\u0008", ""))
    assert [one.text for one in drawn.iter(f"{SVG}text")] == ["<script>&"]
    assert not list(drawn.iter(f"{SVG}script"))


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(["Boundary", "Size", "CTM", "X", "Y", "DeltaX", "Value", "LineWidth"]),
    st.sampled_from(["1e999", "nan", "-", "g 99999999 1", "甲", "0", "1 2 3 4 5 6", '" x="1']),
    st.sampled_from(["M 0 0 L 10 0 C", "L 1 2", "M 1 L 2 3", "M 1e999 0 L nan 3", "A 1 2", "7"]),
)
def test_any_attribute_leaves_a_picture_that_can_be_parsed(name: str, value: str, shape: str):
    unit = (
        '<ofd:TextObject ID="1" Boundary="20 20 150 6" Size="5" CTM="1 0 0 1 0 0"><ofd:TextCode X="0" Y="5" DeltaX="5">办</ofd:TextCode></ofd:TextObject>'
        f'<ofd:PathObject ID="2" Boundary="1 1 9 9" LineWidth="1"><ofd:FillColor Value="1 2 3"/><ofd:AbbreviatedData>{shape}</ofd:AbbreviatedData></ofd:PathObject>'
    )
    put = value.replace('"', "&quot;")
    svg(re.sub(rf' {name}="[^"]*"', f' {name}="{put}"', unit))
