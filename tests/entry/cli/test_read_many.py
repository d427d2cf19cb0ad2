import io
import json
from pathlib import Path

import pytest

from guatu.entry.cli import read_many
from guatu.entry.cli.main import main
from guatu.entry.cli.progress import Progress
from guatu.entry.cli.read_answer import Answer, Asked
from tests.factories.papers import docx_of, html_of, pdf_of, xlsx_of

PAGE = "县政府召开第{n}次会议\n\n本报讯 11月6日，县长罗远航主持召开会议，要求县住建局于2024年11月15日前完成整改。\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{n:02}.txt" for n in range(60)]
    for n, path in enumerate(paths):
        path.write_text(PAGE.format(n=n), encoding="utf-8")
    return [str(path) for path in paths]


def test_many_files_by_two_processes_are_answered_in_order(pages, capsys):
    assert main(["read", "--json", "--jobs", "2", *pages]) == 0
    captured = capsys.readouterr()
    names = [json.loads(line)["source"]["name"] for line in captured.out.splitlines()]
    assert names == [Path(one).name for one in pages]
    assert captured.err == ""


def test_one_bad_file_among_many_leaves_nothing_on_stdout_unless_asked_to_keep_going(
    pages, tmp_path, capsys
):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    assert main(["read", "--json", "--jobs", "2", *pages, str(bad)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("bad.txt: ")
    assert main(["read", "--json", "--jobs", "2", "--keep-going", *pages, str(bad)]) == 1
    assert capsys.readouterr().out.count("\n") == len(pages)


def test_files_of_other_programs_carry_their_text_lines_and_boxes(tmp_path, capsys):
    made = {"a.pdf": pdf_of(), "b.docx": docx_of(), "c.html": html_of(),
            "d.xlsx": xlsx_of([("任务", "责任单位", "时限"), ("清淤", "云溪镇", "2026年底")])}  # fmt: skip
    for name, raw in made.items():
        (tmp_path / name).write_bytes(raw)
    assert main(["read", "--json", "--jobs", "1", *(str(tmp_path / name) for name in made)]) == 0
    documents = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for document in documents:
        source = document["source"]
        assert source["chars"] == len(source["text"])
        for directive in document["directives"]:
            assert directive["action"] == "".join(
                source["text"][a:b] for a, b in directive["spans"]
            )
        for line in source["lines"]:
            for box in line["boxes"]:
                a, b = box["span"]
                assert source["text"][a:b].strip()
                assert line["span"][0] <= a < b <= line["span"][1]
    assert [len(one["directives"]) for one in documents] == [2, 2, 2, 1]
    assert documents[0]["source"]["lines"][1]["boxes"][0]["page"] == 1


def dies(names, asked):
    """Stand in for a reader that ends its process at one file."""
    import os

    if any(name.endswith("13.txt") for name in names):
        os._exit(3)
    return [Answer(words=f"{name}\n") for name in names]


def dies_alone(name, asked):
    return dies([name], asked)[0]


def test_a_file_that_ends_its_process_is_told_and_the_others_are_read(pages, monkeypatch):
    monkeypatch.setattr(read_many, "_chunk", dies)
    monkeypatch.setattr(read_many, "answer_of", dies_alone)
    asked = Asked(year=None, as_json=True, language="zh")
    found = list(read_many.answers(pages, asked, jobs=2))
    assert [one.words.strip() for one in found if one.words] == [
        name for name in pages if not name.endswith("13.txt")
    ]
    (code,) = [told.code for one in found for told in one.diagnostics]
    assert code == "reading.reader_died"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_draws_on_a_terminal_and_nowhere_else():
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        progress = Progress(total=2, stream=stream)
        progress.step()
        progress.step()
        progress.close()
    assert "2/2" in terminal.getvalue()
    assert pipe.getvalue() == ""
