"""Tables on scanned pages: their lines are found in the picture, cells are read as those of a PDF."""

import io

import numpy as np
import pypdfium2
import pytest

from guatu.adapters.intake import take_in
from guatu.adapters.pdf_rulings import Uprights
from guatu.adapters.picture_intake import can_see
from guatu.adapters.typesetting import TypstTypesetter
from guatu.domain.kernel.protocols import TypesetJob
from guatu.domain.reading.boxes import Box, BoxedLine, Ruling
from guatu.domain.reading.ledger_grid import DITTO

if not can_see():
    pytest.skip("the extra ocr is not installed", allow_module_level=True)

import cv2
from PIL import Image

from guatu.adapters.picture_rulings import parted, rulings_of, stretches

TABLE = """
#set page(width: 160mm, height: 110mm, margin: 12mm)
#set text(font: "Noto Serif SC", size: 12pt)
县政府办公室现将重点任务分解如下，请各单位对照办理并按时报送。
#table(columns: (14mm, 52mm, 34mm, 34mm), align: center + horizon,
  [序号], [重点任务], [责任单位], [完成时限],
  [1], [完成老旧管网检修并逐段试压，建立台账], [县热力公司], [10月15日前],
  [2], [开展入户走访], table.cell(rowspan: 2)[各乡镇], [10月底前],
  [3], [公布服务电话], [11月5日前])
"""
ROWS = [
    ["序号", "重点任务", "责任单位", "完成时限"],
    ["1", "完成老旧管网检修并逐段试压，建立台账", "县热力公司", "10月15日前"],
    ["2", "开展入户走访", "各乡镇", "10月底前"],
    ["3", "公布服务电话", DITTO, "11月5日前"],
]


def paper() -> bytes:
    return TypstTypesetter().pdf(TypesetJob(markup=TABLE, inputs={}, files={}))


def scan(angle: float) -> bytes:
    """Return the paper as a scanner gives it: a slant, grey paper, noise."""
    page = pypdfium2.PdfDocument(paper())[0]
    sheet = page.render(scale=200 / 72).to_pil().convert("L")
    turned = np.asarray(sheet.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC))
    noise = np.random.default_rng(1).normal(10, 8, turned.shape)
    out = io.BytesIO()
    Image.fromarray((turned * 0.92 + noise).clip(0, 255).astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


def rows(raw: bytes) -> list[list[str]]:
    source, told = take_in(raw, name="x")
    assert source is not None, told
    # The eye may put a blank between a figure and a word.
    return [
        ["".join(cell.split()) for cell in line.split("\t")]
        for line in source.text.split("\n")
        if "\t" in line
    ]


@pytest.mark.parametrize("angle", [0.0, 1.5, -2.0])
def test_a_scanned_table_is_read_by_its_cells(angle: float):
    assert rows(scan(angle)) == ROWS


def test_the_last_row_of_a_table_at_the_foot_is_read_once():
    source, _ = take_in(paper(), name="x")
    assert source is not None
    assert rows(paper()) == ROWS
    assert source.text.count("公布服务电话") == 1


def drawn(*ends: tuple[int, int, int, int], thick: int = 2) -> np.ndarray:
    sheet = np.full((800, 1000, 3), 255, np.uint8)
    for x0, y0, x1, y1 in ends:
        cv2.line(sheet, (x0, y0), (x1, y1), (0, 0, 0), thick)
    return sheet


def test_long_thin_lines_are_found_by_their_ends():
    found = rulings_of(stretches(drawn((100, 200, 900, 200), (300, 100, 300, 700))))
    level, upright = sorted(found, key=lambda one: not one.level)
    assert level.level
    assert (level.at, level.start, level.end) == pytest.approx((200, 100, 900), abs=3)
    assert not upright.level
    assert (upright.at, upright.start, upright.end) == pytest.approx((300, 100, 700), abs=3)


def test_a_slanting_line_is_one_line():
    ((start, end),) = stretches(drawn((100, 200, 900, 228)))
    assert start == pytest.approx((100, 200), abs=4)
    assert end == pytest.approx((900, 228), abs=4)


def test_bars_and_short_strokes_are_no_lines():
    assert stretches(drawn((100, 200, 900, 200), thick=40)) == []
    assert stretches(drawn((100, 200, 112, 200), (300, 100, 300, 110))) == []
    assert stretches(np.full((40, 30, 3), 255, np.uint8)) == []


def line(words: str, x0: float, x1: float) -> BoxedLine:
    return BoxedLine(words=words, box=Box(page=1, x0=x0, y0=100, x1=x1, y1=120), size=20)


def test_a_line_that_crosses_a_ruling_is_cut_there():
    wall = Ruling(level=False, at=200, start=50, end=300)
    pieces = list(parted(line("开展入户走访县热力公司", 80, 300), Uprights([wall])))
    assert [one.words for one in pieces] == ["开展入户走访", "县热力公司"]
    assert [(one.box.x0, one.box.x1) for one in pieces] == [(80, 200), (200, 300)]


@pytest.mark.parametrize(
    "wall",
    [
        Ruling(level=False, at=200, start=130, end=300),
        Ruling(level=True, at=200, start=50, end=300),
        Ruling(level=False, at=82, start=50, end=300),
        Ruling(level=False, at=400, start=50, end=500),
    ],
)
def test_a_line_that_no_ruling_crosses_stays_whole(wall: Ruling):
    whole = line("开展入户走访县热力公司", 80, 300)
    assert list(parted(whole, Uprights([wall]))) == [whole]
