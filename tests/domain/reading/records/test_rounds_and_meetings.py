"""Rounds whose meeting came after, who reads out, and bodies within the name of their meeting."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import PersonRole, Record, RecordKind


def _record(text: str) -> Record:
    return read(text).records[0]


@pytest.mark.parametrize(
    "text",
    [
        "11月6日，副县长方明一行来到城东泵站施工现场实地察看，随后召开协调会，研究解决征地问题。",
        "11月6日，县政协主席方明带领部分委员视察老街修缮情况，之后组织召开座谈会，听取意见。",
        "11月6日，县人大常委会主任方明率队对县五届人大二次会议代表建议办理情况进行视察。",
        "11月6日，县委书记方明先后到石门乡云溪村、坪上村察看水毁路段，并与村干部座谈交流。",
    ],
)
def test_a_round_when_its_meeting_came_after_then_it_is_a_visit(text: str):
    assert _record(text).kind is RecordKind.VISIT


@pytest.mark.parametrize(
    "text",
    [
        "11月6日，全县秋粮收购工作会议召开，会前，与会人员实地察看了城南粮库。",
        "11月6日，我县召开座谈会，县委书记方明与企业家代表座谈交流。",
    ],
)
def test_a_meeting_with_a_round_before_or_none_when_read_then_it_is_no_visit(text: str):
    assert _record(text).kind is not RecordKind.VISIT


def test_who_reads_out_what_was_resolved_above_when_read_then_he_attends():
    record = _record(
        "11月6日，县长罗远航主持召开全县信访工作会议。会上，副县长方明传达了全省信访工作会议精神，县信访局局长齐小雨通报了积案化解情况。"
    )
    roles = {one.name: one.role for one in record.people}

    assert roles["方明"] is PersonRole.ATTENDING
    assert roles["齐小雨"] is PersonRole.REPORTING


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("11月6日，县安委会第三次全体会议召开，县长罗远航出席会议并讲话。", "县安委会"),
        ("11月6日，县防汛抗旱指挥部2024年第二次成员会议召开。县长罗远航讲话。", "县防汛抗旱指挥部"),
    ],
)
def test_a_body_within_the_name_of_its_meeting_when_read_then_it_is_none(text: str, body: str):
    assert body not in {one.name for one in _record(text).organisations}


def test_stops_joined_by_a_link_and_what_is_looked_at_when_read_then_only_stops_are_kept():
    record = _record(
        "11月6日，副县长方明先后到云台煤矿及石门镇交通劝导站检查。方明一行来到水厂扩建项目施工现场，实地查看工程进度和内部布局，详细了解安装情况。"
    )
    named = {one.name for one in (*record.organisations, *record.places)}

    assert "石门镇交通劝导站" in named
    assert not any("及" in one or "布局" in one or "一行" in one for one in named)
