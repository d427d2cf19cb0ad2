from decimal import Decimal

import pytest
from tests.domain.reading.reading_of import demands

from guatu.domain.reading.values import DirectiveKind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("会议强调，各级各部门要提高站位、认清形势。", DirectiveKind.CONTEXT),
        ("会议强调，企业要严格遵守环保法规。", DirectiveKind.STANDING),
        ("会议强调，县水利局要做好日常巡河监管。", DirectiveKind.STANDING),
        ("会议强调，县住建局要完善配套设施。", DirectiveKind.TASK),
        ("会议强调，任何单位不得在保护区内采砂。", DirectiveKind.STANDING),
        ("会议强调，看护员一旦发现烟点要马上喊人。", DirectiveKind.STANDING),
        ("会议强调，消防队在节日期间要集中驻守。", DirectiveKind.STANDING),
        ("会议强调，护林员要守在坟头，见烟就查、见火就灭。", DirectiveKind.STANDING),
        ("会议强调，县水利局不得拖延，11月20日前补办手续。", DirectiveKind.TASK),
        ("会议强调，干部要少一点客套，多一点实干。", DirectiveKind.CONTEXT),
        ("会议强调，干部要当作自家的事来办，增强大局意识。", DirectiveKind.CONTEXT),
        ("会议强调，县水利局要弘扬抗洪精神，把三座泵站的电机全部更换。", DirectiveKind.TASK),
        (
            "会议强调，乡民政所要把炉子一家一家看过去，两天看完，看不完不许歇着。",
            DirectiveKind.TASK,
        ),
        ("会议强调，茶厂要敞开收，不压级，不压价，当天结现钱。", DirectiveKind.STANDING),
        ("罗远航表示，石坪县将以此为契机，加强队伍建设。", DirectiveKind.PROMISE),
    ],
)
def test_a_demand_when_read_then_its_kind_follows_its_words(words: str, kind: DirectiveKind):
    (one,) = demands(words)
    assert one.kind is kind


def test_figures_of_a_demand_are_measures_and_those_of_its_deadline_are_not():
    (one,) = demands("会议强调，县住建局要在11月20日前更换管网1,200.5公里，建成三个泵站。")
    assert [(each.value, each.unit) for each in one.measures] == [
        (Decimal("1200.5"), "公里"),
        (Decimal(3), "个"),
    ]


def test_confidence_falls_with_how_the_unit_was_found():
    explicit, inherited = demands("会议强调，县水利局要摸清底数；要加快整治。")
    (nobody,) = demands("会议强调，要加快整治。")
    assert explicit.confidence > inherited.confidence > nobody.confidence
