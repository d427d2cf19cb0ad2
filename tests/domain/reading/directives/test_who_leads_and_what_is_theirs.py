"""Those who work with who leads, what is somebody's own, in spite of what he must, and cases that each meets."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("县住建局总牵头，电力、通信等单位同步开挖、同步回填", ["县住建局", "电力、通信等单位"]),
        ("由县海洋局牵头，沿海各镇街分片包干，渔船全部进港", ["县海洋局", "沿海各镇街"]),
        ("由县文旅局牵头，县公安局、县交通局分头推进", ["县文旅局", "县公安局、县交通局"]),
        ("县水利局牵头抓总，各乡镇各司其职，三天内清理到位", ["县水利局", "各乡镇"]),
    ],
)
def test_those_who_work_with_who_leads_are_told_with_him(words: str, who: list[str]) -> None:
    (one,) = demands(f"罗远航要求，{words}。")
    assert [each.text for each in one.addressees] == who
    assert one.lead == who[0]


def test_who_has_a_deed_of_his_own_is_told_apart_from_who_leads() -> None:
    found = told("罗远航要求，由县城管局牵头制定方案，各街道三天内清理到位。")
    assert [who for who, _ in found] == [["县城管局"], ["各街道"]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("值班人员的电话要保持畅通", ["值班人员"]),
        ("镇村干部的脚步要再勤一些", ["镇村干部"]),
        ("水利、电力等单位的抢险队伍和装备要提前到村", ["水利、电力等单位"]),
        ("政法干警要严守禁令", ["政法干警"]),
        ("苦泉绿能公司须按北线重编路径", ["苦泉绿能公司"]),
        ("修复之前石门乡派人值守", ["石门乡"]),
        ("雨停之后各村立即清淤", ["各村"]),
        ("村民的诉求要件件有回音", []),
    ],
)
def test_whose_own_it_is_or_when(words: str, who: list[str]) -> None:
    assert told(f"罗远航强调，{words}。") == [(who, words)]


def test_what_something_is_paid_with_is_told_nothing() -> None:
    words = "县住建局要列出名单，由财政补贴更换，8月底前全部换完"
    assert told(f"罗远航要求，{words}。") == [(["县住建局"], words)]


@pytest.mark.parametrize(
    "words",
    [
        "财政再紧，也不能让教师寒了心",
        "任务再重，也要守住底线",
        "越是来水偏少，越要把账算细",
        "越到收尾阶段，越不能松劲",
    ],
)
def test_in_spite_of_what_belongs_to_the_demand(words: str) -> None:
    assert told(f"罗远航强调，{words}。") == [([], words)]


@pytest.mark.parametrize(
    ("who", "does"),
    [
        ("各学校", "发现未入学的，24小时内上报，并会同村干部劝返"),
        ("各村", "发现疫木的，两小时内报告镇政府"),
        ("各镇", "发现违建的，三天内拆除到位"),
    ],
)
def test_who_meets_a_case_is_told_and_no_day_is_fixed(who: str, does: str) -> None:
    (one,) = demands(f"罗远航要求，{who}{does}。")
    assert [each.text for each in one.addressees] == [who]
    assert one.deadline.day is None


def test_before_and_after_every_feast_fixes_no_day() -> None:
    (one,) = demands("罗远航要求，元旦将至，县市场监管局要节前必查、节后必访。")
    assert one.deadline.day is None


def test_what_one_goes_to_listen_to_is_no_speech() -> None:
    words = "各级领导干部要到工棚去，面对面听工人说，不能只听项目经理怎么讲"
    assert told(f"罗远航强调，{words}。") == [(["各级领导干部"], words)]


NOTICE = """关于做好疫木除治的通知

各乡镇人民政府：

为做好除治，现通知如下：

一、清理疫木要净。以村为单位，逐山清理枯死木。

二、检疫封锁要严。严禁疫木下山。

县林业局
2024年11月5日
"""


def test_a_heading_in_a_few_signs_is_none_where_its_text_follows() -> None:
    found = [one.action for one in read(NOTICE).directives]
    assert found == ["以村为单位，逐山清理枯死木", "严禁疫木下山"]


MINUTES = """县政府专题会议纪要

2024年11月5日，县长罗远航主持召开会议，研究渠道改造。现纪要如下：

一、关于资金。会议同意，项目资金缺口860万元由县级财政分两年安排。
"""


def test_what_was_agreed_stands_behind_the_mark_with_who_is_to_do_it() -> None:
    (one,) = read(MINUTES).directives
    assert [each.text for each in one.addressees] == ["县级财政"]
    assert one.action == "同意，项目资金缺口860万元由县级财政分两年安排"
