import json
import re
import zipfile

import openpyxl

from tests.entry.cli.conftest import WRITER, guatu, start
from tests.entry.cli.test_backup import _rewrite


def _filled(data):
    writer = start(WRITER, data, "12", "x")
    _, said = writer.communicate(timeout=60)
    assert writer.returncode == 0, said
    return data


def test_export_when_imported_into_an_empty_folder_then_is_the_same_and_clean(data, tmp_path):
    _filled(data)
    made = guatu("export", "--data", data, "-o", tmp_path / "all.zip")
    assert made.returncode == 0, made.stderr
    fresh = tmp_path / "fresh"
    taken = guatu("import", tmp_path / "all.zip", "--data", fresh)
    assert taken.returncode == 0, taken.stderr
    head = re.search(r"[0-9a-f]{64}", made.stdout)[0]
    checked = guatu("check", "--data", fresh, "--head", head)
    assert (checked.returncode, checked.stderr) == (0, "")
    again = guatu("export", "--data", fresh, "-o", tmp_path / "again.zip")
    assert again.returncode == 0
    with (
        zipfile.ZipFile(tmp_path / "all.zip") as one,
        zipfile.ZipFile(tmp_path / "again.zip") as two,
    ):
        assert one.namelist() == two.namelist()
        for name in one.namelist():
            if name != "manifest.json":
                assert one.read(name) == two.read(name), name


def test_export_when_opened_then_is_plain_lines_without_passwords_or_keys(data, tmp_path):
    guatu("export", "--data", data, "-o", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
        people = archive.read("rows/units.person.jsonl").decode().splitlines()
        accounts = archive.read("rows/units.account.jsonl").decode()
    assert [json.loads(line)["name"] for line in people] == ["管理员"]
    assert "password" not in accounts
    assert "rows/units.signinlink.jsonl" not in names
    assert "secret" not in names


def test_import_when_new_rows_follow_then_they_are_numbered_on(data, tmp_path):
    guatu("export", "--data", _filled(data), "-o", tmp_path / "all.zip")
    fresh = tmp_path / "fresh"
    guatu("import", tmp_path / "all.zip", "--data", fresh)
    assert guatu("check", "--data", _filled(fresh)).returncode == 0
    link = guatu("link", "管理员", "--data", fresh)
    assert link.returncode == 0
    assert "/sign-in/link/" in link.stdout


def test_import_when_its_rows_do_not_match_its_journal_then_leaves_nothing(data, tmp_path):
    import hashlib

    guatu("export", "--data", data, "-o", tmp_path / "all.zip")
    name = "rows/units.person.jsonl"
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        forged = archive.read(name).decode().replace("管理员", "冒名者").encode()
        manifest = json.loads(archive.read("manifest.json"))
    manifest["members"][name] = hashlib.sha256(forged).hexdigest()
    changed = {name: forged, "manifest.json": json.dumps(manifest).encode()}
    _rewrite(tmp_path / "all.zip", tmp_path / "bad.zip", changed.get)
    done = guatu("import", tmp_path / "bad.zip", "--data", tmp_path / "fresh")
    assert done.returncode == 1
    assert "bad.zip" in done.stderr
    assert not (tmp_path / "fresh").exists()


def test_import_when_given_a_backup_then_says_which_command_takes_it(data, tmp_path):
    guatu("backup", "--data", data, "-o", tmp_path / "b.zip")
    done = guatu("import", tmp_path / "b.zip", "--data", tmp_path / "fresh")
    assert done.returncode == 1
    assert "guatu restore" in done.stderr


def test_workbook_when_opened_then_has_a_sheet_a_table_and_the_head(data, tmp_path):
    done = guatu("export", "--data", data, "-o", tmp_path / "all.xlsx")
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert re.fullmatch(r"[0-9a-f]{64}", book["guatu"]["B2"].value)
    people = list(book["units.person"].values)
    assert people[0][:2] == ("id", "version")
    assert "管理员" in people[1]


def test_export_when_its_ending_is_unknown_then_says_what_to_use(data, tmp_path):
    done = guatu("export", "--data", data, "-o", tmp_path / "all.tar")
    assert done.returncode == 1
    assert ".xlsx" in done.stderr
