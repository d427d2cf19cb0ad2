"""A limit under a label (完成时限：) holds for what can be finished, and not for what is done again and again."""

from datetime import date

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

LEXICON = load_lexicon()
_PAGE = (
    "石川县夏季市容整治任务清单\n\n为搞好夏季市容整治，现将任务清单公布如下，请各责任单位照单落实。\n\n"
    "一、{}。责任单位：县城管局；完成时限：6月底前。\n\n"
    "二、清理占道堆放的物料。责任单位：县公安局；完成时限：7月31日前。\n\n"
    "石川县市容整治领导小组办公室\n\n2024年5月20日\n"
)


def _days_by_words(task: str) -> dict[str, date | None]:
    reading = read_page(_PAGE.format(task), lexicon=LEXICON, year=2024)
    (article,) = reading.articles
    assert article.dateline is not None
    return {one.action: one.deadline.day for one in reading.directives}


def _day_of(words: str, days: dict[str, date | None]) -> date | None:
    (found,) = [day for action, day in days.items() if words in action]
    return found


@pytest.mark.parametrize(
    ("task", "returns"),
    [
        ("更换破损护栏，填平坑洼路面，垃圾中转站每天冲洗两次", "垃圾中转站每天冲洗两次"),
        ("更换破损井盖，修好路灯，客运站每日消杀三遍", "客运站每日消杀三遍"),
        ("拆除违建三十处，补种行道树，污水处理厂每周巡查一次", "污水处理厂每周巡查一次"),
    ],
)
def test_what_is_done_again_and_again_is_not_due_by_the_label(task: str, returns: str) -> None:
    days = _days_by_words(task)
    assert _day_of(returns, days) is None
    assert date(2024, 6, 30) in days.values()


@pytest.mark.parametrize(
    "task",
    [
        "广场每天冲洗两次",
        "每周通报一次进度",
        "拆除违建三十处",
        "拆除违建三十处，补种行道树",
        "更换破损护栏，填平坑洼路面，垃圾中转站新添两台压缩机",
    ],
)
def test_what_can_be_finished_or_stands_alone_is_due_by_the_label(task: str) -> None:
    days = [day for words, day in _days_by_words(task).items() if words in task]
    assert days
    assert set(days) == {date(2024, 6, 30)}
