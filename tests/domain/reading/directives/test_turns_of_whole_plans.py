"""What whole plans and notices ask, and what in them asks nothing: each turn with words no paper of ours holds."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.headed_points import headed_levels, leaf_points
from guatu.domain.reading.directives.leave_given import ceases, gives_leave, only_refers
from guatu.domain.reading.directives.notices import NOTICE, is_noun_head
from guatu.domain.reading.directives.paper_signs import holds_paper, letter_by_text
from guatu.domain.reading.directives.plans import is_plan_title

_NOTICE = (
    "关于做好堤防工作的通知\n各镇人民政府、县直有关单位：\n现将有关事项通知如下：\n{}\n"
    "泺川县人民政府办公室\n2026年3月2日\n"
)
_PLAN = "泺川县堤防整治实施方案\n{}\n泺川县水利局\n2026年3月2日\n"
_ALL = "各镇人民政府、县直有关单位"


def _told(words: str, frame: str = _NOTICE) -> list[tuple[str, str]]:
    """Return whom each demand tells, and its limit."""
    found = read(frame.format(words), year=2026).directives
    return [
        ("+".join(one.text for one in each.addressees) or "-", str(each.deadline.day or ""))
        for each in found
    ]


def _who(words: str) -> list[str]:
    """Return whom each demand of a notice tells."""
    return [who for who, _ in _told(words)]


@pytest.mark.parametrize(
    "title",
    [
        "泺川县堤防管护任务分工",
        "渡口停航处置流程图",
        "泺川县秋汛就医明白卡",
        "关于支持渡口建设的八条意见",
        "泺川县溃堤整改措施建议",
        "关于保护古渡口的若干措施（试行）",
    ],
)
def test_a_title_names_a_plan(title: str) -> None:
    assert is_plan_title(title)


@pytest.mark.parametrize(
    "title", ["泺川县优化渡口办理流程再提速", "我县出台保护古渡口的若干措施", "三条意见救了渡口"]
)
def test_a_headline_names_none(title: str) -> None:
    assert not is_plan_title(title)


_PARTS = ("一、堤段逐段登记。", "二、石料按月盘点。")


@pytest.mark.parametrize(
    ("headline", "first", "letter"),
    [
        ("岁岁安澜", "为守好堤防，特制定本方案。", NOTICE),
        ("渡口停航这样办", "县交通局发布了停航办法，全文如下：", NOTICE),
        ("县政府常务会议审议堤防管护方案", "会议要求，县水利局据此制定本方案。", None),
        ("岁岁安澜", "乡亲们守堤三十年。", None),
    ],
)
def test_a_paper_by_its_first_words(headline: str, first: str, letter: object) -> None:
    assert letter_by_text(headline, (first, *_PARTS)) is letter
    assert holds_paper(headline, (first,)) is (letter is NOTICE)


def test_a_plan_without_a_plans_title_is_read() -> None:
    page = (
        "岁岁安澜\n\n为守好堤防，特制定本方案。\n\n一、活动安排\n\n活动分两步走：\n\n"
        "（一）①护坡行动：县水利局组织各镇整修护坡。\n\n②清障行动：县林业局组织护林员清理倒木。\n\n"
        "（二）6月底前，县审计局核对石料账目。\n"
    )
    found = read(page, year=2026)
    assert len(found.articles) == 1
    assert [one.addressees[0].text for one in found.directives] == [
        "县水利局",
        "县林业局",
        "县审计局",
    ]


def test_a_papers_first_words_begin_with_a_limit() -> None:
    words = (
        "2026年10月底前，建成县、镇两级护堤队伍。其中，4月底前，各镇公布护堤员名单；"
        "6月底前，县水利局制定考评办法。\n一、堤防达标\n二、巡查到位"
    )
    assert _told(words, _PLAN) == [
        ("-", "2026-10-31"),
        ("各镇", "2026-04-30"),
        ("县水利局", "2026-06-30"),
    ]


def test_the_year_in_front_holds_for_a_row_of_aims() -> None:
    words = "一、堤防达标\n到2028年，堤防达标率提高到90%；险段销号率达到95%；2027年6月底前，石料储备达到8万方。"
    assert [day for _, day in _told(words, _PLAN)] == ["2028-12-31", "2028-12-31", "2027-06-30"]


def test_points_headed_alike_are_headings() -> None:
    words = (
        "（一）压实责任，强化巡查。各镇要分段包干，每天巡查护坡两次并登记。\n"
        "（二）备足石料，强化抢险。县水利局要按险段储备石料，编好抢险队。\n"
        "（三）护坡加固项目。县发改局要落实加固资金，按月调度项目进度情况。\n"
    )
    assert _who(words) == ["各镇", "县水利局", "县发改局"]


def test_points_that_differ_are_none() -> None:
    assert not headed_levels(("（一）加固护坡。", "（二）备足石料。", "（三）险段逐段登记。"))
    assert not headed_levels(("护坡要加固。各镇要分段包干，每天巡查护坡两次并登记清楚。",) * 4)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("一、合格的护堤员可由村委会举荐，也可自行报名。", ""),
        ("一、渡船停航期间，旅客可拨打值班电话改签。", ""),
        ("一、巡查可灵活安排，如步巡、车巡等。", ""),
        ("一、险段名单见附件3。", ""),
        ("一、具体分值另行通知。", ""),
        ("一、选聘人数：40名左右。", ""),
        ("一、巡查采取徒步和车巡相结合的方式进行。", ""),
        ("一、违规者将影响年终评定。", ""),
        ("一、县水利局应采取徒步的方式进行巡查。", "县水利局"),
        ("一、护堤员10日内办结，险情复杂的可延长。", "护堤员"),
        ("一、由镇政府告知旅客可申请改签。", "镇政府"),
        ("一、县水利局组织巡查。也可以委托护堤队。", "县水利局"),
    ],
)
def test_what_only_gives_leave_or_refers(words: str, told: str) -> None:
    assert "/".join(_who(words)) == told


def test_leave_is_given_where_nothing_is_asked() -> None:
    assert gives_leave("旅客可自行改签")
    assert not gives_leave("旅客可自行改签，但须提前一天报备")
    assert not gives_leave("县水利局全面排查，各镇可参加")
    assert only_refers("险段台账附后")
    assert not only_refers("各镇将险段台账附后上报")


def test_what_ceases_asks_nothing() -> None:
    assert ceases("原巡堤系统停止使用")
    assert not ceases("原则上由县水利局停止使用")
    words = "一、4月1日起，原巡堤系统停止使用，各镇要及时导出底数。"
    assert _who(words) == ["各镇"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("一、帮扶对象须签字确认。", "帮扶对象"),
        ("一、应试人员进场时不准携带手机。", "应试人员"),
        (
            "一、县水利局、县林业局牵头，财政、交通、林草等协同配合开展堤防确权。",
            "县水利局、县林业局+财政、交通、林草等",
        ),
        ("一、险段名单报指挥部审定后，由县政府公布。", "县政府"),
        ("一、我办将适时督查，请各镇抓好巡堤。", "各镇"),
        ("一、县水利局审定名单后，抓紧立桩，由各镇看护。", "县水利局+各镇"),
    ],
)
def test_who_is_told(words: str, told: str) -> None:
    assert "+".join(dict.fromkeys(_who(words))) == told


def test_a_part_that_tells_facts_asks_where_it_asks() -> None:
    words = (
        "一、报名时间：即日起至6月5日，请各镇于6月5日前将报名表报县水利局。\n"
        "二、考核时间：考核定于10月22日进行，请应试人员提前半小时到县体育馆签到。\n"
        "三、考核地点：县体育馆一楼，门口设有签到台。\n"
    )
    assert [(who, day) for who, day in _told(words)][:1] == [("各镇", "2026-06-05")]
    assert len(_told(words)) == 2


def test_a_course_of_action_is_a_heading() -> None:
    assert is_noun_head("落水人员转运流程")
    assert not is_noun_head("优化停航审批流程")


def test_what_a_firm_needs_is_no_body() -> None:
    assert _who("一、希望宏远公司生产所用石料就近采购。") == ["宏远公司"]


@pytest.mark.parametrize(
    "points",
    [
        ("开展堤防大排查。", "对险段逐一加固。", "在汛期来临前完成清淤。"),
        ("建立巡堤台账。", "组织护堤员上堤巡查。", "以村为单位登记险段。"),
    ],
)
def test_points_of_one_sentence_are_no_headings(points: tuple[str, ...]) -> None:
    words = "".join(f"{number}.{point}\n" for number, point in enumerate(points, start=1))
    assert _who(words) == [_ALL] * 3


def test_what_points_of_one_sentence_name_is_no_demand() -> None:
    assert _who("1.身份证复印件。\n2.险段照片。\n3.巡堤登记表。\n") == []


def test_leaves_are_points_with_nothing_below() -> None:
    texts = (
        "1.加固护坡。",
        "2.备足石料。",
        "3.清理倒木。",
        "县水利局",
        "（一）巡堤。",
        "每天巡堤。",
    )
    assert leaf_points(texts) == {0, 1, 2}


def test_a_piece_of_a_programme_is_no_demand() -> None:
    words = "1.启动仪式；\n2.县领导讲话；\n3.各镇举办启动仪式，认真学习讲话。\n"
    assert _who(words) == ["各镇"]


def test_a_title_and_whom_it_greets_are_two_lines() -> None:
    found = read(_NOTICE.format("1.加固护坡。\n2.备足石料。"), year=2026)
    assert found.articles[0].headline is not None
    assert found.articles[0].headline.text == "关于做好堤防工作的通知"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("一、参训人员需提前报名。", "参训人员"),
        ("一、参赛选手需携带身份证，护坡工具自备。", "参赛选手"),
        ("一、指导思想。以县委全会精神为指导，聚焦堤防安全，不断推动护堤工作上台阶。", ""),
    ],
)
def test_who_needs_to_and_what_sets_out(words: str, told: str) -> None:
    assert "/".join(_who(words)) == told


def test_realms_that_share_a_body_are_greeted() -> None:
    notice = _NOTICE.replace("各镇人民政府、县直有关单位", "各县、市、区人民政府，有关行业组织")
    assert _told("一、备足石料，按月盘点。", notice) == [("各县、市、区人民政府，有关行业组织", "")]
