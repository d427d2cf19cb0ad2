"""Who is named keeps the page's own characters: rare ones on a simplified page, all of them on a traditional one."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.values import Reading

LEXICON = load_lexicon()
PAGE = """{name}主持召开县政府常务会议
5月12日，县委副书记、县长{name}主持召开县政府常务会议。副县长苗青禾参加。
会议强调，县水利局要在6月底前完成马鞍山水库除险加固，县财政局要保障资金。{name}要求，各乡镇要加强巡查。
"""
# Each simple form with one traditional form of it, as a page in traditional script has them.
TRADITIONAL = str.maketrans(
    "开县书记长员会议强调财库险实马鞍乡镇检报级时间东门刘张陈",
    "開縣書記長員會議強調財庫險實馬鞍鄉鎮檢報級時間東門劉張陳",
)


def _read(text: str) -> Reading:
    return read_page(text, lexicon=LEXICON, year=2025)


@pytest.mark.parametrize(
    "name",
    [
        "谌国樑",
        "王昇",
        "赵陞",
        "李甦民",
        "周喆",
        "冯堃",
        "何淼",
        "杜犇",
        "邱龢",
        "沈濬哲",
        "孟勣",
        "徐祎",
        "郑崑山",
        "唐鋆",
        "罗锺麟",
        "杨峯",
        "董羣英",
        "石脩远",
        "江燚",
        "范珺瑶",
    ],
)
def test_a_name_keeps_its_characters_on_a_simplified_page(name: str) -> None:
    reading = _read(PAGE.format(name=name))
    record = reading.records[0]
    assert record.lead is not None
    assert record.lead.name == name
    assert [one.name for one in record.people] == [name, "苗青禾"]
    assert reading.directives[-1].issuer is not None
    assert reading.directives[-1].issuer.name == name


@pytest.mark.parametrize("name", ["劉建東", "張樑", "陳昇"])
def test_a_traditional_page_is_read_and_names_keep_their_form(name: str) -> None:
    page = PAGE.format(name=name).translate(TRADITIONAL)
    reading = _read(page)
    record = reading.records[0]
    assert record.lead is not None
    assert (record.lead.name, record.lead.post) == (name, "縣委副書記、縣長")
    assert [one.addressees[0].text for one in reading.directives[:2]] == ["縣水利局", "縣財政局"]
    assert reading.directives[0].deadline.text == "6月底前"
    said = reading.directives[-1].issuer
    assert said is not None
    assert (said.name, said.post) == (name, "縣委副書記、縣長")


def test_a_few_old_forms_make_no_traditional_page() -> None:
    names = ["谌国樑", "王昇", "赵陞", "李鍾声"]
    reading = _read(f"会议通报\n5月12日，县政府召开防汛会议，县领导{'、'.join(names)}出席。\n")
    assert [one.name for one in reading.records[0].people] == names
