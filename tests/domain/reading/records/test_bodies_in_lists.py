"""Bodies in constructions of real county news, with names that no training report holds."""

import pytest
from tests.domain.reading.reading_of import read


def _bodies(words: str) -> set[str]:
    return {one.name for one in read(words, year=2025).records[0].organisations}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "4月9日，副县长栾知秋主持召开桑蚕产业推进会。县府办、蚕桑局、科技局、扶贫办等单位主要负责人参加会议。",
            {"县府办", "蚕桑局", "科技局", "扶贫办"},
        ),
        (
            "6月3日，副县长栾知秋调研环卫工作，财政局、城管局、环卫中心负责人及有关乡镇分管领导陪同。",
            {"财政局", "城管局", "环卫中心"},
        ),
        ("为做好小麦测产工作，5月28日，杏坪镇召开专题会议，镇长栾知秋安排工作。", {"杏坪镇"}),
        (
            "9月2日，县粮食安全工作领导小组办公室召开座谈会，丰禾粮油、聚源面粉、千年酒业等企业负责人发言，县长栾知秋出席。",
            {"县粮食安全工作领导小组办公室", "丰禾粮油", "聚源面粉", "千年酒业"},
        ),
        (
            "7月8日，县长栾知秋来到和顺花园、和泰二期、望江小区察看改造工程。",
            set(),
        ),
        (
            "3月1日，会议传达了省药监局、市药监局有关会议精神，县药监局局长栾知秋总结了工作。",
            set(),
        ),
        (
            "3月1日，县住建局总工程师栾知秋主持会议，会议审议了《县房管局值班办法》。",
            set(),
        ),
        (
            "8月8日，全县各中小学、幼儿园、商场超市开展消防演练，县长栾知秋到场指导。",
            set(),
        ),
        (
            "8月8日，县长栾知秋检查防汛。昨夜暴雨落在杏坪镇、柳坡乡、石岗镇一带。",
            set(),
        ),
        (
            "10月5日，常务副县长栾知秋率住建局、资规局、征收中心负责人到汉水大桥工地现场办公。",
            {"住建局", "资规局", "征收中心"},
        ),
        (
            "10月6日，副县长栾知秋主持召开改厕推进会。县住建局、州生态环境局杏坪分局主要领导；县农业农村局主要领导、分管领导参加会议。",
            {"县住建局", "州生态环境局杏坪分局", "县农业农村局"},
        ),
        (
            "10月9日，县长栾知秋出席会议，会议在县住建局会议室召开。中心小学、农技站负责人到会。",
            set(),
        ),
        ("10月7日，市长栾知秋主持召开调度会，各县区农业农村局负责人参加会议。", set()),
        (
            "10月8日，县长栾知秋主持召开会议，县监委、县法院、县检察院领导应邀列席会议。",
            {"县监委", "县法院", "县检察院"},
        ),
    ],
)
def test_bodies_when_listed_or_holding_a_meeting_then_they_count_and_classes_do_not(
    words: str, names: set[str]
):
    assert _bodies(words) == names


def test_a_notice_greets_the_bodies_that_its_salutation_names():
    words = "关于做好春防工作的通知\n\n各乡镇人民政府，县林业局、国有云岭林场：\n\n近期天气干燥，各单位要加强巡护，发现火情及时上报。\n\n2025年3月2日"

    assert {"县林业局", "国有云岭林场"} <= _bodies(words)


def test_an_office_above_a_day_signs_a_notice_without_a_headline():
    words = "各村：\n\n近期降雨较多，请各村加强巡查，发现险情及时上报。\n\n杏坪镇人民政府\n\n2025年7月2日"

    assert "杏坪镇人民政府" in _bodies(words)
