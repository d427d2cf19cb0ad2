"""Who asks, and when anybody does, in the sentences around a demand of a whole report."""

import pytest
from tests.domain.reading.reading_of import read, told, told_on_visit

from guatu.domain.reading.values import DirectiveKind

ROAD = "本报讯 11月6日，县委书记方明到白沙镇调研道路改造工作。副县长齐小雨参加。"


def heard(*paragraphs: str) -> list[tuple[str, str, str]]:
    """Return who is told what by whom in the paragraphs of a visit."""
    reading = read("\n".join(("方明调研道路改造工作", ROAD, *paragraphs)))
    return [
        (
            "+".join(each.text for each in one.addressees),
            one.action,
            one.issuer.name if one.issuer is not None else "",
        )
        for one in reading.directives
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("方明的要求很明确——抓紧铺油。", [("", "抓紧铺油", "方明")]),
        ("方明的态度十分坚决——凡偷工减料的，一律返工。", [("", "凡偷工减料的，一律返工", "方明")]),
        ("方明掷地有声：加快铺油，确保年底通车。", [("", "加快铺油，确保年底通车", "方明")]),
        ("方明说，加快铺油，确保年底通车。", [("", "加快铺油，确保年底通车", "方明")]),
        ("方明说，把责任落实到人，确保路面平整。", [("", "把责任落实到人，确保路面平整", "方明")]),
        ("方明说，既要抓进度，又要保质量。", [("", "既要抓进度，又要保质量", "方明")]),
        ("方明说，绝不能让一处路面返工。", [("", "绝不能让一处路面返工", "方明")]),
        ("方明说，铺好路面是民心所向。", []),
        ("方明说，加快铺油，是民心所向。", []),
        ("方明说，严把质量关，路面才经得起检验。", []),
        ("方明说，抢抓晴天，铺完了三个路段。", []),
    ],
)
def test_a_leaders_first_words_command_by_themselves(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    assert heard(words) == found


def test_a_leaders_plain_words_may_count_points() -> None:
    words = "方明说，一是压实责任，明确专人负责；二是严把质量关。"
    assert [one[1] for one in heard(words)] == ["压实责任，明确专人负责", "严把质量关"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "会议传达学习了省委全会精神，要求一是压实责任；二是严把质量关。",
            ["压实责任", "严把质量关"],
        ),
        ("会议审议通过《方案》，要求年底前新增停车位200个。", ["年底前新增停车位200个"]),
        (
            "会上，对下一阶段工作作了部署：围绕民生实事，抓好路面改造。",
            ["围绕民生实事，抓好路面改造"],
        ),
    ],
)
def test_a_meeting_asks_behind_what_it_did(words: str, found: list[str]) -> None:
    assert [(one[1], one[2]) for one in heard(words)] == [(each, "会议") for each in found]


def test_who_is_on_his_round_asks_though_nobody_is_named_again() -> None:
    words = "在第二水厂，了解水质监测情况后，要求凡不达标的，一律停供。"
    assert [one[1:] for one in heard(words)] == [("凡不达标的，一律停供", "方明")]


def test_he_who_asks_leads_though_a_guest_spoke_last() -> None:
    words = "“办手续快多了。”华远集团总经理石磊说。他要求，围绕企业需求，主动上门服务。"
    assert heard(words) == [("", "围绕企业需求，主动上门服务", "方明")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县委、县政府要求，确保月底前整改到位。", [("", "确保月底前整改到位", "县委、县政府")]),
        ("县森防指强调，要加强巡查。", [("", "要加强巡查", "县森防指")]),
        (
            "县防汛指挥部下达指令：青石镇立即转移群众。",
            [("青石镇", "青石镇立即转移群众", "县防汛指挥部")],
        ),
        ("按照县委、县政府要求，县住建局对管网进行了全面排查。", []),
        ("县住建局落实县委、县政府要求，对管网进行了排查。", []),
    ],
)
def test_who_leads_a_county_asks(words: str, found: list[tuple[str, str, str]]) -> None:
    assert heard(words) == found


