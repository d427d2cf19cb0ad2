import io
import zipfile

from guatu.adapters.ledger_xlsx import read_ledger
from guatu.adapters.plan_workbook import plan_from_workbook
from guatu.adapters.sheet_xlsx import first_row
from guatu.adapters.workbook_bounds import MOST_UNFOLDED, unfolds_within


def _bomb() -> bytes:
    raw = io.BytesIO()
    with (
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet,
    ):
        for _ in range(MOST_UNFOLDED // 1_000_000 + 2):
            sheet.write(b" " * 1_000_000)
    return raw.getvalue()


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    raw = _bomb()
    assert len(raw) < 1_000_000
    assert first_row(raw) == ()
    document, told = plan_from_workbook(raw, "bomb.xlsx")
    assert document is None
    assert [one.code for one in told] == ["planning.workbook_too_large"]
    assert [one.code for one in read_ledger(raw, name="bomb.xlsx")[1]] == ["sheet.too_large"]


def test_what_is_no_zip_is_left_to_the_reader_of_workbooks():
    assert unfolds_within(b"no workbook at all")
