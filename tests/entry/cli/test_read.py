import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from guatu.entry.cli.main import main

PAGE = """县政府召开第3次常务会议

本报讯 11月6日，县长罗远航主持召开县政府第3次常务会议。

会议研究了2024年度考核办法。会议要求，县住建局要于11月15日前完成整改。
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_read_json_prints_one_document_that_follows_the_contract(page: Path, capsys):
    assert main(["read", str(page), "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    document = json.loads(out)
    assert set(document) == {"source", "year", "articles", "records", "directives", "diagnostics"}
    assert document["source"]["chars"] == len(PAGE)
    assert document["source"]["text"] is None
    assert document["year"] == {
        "value": 2024, "basis": "text", "quote": "2024年度",
        "span": [PAGE.index("2024年度"), PAGE.index("2024年度") + 6],
    }  # fmt: skip
    (article,) = document["articles"]
    assert article["headline"]["text"] == "县政府召开第3次常务会议"
    assert article["dateline"]["date"] == "2024-11-06"
    (directive,) = document["directives"]
    assert directive["addressees"][0]["text"] == "县住建局"
    assert directive["deadline"] == {
        "text": "11月15日前", "date": "2024-11-15", "basis": "stated",
        "span": [PAGE.index("11月15日前"), PAGE.index("11月15日前") + 7],
    }  # fmt: skip
    assert directive["issuer"] == {"name": "会议", "post": None}
    assert directive["repeats"] is None


def test_read_several_files_prints_one_line_a_file_in_order(page: Path, tmp_path: Path, capsys):
    other = tmp_path / "other.txt"
    other.write_bytes(PAGE.encode("gb18030"))
    assert main(["read", str(page), str(other), "--json"]) == 0
    captured = capsys.readouterr()
    names = [json.loads(line)["source"]["name"] for line in captured.out.splitlines()]
    assert names == ["page.txt", "other.txt"]
    assert "GB18030" in captured.err


def test_read_with_a_year_takes_it(page: Path, capsys):
    assert main(["read", str(page), "--year", "2023", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["year"]["basis"] == "given"
    assert document["directives"][0]["deadline"]["date"] == "2023-11-15"


def test_read_without_json_prints_a_report_for_people(page: Path, capsys, monkeypatch):
    assert main(["read", str(page)]) == 0
    report = capsys.readouterr().out
    assert "县住建局" in report
    assert "2024-11-15" in report
    monkeypatch.setenv("GUATU_LANG", "en")
    assert main(["read", str(page)]) == 0
    assert "1 directives" in capsys.readouterr().out


def test_read_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["read", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["name"] == "stdin"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "没有文字"),
        (b"\x00\x01\x02" * 400, "不是文本文件"),
        (b"\xff\xfe\xfd" * 99, "编码认不出"),
    ],
)
def test_read_of_a_bad_file_exits_1_with_one_message_and_no_output(
    tmp_path: Path, page: Path, capsys, content: bytes, words: str
):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    assert main(["read", str(page), str(bad), "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.startswith("bad.txt: ")


def test_read_of_a_missing_file_exits_1(tmp_path: Path, capsys):
    assert main(["read", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_read_of_a_huge_file_is_refused_at_once(tmp_path: Path, capsys):
    huge = tmp_path / "huge.txt"
    huge.write_bytes("县".encode() * (50 * 1024 * 1024 // 3))
    assert main(["read", str(huge)]) == 1
    assert "20 MB" in capsys.readouterr().err


def test_read_with_a_year_that_is_none_is_wrong_usage(page: Path):
    with pytest.raises(SystemExit) as stop:
        main(["read", str(page), "--year", "24"])
    assert stop.value.code == 2


def test_read_never_loads_django(page: Path):
    code = (
        "import sys\nfrom guatu.entry.cli.main import main\n"
        f"main(['read', {str(page)!r}])\nsys.exit(any(m.split('.')[0] == 'django' for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