def test_what_was_asked_in_years_gone_by_is_told() -> None:
    assert heard("去年10月，方明来到老街，要求县住建局把排水列入计划。一年过去，路平了。") == []
    words = "去年汛期老街多次积水，方明要求县住建局把排水列入计划。"
    assert [one[0] for one in heard(words)] == ["县住建局"]


@pytest.mark.parametrize(
    "words",
    [
        "“凡不合格的，一律返工”，临走时，方明再次叮嘱。",
        "“凡不合格的，一律返工”，方明叮嘱。",
        "“凡不合格的，一律返工，”方明说。",
    ],
)
def test_a_quotation_may_end_with_a_comma(words: str) -> None:
    assert heard(words) == [("", "凡不合格的，一律返工", "方明")]


def test_a_term_in_marks_is_no_quotation_said_behind() -> None:
    assert heard("“一户一策”，方明强调，要因户施策。") == [("", "要因户施策", "方明")]


def test_whoever_does_one_thing_and_asks_at_once_is_heard() -> None:
    words = "方明一边看图纸，一边叮嘱身边的白沙镇党委书记张立，要抓紧铺油。"
    assert heard(words) == [("张立", "要抓紧铺油", "方明")]


def test_what_one_goes_through_or_is_up_against_is_told_nothing() -> None:
    assert told("罗远航对各乡镇项目建设逐一点评，并强调，要抓紧开工。") == [([], "要抓紧开工")]
    assert told_on_visit("面对施工难题，罗远航说：“要抓紧整改。”") == [([], "要抓紧整改")]
    assert told_on_visit("面对企业负责人，罗远航说：“要抓紧整改。”") == [
        (["企业负责人"], "要抓紧整改")
    ]


def test_comrades_are_hailed_and_not_told() -> None:
    assert told("“同志们，要抓紧开工。”罗远航最后说。") == [([], "要抓紧开工")]
    assert told("“同志们，青石镇要抓紧开工。”罗远航最后说。") == [(["青石镇"], "青石镇要抓紧开工")]


def test_who_was_told_by_the_way_is_not_told_the_list_behind() -> None:
    words = "罗远航叮嘱施工人员注意防暑。他要求，首先要摸清底数；其次要分类施策。"
    assert [one[0] for one in told_on_visit(words)] == [["施工人员"], [], []]


def test_who_is_rung_up_is_told_behind_a_comma_what_has_a_limit() -> None:
    assert told_on_visit("罗远航给青石镇打电话，明早送两捆水管来。") == [
        (["青石镇"], "明早送两捆水管来")
    ]
    assert told_on_visit("罗远航给青石镇打电话，询问雨情水情。") == []


@pytest.mark.parametrize(
    "words",
    [
        "方明转身对县住建局负责人说：“要抓紧开工。”该项目计划2025年6月底前建成投用。",
        "方明转身对县住建局负责人说：“要抓紧开工。”“我们两班倒，歇人不歇机。”一位工人说。",
        "方明要求抓紧开工。县住建局成立工作专班，实行周调度，有力推动了项目建设。",
        "方明要求，要抓紧开工。该镇推行“支部+网格”模式，做到小事不出村。",
        "方明要求，要抓紧开工。围挡上，“质量第一”几个大字十分醒目。",
        "方明要求，一是抓紧开工。据介绍，项目建成后，可解决5000人饮水问题。",
        "《供水条例》规定，供水单位应当保证水质。方明要求，要抓紧开工。",
        "方明听取了案件情况介绍，逐案分析。县财政局统筹资金3000万元。方明要求，抓紧开工。",
        "方明要求，抓紧开工。县住建局局长章平介绍，改造分步实施，预计11月底前完工。",
        "方明说：“一下雨就淹……要抓紧开工。”",
    ],
)
def test_what_is_told_around_a_demand_asks_nothing(words: str) -> None:
    assert [one[1].removeprefix("要") for one in heard(words)] == ["抓紧开工"]


