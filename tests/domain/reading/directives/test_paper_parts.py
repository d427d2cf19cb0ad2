"""Parts of a paper that tell facts demand nothing; those headed as requirements do."""

import pytest
from tests.domain.reading.reading_of import read

HEAD = "岚川县安委办关于矿山检查情况的通报\n\n各乡镇人民政府：\n\n3月，县安委办抽查了矿山。现将有关情况通报如下：\n\n"


def told(*lines: str) -> list[tuple[list[str], str]]:
    found = read(HEAD + "\n\n".join(lines)).directives
    return [([each.text for each in one.addressees], one.action) for one in found]


@pytest.mark.parametrize(
    "head",
    [
        "一、基本情况",
        "二、存在的主要问题",
        "二、发现的突出问题",
        "三、会议时间及地点",
        "三、参会人员",
        "四、整改落实情况",
        "一、检查范围",
    ],
)
def test_a_part_when_its_head_tells_facts_then_nothing_is_demanded(head: str):
    assert told(head, "（一）超量储存。6个网点没有做到闭环管理。", "县应急局检查了9家。") == []


@pytest.mark.parametrize(
    "head",
    ["三、下一步工作要求", "三、整改要求", "二、有关要求", "四、工作措施", "三、及时反馈整改情况"],
)
def test_a_part_when_its_head_asks_then_its_points_are_demands(head: str):
    assert told(
        "一、基本情况", "共抽查6家。", head, "（一）立即整改。对通报的问题，要逐项销号。"
    ) == [(["各乡镇人民政府"], "对通报的问题，要逐项销号")]


@pytest.mark.parametrize(
    "words", ["各乡镇每日报送除险情况", "县住建局每周通报检查情况", "各矿山定期排查同类问题"]
)
def test_a_point_that_says_how_often_somebody_acts_is_no_heading(words: str):
    who = words[: words.index("每" if "每" in words else "定")]
    paper = f"岚川县安委办关于做好矿山除险工作的通知\n\n各有关单位：\n\n现将有关事项通知如下。\n\n一、强化除险\n\n1.{words}。"
    (found,) = read(paper).directives
    assert ([each.text for each in found.addressees], found.action) == ([who], words)


@pytest.mark.parametrize(
    "words",
    [
        "对逾期未整改的，将提请县政府约谈主要负责人。",
        "违反本通知规定的，由县应急局依法处罚；构成犯罪的，依法追究刑事责任。",
        "对一周内出现两起事故的镇，由县纪委监委启动问责。",
        "县督查室将适时组织“回头看”，对办理不力的，予以通报。",
        "县安委办将不定期抽查，抽查结果全县通报。",
        "凡因检查不到位造成事故的，一律先免职、后调查。",
        "七、违反规定擅自开采的，由自然资源部门依照有关规定予以处罚。",
        "本通知自发布之日起施行，有效期两年。",
        "本通知由县安委办负责解释。",
        "记录：方明",
        "抄送：县委办公室，县人大常委会办公室。",
    ],
)
def test_a_line_of_a_letter_when_it_threatens_or_closes_then_it_is_no_demand(words: str):
    assert told("一、各乡镇要立即整改。", words)[1:] == []


def letter(title: str, *lines: str) -> list[tuple[list[str], str]]:
    found = read("\n\n".join((title, *lines))).directives
    return [([each.text for each in one.addressees], one.action) for one in found]


def test_a_writ_when_it_lists_what_was_found_then_only_what_is_ordered_is_demanded():
    assert letter(
        "责令限期整改通知书",
        "岚川县顺达经营部：",
        "5月20日，我局对你单位进行检查，发现存在下列问题：",
        "1.仓库内货物混放；",
        "2.值班人员未按规定巡查。",
        "现责令你单位于6月5日前整改完毕。整改期间，不得购进产品。",
        "如不服本通知，可以在六十日内申请行政复议。",
    ) == [
        (["岚川县顺达经营部"], "你单位于6月5日前整改完毕"),
        (["岚川县顺达经营部"], "整改期间，不得购进产品"),
    ]


def test_an_order_when_a_point_announces_rules_then_its_items_are_demands_and_no_heads():
    told = letter(
        "岚川县人民政府关于犬只管理的通告",
        "现就有关事项通告如下：",
        "一、携犬外出应当遵守下列规定：",
        "（一）使用1.5米以下的犬绳；",
        "（二）及时清除犬只粪便。",
        "二、违反本通告的，依照有关法规处罚。",
        "三、本通告自7月1日起施行。",
    )
    assert [action for _, action in told] == ["使用1.5米以下的犬绳", "及时清除犬只粪便"]


@pytest.mark.parametrize("name", ["安置专班", "整治工作组", "排查整治指挥部"])
def test_a_body_when_its_task_names_it_then_it_is_told(name: str):
    found = letter("关于旧城改造的会议纪要", "会议议定：", f"一、{name}5月20日前完成公示。")
    assert [who for who, _ in found] == [[name]]


def test_an_open_letter_when_it_counts_its_points_then_each_asks_those_addressed():
    told = letter(
        "致全县广大车主的一封信",
        "各位车主朋友：",
        "冬天来了，路上结冰多了，有几句话想和您说说。",
        "第一句，车要好。出门前请您查一查轮胎，别带病上路。",
        "第二句，心要静。雪天开车要慢，不要抢道。",
        "祝大家出入平安！",
    )
    assert told == [
        (["各位车主朋友"], "出门前请您查一查轮胎，别带病上路"),
        (["各位车主朋友"], "雪天开车要慢，不要抢道"),
    ]
