"""Bylines of any surname: a role of the press and names, and nothing else."""

import pytest

from guatu.domain.reading.writers import glued_writers, names_column, names_writers


@pytest.mark.parametrize(
    "words",
    [
        "记者莎茹拉",
        "（记者张子鹤通讯员赵鑫）",
        "文/图张三",
        "（张三李四/文王五/图）",
        "县融媒体中心记者|张三",
        "融媒体中心张三",
        "全媒体、张三",
        "（新闻中心：张三）",
    ],
)
def test_a_role_and_names_name_writers(words: str):
    assert names_writers(words)


@pytest.mark.parametrize(
    "words", ["县水利局", "要求坚定信心主动作为", "记者了解到，全县已有三万亩。", "记者"]
)
def test_words_without_role_or_with_a_sentence_name_nobody(words: str):
    assert not names_writers(words)


def test_writers_glued_behind_the_last_sentence_are_found():
    assert glued_writers("抓好落实。（记者莎茹拉）") == 5
    assert glued_writers("抓好落实。各乡镇要行动。") is None
    assert glued_writers("图为会议现场。张三摄") is None


@pytest.mark.parametrize(
    "words",
    [
        "记者蹲点",
        "记者走基层",
        "本报记者手记",
        "记者蹲点日记",
        "【记者观察】",
        "通讯员来信",
        "融媒记者探访",
    ],
)
def test_a_column_is_called_after_what_its_writers_do(words: str):
    assert names_column(words)


@pytest.mark.parametrize(
    "words",
    ["记者方小满", "本报记者温良", "记者蹲点发现，水渠已经通水", "走基层", "通讯员柏舟供稿"],
)
def test_who_wrote_and_what_they_found_is_no_column(words: str):
    assert not names_column(words)


@pytest.mark.parametrize("words", ["向全县教育工作者致敬", "创作者座谈会召开", "县里来了合作者"])
def test_whoever_works_is_no_author(words: str):
    assert not names_writers(words)
