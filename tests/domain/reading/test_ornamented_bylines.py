import pytest
from tests.domain.reading.reading_of import LEAD, read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.lines import LineKind, page_lines


@pytest.mark.parametrize(
    "byline", ["■记者 钮小鹿", "◆通讯员 殳勇", "★本报记者 林舟", "（云岭融媒 熊掌柜）"]
)
def test_a_byline_with_the_ornament_of_the_house_is_no_headline(byline):
    page = (
        f"县政府召开例会\n\n{LEAD}罗远航要求，县住建局要抓紧排查隐患。\n{byline}\n\n"
        "县供销社备足春耕物资\n\n本报讯 11月7日，县供销社调运化肥两千吨。\n"
    )
    articles = read(page).articles
    assert [one.headline.text for one in articles] == ["县政府召开例会", "县供销社备足春耕物资"]
    assert articles[0].byline.text == byline


def test_a_byline_glued_behind_the_last_sentence_is_cut_off_with_its_ornament():
    page = (
        f"县政府召开例会\n\n{LEAD}罗远航要求，县住建局要抓紧排查隐患。■记者郇文\n\n"
        "县供销社备足春耕物资\n\n本报讯 11月7日，县供销社调运化肥两千吨。\n"
    )
    first, second = read(page).articles
    assert first.byline.text == "■记者郇文"
    assert second.headline.text == "县供销社备足春耕物资"


def test_who_chairs_is_no_byline():
    (line,) = page_lines("税以宁主持", load_lexicon())
    assert line.kind is LineKind.SHORT
