"""What kind of event an article tells of, where several words of the opening could say so."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import RecordKind


def _kind(headline: str, words: str) -> RecordKind:
    return read(f"{headline}\n\n{words}").records[0].kind


@pytest.mark.parametrize(
    "words",
    [
        "3月5日，市重点水利工程建设联席会议办公室副主任栾知秋带队到我县调研督导水网建设。随后，召开座谈会，督导组听取汇报。",
        "3月5日，县人大常委会副主任栾知秋带队深入住建局调研执法检查工作，并召开座谈会。",
        "春耕时节，县农机中心抽人组成的督导组先后来到青石镇6个村，到地头看犁地。",
        "3月5日，县政协组织开展委员活动日活动。县政协副主席栾知秋参加。栾知秋一行参观了两家企业。",
    ],
)
def test_who_goes_round_first_makes_a_visit_though_a_meeting_follows(words: str):
    assert _kind("春光里看变化", words) is RecordKind.VISIT


def test_a_headline_whose_visit_comes_before_its_meeting_tells_of_a_visit():
    words = "3月5日，市防火督导组到石桥县调研，并召开反馈会。"

    assert _kind("市防火督导组到石桥县调研并召开反馈会", words) is RecordKind.VISIT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("3月5日，县长栾知秋召开夏粮收购暨仓储安全调度会。", RecordKind.DISPATCH_MEETING),
        ("3月5日，县长栾知秋出席全县农村工作暨乡村振兴推进会。", RecordKind.MEETING),
        ("3月5日，副县长栾知秋主持召开水污染防治专题督办会。", RecordKind.MEETING),
        ("3月5日，县长栾知秋主持召开座谈会，听取企业家意见。", RecordKind.SYMPOSIUM),
        ("3月5日，县委书记栾知秋专题听取商业体系建设工作汇报。", RecordKind.MEETING),
    ],
)
def test_of_two_meetings_in_one_title_the_last_word_tells_unless_it_only_pushes_on(
    words: str, kind: RecordKind
):
    assert _kind("我县部署重点工作", words) is kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("3月5日，青石镇组织召开春季防火安排会，镇长栾知秋部署重点工作。", RecordKind.MEETING),
        ("3月5日，县水利局召开汛前收心会。", RecordKind.MEETING),
        ("3月5日，县里召开青年创业者谈心交流会。", RecordKind.SYMPOSIUM),
        # What is held is no meeting of an office, and a body is none.
        ("3月5日，青石镇举行农民趣味运动会，村民踊跃参加。", RecordKind.OTHER),
        ("3月5日，县里举行春季灯会，游人如织。", RecordKind.OTHER),
        ("3月5日，青石镇举行山货展销会，游人如织。", RecordKind.OTHER),
    ],
)
def test_a_meeting_is_known_where_it_is_called_whatever_its_name(words: str, kind: RecordKind):
    assert _kind("青石镇早安排早动手", words) is kind
