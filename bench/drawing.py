"""The wall of 300 works with 30 bars each, drawn for every outlet, in one run.

Usage: ``guatu bench drawing [WORKS ...]`` (default 12 55 300). Times are the best of
three; sizes are of the SVG as it is and as a server sends it (gzip).
"""

import gzip
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from guatu.adapters.packs import load_messages
from guatu.adapters.typesetting import TypstTypesetter, drawings_job
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_paper import Paper, draw_wall
from guatu.domain.drawing.wall_screen import Zoom, draw_screen_wall
from guatu.domain.drawing.wall_values import WallBar, WallLight, WallRow, WallSheet, sealed
from guatu.domain.following.light import LightColor

TODAY = date(2026, 11, 23)
BARS = 30
Answer = TypeVar("Answer")


def bars(place: int) -> tuple[WallBar, ...]:
    """Thirty steps of a work: every other one on the critical chain."""
    made = []
    for step in range(BARS):
        start = date(2026, 3, 1) + timedelta(days=step * 14 + place % 30)
        end = start + timedelta(days=14 + step % 5 * 9)
        begun = end < TODAY
        made.append(
            WallBar(
                key=f"a{step}", name=f"第{step + 1}道工序", start=start, end=end, critical=step % 2 == 0,
                actual_start=start if begun else None, actual_end=end if begun else None,
                latest_start=start + timedelta(days=10), latest_end=end + timedelta(days=10),
            )
        )  # fmt: skip
    return tuple(made)


def wall(count: int) -> WallSheet:
    """A wall of so many works in groups of about thirty."""
    colors = (LightColor.GREEN, LightColor.YELLOW, LightColor.RED)
    rows = tuple(
        WallRow(
            number=place + 1, code=f"LC-{place + 1:03d}", name=f"岚川县第{place + 1}号重点建设项目",
            lead_unit="县住房和城乡建设管理局", sponsor="副县长 陆知远", group=f"第{place // 30 + 1}批",
            total_fen=10**12, annual_fen=10**11, done_fen=10**10, bars=bars(place),
            light=WallLight(color=colors[place % 3]), problem="剩余3户征迁协议未签，影响场地移交",
            next_node="主体结构", next_day=TODAY, target=date(2027, 6, 30), forecast=date(2027, 7, 3), moved_days=3,
        )
        for place in range(count)
    )  # fmt: skip
    moment = datetime(2026, 11, 23, 16, tzinfo=timezone(timedelta(hours=8)))
    return sealed(
        WallSheet(
            county="岚川县",
            data_time=moment,
            today=TODAY,
            first=date(2026, 3, 1),
            end=date(2027, 9, 1),
            rows=rows,
        )
    )


def best(call: Callable[[], Answer]) -> tuple[float, Answer]:
    """Return the shortest of three runs in seconds, and what the last one gave."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        answer = call()
        times.append(time.perf_counter() - begun)
    return min(times), answer


def shapes(parts: list[str]) -> int:
    """How many elements a browser has to hold."""
    return sum(part.count("<") - part.count("</") for part in parts)


def measured(count: int) -> str:
    """One line of the table."""
    words = load_messages("zh")
    sheet = wall(count)
    paper_s, drawings = best(lambda: draw_wall(sheet, Paper.A0, words))
    svg_s, svgs = best(lambda: [to_svg(one, for_screen=False) for one in drawings])
    screen_s, page = best(lambda: draw_screen_wall(sheet, Zoom.MONTH, words))
    page_s, parts = best(
        lambda: [
            to_svg(one, for_screen=True)
            for part in (page.names, page.facts, page.chart)
            for one in (part.head, part.body)
        ]
    )
    pdf_s, pdf = best(lambda: TypstTypesetter().pdf(drawings_job(drawings)))
    packed = len(gzip.compress("".join(parts).encode(), 6)) / 1024
    return (
        f"{count:6} {len(drawings):6} {paper_s:8.3f} {svg_s:8.3f} {sum(map(len, svgs)) / 1024:9.0f} "
        f"{screen_s + page_s:8.3f} {sum(map(len, parts)) / 1024:9.0f} {packed:8.0f} {shapes(parts):7} {pdf_s:8.3f} {len(pdf) / 1024:8.0f}"
    )


def run(words: list[str]) -> int:
    """Print the table; return 0."""
    sizes = [int(word) for word in words] or [12, 55, 300]
    print(
        " works sheets layout_s    svg_s    svg_kB screen_s screen_kB  gzip_kB  shapes    pdf_s   pdf_kB"
    )
    for count in sizes:
        print(measured(count))
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
