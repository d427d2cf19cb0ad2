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
    "words",
    [
        "对逾期未整改的，将提请县政府约谈主要负责人。",
        "违反本通知规定的，由县应急局依法处罚；构成犯罪的，依法追究刑事责任。",
        "对一周内出现两起事故的镇，由县纪委监委启动问责。",
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
