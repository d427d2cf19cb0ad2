from tests.entry.cli.conftest import guatu


def test_a_folder_without_decisions_gives_an_empty_file_and_says_so(data, tmp_path):
    made = guatu("cases", "--data", data, "-o", tmp_path / "cases.jsonl")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "cases.jsonl").read_text() == ""
    assert "0 份来文" in made.stdout


def test_a_file_that_is_there_is_never_overwritten(data, tmp_path):
    (tmp_path / "cases.jsonl").write_text("x")
    made = guatu("cases", "--data", data, "-o", tmp_path / "cases.jsonl")
    assert made.returncode == 1
    assert "cases.jsonl" in made.stderr
    assert (tmp_path / "cases.jsonl").read_text() == "x"
