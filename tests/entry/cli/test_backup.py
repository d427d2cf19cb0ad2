import re
import zipfile

import pytest

from tests.entry.cli.conftest import WRITER, guatu, start


def _head_in(words: str) -> str:
    return re.search(r"[0-9a-f]{64}", words)[0]


def test_backup_when_made_while_others_write_then_restores_clean_up_to_its_head(data, tmp_path):
    writer = start(WRITER, data)
    try:
        for _ in range(5):
            writer.stdout.readline()
        made = guatu("backup", "--data", data, "-o", tmp_path / "b.zip")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    assert made.returncode == 0, made.stderr
    fresh = tmp_path / "fresh"
    restored = guatu("restore", tmp_path / "b.zip", "--data", fresh)
    assert restored.returncode == 0, restored.stderr
    assert oct(fresh.stat().st_mode)[-3:] == "700"
    checked = guatu("check", "--data", fresh, "--head", _head_in(made.stdout))
    assert (checked.returncode, checked.stderr) == (0, "")
    assert _head_in(checked.stdout) == _head_in(made.stdout)
    later = guatu("check", "--data", data, "--head", _head_in(made.stdout))
    assert later.returncode == 0


def test_restore_when_the_folder_is_not_empty_then_writes_nothing(data, tmp_path):
    guatu("backup", "--data", data, "-o", tmp_path / "b.zip")
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    done = guatu("restore", tmp_path / "b.zip", "--data", full)
    assert done.returncode == 1
    assert [path.name for path in full.iterdir()] == ["mine.txt"]


def _rewrite(source, target, change) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda name, content: content + b"x" if name == "guatu.sqlite3" else content, "sqlite3"),
        (lambda name, content: None if name == "guatu.sqlite3" else content, "sqlite3"),
        (lambda name, content: None if name == "manifest.json" else content, "manifest"),
        (
            lambda name, content: (
                re.sub(rb'"head": "..', b'"head": "zz', content)
                if name == "manifest.json"
                else content
            ),
            "sqlite3",
        ),
    ],
)
def test_backup_when_altered_then_is_refused_by_name(data, tmp_path, change, named):
    guatu("backup", "--data", data, "-o", tmp_path / "b.zip")
    _rewrite(tmp_path / "b.zip", tmp_path / "bad.zip", change)
    done = guatu("restore", tmp_path / "bad.zip", "--data", tmp_path / "fresh")
    assert done.returncode == 1
    assert "bad.zip" in done.stderr
    assert named in done.stderr
    assert not (tmp_path / "fresh" / "guatu.sqlite3").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", "不是压缩包".encode()])
def test_restore_when_given_junk_then_says_so(tmp_path, content):
    (tmp_path / "junk.zip").write_bytes(content)
    done = guatu("restore", tmp_path / "junk.zip", "--data", tmp_path / "fresh")
    assert done.returncode == 1
    assert "junk.zip" in done.stderr
    assert "Traceback" not in done.stderr


def test_backup_when_it_cannot_be_written_then_leaves_nothing_behind(data, tmp_path):
    done = guatu("backup", "--data", data, "-o", tmp_path / "no" / "b.zip")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [path.name for path in data.iterdir() if path.name.startswith("backup-")] == []
