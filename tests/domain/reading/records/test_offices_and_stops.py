"""Offices that the narration names anywhere in a sentence, and stops of a visit whatever they end with."""

from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import Record


def record(headline: str, *paragraphs: str) -> Record:
    return read("\n\n".join((headline, *paragraphs)), year=2026).records[0]


def bodies(*paragraphs: str) -> set[str]:
    return {one.name for one in record("汤若水调研粮食生产", *paragraphs).organisations}


def test_an_office_named_in_the_narration_is_a_body() -> None:
    found = bodies(
        "5月8日，县长汤若水到河口镇调研。前不久，县农业农村局请来专家把脉，种子难题解开了。",
        "汤若水拨通县能源局负责人的电话，问起全县的煤炭储备。",
    )
    assert {"县农业农村局", "县能源局"} <= found


def test_an_office_inside_a_post_a_venue_and_a_prefix_are_no_bodies() -> None:
    found = bodies(
        "5月8日，县长汤若水调研粮食生产。县水利局局长晏子春参加调研。",
        "座谈会在县信访局三楼会议室举行，县融媒体中心记者作了采访，全县经济开局良好。",
    )
    assert found & {"县水利局", "县信访局", "县融媒体中心", "县经济开局"} == set()


def test_who_is_called_in_beside_the_one_addressed_is_a_body_of_the_record() -> None:
    assert "县纪委监委" in bodies(
        "5月8日，县长汤若水调研。他要求，县教育局要会同县纪委监委查清账目。"
    )


def test_the_firm_and_not_its_plant_is_the_body() -> None:
    found = bodies("5月8日，县长汤若水先后来到石沟热力公司城南热源厂、河口镇等地调研。")
    assert "石沟热力公司" in found


def test_who_is_led_ends_before_where_they_go() -> None:
    found = bodies("5月8日，县长汤若水率县发改局、县财政局深入企业调研。")
    assert {"县发改局", "县财政局"} <= found
    assert not any("深入" in one for one in found)


def test_stops_of_an_announced_round_and_of_a_paragraph_are_places() -> None:
    one = record(
        "汤若水到城北片区巡河检查",
        "5月8日，县长汤若水沿岚水河巡查，先后察看青石滩断面、老码头排污口等地。",
        "在大石坝，十几个钓鱼人正坐在河边。汤若水问起水质。",
    )
    names = {each.name for each in one.places}
    assert {"青石滩断面", "老码头排污口", "大石坝"} <= names


def test_classes_of_places_are_none() -> None:
    one = record(
        "汤若水督导创建工作",
        "5月8日，县长汤若水先后走进老旧小区、农贸市场、学校等地督导创建工作。",
    )
    assert one.places == ()
