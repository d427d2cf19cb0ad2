"""Pages a second of the reading room beside the plainest peer that could be written.

Usage: ``guatu bench reading [FILE ...]`` (text pages; default: an invented page of four
reports). The peer splits at empty lines and takes every sentence with 要: no seams, no
headlines, no addressees, no repeats. It shows what the rules cost, not what they are worth.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.text_intake import decode_text
from guatu.domain.reading import read_page

_REPORT = """罗远航调研重点项目{n}

本报讯 11月{n}日，县委书记罗远航带队先后深入开发区和城区，对第{n}批重点项目建设进行调研。县领导方明、齐小雨、石磊参加。

调研中，罗远航先后来到云岭新材料、石坪食品、远山铸造等企业，了解项目建设、生产经营情况。罗远航强调，项目是发展的支撑。各级各部门要树立抓项目的导向，优化办事流程、做实服务保障，于11月2{n}日前完成第{n}批台账。县经济开发区要完善园区规划，抓实基础设
施建设，提升产业承载能力。各施工单位要强化责任担当，在保证质量和安全的前提下加快进度。

罗远航要求，要紧盯指标，查找问题、补齐短板；要加大对企业的监管，对违法企业要依法处理；县水利局要摸清底数，年底前更换老旧管网2{n}公里；要发挥项目办牵头作用，形成工作合力。

会议还研究了其他事项。钱小川

"""
_SECONDS = 3.0


def peer(text: str) -> int:
    """Split at empty lines and take the sentences with 要; return how many there are."""
    blocks = [one for one in re.split(r"\n\s*\n", text) if one.strip()]
    return sum(len(re.findall(r"[^。；]*要[^。；]*[。；]", one)) for one in blocks)


def ours(text: str) -> int:
    """Read the page; return how many directives there are."""
    return len(read_page(text, lexicon=load_lexicon()).directives)


def timed(work: Callable[[str], int], text: str) -> tuple[float, int]:
    """Return the best seconds of one call within a few seconds, and what the call found."""
    found, best, spent = work(text), float("inf"), 0.0
    while spent < _SECONDS:
        begin = time.perf_counter()
        found = work(text)
        took = time.perf_counter() - begin
        best, spent = min(best, took), spent + took
    return best, found


def run(arguments: list[str]) -> int:
    """Print a table: characters, milliseconds a page, pages a second, requirements found."""
    pages = {"invented": "".join(_REPORT.format(n=n) for n in range(1, 5))}
    if arguments:
        pages = {}
        for name in arguments:
            text, _ = decode_text(Path(name).read_bytes(), name=name)
            if text is None:
                sys.stderr.write(f"{name}: not a text page\n")
                return 1
            pages[Path(name).name] = text
    print(f"{'page':32} {'reader':8} {'chars':>7} {'ms':>8} {'pages/s':>9} {'found':>6}")
    for name, text in pages.items():
        for reader, work in (("guatu", ours), ("peer", peer)):
            seconds, found = timed(work, text)
            rate = 1 / seconds
            print(f"{name:32} {reader:8} {len(text):7} {seconds * 1000:8.2f} {rate:9.0f} {found:6}")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
