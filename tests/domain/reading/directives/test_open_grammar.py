"""Units and acts that no list names: they are known by their place, their ending and a verb."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议要求，各考点架设遮阳棚。", "各考点"),
        ("会议要求，各灌区晾晒渠床。", "各灌区"),
        ("会议要求，各站点备妥饮水。", "各站点"),
        ("会议要求，社区再走一遍空巢老人。", "社区"),
        ("会议要求，园区再跑一遍企业。", "园区"),
        ("会议要求，校车补贴县财政局要足额安排。", "县财政局"),
        ("会议要求，新建小区配套用房县住建局要一把尺子量到底。", "县住建局"),
        ("会议要求，代建单位进场前须核对账目。", "代建单位"),
        ("会议要求，各窗口遇到老人来办事不准推托。", "各窗口"),
        ("会议要求，护林员必须佩戴袖标。", "护林员"),
        ("会议要求，报灾员要当天报数。", "报灾员"),
    ],
)
def test_a_unit_when_no_list_names_its_act_then_the_verb_behind_it_tells(words: str, unit: str):
    assert told(words)[0][0] == [unit]


@pytest.mark.parametrize(
    "words",
    [
        "会议指出，林区可燃物载量大，火险等级居高不下。",
        "会议指出，文庙片区改造已近尾声。",
        "会议指出，涉企检查过多过滥。",
        "会议指出，国企不是铁饭碗。",
        "会议指出，据气象部门预测，降水偏多。",
        "会议指出，有商户提出疑问。",
    ],
)
def test_a_thing_when_it_is_told_of_then_it_is_no_unit(words: str):
    assert demands(words) == ()


def test_a_slogan_when_it_heads_a_numbered_part_of_a_notice_then_it_is_no_demand():
    text = (
        "关于做好冬季防火工作的通知\n\n各乡镇人民政府：\n\n"
        "一、提高站位，压实责任。各村要逐户签订承诺书。\n\n二、加强巡护，严禁用火。"
    )

    assert [one.action for one in read(text).directives] == [
        "各村要逐户签订承诺书",
        "加强巡护，严禁用火",
    ]


def test_a_matter_when_the_meeting_made_it_clear_then_the_words_open_no_speech():
    words = "会议要求，会议明确的事项，县政府督查室要一周一调度。"

    assert told(words)[-1][0] == ["县政府督查室"]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航说，群众盼的就是这条路。县交通局把断头处接通。",
        "方明说，天气预报不等人。各镇把种子发到户。",
    ],
)
def test_a_head_of_the_county_when_he_speaks_plainly_then_units_are_told(words: str):
    lead = "11月6日，县长罗远航主持召开座谈会，副县长方明参加会议。\n\n"

    assert [each.text for one in read(lead + words).directives for each in one.addressees]
