import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions
from guatu.domain.reading.values import PersonRole, RecordKind


def named(*texts: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for one in find_mentions(texts, load_lexicon()):
        found[one.name] = found.get(one.name) or one.post
    return found


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("县委副书记、县长罗远航主持会议。", {"罗远航": "县委副书记、县长"}),
        ("县领导方明、齐小雨、石磊参加。", {"方明": None, "齐小雨": None, "石磊": None}),
        ("副县长欧阳立带队检查。", {"欧阳立": "副县长"}),
        ("罗远航强调，要抓紧。", {"罗远航": None}),
        ("11月6日，市水务局党组书记、局长高远到我县调研。", {"高远": "市水务局党组书记、局长"}),
        ("县委书记郭涛和县长罗远航出席会议。", {"郭涛": "县委书记", "罗远航": "县长"}),
        ("县委书记郭涛在会上指出，要抓紧。", {"郭涛": "县委书记"}),
        ("脱贫户崔永家中暖意浓。", {"崔永": None}),
        ("各部门要加强安全、水利、交通工作。", {}),
        ("居民孙大爷说，好多了。", {}),
        ("要常怀爱民之心，高标准推进。", {}),
        ("要更新破损的河长公示牌，做到信息准确。", {}),
        ("设立林长公告栏，公布电话。", {}),
        ("方明主持会议，綦晓曼作工作通报。", {"方明": None, "綦晓曼": None}),
        ("听取部门负责人时间安排情况。", {}),
        ("局长郗望山、副局长雒一川参加。", {"郗望山": "局长", "雒一川": "副局长"}),
        ("副县长淳于朔带队检查。", {"淳于朔": "副县长"}),
        ("新到任的县长亢远带队检查。", {"亢远": "新到任的县长"}),
        ("罗远航要求各乡镇抓好秋种。", {"罗远航": None}),
        ("（上接第一版）在红石镇，罗远航仔细查看墒情。", {"罗远航": None}),
        ("罗远航对县水利局负责人说：“月底前修好。”", {"罗远航": None}),
        ("文件要求各乡镇抓好秋种，商户仔细核对账目，施工队查看图纸。", {}),
        (
            "罗远航对县教育局局长方明说：“把食堂查一遍。”",
            {"罗远航": None, "方明": "县教育局局长"},
        ),
        ("随后向副县长方明交代了后续工作。", {"方明": "副县长"}),
        ("由县长罗远航任指挥长，副县长方明任副指挥长。", {"罗远航": "县长", "方明": "副县长"}),
        ("面对县长罗远航的提问，他一一作答。", {"罗远航": "县长"}),
    ],
)
def test_a_sentence_when_read_then_its_people_and_posts_are_found(words: str, people):
    assert named(words) == people


def test_a_record_when_read_then_it_tells_who_led_and_who_came():
    text = (
        "郭涛调研重点项目\n\n本报讯 11月6日，县委书记郭涛深入云岭产业园调研重点项目。副县长方明陪同。\n\n"
        "调研中，郭涛先后来到云岭新材料、石坪食品等企业，了解生产情况。\n\n"
        "在随后召开的座谈会上，方明就项目推进作了汇报。"
    )
    visit, symposium = read(text).records
    assert visit.kind is RecordKind.VISIT
    assert visit.lead is not None
    assert (visit.lead.name, visit.lead.post) == ("郭涛", "县委书记")
    roles = {one.name: one.role for one in visit.people}
    assert roles == {"郭涛": PersonRole.LEAD, "方明": PersonRole.ACCOMPANYING}
    assert [one.name for one in visit.organisations] == ["云岭新材料", "石坪食品"]
    assert [one.name for one in visit.places] == ["云岭产业园"]
    assert symposium.kind is RecordKind.SYMPOSIUM


def test_the_agenda_of_a_meeting_is_listed():
    text = (
        "县政府召开常务会议\n\n本报讯 11月6日，县长罗远航主持召开县政府第3次常务会议。\n\n"
        "会议听取了安全生产工作汇报；研究讨论了垃圾外运处理等相关事宜；审议通过了《水库管理办法》。"
    )
    (record,) = read(text).records
    assert record.kind is RecordKind.EXECUTIVE_MEETING
    assert record.title == "县政府第3次常务会议"
    assert [(one.kind, one.text) for one in record.agenda] == [
        ("heard", "安全生产工作"),
        ("studied", "垃圾外运处理"),
        ("reviewed", "《水库管理办法》"),
    ]


def test_what_was_done_at_a_place_is_no_place():
    text = (
        "郭涛调研企业\n\n本报讯 11月6日，县委书记郭涛调研企业。\n\n"
        "郭涛走进冲压车间看工序、问销路，实地察看库房、检查站和道路施工。\n\n"
        "在云岭路施工现场，郭涛听取了介绍。"
    )
    (visit,) = read(text).records
    assert [one.name for one in visit.places] == ["冲压车间", "库房", "检查站", "云岭路"]