def test_a_promise_is_not_gone_on_with_by_another_body() -> None:
    words = (
        "白沙镇党委书记张立表示，白沙镇将于12月底前完成铺油。"
        "县住建局成立工作专班，实行周调度，有力推动了项目建设。"
        "工地上，工人们正在加紧施工，力争春节前通车。"
    )
    found = read(f"方明调研道路改造工作\n{ROAD}\n{words}").directives
    assert [(one.kind, one.action) for one in found] == [
        (DirectiveKind.PROMISE, "白沙镇将于12月底前完成铺油")
    ]


def test_what_is_criticised_before_a_demand_is_no_part_of_it() -> None:
    assert told("罗远航通报了情况，对进度滞后的单位提出批评，要求既要抓进度，又要保质量。") == [
        ([], "既要抓进度，又要保质量")
    ]
    words = "在东站，罗远航察看设备，要求加强维护；在西站，他仔细询问进度，叮嘱绝不能带病运行。"
    assert [one[1] for one in told_on_visit(words)] == ["加强维护", "绝不能带病运行"]


def test_how_things_stand_may_stand_before_why_they_matter() -> None:
    assert told("罗远航强调，当前雨势仍在持续，形势严峻，加快转移群众。") == [([], "加快转移群众")]


def test_a_paragraph_goes_on_with_one_that_asks_from_first_to_last() -> None:
    before = ("方明强调，要抓紧铺油。", "要把群众满意作为标准，建好民心路。")
    assert heard(*before, "确保月底前全部通车。")[-1] == ("", "确保月底前全部通车", "方明")
    for words in (
        "推进改造以来，全县新铺路面12公里。",
        "推动改造，是今年的民生实事。",
        "铺好了路。",
    ):
        assert len(heard(*before, words)) == 2


def test_whom_he_says_it_to_is_who_answered_him() -> None:
    words = "方明问县交通局局长罗远航还差几公里，罗远航回答还差两公里。方明对他说，要抓紧铺油。"
    assert heard(words) == [("罗远航", "要抓紧铺油", "方明")]
    assert heard("方明与村民周老汉拉家常。方明对他说，要保重身体。")[0][0] == ""


def test_a_decision_may_open_with_what_is_made_of_a_thing() -> None:
    assert [one[1] for one in heard("会议明确，把责任落实到人，确保事事有回应。")] == [
        "把责任落实到人，确保事事有回应"
    ]


def test_who_is_spoken_to_gives_no_word() -> None:
    words = "方明向商户宣传政策。他对县城管局负责人说，要倒排工期、挂图作战。"
    assert heard(words) == [("县城管局负责人", "要倒排工期、挂图作战", "方明")]


def test_what_a_firm_wishes_of_the_banks_is_no_demand() -> None:
    words = "恒达公司反映，流动资金紧张，希望银行能续贷。方明当场协调，要求抓紧对接。"
    assert heard(words) == [("", "抓紧对接", "方明")]


def test_a_leader_is_heard_behind_a_guest_who_spoke_in_the_same_paragraph() -> None:
    words = "“办手续快多了。”华远集团总经理石磊说。方明边听边记，最后要求：加快铺油，确保通车。"
    assert heard(words) == [("", "加快铺油，确保通车", "方明")]


def test_how_much_a_project_costs_is_told_behind_points() -> None:
    words = "方明要求，要加快铺油。该项目总投资2.3亿元，计划2025年6月底前建成。"
    assert [one[1] for one in heard(words)] == ["要加快铺油"]


def test_an_answer_to_a_leaders_words_asks_nothing() -> None:
    words = "方明对齐小雨说：“要在‘实’字上下功夫。”“我们两班倒，歇人不歇机。”一位工人说。"
    assert [one[1] for one in heard(words)] == ["要在‘实’字上下功夫"]
