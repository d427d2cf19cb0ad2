"""Turns of notices, minutes and county news: who is told behind 要, 请 or a front, and what only tells."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.domain.reading.values import Directive


def _who(text: str) -> list[list[str]]:
    return [[each.text for each in one.addressees] for one in read(text).directives]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("要各科室、各站所抱成一团，遇事不推。", "各科室、各站所"),
        ("二是要各村组迅速清点库存，逐仓登记。", "各村组"),
        ("要乡镇和部门同心协作，一个节奏往前赶。", "乡镇和部门"),
        ("三要有关部门主动上门，把政策讲透。", "有关部门"),
    ],
)
def test_those_behind_the_modal_are_told(words: str, who: str) -> None:
    assert told(f"罗远航强调，{words}")[0][0] == [who]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("各校点继续开好错时课堂，护送学生过路口。", "各校点"),
        ("属地镇场迅速封闭便道，竖起警示牌。", "属地镇场"),
        ("沿河村居马上搬离低洼处的粮食。", "沿河村居"),
        ("各馆站认真核对借阅台账。", "各馆站"),
        ("辖区企业严格执行动火审批。", "辖区企业"),
    ],
)
def test_a_class_ends_where_its_act_begins(words: str, who: str) -> None:
    assert told(f"罗远航要求，{words}")[0][0] == [who]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("希望在新的一年里，同志们再加一把劲，把家底做厚。", "同志们"),
        ("希望今后，大家少说空话、多办实事。", "大家"),
        ("希望在今后的比赛中，青年选手沉着应战，赛出水平。", "青年选手"),
        ("希望在下一步工作中，各街道拿出真招，赶上进度。", "各街道"),
    ],
)
def test_those_wished_stand_behind_a_front(words: str, who: str) -> None:
    found = told(f"罗远航{words}")
    assert [each[0] for each in found] == [[who]]


def test_a_year_to_come_is_no_limit() -> None:
    one = read(
        "县里开会\n\n11月6日，县长罗远航主持召开会议。罗远航希望在新的一年里，大家干在前头。"
    ).directives[0]
    assert one.deadline.day is None


@pytest.mark.parametrize(
    "words",
    [
        "国务院召开电视会议部署防灾。",
        "市委召开全会研究改革事项。",
        "出现渗漏后，镇党委、政府高度重视，连夜组织抢护。",
        "市政府把三个乡纳入试点范围。",
        "守好一江清水，护住两岸青山，是几代人的期盼，也是我们的本分。",
        "发展设施农业，迫切需要把水路电配到田头。",
    ],
)
def test_what_those_above_did_or_what_is_held_is_none(words: str) -> None:
    assert told(f"罗远航强调，各单位要听清楚。{words}")[1:] == []


def test_offices_that_answer_for_a_part_are_told_in_turn() -> None:
    found = told("罗远航要求，综治办负责现场秩序，应急管理办公室负责质量检查，财政所负责票据审核。")
    assert [each[0] for each in found] == [["综治办"], ["应急管理办公室"], ["财政所"]]


def test_causing_others_to_act_names_no_addressee() -> None:
    found = told("罗远航强调，县商务局要守住市场。指导零售企业备足货源。督促物流企业错峰送货。")
    assert [each[0] for each in found] == [["县商务局"]] * 3
    assert told("罗远航强调，要节省开支，委托造价机构审核，做到笔笔有据。")[0][0] == []


_SENT_ON = (
    "关于转发冬季用火安全文件的通知\n\n各乡镇人民政府、县直各单位：\n\n"
    "现将有关文件转发给你们。{}\n\n云门县消防安全委员会办公室\n2024年11月6日"
)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("请各景区、各民宿按照省消安委办公室的文件要求，逐间查电，逐层清通道。", "各景区、各民宿"),
        ("请各养老机构对照市消防救援支队的通知要求，每晚巡两遍。", "各养老机构"),
        ("请各相关企业结合行业特点，把备用电源检修一遍。", "各相关企业"),
    ],
)
def test_whom_a_letter_asks_behind_what_it_sends_on(words: str, who: str) -> None:
    assert _who(_SENT_ON.format(words)) == [[who]]


def test_a_meeting_of_an_office_is_not_the_office() -> None:
    text = (
        "县政府第9次常务会议纪要\n\n11月6日，县长罗远航主持召开会议，议定如下事项：\n\n"
        "一、同意县教育局关于校车更新的请示，修改完善后报县委常委会会议审定。\n\n"
        "二、原则同意管护办法，按程序提交市政府常务会研究。"
    )
    assert all(not one for one in _who(text))


def test_wants_told_of_address_nobody_below() -> None:
    text = (
        "桥头镇开会部署护苗行动\n\n11月6日，桥头镇召开会议。会议对学校、社区、成员单位分别作了要求。\n\n"
        "会议强调，必须把防线扎牢，不留死角。"
    )
    assert _who(text) == [[]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("会议要求，各林场要严格落实防火例会要求，落细包片责任。", "各林场"),
        ("会议强调，各校点必须全面执行校车安全工作要求，每趟有人跟。", "各校点"),
        ("会议要求，全体队员要自觉遵守廉洁纪律要求，守住本分。", "全体队员"),
        ("会议要求，县水务局要对照督察组反馈要求，一项一项改到位。", "县水务局"),
    ],
)
def test_what_they_must_keep_to_is_no_speech(words: str, who: str) -> None:
    assert [each[0] for each in told(words)] == [[who]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航指出，各街道要清醒认识到存在的短板，扎实补课。", ["各街道"]),
        ("罗远航强调，党员干部要清醒看到自身差距，真正沉下去。", ["党员干部"]),
    ],
)
def test_those_named_who_must_see_clearly_are_told(words: str, who: list[str]) -> None:
    assert [each[0] for each in told(words)] == [who]


@pytest.mark.parametrize(
    "words",
    [
        "最后，副县长方明作总结讲话。",
        "改造老街也面临诸多难题，如住户分散、图纸不全。",
        "开展勘察设计需要资金300万元。",
        "镇执法队员对夜市进行了检查，现场收缴过期食品。",
    ],
)
def test_what_was_said_faced_or_needed_is_none(words: str) -> None:
    assert len(told(f"罗远航强调，各单位要抓好落实。{words}")) == 1


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航要求，供电系统全体职工全员待命，随叫随到。", "供电系统全体职工"),
        ("罗远航要求各镇街，尤其是沿江镇街加强夜间巡堤。", "各镇街"),
        ("罗远航强调，各校要排好班；确保转运到位，及早部署低洼区人员撤离。", "各校"),
    ],
)
def test_who_is_told_among_several_words_of_people(words: str, who: str) -> None:
    assert all(each[0] == [who] for each in told(words))


@pytest.mark.parametrize("who", ["广大市民", "全县广大民众", "各用水户"])
def test_a_notice_of_one_paragraph_asks_the_public(who: str) -> None:
    text = f"关于检修水管的通知\n\n因检修管道，11月9日停水一天。请{who}提前储水，关好阀门。"
    assert _who(text) == [[who]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("该镇要求沿线各村管好火源，家家留人。", "沿线各村"),
        ("该街道要求各小区建好电动车棚，月底前通电。", "各小区"),
        ("该局要求各客运站逐车点验，带病车不出站。", "各客运站"),
        ("该公司要求各班组交接签字，谁签谁负责。", "各班组"),
    ],
)
def test_a_body_told_of_before_asks_something(words: str, who: str) -> None:
    text = f"桥头镇巡查用火\n\n11月6日，桥头镇组织干部进村巡查。{words}"
    assert _who(text) == [[who]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("各成员单位要守好各自一段，发挥好领导小组办公室的统筹协调作用。", "各成员单位"),
        ("各监管部门要查深查透，发挥行业主管部门的牵头处置作用，早查早改。", "各监管部门"),
    ],
)
def test_letting_a_body_play_its_part_addresses_it_not(words: str, who: str) -> None:
    assert told(f"罗远航强调，{words}")[0][0] == [who]


def test_a_mark_too_many_before_the_modal_is_no_part_of_the_name() -> None:
    assert told("罗远航强调，镇、村干部、要沉到地块里去。")[0][0] == ["镇、村干部"]


def test_what_was_stressed_already_is_no_speech() -> None:
    text = (
        "镇里约谈食品店\n\n11月6日，桥头镇约谈食品店。会上特别强调了新近出台的台账规定。"
        "要求各食品店逐笔登记进货。"
    )
    assert _who(text) == [["各食品店"]]


@pytest.mark.parametrize(
    "words",
    [
        "汛情反复，千万不可掉以轻心。",
        "切不可图省事，把哨位空着。",
        "各班组决不可简化工序。",
    ],
)
def test_what_may_on_no_account_be_is_forbidden(words: str) -> None:
    assert len(told(f"罗远航强调，{words}")) == 1


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("与会商户纷纷表示，将明码标价，不卖过期货。", "与会商户"),
        ("各合作社一致表示，今后将统一用药，统一品牌。", "各合作社"),
    ],
)
def test_bodies_that_give_their_word_promise(words: str, who: str) -> None:
    text = f"县里开会\n\n11月6日，县长罗远航主持召开会议并讲话。{words}"
    assert [(each.kind.value, *_names(each)) for each in read(text).directives] == [
        ("promise", who)
    ]


def _names(one: Directive) -> list[str]:
    return [each.text for each in one.addressees]


def test_what_is_arranged_by_those_behind_the_theme() -> None:
    text = "县教育局发通知\n\n11月6日，县教育局发出通知。通知要求，其余学校的补考时间由各中心学校参照本校实际自行安排。"
    assert _who(text) == [["各中心学校"]]


def test_a_class_of_any_noun_ends_before_what_it_brings_about() -> None:
    assert told("罗远航要求各小院理清排污沟，入冬前埋好管。")[0][0] == ["各小院"]


@pytest.mark.parametrize(
    "words",
    [
        "严格对照“三个到户”要求，补齐台账，逐户核对。",
        "严格按照省督察组要求，把漏项一条条补上。",
    ],
)
def test_a_front_that_says_what_is_kept_to_opens_no_speech(words: str) -> None:
    found = told(f"罗远航强调，要守住底线。{words}")
    assert found[1:] == [([], words.removesuffix("。"))]


def test_the_level_behind_each_district_is_part_of_the_name() -> None:
    text = (
        "关于开展复查的通知\n\n各有关单位：\n\n请各区县质监站、总站各科室逐个工地复查，按时上报。"
    )
    assert _who(text) == [["各区县质监站、总站各科室"]]


def test_adding_people_to_a_post_names_nobody() -> None:
    assert told("罗远航强调，要把哨位守住。增派夜间巡逻人员，缩短换班间隔。")[1][0] == []
