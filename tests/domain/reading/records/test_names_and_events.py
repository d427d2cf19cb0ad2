"""Names where no known verb follows, lists that run on, posts, and events that no word names."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import PersonRole, Record, RecordKind


def record(headline: str, *paragraphs: str) -> Record:
    return read("\n\n".join((headline, *paragraphs)), year=2026).records[0]


def people(*paragraphs: str) -> dict[str, str | None]:
    one = record("县里召开会议部署工作", *paragraphs)
    return {each.name: each.post for each in one.people}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "5月8日，县长汤若水主持召开会议。水厂经理晏子春快人快语：管网太旧。",
            {"汤若水": "县长", "晏子春": "水厂经理"},
        ),
        (
            "5月8日，旗长巴特尔主持召开会议。副旗长苏日娜、白玉林、敖登格日勒出席。",
            {"巴特尔": "旗长", "苏日娜": "副旗长", "白玉林": None, "敖登格日勒": None},
        ),
        (
            "5月8日，县长汤若水主持召开会议，听取县水利局局长晏河清关于工程进度的汇报。",
            {"汤若水": "县长", "晏河清": "县水利局局长"},
        ),
        (
            "5月8日，会议由县长汤若水主持，隗志勇副县长参加。",
            {"汤若水": "县长", "隗志勇": "副县长"},
        ),
        (
            "5月8日，县长汤若水主持召开会议。参加会议的县领导有左天成、隗志勇。",
            {"汤若水": "县长", "左天成": None, "隗志勇": None},
        ),
        (
            "5月8日，副县长古丽娜尔·艾山陪同调研组座谈。",
            {"古丽娜尔·艾山": "副县长"},
        ),
    ],
)
def test_names_and_posts(words: str, found: dict[str, str | None]) -> None:
    assert people(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "5月8日，县长汤若水主持召开会议。要落实组长包田块、党员包户责任。",
        "5月8日，县长汤若水主持召开会议。管护员巡查时，发现渗漏、管涌等异常及时报告。",
        "5月8日，县长汤若水主持召开会议。公司负责人商量后决定停产。",
        "5月8日，县长汤若水主持召开会议。服务好不好，由政协委员来打分。",
        "受县委书记司徒敬亭委托，5月8日，县长汤若水主持召开会议。",
        "5月8日，县长汤若水主持召开会议，宣读了县委书记司徒敬亭的批示。",
    ],
)
def test_duties_words_and_absent_persons_are_no_people(words: str) -> None:
    assert set(people(words)) == {"汤若水"}


def test_a_visit_that_nobody_calls_so() -> None:
    one = record(
        "水管通到了山那边",
        "“这股水能喝到几月？”5月8日一大早，副县长隗志勇就蹲在蓄水池边上，和管水员聊开了。",
        "隗志勇要求，县水利局三天内把水泵换好。",
    )
    assert one.kind is RecordKind.VISIT
    assert one.lead is not None
    assert one.lead.name == "隗志勇"


def test_a_talk_over_breakfast_is_a_symposium_led_by_the_official() -> None:
    one = record(
        "一碗豆浆话发展",
        "“厂门口的路太窄。”5月8日，在县里的早餐会上，福源公司董事长鄢小川、天工公司总经理晏子春有话直说。",
        "县长汤若水边听边记，与企业家围桌而坐。汤若水指出，县交通局要拿出方案。",
    )
    assert one.kind is RecordKind.SYMPOSIUM
    assert one.lead is not None
    assert one.lead.name == "汤若水"


def test_a_story_in_which_officials_only_tell_is_no_event() -> None:
    one = record(
        "竹海深处绣花人",
        "清晨六点，竹海村的绣坊亮起了灯。",
        "竹海村党支部书记茅小竹说，去年绣坊卖出绣品三百多件。",
    )
    assert one.kind is RecordKind.OTHER
    assert one.lead is None


def test_who_opens_a_ceremony_together_the_first_leads_and_not_the_host() -> None:
    one = record(
        "新井投产",
        "5月8日，石沟煤矿智能工作面投产仪式举行。市能源局副局长雷鸣远、副县长隗志勇共同按下启动键，"
        "仪式由县能源局局长党永红主持。",
    )
    assert one.lead is not None
    assert one.lead.name == "雷鸣远"
    assert {each.name: each.role for each in one.people}["党永红"] is PersonRole.HOST


def test_a_letter_has_the_day_under_it() -> None:
    one = record(
        "岚溪县委督查室督办通知单",
        "县住建局：",
        "据反映，3月18日，城北片区停水。现就有关事项通知如下。",
        "一、请县住建局逐户登记。",
        "岚溪县委督查室",
        "2026年3月21日",
    )
    assert one.kind is RecordKind.OTHER
    assert str(one.day) == "2026-03-21"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("3月20日郗望川副县长主持召开大气污染防治调度会。", ["郗望川"]),
        ("日前，正值秋粮入库高峰期，郗望川副县长深入粮库督查。", ["郗望川"]),
        ("3月20日，龙溪小学郗望川校长、县职中栾知秋校长分别汇报方案。", ["郗望川", "栾知秋"]),
        (
            "3月20日，县长罗远航会上与专班组长交换意见，景区管委会办公室主任、县长助理参加。",
            ["罗远航"],
        ),
    ],
)
def test_a_name_in_front_of_its_post_counts_and_an_office_room_is_none(
    words: str, names: list[str]
) -> None:
    found = read("县里召开会议\n\n" + words).records[0].people
    assert [one.name for one in found] == names


def test_a_headline_of_dotted_words_is_no_person() -> None:
    words = (
        "5月8日，县长汤若水主持召开会议。副县长艾则孜·玉素甫参加，“海归·乡贤·创客”座谈同日举行。"
    )
    assert set(people(words)) == {"汤若水", "艾则孜·玉素甫"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("无党派人士代表尚宏则希望城区多建些公厕。", "尚宏"),
        ("电缆公司总经理付龙讲的是排队。", "付龙"),
        ("县农业农村局局长贾欣先报进度。", "贾欣"),
        ("县文旅局局长邱向春等参加欢迎仪式。", "邱向春"),
        ("县气象局局长段杰报告，雨还要下三小时。", "段杰"),
        ("副县长郑清来村里调研。", "郑清"),
        ("合作社理事长林强成说，他最怕快递涨价。", "林强成"),
        ("县人大常委会原主任郁霞提了三条建议。", "郁霞"),
    ],
)
def test_a_name_ends_where_a_verb_or_a_particle_begins(words: str, name: str) -> None:
    assert name in people(f"5月8日，县长汤若水主持召开会议。{words}")
