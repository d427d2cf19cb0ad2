"""Sentences of papers that ask nobody: who heads a new body, what is told later, how much there is, whom to call."""

import pytest
from tests.domain.reading.reading_of import read

NOTICE = (
    "关于开展清淤行动的通知\n各乡镇人民政府：\n现就有关事项通知如下：\n"
    "一、各乡镇要在5月底前完成清淤。{}\n青溪县水利局\n2025年3月3日"
)
ASKED = "各乡镇要在5月底前完成清淤"


@pytest.mark.parametrize(
    "sentence",
    [
        "成立清淤行动领导小组，由副县长罗远航任组长，县水利局局长方晓任副组长，办公室设在县水利局。",
        "县里成立由分管副县长任组长的工作专班，下设办公室。",
        "考核办法另行制定。",
        "公共服务单位的值班安排，由各主管部门另行通知。",
        "全县现有水渠120条、泵站33座，近半建成于1990年前。",
        "举报电话：6621××××。",
        "查证属实的，给予500元奖励。",
        "逾期不拆除的，依法强制拆除，费用由所有人承担。",
        "如果不服本通知，可以在六十日内向青溪县人民政府申请行政复议。",
        "本责任书一式三份，自签订之日起生效。",
    ],
)
def test_a_sentence_that_asks_nobody(sentence: str):
    assert [one.action for one in read(NOTICE.format(sentence)).directives] == [ASKED]


@pytest.mark.parametrize(
    "sentence",
    [
        "各村要成立由村支书任组长的清淤小组。",
        "县水利局要在4月底前另行制定考核办法。",
        "对现有的33座泵站，县水利局要逐座检修。",
        "县水利局对全县现有泵站33座逐座检修。",
        "县水利局核实灌溉面积，以实测结果为准。",
        "县水利局把清淤纳入年度考核。",
        "各乡镇要公布举报电话。",
    ],
)
def test_a_like_sentence_that_asks(sentence: str):
    found = [one.action for one in read(NOTICE.format(sentence)).directives]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("salutation", "printed", "who"),
    [
        ("上坪镇人民政府", "你镇", "上坪镇人民政府"),
        ("县水利局", "你局", "县水利局"),
        ("青溪县宏远铸造有限公司", "你公司", "青溪县宏远铸造有限公司"),
        ("县水利局、县财政局", "你局", "你局"),
    ],
)
def test_the_one_body_that_a_letter_is_to_is_told_by_its_name(salutation, printed, who):
    text = (
        f"关于限期整改的督办通知\n{salutation}：\n现督办如下：\n"
        f"一、请{printed}于4月10日前完成排查。\n二、{printed}要举一反三。\n青溪县人民政府督查室\n2025年3月3日"
    )
    found = read(text).directives
    assert [one.addressees[0].text for one in found] == [who, who]


def test_a_deputy_who_is_answered_is_asked_nothing():
    text = (
        "关于县政协第12号提案的答复函\n苗春山委员：\n您的提案收悉，现答复如下：\n"
        "一、近两年我局新修公路28公里。\n希望您继续关注交通工作。\n青溪县交通运输局\n2025年6月3日"
    )
    assert read(text).directives == ()


def test_the_day_of_a_public_notice_is_what_it_counts_from():
    text = (
        "关于禁采的公告\n现将有关事项公告如下：\n"
        "一、采砂设备所有人应当在本公告发布之日起15日内自行拆除设备。\n青溪县人民政府\n2025年3月3日"
    )
    (one,) = read(text).directives
    assert str(one.deadline.day) == "2025-03-18"


def test_items_of_minutes_in_brackets_are_agenda():
    text = (
        "上坪镇党政联席会议纪要\n时间：2025年3月3日\n"
        "【议题一】听取堤防修复工作汇报\n汇报称，去年洪水冲毁护坡310米。会议决定：1.由镇财政所设专账管理；2.镇水利站4月10日前完成招标。\n"
        "【议题二】研究市场摊位费调整\n会议同意将摊位费上调10%。\n【其他】各村要抓好春耕。\n2025年3月3日"
    )
    found = read(text)
    assert [one.action for one in found.directives] == [
        "由镇财政所设专账管理",
        "镇水利站4月10日前完成招标",
        "会议同意将摊位费上调10%",
        "各村要抓好春耕",
    ]
    assert [one.text for one in found.records[0].agenda] == ["堤防修复工作", "市场摊位费调整"]
