"""Who leads an event where one chairs and another opens it, speaks or listens."""

import pytest
from tests.domain.reading.reading_of import read

_TITLE = "全县干果产业发展座谈会召开\n\n"


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        (
            "3月5日，县委召开座谈会，县委书记栾知秋与12名返乡青年话乡情、谋发展。县委副书记郗望川主持会议。",
            "栾知秋",
        ),
        (
            "3月5日，县委召开会议。县委书记栾知秋主持会议，代表班子作检查，并作总结讲话。市委督导组组长郗望川到会指导。",
            "栾知秋",
        ),
        ("3月5日，县委举行座谈会。县委副书记栾知秋出席会议，副县长郗望川主持。", "栾知秋"),
        ("3月5日，座谈会由县政协主席郗望川主持，县长栾知秋到会听取意见。", "栾知秋"),
        ("3月5日，县政协主席郗望川主持座谈会，副县长栾知秋到会听取意见。", "郗望川"),
    ],
)
def test_a_meeting_when_one_chairs_and_another_opens_it_then_the_right_one_leads(
    words: str, lead: str
):
    record = read(_TITLE + words).records[0]

    assert record.lead is not None
    assert record.lead.name == lead


@pytest.mark.parametrize(
    "words",
    [
        # The first named only attends; who demands leads.
        "3月5日，我县召开推进会，市卫健委副主任郗望川，县委常委、常务副县长栾知秋出席会议。\n\n栾知秋强调，各单位要抓紧整改。",
        # 对…进行调研 is a visit, whoever accompanies it.
        "3月5日，常务副县长栾知秋对全县部分改造项目进行调研，县住建局局长郗望川带领有关人员陪同调研。",
        # 粮食和物资储备局 is one body, and its head no guest.
        "3月5日，市粮食和物资储备局局长栾知秋一行赴归昌乡调研夏粮收购。县长郗望川陪同。",
    ],
)
def test_who_demands_or_visits_leads_before_who_stands_first(words: str):
    record = read("全县重点工作推进\n\n" + words).records[0]

    assert record.lead is not None
    assert record.lead.name == "栾知秋"


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，青石镇召开推进会，会议由镇长郗望川主持。\n\n郗望川通报了情况，要求列出清单。\n\n镇党委书记栾知秋讲话，要求干部要认清形势。",
        # Nobody is named in the opening; who asks in the end leads, whoever reads out first.
        "3月5日，我县召开招生协调会，各成员单位参加。\n\n会议由县教育局党委书记郗望川主持。\n\n副县长栾知秋对今年招生工作提出了五点要求。",
        "3月5日，青石镇召开农业农村工作会议。\n\n首先，镇长郗望川传达了会议精神。\n\n最后，镇党委书记栾知秋对全年工作做了总结安排，她强调：各村要抓紧。",
        # Who has a meeting held leads it, though another of like rank chairs.
        "3月5日，常务副县长栾知秋组织召开燃气安全推进会，副县长郗望川主持会议。\n\n郗望川指出，要压实责任。\n\n栾知秋强调，要细化清单。",
        "3月5日，县里召开表彰大会。会上，县委常委郗望川对先进单位进行表彰。栾知秋县长对教育发展强调了三点意见：一是教育要优先发展。",
    ],
)
def test_of_two_at_a_meeting_who_ranks_higher_or_called_it_leads(words: str):
    record = read("全镇重点工作推进会召开\n\n" + words).records[0]

    assert record.lead is not None
    assert record.lead.name == "栾知秋"


def test_who_takes_the_leaders_round_never_leads_and_who_only_goes_along_leaves_nobody():
    visited = "3月5日，在县委常委栾知秋陪同下，市委副书记郗望川到青石镇调研。"
    along = "3月5日，市督查组到我县督查。县领导栾知秋、郗望川陪同督查。"

    assert [one.name for one in read("督查\n\n" + along).records[0].people] == ["栾知秋", "郗望川"]
    assert read("督查\n\n" + along).records[0].lead is None
    lead = read("调研\n\n" + visited).records[0].lead
    assert lead is not None
    assert lead.name == "郗望川"


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，我县召开耕地保护工作推进会。副县长栾知秋出席会议。\n\n会议要求，各乡镇要守牢红线。",
        "3月5日，全县征兵工作会议召开，县委常委栾知秋，副县长郗望川参加会议。\n\n会议强调，要严把关口。",
        "3月5日，全省森林防火视频会议召开。县长栾知秋在我县分会场收听收看会议。\n\n会议指出，要管住火源。",
        "3月5日，我县召开退役军人工作会议。会议听取了汇报。\n\n会议要求，要压实责任。\n\n县领导栾知秋、郗望川出席会议。",
    ],
)
def test_who_only_attends_leads_nothing(words: str):
    record = read("全县重点工作会议召开\n\n" + words).records[0]

    assert "栾知秋" in {one.name for one in record.people}
    assert record.lead is None


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，我县召开农业会议，县长栾知秋、副县长郗望川出席会议并分别讲话。\n\n会议要求，各乡镇要抓紧备耕。",
        "3月5日，我县召开调度会，县领导栾知秋、郗望川参加会议。\n\n栾知秋要求，各乡镇要抓紧。",
        "3月5日，县水利局召开会议。副局长郗望川首先传达了会议精神。局长栾知秋强调，要抓紧。",
        "3月5日，省督导组到我县督导。副县长郗望川汇报了有关情况。督导组栾知秋组长对我县工作给予肯定，同时指出，要补齐短板。",
    ],
)
def test_who_speaks_first_of_a_row_or_from_above_leads(words: str):
    record = read("全县重点工作会议召开\n\n" + words).records[0]

    assert record.lead is not None
    assert record.lead.name == "栾知秋"
