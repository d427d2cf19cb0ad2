import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from guatu.entry.cli import main as command

STEPS = (("a", "备案立项", 10, ()), ("b", "基础工程", 40, ("a",)), ("c", "主体结构", 60, ("b",)))


def plan(place: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "guatu": 1, "id": f"LC-{place:02d}", "name": f"岚川县第{place}号项目", "target": "2027-03-31",
        "data_date": "2026-11-23", "calendars": {"cal": {"week": "1111111"}},
        "stop_work": [
            {"from": "2026-12-01T00:00", "to": "2026-12-04T00:00", "classes": ["earthwork"], "reason": "橙色预警"}
        ],
        "activities": [
            {"id": key, "name": name, "days": days, "calendar": "cal", "after": list(after), "class": "earthwork"}
            for key, name, days, after in STEPS
        ],
    } | changes  # fmt: skip


def written(folder: Path, *plans: dict[str, Any]) -> list[str]:
    paths = []
    for place, one in enumerate(plans, start=1):
        path = folder / f"plan-{place}.json"
        path.write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")
        paths.append(str(path))
    return paths


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return capsys.readouterr


def test_a_plan_becomes_an_svg_with_its_name_steps_and_stop_reason(
    tmp_path: Path, said: Any
) -> None:
    out = tmp_path / "wall.svg"
    assert (
        command.main(["wall", *written(tmp_path, plan()), "-o", str(out), "--county", "岚川县"])
        == 0
    )
    assert said().out == f"{out}\n"
    words = " ".join(ET.fromstring(out.read_bytes()).itertext())
    for expected in (
        "岚川县重点项目挂图作战总图",
        "岚川县第1号项目",
        "主体结构",
        "橙色预警",
        "2027-03-",
    ):
        assert expected in words


def test_the_pdf_has_the_size_of_the_paper_and_searchable_chinese(tmp_path: Path) -> None:
    out = tmp_path / "wall.pdf"
    assert command.main(["wall", *written(tmp_path, plan()), "-o", str(out)]) == 0
    document = pypdfium2.PdfDocument(out)
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (1189, 841)
    assert "岚川县第1号项目" in document[0].get_textpage().get_text_range()


def test_a1_and_tiles_are_chosen_by_paper(tmp_path: Path) -> None:
    files = written(tmp_path, plan())
    sizes = {}
    for paper in ("A1", "A3-tiles"):
        out = tmp_path / f"{paper}.pdf"
        assert command.main(["wall", *files, "-o", str(out), "--paper", paper]) == 0
        document = pypdfium2.PdfDocument(out)
        width, height = document[0].get_size()
        sizes[paper] = (len(document), round(width / 72 * 25.4), round(height / 72 * 25.4))
    assert sizes == {"A1": (1, 841, 595), "A3-tiles": (9, 420, 297)}


def test_a_png_is_a_picture(tmp_path: Path) -> None:
    out = tmp_path / "wall.png"
    assert command.main(["wall", *written(tmp_path, plan()), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"\x89PNG\r\n")


def test_several_sheets_are_numbered_files_and_each_is_named(tmp_path: Path, said: Any) -> None:
    files = written(tmp_path, *(plan(place) for place in range(1, 57)))
    assert command.main(["wall", *files, "-o", str(tmp_path / "wall.svg")]) == 0
    expected = [str(tmp_path / f"wall-{place}.svg") for place in (1, 2)]
    assert said().out.splitlines() == expected
    assert all(Path(one).exists() for one in expected)
    assert not (tmp_path / "wall.svg").exists()


def test_the_sheet_speaks_english_when_asked(tmp_path: Path) -> None:
    out = tmp_path / "wall.svg"
    assert command.main(["wall", *written(tmp_path, plan()), "-o", str(out), "--lang", "en"]) == 0
    words = " ".join(ET.fromstring(out.read_bytes()).itertext())
    assert "Key projects on the wall" in words
    assert "图例" not in words


@pytest.mark.parametrize(
    "words",
    [
        ["wall", "p.json", "-o", "wall.docx"],
        ["wall", "p.json", "-o", "wall"],
        ["wall", "p.json"],
        ["wall", "-o", "wall.svg"],
        ["wall", "p.json", "-o", "wall.svg", "--paper", "A4"],
        ["wall", "p.json", "--data", "folder", "-o", "wall.svg"],
    ],
    ids=["ending", "no-ending", "no-output", "no-file", "paper", "file-and-data"],
)
def test_wrong_usage_exits_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(words)
    assert stopped.value.code == 2
    assert capsys.readouterr().out == ""


def circular() -> dict[str, Any]:
    steps = plan()["activities"]
    return plan(activities=[steps[0] | {"after": ["c"]}, *steps[1:]])


@pytest.mark.parametrize(
    "faulty",
    [circular(), plan(activities=[]), plan(target="soon")],
    ids=["circle", "empty", "date"],
)
def test_one_faulty_plan_is_told_and_nothing_is_written(
    tmp_path: Path, faulty: dict[str, Any], said: Any
) -> None:
    out = tmp_path / "wall.svg"
    out.write_text("the former sheet")
    assert command.main(["wall", *written(tmp_path, plan(), faulty), "-o", str(out)]) == 1
    told = said()
    assert told.out == ""
    assert "plan-2.json" in told.err
    assert out.read_text() == "the former sheet"
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "plan-1.json",
        "plan-2.json",
        "wall.svg",
    ]


def test_a_missing_file_and_junk_are_told(tmp_path: Path, said: Any) -> None:
    junk = tmp_path / "junk.json"
    junk.write_bytes(bytes(range(256)))
    out = tmp_path / "wall.svg"
    assert command.main(["wall", str(tmp_path / "none.json"), str(junk), "-o", str(out)]) == 1
    told = said().err
    assert "none.json" in told
    assert "junk.json" in told
    assert not out.exists()


def test_an_output_folder_that_is_not_there_is_told(tmp_path: Path, said: Any) -> None:
    out = tmp_path / "nowhere" / "wall.svg"
    assert command.main(["wall", *written(tmp_path, plan()), "-o", str(out)]) == 1
    assert "nowhere" in said().err


def test_the_same_plans_make_the_same_sheet(tmp_path: Path) -> None:
    files = written(tmp_path, plan())
    sheets = []
    for name in ("one.svg", "two.svg"):
        assert (
            command.main(["wall", *files, "-o", str(tmp_path / name), "--today", "2026-11-23"]) == 0
        )
        sheets.append((tmp_path / name).read_bytes())
    assert sheets[0] == sheets[1]


def test_plans_of_files_are_drawn_without_django_and_without_system_fonts(tmp_path: Path) -> None:
    out = tmp_path / "wall.pdf"
    program = (
        "import sys; from guatu.entry.cli.main import main; "
        f"code = main(['wall', {written(tmp_path, plan())[0]!r}, '-o', {str(out)!r}]); "
        "sys.exit(code or ('django' in sys.modules))"
    )
    bare = {"PATH": os.environ["PATH"], "FONTCONFIG_FILE": "/dev/null", "HOME": str(tmp_path)}
    bare["PYTHONPATH"] = str(Path(__file__).parents[3] / "src")
    done = subprocess.run(
        [sys.executable, "-c", program], env=bare, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    raw = pypdfium2.raw
    page = pypdfium2.PdfDocument(out)[0]
    seen = 0
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
        font = raw.FPDFTextObj_GetFont(text.raw)
        assert raw.FPDFFont_GetIsEmbedded(font) == 1
        seen += 1
    assert seen > 20
