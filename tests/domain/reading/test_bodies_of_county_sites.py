"""Bodies, leads and titles as counties' own sites print them."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.bodies import body_kind
from guatu.domain.reading.values import PersonRole

_HEAD = "石溪县召开会议\n\n"


def _bodies(text: str) -> set[str]:
    return {one.name for record in read(_HEAD + text).records for one in record.organisations}


def test_committees_with_a_joint_in_their_name_are_whole() -> None:
    said = _bodies(
        "11月6日，县人大常委会副主任方明主持召开会议。\n"
        "县人大社会建设与科教委员会、县人大农业与农村委员会负责人参加会议。"
    )
    assert {"县人大社会建设与科教委员会", "县人大农业与农村委员会"} <= said


def test_a_police_post_is_seen_and_not_its_town() -> None:
    said = _bodies(
        "11月6日，县委副书记、县长罗远航督导安全生产工作。\n"
        "在柳溪镇派出所，罗远航看望慰问值班民警。"
    )
    assert "柳溪镇" not in said
    assert "柳溪镇派出所" in said


def test_two_firms_that_are_seen_together_are_both_seen() -> None:
    said = _bodies(
        "11月6日，县长罗远航督导安全生产工作。在超市，罗远航询问了货源。"
        "在石溪县润达生物科技有限公司和河东卡特精细化学有限公司，详细了解安全生产情况。"
    )
    assert {"石溪县润达生物科技有限公司", "河东卡特精细化学有限公司"} <= said


def test_those_in_whose_company_one_goes_take_part() -> None:
    said = _bodies(
        "11月6日下午，副县长罗远航在县政府办、教体局、公安局、电力等单位负责人的陪同下，对考务进行了巡视。"
    )
    assert {"县政府办", "教体局", "公安局"} <= said


def test_offices_that_explain_in_writing_report() -> None:
    said = _bodies(
        "11月6日，县委书记罗远航出席会议并讲话。\n"
        "会上，县民宗局作了情况通报；县委政法委、县教育局就“共建”作书面情况说明。"
    )
    assert {"县委政法委", "县教育局"} <= said


@pytest.mark.parametrize(
    "words",
    [
        "县长方明带队",
        "副县长齐小雨带队",
        "县禁毒委部分成员单位和重点乡镇",
        "农商行家属院",
        "县委大院",
    ],
)
def test_who_leads_a_round_or_some_of_many_is_no_body(words: str) -> None:
    assert body_kind(words) is None


def test_a_chair_without_a_post_leads_before_one_with_a_post_who_came() -> None:
    (record,) = read(
        "方明主持召开调度会\n\n11月6日，方明主持召开治污调度会，安排部署全县工作。副县长齐小雨，"
        "各乡镇书记参加会议。\n方明要求，一要全面发动。各级各部门要认清形势。"
    ).records
    assert {one.name: one.role for one in record.people} == {
        "方明": PersonRole.LEAD,
        "齐小雨": PersonRole.ATTENDING,
    }


def test_the_title_of_a_paper_may_be_long() -> None:
    title = (
        "石溪县人民政府办公室关于印发《石溪县2026-2027年秋冬季大气污染综合治理攻坚行动方案》的通知"
    )
    (one, *_) = read(
        f"{title}\n各乡镇人民政府，县直各有关单位：\n《石溪县2026-2027年秋冬季大气污染综合治理攻坚行动方案》"
        "已经县人民政府同意，现印发给你们，请按照工作要求，认真贯彻执行。"
    ).directives
    assert [each.text for each in one.addressees] == ["各乡镇人民政府，县直各有关单位"]
    assert one.action == "请按照工作要求，认真贯彻执行"
