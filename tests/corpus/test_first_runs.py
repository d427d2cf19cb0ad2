"""First runs are kept as counts, and the sureness learned from them says what was right."""

import pytest
from tools import record_first_run
from tools.record_first_run import keep, kept
from tools.train_directives import fitted, grounds_of, levelled, main

from guatu.domain.reading.calibration import expected_calibration_error
from guatu.domain.reading.directives.sureness import GROUNDS


def told(model, rows):
    said = [model.sure(grounds_of(bits)) for bits, _, count in rows for _ in range(count)]
    right = [place < held for _, held, count in rows for place in range(count)]
    return said, right


def test_what_is_kept_comes_back_in_the_order_of_todays_grounds(tmp_path, monkeypatch):
    monkeypatch.setattr(record_first_run, "KEPT", tmp_path / "runs.json")
    assert kept() == {}
    keep({"b": [[5, 1, 2]], "a": [[0, 3, 3]]})
    assert kept() == {"a": [[0, 3, 3]], "b": [[5, 1, 2]]}
    words = (tmp_path / "runs.json").read_text(encoding="utf-8")
    turned = words.replace(f'"{GROUNDS[0]}", "{GROUNDS[1]}"', f'"{GROUNDS[1]}", "gone"')
    (tmp_path / "runs.json").write_text(turned, encoding="utf-8")
    assert kept()["b"] == [[(1 << 1) | 4, 1, 2]]


def test_counties_left_out_are_told_about_as_sure_as_they_were_right():
    runs = kept()
    names = sorted(runs)
    said, right = [], []
    for part in range(4):
        out = names[part::4]
        model = fitted([row for name in names if name not in out for row in runs[name]])
        a, b = told(model, [row for name in out for row in runs[name]])
        said += a
        right += b
    assert len(said) > 10_000
    assert expected_calibration_error(said, right) <= 0.03


@pytest.mark.parametrize("share", [0.6, 0.9])
def test_the_level_is_that_of_the_rows_it_is_set_on(share):
    rows = [[1, 60, 100], [2, 40, 100], [3, 90, 100]]
    level = [[1, round(100 * share), 100], [2, round(100 * share), 100]]
    said, _ = told(levelled(fitted(rows), level), level)
    assert sum(said) / len(said) == pytest.approx(share, abs=0.005)


def test_a_group_that_is_not_there_sets_no_level():
    with pytest.raises(SystemExit, match="no such group"):
        main(["nowhere"])
