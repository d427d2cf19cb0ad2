"""Who was there, and whose words were only passed on."""

import pytest
from tests.domain.reading.reading_of import read


def _names(words: str) -> set[str]:
    return {one.name for one in read("全县重点工作推进会召开\n\n" + words).records[0].people}


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，受县长郗望川委托，副县长栾知秋主持召开会议。",
        "3月5日，县长栾知秋主持召开会议，学习了郗望川市长在全市推进会上的讲话精神。",
        "3月5日，县长栾知秋主持召开会议，传达省委郗望川书记关于农村工作的重要指示。",
        "3月5日，县长栾知秋主持召开会议，贯彻落实市委书记郗望川在防汛会上提出的三点要求。",
        "3月5日，县长栾知秋主持召开会议。与会人员聆听了省应急厅厅长郗望川同志、省水利厅副厅长仝立言同志的重要讲话。",
        "3月5日，县长栾知秋主持召开会议，落实市领导郗望川现场办公指示精神。",
        "3月5日，县长栾知秋主持召开会议。县委书记郗望川专门批示。",
        "3月5日，县长栾知秋主持召开会议。市委书记郗望川、市长仝立言分别作出重要批示。",
        "3月5日，县长栾知秋主持召开会议。市委书记郗望川，市长仝立言在第一时间作出指示。",
        "3月5日，县长栾知秋主持召开会议。市委书记郗望川对灾情作出批示。",
    ],
)
def test_whose_words_are_passed_on_was_not_there_and_leads_nothing(words: str):
    record = read("全县重点工作推进会召开\n\n" + words).records[0]

    assert _names(words) == {"栾知秋"}
    assert record.lead is not None
    assert record.lead.name == "栾知秋"


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，副县长栾知秋传达了全省会议精神。县长郗望川对下步工作提出要求。",
        "3月5日，副县长栾知秋主持会议。听取汇报后，县长郗望川要求，各单位要抓紧。",
        "3月5日，副县长栾知秋主持会议，县长郗望川讲话。",
        "3月5日，副县长栾知秋主持会议，学习了有关文件，县长郗望川作了重要讲话。",
    ],
)
def test_who_passes_on_speaks_or_demands_was_there(words: str):
    assert _names(words) == {"栾知秋", "郗望川"}
