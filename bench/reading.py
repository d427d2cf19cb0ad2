"""Reading, measured: text pages, printed and seen pages, a thousand files, the corpus.

Usage: ``guatu bench reading [FILE ...] [--only NAME[,NAME]] [--seen VARIANT[,VARIANT]]
[--corpus GROUP[,GROUP]] [--pages N]``. The parts are ``text``, ``many``, ``printed``,
``seen`` and ``corpus``; files take the place of the invented text page. Peers run in the
same call: (a) splitting at empty lines and taking sentences with 要; (b) the regions of
rapid-layout in their usual order, with the same rules (not a dependency: put it on
PYTHONPATH to see it). ``--corpus`` names the groups of counties; without it ``twelfth``
alone, which nobody who writes rules has opened.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from guatu.adapters.lexicons import load_lexicon  # noqa: E402
from guatu.adapters.text_intake import decode_text  # noqa: E402
from guatu.domain.reading import read_page  # noqa: E402

_SECONDS = 3.0
PARTS = ("text", "many", "printed", "seen", "corpus")


def invented() -> dict[str, str]:
    """Return pages of invented counties: one of some 3,500 characters, and all that were composed."""
    from tests.corpus.damage import county_pages
    from tests.corpus.harms import NORMAL

    texts = [one.text for one in county_pages("tuning", NORMAL, seeds=(7,), count=40)]
    texts.sort(key=lambda text: abs(len(text) - 3500))
    return {f"page {number:02}": text for number, text in enumerate(texts)}


def peer(text: str) -> int:
    """Split at empty lines and take the sentences with 要; return how many there are."""
    blocks = [one for one in re.split(r"\n\s*\n", text) if one.strip()]
    return sum(len(re.findall(r"[^。；]*要[^。；]*[。；]", one)) for one in blocks)


def ours(text: str) -> int:
    """Read the page; return how many directives there are."""
    return len(read_page(text, lexicon=load_lexicon()).directives)


def timed(work: Callable[[str], int], text: str) -> tuple[float, int]:
    """Return the best processor seconds of one call within a few seconds, and what it found."""
    found, best, spent = work(text), float("inf"), 0.0
    while spent < _SECONDS:
        begin = time.process_time()
        found = work(text)
        took = time.process_time() - begin
        best, spent = min(best, took), spent + took
    return best, found


def text_pages(files: list[str]) -> int:
    """Print characters, milliseconds a page, pages a second and requirements found."""
    pages = dict(list(invented().items())[:3])
    if files:
        pages = {}
        for name in files:
            text, _ = decode_text(Path(name).read_bytes(), name=name)
            if text is None:
                sys.stderr.write(f"{name}: not a text page\n")
                return 1
            pages[Path(name).name] = text
    readers = {"guatu": ours, "(a) 要 by regexp": peer}
    print(f"\n{'text page':28} {'reader':18} {'chars':>7} {'ms':>8} {'pages/s':>9} {'found':>6}")
    for name, text in pages.items():
        for reader, work in readers.items():
            seconds, found = timed(work, text)
            row = f"{len(text):7} {seconds * 1000:8.2f} {1 / seconds:9.0f} {found:6}"
            print(f"{name:28} {reader:18} {row}")
    return 0


# Runs in a process of its own, so that the peak memory is the command's and its workers'.
_COMMAND = """
import resource, sys, time
from pathlib import Path
from guatu.entry.cli.main import main
if __name__ == "__main__":
    # The high-water mark of the process itself; what getrusage tells begins with its parent's.
    def peak():
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(one.split()[1]) for one in lines if one.startswith("VmHWM"))
    begun = time.perf_counter()
    code = main(["read", "--json", *sys.argv[1:]])
    own = peak()
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stderr.write(f"{code} {time.perf_counter() - begun} {own} {workers}\\n")
"""


def many_pages(count: int) -> None:
    """Print seconds and peak memory of one command over many pages, by few and many files."""
    texts = list(invented().values())
    print(
        f"\n{'one command':18} {'processes':>9} {'s':>7} {'pages/s':>8} {'MB parent':>10} {'MB worker':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "command.py"
        script.write_text(_COMMAND, encoding="utf-8")
        files = []
        for number in range(count):
            path = Path(folder) / f"{number:05}.txt"
            path.write_text(texts[number % len(texts)], encoding="utf-8")
            files.append(str(path))
        for size, jobs in ((count // 4, 2), (count, 2), (count, 1)):
            answers = Path(folder) / "answers.jsonl"
            with answers.open("w") as out:
                done = subprocess.run(  # noqa: S603 our own command on files made here
                    [sys.executable, str(script), "--jobs", str(jobs), *files[:size]],
                    stdout=out,
                    stderr=subprocess.PIPE,
                    check=True,
                    text=True,
                )
            code, seconds, own, workers = done.stderr.split()[-4:]
            assert code == "0", done.stderr
            assert answers.read_bytes().count(b"\n") == size
            row = f"{float(seconds):7.2f} {size / float(seconds):8.0f} {int(own) // 1024:10} {int(workers) // 1024:10}"
            print(f"{size:12} pages {jobs:9} {row}")


def run(arguments: list[str]) -> int:
    """Print the parts that were asked for; all of them by default."""
    parser = argparse.ArgumentParser(prog="guatu bench reading")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--seen", default="clean200,noisy,skew,photo,dim,close")
    parser.add_argument("--corpus", default="twelfth")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    parts = set(chosen.only.split(","))
    if "text" in parts and text_pages(chosen.files):
        return 1
    if "many" in parts:
        many_pages(chosen.pages)
    if "printed" in parts or "seen" in parts:
        from bench.reading_pages import printed_pages, seen_pages

        if "printed" in parts:
            printed_pages(chosen.seeds)
        if "seen" in parts:
            seen_pages(chosen.seen.split(","))
    if "corpus" in parts:
        from bench.reading_corpus import corpus_figures

        for group in chosen.corpus.split(","):
            corpus_figures(group)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
