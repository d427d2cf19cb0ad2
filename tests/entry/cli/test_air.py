"""``guatu air`` end to end: answers by contract, bad rows named by line, exit codes."""

import json
import subprocess
import sys

import pytest

from guatu.entry.cli.main import main

READINGS = """date,pm25,pm10,co,place
2026-02-28,75,150,,县城
2026-03-01,75,150,,县城
2026-03-02,160,,0.8,开发区
"""


@pytest.fixture
def air(tmp_path, capsys):
    def call(content, *options, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = main(["air", *options, str(path)])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def rows_of(air, content):
    code, out, err = air(content, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_rows_are_judged_by_the_standard_of_their_day(air):
    rows = rows_of(air, READINGS)
    assert [(one["standard"], one["aqi"], one["class"], one["primary"]) for one in rows] == [
        ("HJ 633-2012", 100, "良", ["pm25", "pm10"]),
        ("HJ 633-2026", 114, "轻度污染", ["pm25"]),
        ("HJ 633-2026", 210, "重度污染", ["pm25"]),
    ]
    assert rows[2]["iaqi"] == {"pm25": 210, "co": 20}
    assert [one["place"] for one in rows] == ["县城", "县城", "开发区"]
    assert set(rows[0]) == {
        "date", "place", "standard", "iaqi", "aqi", "class", "primary", "diagnostics",
    }  # fmt: skip


def test_missing_pollutants_are_told_in_the_row(air):
    told = rows_of(air, READINGS)[0]["diagnostics"]
    assert [one["code"] for one in told] == ["watching.air.missing"] * 4
    assert {one["severity"] for one in told} == {"info"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_of_chinese_offices_give_the_same_answer(air, encoding):
    assert rows_of(air, READINGS.encode(encoding)) == rows_of(air, READINGS)


def test_windows_line_ends_blank_lines_and_upper_case_headings_are_read(air):
    content = "DATE,PM25\r\n\r\n2026-03-01,75\r\n,\r\n"
    assert [one["aqi"] for one in rows_of(air, content)] == [114]


@pytest.mark.parametrize(
    ("content", "line", "code_words"),
    [
        ("date,pm25\n2026-02-30,10\n", "line 2", "2026-02-30"),
        ("date,pm25\n2026/03/01,10\n", "line 2", "2026/03/01"),
        ("date,pm25\n2026-03-01,10\n2026-03-02,-4\n", "line 3", "-4"),
        ("date,pm25\n2026-03-01,十\n", "line 2", "十"),
        ("date,pm25\n2026-03-01,nan\n", "line 2", "nan"),
        ("date,pm25\n2026-03-01,1e400\n", "line 2", "1e400"),
        ("day,pm25\n2026-03-01,10\n", "line 1", "date"),
        ("date,dust\n2026-03-01,10\n", "line 1", "pm25"),
        ("date,pm25,pm25\n2026-03-01,10,11\n", "line 1", "pm25"),
        ("date,pm25\n2026-03-01,10,11\n", "line 2", "1"),
        ("date,pm25\n1999-01-01,10\n", "line 2", "1999-01-01"),
        ("date,pm25\n", "line 1", ""),
    ],
)
def test_bad_row_is_named_by_its_line_and_nothing_is_answered(air, content, line, code_words):
    code, out, err = air(content, "--json")
    assert (code, out) == (1, "")
    assert f"a.csv:{line}: " in err
    assert code_words in err


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\x00\x01\xff\xfe" * 50, b"\xff\xff\xff\xff"])
def test_empty_file_and_junk_are_one_clear_message(air, content):
    code, out, err = air(content, "--json")
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_all_bad_rows_are_named_at_once(air):
    _, _, err = air("date,pm25\nx,1\n2026-03-01,y\n")
    assert err.count("a.csv:line") == 2


def test_unknown_column_and_row_twice_are_doubts_only(air):
    content = "date,pm25,wind\n2026-03-01,75,3\n2026-03-01,76,3\n"
    code, out, err = air(content, "--json")
    assert code == 0
    assert len(json.loads(out)) == 2
    assert "wind" in err
    assert "line 3" in err


def test_missing_file_is_exit_1_and_missing_argument_exit_2(tmp_path, capsys):
    assert main(["air", str(tmp_path / "none.csv")]) == 1
    assert "none.csv" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main(["air"])
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("indexes", "level", "first", "last"),
    [
        ([205], "yellow", "2026-01-10", "2026-01-10"),
        ([160, 172], "yellow", "2026-01-10", "2026-01-11"),
        ([160, 172, 158], "orange", "2026-01-10", "2026-01-12"),
        ([205, 210], "orange", "2026-01-10", "2026-01-11"),
        ([210, 305, 220], "red", "2026-01-10", "2026-01-12"),
        ([145, 149], "none", None, None),
    ],
)
def test_forecast_gives_level_days_rule_and_reason(air, indexes, level, first, last):
    lines = [f"2026-01-{10 + place},{index}" for place, index in enumerate(indexes)]
    code, out, err = air("\n".join(["date,aqi", *lines]), "--forecast", "--json")
    answer = json.loads(out)
    reason = answer.pop("reason")
    assert (code, err) == (0, "")
    assert reason
    assert answer == {
        "level": level,
        "from": first,
        "last_day": last,
        "rule": {"pack": "alert_levels", "version": "2024"},
    }


@pytest.mark.parametrize(
    "content",
    [
        "date,aqi\n2026-01-10,205\n2026-01-12,210\n",
        "date,aqi\n2026-01-10,205\n2026-01-10,210\n",
        "date,aqi\n2026-01-10,205.5\n",
        "date,aqi\n2026-01-10,\n",
        "date,pm25\n2026-01-10,205\n",
    ],
)
def test_forecast_with_a_gap_a_repeat_or_a_bad_value_is_refused(air, content):
    code, out, err = air(content, "--forecast", "--json")
    assert (code, out) == (1, "")
    assert "a.csv" in err


def test_plain_text_answers_speak_the_chosen_language(air, monkeypatch):
    monkeypatch.setenv("GUATU_LANG", "en")
    _, out, _ = air(READINGS)
    assert "Good" in out
    _, out, _ = air("date,aqi\n2026-01-10,205\n", "--forecast")
    assert "yellow alert" in out


def test_air_never_loads_django(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(READINGS, encoding="utf-8")
    words = (
        "import sys; from guatu.entry.cli.main import main; "
        f"code = main(['air', {str(path)!r}]); sys.exit(code or 'django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False)
    assert done.returncode == 0
