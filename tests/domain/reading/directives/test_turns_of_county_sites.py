"""Turns of reports on counties' own sites: measures issued, vows of all, those sent, heads, who is forbidden."""

import pytest
from tests.domain.reading.reading_of import LEAD, demands, read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.arranged import arranged_points
from guatu.domain.reading.directives.assertions import tells
from guatu.domain.reading.directives.fronted import is_fronted
from guatu.domain.reading.directives.ordinals import heads_below
from guatu.domain.reading.directives.personified import forbidden_behind
from guatu.domain.reading.directives.sanctions import is_sanction
from guatu.domain.reading.units import is_unit, unit_before
from guatu.domain.reading.values import DirectiveKind


def test_measures_that_a_county_issues_are_points_for_nobody_named() -> None:
    said = told(
        "今年以来，塌方增多。对此，临泉县出台三条举措规范边坡施工：一是要放缓坡比。"
        "二是要分层支护。监理要旁站；三是完善预案。"
    )
    assert said == [
        ([], "要放缓坡比"),
        ([], "要分层支护"),
        (["监理"], "监理要旁站"),
        ([], "完善预案"),
    ]


@pytest.mark.parametrize(
    ("words", "after", "yes"),
    [
        ("县文旅局推出五项措施迎接旺季", "：一是要疏导车流。", True),
        ("县文旅局推出五项措施迎接旺季", "：一是疏导车流，加开专线。", False),
        ("县文旅局推出五项措施迎接旺季", "，游客增长一成。", False),
        ("各镇要拿出三条措施", "：一是要疏导车流。", False),
    ],
)
def test_issued_measures_ask_only_where_their_first_point_does(
    words: str, after: str, *, yes: bool
) -> None:
    assert (arranged_points(words, after[0], after) is not None) is yes


@pytest.mark.parametrize("who", ["各成员单位", "参会企业", "大家"])
def test_what_all_say_they_must_do_they_promise(who: str) -> None:
    (one,) = demands(f"{who}纷纷表示，要把任务领回去，马上安排专人对接，早见成效。")
    assert one.kind is DirectiveKind.PROMISE
    assert [each.text for each in one.addressees] == [who]
    assert one.action == "要把任务领回去，马上安排专人对接，早见成效"


@pytest.mark.parametrize(
    "words", ["大家一致表示，要是早些通车就好了。", "大家纷纷表示，日子一天比一天好。"]
)
def test_what_all_say_without_a_must_is_no_promise(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    "words", ["要立即督促驻片干部进村排险", "必须马上安排技术员入户", "要督促驻片干部进村排险"]
)
def test_whom_the_one_told_sends_is_not_told(words: str) -> None:
    said = told(f"罗远航要求，各乡镇要守住底线。{words}，做好防范。")
    assert [who for who, _ in said] == [["各乡镇"], ["各乡镇"]]


def test_a_speaker_who_at_once_has_somebody_do_a_thing_still_tells_him() -> None:
    said = told("看到积水，罗远航当即要求县城管局连夜清淤。他立即督促施工方补齐围挡。")
    assert [who for who, _ in said] == [["县城管局"], ["施工方"]]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("在建桥梁如遇重大险情", False),
        ("各单位表示", False),
        ("各村一旦发现险情", False),
        ("推进人社、财政、公安等部门", False),
        ("人社、财政、公安等部门", True),
        ("县信访中心、绩效办、狠抓落实办", True),
        ("抓落实办", True),
    ],
)
def test_what_a_case_or_a_verb_adds_is_no_name(words: str, *, unit: bool) -> None:
    assert is_unit(words, load_lexicon()) is unit


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("三年以内乡镇卫生院", "乡镇卫生院"),
        ("年底前学校", "学校"),
        ("半年内养护公司", "养护公司"),
        ("月底前县教育局", "县教育局"),
    ],
)
def test_a_limit_before_a_unit_is_no_part_of_it(head: str, name: str) -> None:
    found = unit_before(head, load_lexicon())
    assert found is not None
    assert head[found.start : found.end] == name


def test_those_who_work_in_a_trade_are_told_by_themselves() -> None:
    said = told(
        "罗远航指出，县民政局要摸清底数，年底前乡镇敬老院要全部达标，教育和卫生系统要组建专家组。"
    )
    assert [who for who, _ in said] == [["县民政局"], ["乡镇敬老院"], ["教育和卫生系统"]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("严禁沿街商户出店经营", "沿街商户"),
        ("严禁餐饮企业私自接管", "餐饮企业"),
        ("严禁商户信息外泄", None),
        ("严禁在林区用火", None),
        ("严禁企业排污", None),
    ],
)
def test_traders_who_are_forbidden_their_wonted_wrongs_are_told(
    words: str, who: str | None
) -> None:
    found = forbidden_behind(words, 2)
    assert (words[found.start : found.end] if found is not None else None) == who


