"""``guatu plan --risk``: chances in words and in JSON, and terms that are missing or wrong."""

import json

import pytest

from guatu.entry.cli.main import main

PLAN = {
    "id": "渠首", "start": "2025-01-01", "target": "2025-02-10",
    "calendars": {"cal": {"week": "1111111"}},
    "activities": [
        {"id": "甲", "days": 20, "class": "earth", "must_by": "2025-01-25"},
        {"id": "乙", "days": 5, "after": ["甲"]},
    ],
}  # fmt: skip
RISK = {
    "durations": {"earth": {"low": 0.8, "mode": 1, "high": 1.6}},
    "history": {
        "first": "2020-07-01",
        "last": "2023-06-30",
        "stop_work": [{"from": "2021-01-08", "to": "2021-01-17", "classes": ["earth"]}],
    },
}


@pytest.fixture
def file(tmp_path):
    def written(document, name="plan.json"):
        path = tmp_path / name
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return written


WORDS = ["--today", "2025-01-01", "--risk", "--draws", "300", "--seed", "4"]


def test_the_document_gains_a_risk(file, capsys):
    assert main(["plan", file(PLAN | {"risk": RISK}), *WORDS, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["risk"]
    assert (found["draws"], found["seed"], found["weather"]) == (300, 4, "years")
    assert [one["kind"] for one in found["ends"]] == ["target", "must_by"]
    assert 0 < found["ends"][1]["chance"] < 1
    assert found["ends"][0]["p50"] <= found["ends"][0]["p80"]
    assert found["drivers"][0] == "甲"
    assert found["stands_alert_days"] == {"earth": 5}
    spans = {one["start"]: one["span_p80"] for one in found["seasons"]}
    assert (min(spans), max(spans), len(spans)) == ("2025-02-01", "2026-01-01", 12)
    assert max(spans, key=spans.get) == "2026-01-01"
    assert [one["id"] for one in found["activities"]] == ["甲", "乙"]


def test_people_are_told_in_words(file, capsys):
    assert main(["plan", file(PLAN | {"risk": RISK}), *WORDS]) == 0
    told = capsys.readouterr().out
    assert "风险（抽取 300 次，种子 4）" in told
    assert "还经得起 5 天预警" in told
    assert "2026-01-01 开始最长" in told
    assert "甲：100% 的抽取中决定工期" in told


def test_the_county_keeps_one_history_for_all_works(file, capsys):
    county = file(RISK, "county.json")
    assert main(["plan", file(PLAN), *WORDS, "--history", county, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["risk"]["weather"] == "years"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (PLAN, "risk"),
        (PLAN | {"risk": {"durations": {}}}, "durations"),
        (PLAN | {"risk": {"durations": {"earth": {"low": 3}}}}, "risk.durations.earth"),
    ],
)
def test_missing_or_wrong_terms_print_nothing(file, capsys, document, said):
    assert main(["plan", file(document), *WORDS]) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_a_plan_that_has_begun_is_not_moved_to_another_season(file, capsys):
    begun = [PLAN["activities"][0] | {"actual_start": "2025-01-01"}, PLAN["activities"][1]]
    document = PLAN | {"risk": RISK, "activities": begun, "data_date": "2025-01-01"}
    assert main(["plan", file(document), *WORDS, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["risk"]["seasons"] == []


def test_a_plan_that_stands_no_alert_is_told(file, capsys):
    late = PLAN | {"target": "2025-01-10", "risk": RISK}
    assert main(["plan", file(late), *WORDS]) == 0
    assert "已赶不上期限" in capsys.readouterr().out
