"""Points of a list by the signs that web pages put before them, and questions that tell nobody."""

import pytest
from tests.domain.reading.reading_of import VISIT, read


@pytest.mark.parametrize("sign", ["•", "▪", "◇", "□", "☆", "▶", "►", "-", "●", "➤"])
def test_who_is_told_bears_no_sign_of_a_point(sign):
    page = f"{VISIT}罗远航要求：\n{sign}县水利局要在月底前检修；\n{sign} 各镇要入户查看。"
    assert [one.addressees[0].text for one in read(page).directives] == ["县水利局", "各镇"]


def test_a_caption_that_a_sign_opens_stays_one():
    page = f"{VISIT}▶县长罗远航在水厂查看水质。\n罗远航要求，县水利局要在月底前检修。"
    (one,) = read(page).articles
    assert "▶县长罗远航在水厂查看水质。" not in [each.text for each in one.paragraphs]


@pytest.mark.parametrize("asked", ["司机师傅，今天跑了几趟？", "站长，月底前能修好吗？"])
def test_a_question_to_somebody_tells_him_nothing(asked):
    assert read(f"{VISIT}“{asked}”罗远航问。").directives == ()


def test_a_demand_to_somebody_by_a_limit_stays_one():
    found = read(f"{VISIT}“站长，月底前把泵修好。”罗远航说。").directives
    assert [one.addressees[0].text for one in found] == ["站长"]