@pytest.mark.parametrize(
    ("paragraph", "below", "yes"),
    [
        ("一要压实责任。", "坚持属地管理，层层签订责任书，把任务分到岗、落到人、记到账。", True),
        ("一要压实责任。", "二要严格执法。", False),
        ("一要压实责任，把任务分到岗、落到人、记到账上。", "坚持属地管理，" * 5, False),
        ("压实责任。", "坚持属地管理，层层签订责任书，把任务分到岗、落到人、记到账。", False),
    ],
)
def test_a_short_point_above_text_of_its_own_heads_it(
    paragraph: str, below: str, *, yes: bool
) -> None:
    assert heads_below(paragraph, below) is yes


def test_heads_of_a_notice_are_no_demands_and_those_of_speech_are() -> None:
    points = (
        "一要抓早抓小。\n坚持关口前移，逐库逐塘摸排隐患，台账三日一更新，做到心中有数。\n"
        "二要盯紧人员。\n各管护站要落实专人，对重点时段不间断巡查，发现险情立即报告。"
    )
    paper = (
        "关于做好防溺水工作的通知\n各乡镇人民政府、各管护站：\n现就有关事项通知如下：\n" + points
    )
    actions = [one.action for one in read(paper).directives]
    assert len(actions) == 2
    assert not any("要抓早抓小" in one or "要盯紧人员" in one for one in actions)
    spoken = [
        one.action for one in read(LEAD + "罗远航要求，一要抓早抓小。二要盯紧人员。").directives
    ]
    assert spoken == ["要抓早抓小", "要盯紧人员"]


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        ("整治期间，对拒不配合的，将依照有关法规予以处罚", True),
        ("整治期间，对拒不配合的，县城管局要依法处罚", False),
        ("整治期间，对占道的，逐户劝导", False),
    ],
)
def test_a_threat_may_say_when_it_holds(sentence: str, *, yes: bool) -> None:
    assert is_sanction(sentence, lasting=True) is yes


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("县档案局、县残联就“接续帮扶”作书面情况说明", True),
        ("县档案局就验收工作作汇报", True),
        ("县档案局要就此事作书面说明", False),
    ],
)
def test_what_was_explained_is_told(words: str, *, yes: bool) -> None:
    assert tells(words) is yes


def test_what_goes_along_with_a_season_is_background() -> None:
    assert told("罗远航强调，伴随气温走低，用电形势严峻。各供电所要加密巡线。") == [
        (["各供电所"], "各供电所要加密巡线")
    ]
    assert not is_fronted("伴随左右")


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("鼓励企业加大投入", ["企业"]),
        ("鼓励种植大户扩大面积", ["种植大户"]),
        ("鼓励和支持村卫生室开设康复角", ["村卫生室"]),
        ("鼓励群众监督举报", []),
        ("鼓励社会力量参与", []),
    ],
)
def test_whom_a_sentence_encourages_it_tells(words: str, who: list[str]) -> None:
    said = told(f"罗远航强调，要抓好春播。{words}。")
    assert [one for one, _ in said] == [[], who]


@pytest.mark.parametrize("mark", ["，", "。"])
def test_what_is_encouraged_behind_a_demand_is_for_who_is_told(mark: str) -> None:
    said = told(f"罗远航要求，各镇要抓好春播{mark}鼓励种植大户扩大面积。")
    assert {each for who, _ in said for each in who} == {"各镇"}


def test_an_office_may_give_hints_as_points() -> None:
    said = told(
        "会上，县疫控中心负责人分析了形势，并作了三点提示：一是要抓紧补免；二是要备足药品；三是以村为单位建账。"
    )
    assert [action for _, action in said] == ["要抓紧补免", "要备足药品", "以村为单位建账"]


@pytest.mark.parametrize(
    ("words", "unit"), [("集中区", True), ("集聚区", True), ("分片区", False), ("分区域", False)]
)
def test_a_zone_is_told_and_a_share_of_the_ground_is_none(words: str, *, unit: bool) -> None:
    assert is_unit(words, load_lexicon()) is unit


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11月6日晚，治安大队要到岗值守", "2024-11-06"),
        ("11月6日夜间，治安大队要到岗值守", "2024-11-06"),
        ("11月6日，治安大队要到岗值守", None),
        ("11月5日晚，治安大队要到岗值守", None),
    ],
)
def test_the_evening_of_the_day_itself_lies_ahead(words: str, day: str | None) -> None:
    (one,) = demands(f"罗远航要求，{words}。")
    assert (one.deadline.day.isoformat() if one.deadline.day else None) == day
