"""Where those who visit stood, and what list of stops a sentence carries on."""

import pytest
from tests.domain.reading.reading_of import read


def _record(words: str, title: str = "栾知秋检查防汛备汛工作"):
    return read(f"{title}\n\n{words}").records[0]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        # A car stops, people walk up to, stand at: with what part of the place behind it.
        ("5月8日，一辆中巴车停在青石岭水库坝头，下来的是副县长栾知秋。", {"青石岭水库"}),
        ("5月8日，副县长栾知秋走到枫杨桥下，水面漂着菜叶。", {"枫杨桥"}),
        (
            "5月8日，副县长栾知秋带队检查。车子又开到柳坝镇马家屯，屯后有一道裂缝。",
            {"柳坝镇马家屯"},
        ),
        ("5月8日，副县长栾知秋来到挂点的双河镇榕树村，听取汇报。", {"双河镇榕树村"}),
        (
            "5月8日，副县长栾知秋检查。\n\n青石岭弯道临崖一侧没有护栏，栾知秋要求尽快修复。",
            {"青石岭弯道"},
        ),
        ("5月8日，副县长栾知秋站在位于柳坝镇的青石岭水库，看水位。", {"青石岭水库"}),
        (
            "5月8日，副县长栾知秋检查。\n\n在柳坝镇三合村的千亩稻田，收割机一字排开，栾知秋走近察看。",
            {"柳坝镇三合村"},
        ),
        (
            "5月8日，副县长栾知秋检查供热。\n\n锦绣小区5号楼402室，栾知秋摸了摸暖气片。",
            {"锦绣小区"},
        ),
        (
            "5月8日，县长栾知秋与来宾参观了清河水厂化验室和清河展室。",
            {"清河水厂化验室", "清河展室"},
        ),
        # A list closed by any noun, carried on over commas, or with 和 inside a name.
        (
            "5月8日，副县长栾知秋先后来到柳坝中心村、双河镇柳林岗等安置点，看望群众。",
            {"柳坝中心村", "双河镇柳林岗"},
        ),
        (
            "5月8日，副县长栾知秋先后来到柳坝镇马家村、刘家村，双河镇榕树村、新桥村等地，实地察看农田。",
            {"柳坝镇马家村", "刘家村", "双河镇榕树村", "新桥村"},
        ),
        (
            "5月8日，副县长栾知秋先后来到保和镇文化广场、云和社区公园，察看设施。",
            {"保和镇文化广场", "云和社区公园"},
        ),
    ],
)
def test_the_places_of_a_visit(words: str, places: set[str]) -> None:
    assert {one.name for one in _record(words).places} == places


@pytest.mark.parametrize(
    "words",
    [
        "5月8日，副县长栾知秋检查。\n\n会议要求，各村要把水库、桥梁再查一遍。",
        "5月8日，副县长栾知秋检查。他说，问题要改到群众满意，脚步要迈进百姓心坎。",
        "5月8日，副县长栾知秋检查。\n\n双河镇榕树村要抓紧整改，县水利局要派人盯守。",
        "5月8日，副县长栾知秋检查。要充分运用高空瞭望、无人机巡查等手段，发现一处处置一处。",
        "5月8日，副县长栾知秋检查。\n\n会议要求，由青石镇负责，在原址东侧空地搭建临时市场，6月底前完成。",
        "5月8日，副县长栾知秋检查。工作要走到最前，风险要想到前头。",
    ],
)
def test_no_place_is_made_of_demands_and_figures_of_speech(words: str) -> None:
    assert _record(words).places == ()


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        (
            "5月8日，副县长栾知秋先后来到湘河饲料、蓝溪茶业和柳坝镇示范基地，了解生产。",
            "蓝溪茶业",
            "enterprise",
        ),
        ("5月8日，副县长栾知秋到清坪、丁寨等乡镇调研秋种工作。", "清坪", "government"),
    ],
)
def test_short_names_of_firms_and_towns_are_bodies(words: str, name: str, kind: str) -> None:
    assert {one.name: one.kind for one in _record(words).organisations}.get(name) == kind


def test_minutes_of_a_talk_on_the_spot_name_the_spot() -> None:
    words = "5月8日上午，副县长栾知秋在三汊泵站召开现场办公会，专题研究排涝有关问题。现纪要如下："
    record = _record(words, "三汊泵站排涝现场办公会会议纪要")
    assert [one.name for one in record.places] == ["三汊泵站"]
