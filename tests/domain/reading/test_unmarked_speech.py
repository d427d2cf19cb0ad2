"""Speech without marks of quotation, talks printed by names, and who calls places up by name."""

import pytest
from tests.domain.reading.reading_of import read

OPENING = "3月18日下午，县长贺兰舟到北闸村检查排涝工作，北闸镇镇长祁山同行。\n"


def told(text: str) -> list[tuple[str | None, list[str], str, str]]:
    reading = read("贺兰舟检查排涝工作\n" + OPENING + text)
    return [
        (
            one.issuer.name if one.issuer else None,
            [each.text for each in one.addressees],
            one.kind.value,
            one.action,
        )
        for one in reading.directives
    ]


@pytest.mark.parametrize(
    "front",
    [
        "贺兰舟沉下脸：",
        "听完介绍，贺兰舟的语气重了：",
        "贺兰舟合上图纸，话锋一转：",
        "贺兰舟摆了摆手：",
        "贺兰舟：",
    ],
)
def test_a_colon_behind_a_leader_when_no_marks_follow_then_his_words_are_told(front):
    found = told(f"{front}县水利局把闸门修好，月底前试一次水。\n")
    assert found == [("贺兰舟", ["县水利局"], "task", "县水利局把闸门修好，月底前试一次水")]


@pytest.mark.parametrize(
    "front",
    [
        "贺兰舟看到的是这样一幅景象：",
        "贺兰舟了解到的情况：",
        "贺兰舟听取了三个方面汇报：",
        "公示栏上写着：",
        "村民老丁笑了：",
    ],
)
def test_a_colon_when_what_follows_is_seen_or_told_by_others_then_nothing_is_demanded(front):
    assert told(f"{front}县水利局把闸门修好，水位降下去三十公分。\n") == []


def test_a_talk_by_names_when_the_lower_one_answers_then_it_is_his_word():
    found = told("贺兰舟：县水利局周五前把泵装上。\n祁山：我们周三前清完沟。\n")
    assert [(who, units, kind) for who, units, kind, _ in found] == [
        ("贺兰舟", ["县水利局"], "task"),
        ("祁山", ["我们"], "promise"),
    ]


def test_words_without_marks_when_the_story_goes_on_then_they_end():
    found = told("贺兰舟沉下脸：县水利局把闸门修好。随后，县水利局把闸门打开。\n")
    assert [action for *_, action in found] == ["县水利局把闸门修好"]


def test_places_called_up_by_name_when_nobody_is_said_to_speak_then_the_leader_asks():
    found = told("“北闸镇，还有几户没走？”“两户。”“北闸镇天黑前一户不留，全部转移。”\n")
    assert [(who, units) for who, units, *_ in found] == [("贺兰舟", ["北闸镇"])]


@pytest.mark.parametrize(
    ("quoted", "units"),
    [
        ("让宏图土方的老板明天到指挥部来，带上台账。", ["宏图土方的老板"]),
        ("县水利局先把涵管通了，别的回头再说。", ["县水利局"]),
        ("城投公司来兜底，租金减半。", ["城投公司"]),
        ("县水利局马上调泵过去，你们先把车挪出来。", ["县水利局", "你们"]),
        ("县水利局明天报方案，报不上来的，由分管副局长到会说明。", ["县水利局", "分管副局长"]),
    ],
)
def test_plain_words_of_a_leader_when_quoted_then_each_is_told_his(quoted, units):
    found = told(f"贺兰舟说：“{quoted}”\n")
    assert [each for _, told_to, *_ in found for each in told_to] == units


def test_rules_set_by_number_when_they_follow_in_quotation_then_each_is_a_demand():
    found = told("贺兰舟说：“我提三点。下乡不打招呼；开会不念稿子；办件不过三天。”\n")
    assert [action for *_, action in found] == ["下乡不打招呼", "开会不念稿子", "办件不过三天"]


@pytest.mark.parametrize(
    ("verb", "who"),
    [
        ("告诉县水利局负责人", "县水利局负责人"),
        ("给县水利局打去电话", "县水利局"),
        ("打电话给县水利局", "县水利局"),
    ],
)
def test_those_told_or_rung_up_when_words_follow_then_they_are_for_them(verb, who):
    found = told(f"贺兰舟{verb}，明天把备用泵送到闸口。\n")
    assert [(by, units) for by, units, *_ in found] == [("贺兰舟", [who])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "饭店后厨门上着锁。厂长连连点头，表示三天之内一定换完。\n",
            [("厂长", ["厂长"], "promise")],
        ),
        ("老板红了脸，保证今晚就把货架挪开。\n", [("老板", ["老板"], "promise")]),
        ("物业经理当场答应，明天就开始修。\n", [("物业经理", ["物业经理"], "promise")]),
    ],
)
def test_one_known_by_what_he_is_when_he_gives_his_word_then_it_is_his(text, expected):
    assert [one[:3] for one in told(text)] == expected


def test_things_handed_to_one_after_another_when_a_colon_follows_then_each_has_his():
    found = told(
        "贺兰舟当场分了工。公交的事交给县交通局：把末班车推迟到十二点。"
        "吃的喝的交给县商务局：热水面包今晚送到。\n"
    )
    assert [units for _, units, *_ in found] == [["县交通局"], ["县商务局"]]


def test_a_quotation_when_his_voice_is_told_between_then_it_is_of_the_same_speaker():
    found = told("“粮食不等人。”贺兰舟提高了嗓门，“各乡镇今晚把烘干机全部开起来。”\n")
    assert [(who, units) for who, units, *_ in found] == [("贺兰舟", ["各乡镇"])]


def test_a_pronoun_when_another_was_only_spoken_to_then_it_is_who_spoke():
    found = told("贺兰舟交代祁山把沟清完。他又对农技员说：“病害早看早治，不能等叶子黄了才来。”\n")
    assert {who for who, *_ in found} == {"贺兰舟"}


def test_the_word_when_it_was_answered_then_goes_back_to_who_leads():
    found = told("“电梯归谁管？”贺兰舟问。“我们管。”祁山应道。“你们明天就派人修。”\n")
    assert [(who, units) for who, units, *_ in found] == [("贺兰舟", ["你们"])]


def test_matters_under_dashes_when_it_is_told_who_does_what_then_the_leader_settled_them():
    found = told(
        "一个钟头，难题有了着落。\n——高压线：北闸供电公司三天内报停电计划。\n"
        "——弃渣场：由县林草局牵头选点，下周二前拿出两处。\n——进度：全线已完成四成。\n"
    )
    assert [(who, units) for who, units, *_ in found] == [
        ("贺兰舟", ["北闸供电公司"]),
        ("贺兰舟", ["县林草局"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "贺兰舟说，油价高、雇工难、保险赔得慢。\n",
        "贺兰舟说：“要说没有难处，那是假的。”\n",
        "电话那头连声答应。\n",
    ],
)
def test_troubles_and_what_one_heard_when_told_then_nothing_is_demanded(text):
    assert told(text) == []
