"""Papers known by their words alone, whom their labels and calls tell, and what in them tells nobody."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.notices import NOTICE
from guatu.domain.reading.directives.paper_signs import letter_by_text

_NOTICE = (
    "关于做好冬季用水工作的通知\n各乡镇、县直有关单位：\n现将有关事项通知如下：\n{}\n"
    "泺川县人民政府办公室\n2026年11月2日\n"
)
_PLAN = "泺川县水源整治实施方案\n为治好水源，制定本方案。\n{}\n泺川县水利局\n2026年6月2日\n"
_MEETING = "全县水源整治推进会召开\n11月3日，县长罗远航主持召开推进会。{}\n"


def _told(text: str) -> str:
    """Return whom each demand tells."""
    found = read(text, year=2026).directives
    return "/".join("+".join(one.text for one in each.addressees) or "-" for each in found)


@pytest.mark.parametrize(
    "texts",
    [
        ("请各村10日前报送水表底数。", "特此通知。"),
        ("一、水表逐户登记。", "二、各水厂按季度抄表，并公示结果。"),
        ("（三）会议定的事，根据会议要求办理。", "（四）各水厂在5个工作日内回复。"),
    ],
)
def test_a_text_is_a_paper_by_its_words(texts: tuple[str, ...]) -> None:
    assert letter_by_text("", texts) is NOTICE


@pytest.mark.parametrize(
    ("headline", "texts"),
    [
        ("", ("一、水表逐户登记。",)),
        ("", ("会议强调，一要快。", "一、水表逐户登记。", "二、水费按季度公示。")),
        ("", ("据了解，全县水厂12座。", "一、水表逐户登记。", "二、水费按季度公示。")),
        ("水厂的三件事", ("一、水表逐户登记。", "二、水费按季度公示。")),
        ("", ("各村已登记完毕。", "特此报告。")),
        ("", ("一、各水厂逐户抄表，累计抄表三万户。", "二、各村配合，入户率达到98%。")),
        ("", ("三、下一步工作打算", "（一）各水厂完善制度。", "（二）各村管好水井。")),
    ],
)
def test_a_report_is_none(headline: str, texts: tuple[str, ...]) -> None:
    assert letter_by_text(headline, texts) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "抄表结果的公示，各水厂在会后5个工作日内完成。\n\n（三）县长信箱来信，承办单位按来信要求及时办理。\n\n"
                "（四）水质超标的，各水厂当日停供并报告。\n"
            ),
            "各水厂/承办单位/各水厂",
        ),
        (
            "按照全年安排，蓄水池项目要求在8月底前全部完工。请各村务必抓住晴天施工。\n\n特此通知。\n",
            "-/各村",
        ),
        # 各水厂 acts, but in nobody's paper: told of.
        (
            "泺川水厂忙抄表\n\n11月3日，泺川县各水厂分组抄表。各水厂每天抄表三百户，居民说方便多了。\n",
            "",
        ),
    ],
)
def test_a_paper_without_title_demands(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("一、镇党委会议、镇长办公会定下的事项，根据会议要求办理。", "各乡镇、县直有关单位"),
        ("一、信访件，承办单位按批示和通知要求及时办理。", "承办单位"),
        ("一、由县水利局负责的第3件事项进度滞后，请以上单位加快进度。", "以上单位"),
        ("一、请各乡镇、县直有关单位在剩下的半年里，要细化措施。", "各乡镇、县直有关单位"),
        ("一、各水厂填报用水表，经分管领导签字后报县水利局。", "各水厂"),
        ("一、各水厂要停供检修。涉嫌犯罪的，移送公安机关依法处理。", "各水厂"),
        ("一、各水厂要停供检修。我局决定自11月9日起开展抽查。", "各水厂"),
        ("一、各水厂要停供检修。对逾期不改的，县安委会将对主管单位进行通报。", "各水厂"),
        (
            "一、日供千吨以上企业11月9日前要完成检修；其他企业11月20日前完成自查。",
            "日供千吨以上企业/其他企业",
        ),
    ],
)
def test_whom_a_point_of_a_notice_tells(words: str, told: str) -> None:
    assert _told(_NOTICE.format(words)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            (
                "一、开展水源整治\n（一）护坡行动。紧扣水质改善，清理护坡杂物。7月底前，每镇至少建成1处护坡。\n"
                "责任领导：罗远航\n责任单位：县水利局、各镇"
            ),
            "县水利局、各镇/县水利局、各镇",
        ),
        (
            "一、整改内容\n1.井口没有护栏。（牵头单位：县水利局；责任单位：各村）\n整改措施：逐井加装护栏，严格巡查制度。",
            "县水利局+各村",
        ),
    ],
)
def test_labels_behind_a_line_or_a_wrong_tell_who(words: str, told: str) -> None:
    assert _told(_PLAN.format(words)) == told


def test_a_call_names_to_whom_it_goes() -> None:
    text = "节水倡议书\n全镇广大农户朋友：\n今年降雨偏少。为此，向全镇农户发出如下倡议：\n一、用水要省。滴灌要按时。\n"
    assert _told(text) == "全镇农户/全镇农户"


def test_what_a_letter_grounds_on_a_meeting_is_asked() -> None:
    text = "关于抄表的通知\n各水厂、物业公司：\n按照县安委会会议的要求，切实核准每只水表。\n泺川县水利局\n"
    assert _told(text) == "各水厂、物业公司"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("罗远航对护井工作提出了三点工作要求：一是要抢抓晴天快修。二是要逐井登记造册。", "-/-"),
        (
            "罗远航要求：各水厂要排好工期。具体要注意以下几个节点：一是要在11月底前完成清淤。",
            "各水厂/各水厂",
        ),
        ("罗远航要求，各水厂引起重视，召开专题会议进行动员部署，制定抄表方案。", "各水厂"),
        (
            "罗远航强调，各专班要对照任务，压实责任，全县党员干部特别是领导干部要带头节水。",
            "各专班/全县党员干部特别是领导干部",
        ),
        ("罗远航强调，库区乡镇是护水的责任主体，各村支书是第一责任人，必须天天巡库。", "各村支书"),
        ("罗远航要求，水务部门要尽责，由分管县长挂帅，主管领导具体负责，把井护好。", "水务部门"),
        ("罗远航要求，各镇负责人要马上联系并安排施工方修井。", "各镇负责人"),
        ("罗远航要求，各镇要发动捐水，支持护井，全社会共同努力。", "各镇"),
    ],
)
def test_whom_a_speech_tells(words: str, told: str) -> None:
    assert _told(_MEETING.format(words)) == told


def test_a_line_that_but_says_who_speaks_opens_his_points() -> None:
    text = (
        "全县水源整治推进会召开\n11月3日，县长罗远航主持召开推进会。\n罗远航同志强调\n"
        "一、要认清水情；要算清水账。\n二、要护好水源。\n"
    )
    assert _told(text) == "-/-/-"


def test_a_city_that_demands_is_heard_and_what_those_above_will_do_is_no_promise() -> None:
    told = _told(
        "泺州启动清淤\n7月24日，泺州市启动清淤。泺州市要求各县区按照图纸划定的河段，务必如期完成清淤。\n"
    )
    assert told == "各县区"
    assert not _told(
        "县里迎检\n据悉，市河长办将于近期对我县河道开展检查。11月5日，县河长办组织各镇座谈。\n"
    )


def test_what_others_asked_before_a_letter_was_written_is_its_reason() -> None:
    frame = "关于修井的通知\n各水厂：\n近日邻县塌井，县委高度重视，要求{}。现将有关事项通知如下。\n一、{}\n"
    assert _told(frame.format("举一反三，坚决防范", "各水厂要逐井加固。")) == "各水厂"
    assert _told(frame.format("各村自查水井", "各水厂要逐井加固。")) == "各村/各水厂"


def test_whom_to_ask_tells_nobody_to_the_end_of_its_sentence() -> None:
    words = "一、各水厂11月9日前报送名单。联系人：方明，电话：0000-1234567。"
    assert _told(_NOTICE.format(words)) == "各水厂"


def test_an_office_that_is_in_charge_is_named_without_its_verb() -> None:
    text = "泺川县水井管护办法\n第一条 为管好水井，制定本办法。\n第二条 县水利局主管全县水井管护工作。\n"
    assert _told(text) == "县水利局"


def test_a_phase_without_a_number_is_a_heading() -> None:
    words = "一、步骤安排\n宣传发动阶段（5月1日至5月20日）。各镇制定方案。\n集中整治阶段（5月21日至8月31日）。各村逐井整改。"
    assert _told(_PLAN.format(words)) == "各镇/各村"


def test_what_is_checked_first_is_a_fact_and_a_step_with_its_days_a_heading() -> None:
    words = (
        "一、检查重点\n井房重点检查电路、闸阀。\n二、方法步骤\n"
        "（一）水厂自查（11月30日前）。各水厂对照清单逐项自查。\n（二）联合检查（12月1日至12月20日）。县水利局逐厂检查。"
    )
    found = read(_PLAN.format(words), year=2026).directives
    assert [
        ("+".join(one.text for one in each.addressees), str(each.deadline.day)) for each in found
    ] == [("各水厂", "2026-11-30"), ("县水利局", "None")]


def test_the_matter_of_a_form_demands_nothing() -> None:
    text = (
        "泺川县重点工作交办单\n交办事项：东街井盖松动问题\n承办单位：县城管局\n"
        "交办意见：逐个更换井盖，结果于7月22日前书面反馈。\n"
    )
    assert _told(text) == "县城管局"


def test_those_a_paper_named_as_wanting_are_told() -> None:
    assert (
        _told(_NOTICE.format("一、被通报单位立即整改，其他单位对照检查。")) == "被通报单位/其他单位"
    )
