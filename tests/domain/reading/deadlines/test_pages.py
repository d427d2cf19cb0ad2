"""The days of whole paragraphs, as a visit, minutes or a notice of one county prints them.

``pages.txt`` holds one paragraph a line: the kind of page (V visit, M minutes, N notice), a bar, the days that
its directives are due (of 2025 unless the year is printed; - for none), a bar, the words.
"""

from pathlib import Path

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page

_PAGES = {
    "V": "佟立海调研重点工作\n\n4月22日，县委副书记、县长佟立海到青河镇调研重点工作。县政府办公室主任简明远一同调研。\n\n{}\n",
    "M": "石川县人民政府第5次常务会议纪要\n\n2025年4月22日，县委副书记、县长佟立海主持召开县政府第5次常务会议。现将议定事项纪要如下：\n\n{}\n",
    "N": "石川县人民政府办公室关于做好近期重点工作的通知\n\n各乡镇人民政府，县直各单位：\n\n{}\n\n石川县人民政府办公室\n\n2025年4月22日\n",
}
_SHORT = len("04-22")


def _wanted(printed: str) -> list[str]:
    if printed == "-":
        return []
    days = printed.split("+")
    return sorted(day if len(day) > _SHORT else f"2025-{day}" for day in days)


def test_paragraphs_of_county_pages_have_their_days_and_no_others() -> None:
    lines = Path(__file__).with_name("pages.txt").read_text("utf-8").splitlines()
    assert len(lines) > 150
    lexicon, working = load_lexicon(), five_days(holidays=china_holidays())
    wrong = {}
    for line in lines:
        kind, printed, words = line.split("|")
        page = _PAGES[kind].format(words)
        reading = read_page(page, lexicon=lexicon, year=2025, working=working)
        days = sorted(
            limit.day.isoformat() for one in reading.directives for limit in one.limits if limit.day
        )
        if days != _wanted(printed):
            wrong[words] = days
    assert wrong == {}
