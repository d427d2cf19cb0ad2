"""Bodies and sites of text that a program broke into rows or set with spaces: each is found, by its name alone."""

from tests.domain.reading.reading_of import read

ROWS = """县长调研水厂建设
本报讯 11月6日，县长罗远航到城东水厂调研。副县长方明参加。
罗远航强调，县发改局、县
交通运输局要主动靠前服务，县公路局、白
石乡要3天内清理到位。
"""


def _bodies(text: str) -> list[str]:
    (record,) = read(text).records
    return [one.name for one in record.organisations]


def test_who_is_told_in_a_list_that_a_row_ends_in_is_each_a_body():
    assert {"县发改局", "县交通运输局", "县公路局", "白石乡"} <= set(_bodies(ROWS))


def test_names_set_with_spaces_are_given_without():
    text = ROWS.replace("县公路局", "县 公 路\u00a0局").replace("县发改局", "县 发 改 局")
    assert {"县发改局", "县公路局"} <= set(_bodies(text))


def test_who_looked_at_a_site_is_no_part_of_its_name():
    (record,) = read(ROWS + "罗远航还实地察看了青柳镇敬老院，叮嘱工作人员把老人照顾好。").records
    assert all("罗远航" not in one.name for one in record.places)
