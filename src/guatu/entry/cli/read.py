"""``guatu read``: pages of any kind into articles, records and directives."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator

from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.entry.cli.outlet import Outlet
from guatu.entry.cli.progress import Progress
from guatu.entry.cli.read_answer import Answer, Asked, answer_of
from guatu.entry.cli.read_many import answers

MOST_JOBS = 4


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text, PDF, OFD, scan, DOCX, DOC, WPS, RTF, ODT, Word XML, HTML, MHTML, XLSX or XLS; - is standard input",
    )
    parser.add_argument("--year", type=_year, metavar="Y", help="the year of the page")
    parser.add_argument("--json", action="store_true", help="print one JSON document a file")
    parser.add_argument(
        "--keep-going",
        action="store_true",
        help="print what could be read although other files could not",
    )
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="how many processes read")


def _year(words: str) -> int:
    if not words.isdecimal() or not 1900 <= int(words) <= 2999:
        raise argparse.ArgumentTypeError(f"a year has four digits, not {words!r}")
    return int(words)


def _jobs(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= 64:
        raise argparse.ArgumentTypeError(f"from 1 to 64 processes can read, not {words!r}")
    return int(words)


def run(arguments: argparse.Namespace, out: Outlet) -> int:
    """Read every file first, then print; if one cannot be read, print no document at all.

    What is read waits in a file of its own, so that thousands of pages take no more memory
    than one. With ``--keep-going`` the documents of the good files are printed all the same.
    """
    asked = Asked(year=arguments.year, as_json=arguments.json, language=out.language)
    jobs = arguments.jobs or min(os.cpu_count() or 1, MOST_JOBS)
    found: list[Diagnostic] = []
    failed = False
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogateescape") as spool:
        for answer in _told(arguments.files, asked, jobs, out):
            spool.write(answer.words)
            failed = has_error(answer.diagnostics) or failed
            found.extend(answer.diagnostics)
        if not failed or arguments.keep_going:
            spool.seek(0)
            shutil.copyfileobj(spool, out.stdout)
    return out.diagnostics(found)


def _told(files: list[str], asked: Asked, jobs: int, out: Outlet) -> Iterator[Answer]:
    if len(files) == 1:
        yield answer_of(files[0], asked)
        return
    progress = Progress(total=len(files), stream=out.stderr)
    for answer in answers(files, asked, jobs=jobs):
        progress.step()
        yield answer
    progress.close()
