import pytest
from tests.domain.reading.reading_of import demands, told

from guatu.domain.reading.values import AddresseeKind


@pytest.mark.parametrize(
    ("words", "unit", "kind"),
    [
        ("各级各部门要压实责任。", "各级各部门", AddresseeKind.EVERYONE),
        ("全县各级各部门要压实责任。", "全县各级各部门", AddresseeKind.EVERYONE),
        ("工信、商务、文旅等部门要完善规划。", "工信、商务、文旅等部门", AddresseeKind.LIST),
        ("县住建局要完善规划。", "县住建局", AddresseeKind.UNIT),
        ("各施工单位必须守住底线。", "各施工单位", AddresseeKind.CLASS),
        ("企业要减少排放。", "企业", AddresseeKind.ENTERPRISE),
        ("县经济开发区也要强化招商。", "县经济开发区", AddresseeKind.UNIT),
        ("各级河长严格落实巡河制度。", "各级河长", AddresseeKind.CLASS),
        ("各乡镇（街道）务必摸清底数。", "各乡镇（街道）", AddresseeKind.CLASS),
        ("各级林长严格按照林长制工作要求，做好日常巡护。", "各级林长", AddresseeKind.CLASS),
        ("县政府督查室跟踪督办。", "县政府督查室", AddresseeKind.UNIT),
        ("各分管副县长要现场办公。", "各分管副县长", AddresseeKind.CLASS),
        ("县委督查室要逐项建账。", "县委督查室", AddresseeKind.UNIT),
        ("县防汛抗旱指挥部要加密会商。", "县防汛抗旱指挥部", AddresseeKind.UNIT),
        ("要素保障专班要上门服务。", "要素保障专班", AddresseeKind.UNIT),
        ("县双拥工作领导小组要压实责任。", "县双拥工作领导小组", AddresseeKind.UNIT),
        ("信访办要逐件化解。", "信访办", AddresseeKind.UNIT),
        ("各企业未经验收不得开工。", "各企业", AddresseeKind.CLASS),
    ],
)
def test_a_unit_before_the_modal_is_the_addressee(words: str, unit: str, kind: AddresseeKind):
    (one,) = demands(f"会议强调，{words}")
    assert [each.text for each in one.addressees] == [unit]
    assert one.addressees[0].kind is kind
    assert not one.addressees[0].inherited


def test_a_demand_without_subject_inherits_the_unit_across_a_semicolon():
    first, second = demands("会议强调，县水利局要摸清底数；要加快整治。")
    assert [each.text for each in second.addressees] == ["县水利局"]
    assert second.addressees[0].inherited
    assert not first.addressees[0].inherited


def test_a_speech_to_a_unit_makes_it_the_default_of_later_demands():
    said = told(
        "罗远航对城关分局提出具体要求。他强调，全体人员要振奋精神。\n\n罗远航要求，要紧盯指标。"
    )
    assert said[1] == (["城关分局"], "要紧盯指标")


def test_a_fronted_object_is_no_addressee():
    (one,) = demands("会议强调，对违法企业要依法处理。")
    assert one.addressees == ()
    assert one.action == "对违法企业要依法处理"


def test_a_place_stands_in_where_nobody_is_named():
    (one,) = demands("在云岭广场施工现场，罗远航查看了进度。他指出，要科学规划布局。")
    assert [(each.text, each.kind) for each in one.addressees] == [
        ("云岭广场施工现场", AddresseeKind.UNKNOWN)
    ]


def test_a_wish_addresses_the_people_wished():
    assert told("罗远航勉励青年学生志存高远、练就本领。") == [
        (["青年学生"], "青年学生志存高远、练就本领")
    ]


def test_a_unit_of_its_own_ends_the_inheritance_from_the_sentence_before():
    said = told("会议强调，各级各部门要改进作风。县委督查室要逐项建账。")
    assert [units for units, _ in said] == [["各级各部门"], ["县委督查室"]]


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        ("罗远航要求各乡镇、各部门，要盯紧指标。", ["各乡镇、各部门"]),
        ("罗远航对与会部门提出三点要求：一要盯紧指标。", ["与会部门"]),
        ("罗远航在会上要求，要盯紧指标。", []),
    ],
)
def test_a_demand_without_unit_is_told_to_the_audience_that_the_speech_names(words, audience):
    assert told(words) == [(audience, "要盯紧指标")]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议审议了方案，请县财政局修改后印发。", "县财政局"),
        ("他请企业放心发展。", "企业"),
        ("会议要求，请各有关单位于11月10日前报送进展。", "各有关单位"),
    ],
)
def test_a_unit_that_is_asked_is_the_addressee(words: str, unit: str):
    (one,) = demands(words)
    assert [each.text for each in one.addressees] == [unit]


def test_a_guest_who_is_asked_to_speak_is_told_nothing():
    assert told("座谈会上，请企业家代表作了发言。") == []


def test_a_person_told_to_act_does_not_inherit_the_unit_before():
    assert told("会议强调，县住建局要立即整改。方明要牵头调度。")[1] == ([], "方明要牵头调度")
