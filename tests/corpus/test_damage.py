"""The damaged pages: the truth stands where it says, and a page is the same every time."""

from tests.corpus.damage import DamagedPage, clean_of_pages, compose
from tests.corpus.harms import CLEAN, HARD, NORMAL, Harm
from tests.corpus.print_style import MISREAD, TRADITIONAL

_HALF = dict(zip(",;:?!()", "，；：？！（）", strict=True))


def made(harm: Harm, number: int, seed: int = 5) -> DamagedPage:
    articles = tuple(one for group in clean_of_pages("tuning").values() for one in group)
    return compose(articles, county="全县", seed=seed, number=number, harm=harm)


def readings_of(sign: str) -> set[str]:
    """Return what a clean character may have become in print."""
    signs = {sign, MISREAD.get(sign, sign)}
    signs |= {TRADITIONAL.get(one, one) for one in signs}
    return signs | {half for half, full in _HALF.items() if full in signs}


def test_every_character_of_a_paragraph_stands_where_its_origin_says():
    for harm in (CLEAN, NORMAL, HARD):
        for number in range(12):
            page = made(harm, number)
            for sign, origin in zip(page.text, page.origins, strict=True):
                if origin is None:
                    assert sign.isspace()
                elif origin[0] in ("p", "copy"):
                    clean = page.articles[origin[1]].paragraphs[origin[2]][origin[3]]
                    assert sign in readings_of(clean)


def test_a_clean_page_holds_every_word_in_order():
    page = made(CLEAN, 1)
    for number, article in enumerate(page.articles):
        for p, words in enumerate(article.paragraphs):
            at = page.offsets(number, p, 0, len(words))
            assert "".join(page.text[i] for i in at) == words
            assert list(at) == sorted(at)
    assert page.damages == ()


def test_a_number_gives_the_same_page_and_another_number_another():
    assert made(NORMAL, 3).text == made(NORMAL, 3).text
    assert made(NORMAL, 3).text != made(NORMAL, 4).text


def test_a_copy_names_its_owner_and_where_it_stands():
    found = [one for number in range(30) for one in [made(HARD, number)] if one.splices]
    assert len(found) > 10
    for page in found:
        for splice in page.splices:
            assert splice.owner != splice.into
            assert 24 <= len(splice.offsets) <= 320
            assert {page.origins[i][1] for i in splice.offsets} == {splice.owner}


def test_every_kind_of_damage_strikes():
    told = {name for number in range(60) for name in made(HARD, number).damages}
    assert told >= {
        "lost lead", "splice", "glued byline", "cut", "displaced headline", "interleaved",
        "interleaved by line", "run over", "displaced tail", "garble", "caption", "masthead",
        "editors", "half width", "traditional", "noise", "spaces", "wrapped",
    }  # fmt: skip
