from dataclasses import replace
from decimal import Decimal

import pytest
from tests.domain.reading.reading_of import demands

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.kinds import kind_of_demand
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
        (
            "会议强调，全县干部要心往一处想、劲往一处使，凝聚起建设家乡的强大合力。",
            DirectiveKind.CONTEXT,
        ),
        ("会议强调，企业要抢抓机遇、敢闯敢试，为家乡振兴作出更大贡献。", DirectiveKind.CONTEXT),
        (
            "会议强调，县住建局要提高站位，把南门外三条断头路打通，把排水口全部装上盖板。",
            DirectiveKind.TASK,
        ),
        ("会议强调，县交警大队要天天上路巡查，发现一起、查处一起。", DirectiveKind.STANDING),
        ("会议强调，渡口船工要做到人不齐不开船、雾不散不离岸。", DirectiveKind.STANDING),
        ("会议强调，县财政局要把拖欠的货款付清。", DirectiveKind.TASK),
    ],
)
def test_a_demand_when_read_then_its_kind_follows_its_words(words: str, kind: DirectiveKind):
    (one,) = demands(words)
    assert one.kind is kind


LEXICON = load_lexicon()
_GLORY = "企业要抢抓机遇、敢闯敢试，为家乡振兴作出更大贡献"


def _kind(words: str, *, dated: bool = False, measured: bool = False) -> DirectiveKind:
    return kind_of_demand(words, LEXICON, dated=dated, measured=measured)


def test_a_day_makes_a_task_of_what_else_were_attitude():
    assert _kind(_GLORY) is DirectiveKind.CONTEXT
    assert _kind(_GLORY, dated=True) is DirectiveKind.TASK


def test_a_figure_keeps_a_demand_from_being_mere_attitude():
    assert _kind(_GLORY, measured=True) is not DirectiveKind.CONTEXT


def test_without_the_models_the_rules_decide():
    left = {k: v for k, v in LEXICON.models.items() if k not in {"attitude", "standing"}}
    rules = replace(LEXICON, models=left)
    told = {
        words: kind_of_demand(words, rules, dated=False, measured=False)
        for words in (_GLORY, "各级各部门要提高站位、认清形势", "县水利局要做好日常巡河监管")
    }
    assert list(told.values()) == [
        DirectiveKind.TASK,
        DirectiveKind.CONTEXT,
        DirectiveKind.STANDING,
    ]


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
