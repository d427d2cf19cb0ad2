"""Where a visit went: stops behind a plain 到, inside a site, on the first words of a paragraph."""

import pytest
from tests.domain.reading.reading_of import read

_OPENING = "栾知秋调研春耕生产\n\n本报讯 3月5日，县长栾知秋调研春耕生产。"


def _stops(words: str) -> tuple[set[str], set[str]]:
    record = read(_OPENING + words).records[0]
    return {one.name for one in record.places}, {one.name for one in record.organisations}


@pytest.mark.parametrize(
    ("words", "places", "bodies"),
    [
        ("栾知秋到柳河镇、石桥乡，调研麦收进度。", set(), {"柳河镇", "石桥乡"}),
        ("栾知秋先后考察了柳河水源地、县医院新址的门诊楼。", {"柳河水源地", "县医院新址"}, set()),
        ("栾知秋在柳河铸管公司的车间里开了现场会。", set(), {"柳河铸管公司"}),
        ("栾知秋看了靠河村、柳沟村、石桥村等6个村。", {"靠河村", "柳沟村", "石桥村"}, set()),
        ("在柳河东路改造、石桥泵站新建项目现场，栾知秋问得很细。", {"柳河东路", "石桥泵站"}, set()),
        ("栾知秋先后来到石桥镇机插秧现场、柳河路施工现场。", {"石桥镇机插秧现场", "柳河路"}, set()),
        ("栾知秋先后走进柳沟村果库、石桥断面。", {"柳沟村果库", "石桥断面"}, set()),
        ("栾知秋深入老旧小区、农贸市场，随后走进值班室。", set(), set()),
        ("大家观看了警示教育片，看了近一周的曲线。", set(), set()),
        (
            "在柳河生物有限公司和石桥化学有限公司，栾知秋看得很细。",
            set(),
            {"柳河生物有限公司", "石桥化学有限公司"},
        ),
        ("栾知秋先后来到和顺镇彩钢公司、柳河社区等地。", {"柳河社区"}, {"和顺镇彩钢公司"}),
        ("栾知秋一行先后来石桥村、柳沟村，对村容整治进行走访。", {"石桥村", "柳沟村"}, set()),
        ("栾知秋等负责人先后来到柳河加油站、石桥仓库检查安全。", {"石桥仓库"}, {"柳河加油站"}),
        (
            "会前，大家参观了柳河灌区建设项目、石桥机播等现场。",
            {"柳河灌区建设项目", "石桥机播"},
            set(),
        ),
        # What is done or only a part of what is looked at is no stop.
        ("栾知秋实地查看了环境卫生整治、停车秩序、车辆检修等。", set(), set()),
        ("栾知秋实地察看了柳河水库、石桥水库的蓄水运行情况。", {"柳河水库", "石桥水库"}, set()),
        ("栾知秋先后来到柳沟村、石桥村等十余个村级安置点。", {"柳沟村", "石桥村"}, set()),
        ("在柳河大道等地，栾知秋边走边看。", {"柳河大道"}, set()),
        ("栾知秋先后深入安平、白石、三和等镇检查。", set(), set()),
        (
            "栾知秋先后来到柳河安置点和乡农村福利院，询问进度。",
            {"柳河安置点"},
            {"乡农村福利院"},
        ),
        ("栾知秋到柳河青石沟巡河。", {"柳河青石沟"}, set()),
        (
            "在柳沟村、石桥村、柳河生态景区、石桥文化广场等，栾知秋问得很细。",
            {"柳沟村", "石桥村", "石桥文化广场"},
            {"柳河生态景区"},
        ),
        ("栾知秋先后到柳河小区、和康小区检查。", {"柳河小区", "和康小区"}, set()),
        ("栾知秋深入柳河社区、防灾减灾、禁牧休牧等重点工作。", {"柳河社区"}, set()),
        ("栾知秋先后走访了柳河社区关爱中心、低保家庭、供养人员。", {"柳河社区关爱中心"}, set()),
        (
            "栾知秋先后到在建的柳河电机厂房、石桥产业园，看进度。",
            {"柳河电机厂房", "石桥产业园"},
            set(),
        ),
        ("栾知秋深入柳河科技、石桥皂角开发等企业和项目建设现场。", {"石桥皂角开发"}, {"柳河科技"}),
        (
            "栾知秋先后来到柳河工业园、石桥高速南段项目施工现场详细了解进展。",
            {"石桥高速南段项目"},
            {"柳河工业园"},
        ),
        (
            "栾知秋先后到柳河药业基地和石桥研发项目，实地察看。",
            {"柳河药业基地", "石桥研发项目"},
            set(),
        ),
        ("在共建园区、援建医疗等方面，双方持续发力。", set(), set()),
        ("栾知秋来到柳河公司第二热源厂。", set(), {"柳河公司"}),
    ],
)
def test_stops_when_told_in_many_ways_then_each_is_found_by_its_own_words(
    words: str, places: set[str], bodies: set[str]
):
    assert _stops(words) == (places, bodies)


@pytest.mark.parametrize(
    ("headline", "words", "kind"),
    [
        ("栾知秋率队督导观摩会筹备工作", "3月5日，县长栾知秋率队督导全市观摩会筹备工作。", "visit"),
        ("气象局参加全县抗旱工作会", "3月5日，全县抗旱工作会在县委党校召开。", "meeting"),
    ],
)
def test_an_event_when_a_meeting_is_only_prepared_or_only_called_hui_then_its_kind_is_known(
    headline: str, words: str, kind: str
):
    assert read(f"{headline}\n\n{words}").records[0].kind.value == kind
