"""The plan workbook: filled from a document it reads back the same; a wrong cell is named."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_columns import (
    ACTIVITIES,
    CLASS_WORDS,
    PERMIT_WORDS,
    PLAN,
    PLAN_ROWS,
    SEASON_WORDS,
    SHEETS,
)
from guatu.adapters.plan_template import plan_workbook
from guatu.adapters.plan_workbook import column_letter, located, plan_from_workbook
from guatu.adapters.work_templates import load_templates
from guatu.domain.planning import plan_document, read_plan, template_plan

FULL: dict[str, Any] = {
    "guatu": 1, "id": "P7", "name": "厂房", "start": "2025-01-06", "target": "2026-06-30",
    "place": "北塬", "ends": ["C"], "seasons": ["winter_asphalt", "spring_festival"],
    "calendars": {
        "cal": {"week": "1111111"},
        "wd": {"week": "1111100", "off": [["2025-01-20", "2025-02-10"], ["2025-05-01", "2025-05-01"]]},
    },
    "stop_work": [
        {"from": "2025-11-20T12:00", "to": "2025-11-23T00:00", "classes": ["earthwork", "tunnel"],
         "places": ["北塬"], "reason": "橙色预警"},
    ],
    "resources": {"crane": {"capacity": 2}},
    "activities": [
        {"id": "A", "name": "许可", "days": 10, "calendar": "wd", "class": "permit",
         "unit": "住建局", "lane": "construction", "permit": "construction_permit"},
        {"id": "B", "name": "基础", "days": 20, "calendar": "cal", "class": "foundation",
         "after": ["A", {"id": "A", "type": "SS", "lag": 5}], "uses": {"crane": 1},
         "must_by": "2025-05-01", "deadline_name": "入汛", "place": "南塬",
         "crash": {"days": 4, "cost": 90000}, "crew": {"days": 3, "cost": 50000},
         "shift": {"cost": 120000}, "weekend": {"cost": 3000}, "minimum_days": 12,
         "template_days": 22, "compression_reason": "已签", "hazard": "深基坑",
         "evidence": ["照片 12", "计量 3"], "reports": [["2025-03-08", 40.0], ["2025-03-15", 55.5]],
         "actual_start": "2025-03-01", "percent": 55.5, "cost": 800000},
        {"id": "C", "name": "养护", "days": 14, "calendar": "cal", "class": "tunnel",
         "after": [{"id": "B", "type": "FF"}], "technical": True, "acceptance": True,
         "accepted": True, "promise": True},
    ],
}  # fmt: skip


def test_a_filled_workbook_reads_back_as_the_same_plan():
    document, told = plan_from_workbook(plan_workbook(FULL), "plan.xlsx")
    assert told == ()
    assert document is not None
    assert document["seasons"] == FULL["seasons"]
    plan, faults = read_plan(document, source="plan.xlsx", holidays=None)
    wanted, _ = read_plan(FULL, source="plan.json", holidays=None)
    assert faults == ()
    assert plan is not None
    assert wanted is not None
    assert plan_document(plan) == plan_document(wanted)


@pytest.mark.parametrize("name", ["work_industrial_plant", "work_municipal_square", "work_road"])
def test_every_work_template_fills_a_workbook_that_is_the_same_plan(name):
    body = load_templates().named(name)[-1].body
    stated = template_plan(body, id="W", name="样本", target=date(2026, 6, 30))
    document, told = plan_from_workbook(plan_workbook(stated), "plan.xlsx")
    assert told == ()
    plan, _ = read_plan(document, source="plan.xlsx", holidays=None)
    wanted, _ = read_plan(stated, source="plan.json", holidays=None)
    assert plan is not None
    assert wanted is not None
    found, known = plan_document(plan), plan_document(wanted)
    for one in known["activities"]:
        one.pop("name_en", None)
    assert found["activities"] == known["activities"]
    assert found["ends"] == known["ends"]


def edited(sheet: str, changes: dict[str, Any]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(plan_workbook(FULL)))
    for cell, value in changes.items():
        book[sheet][cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def cell(field: str, row: int = 2) -> str:
    fields = [one.field for one in SHEETS[ACTIVITIES]]
    return f"{column_letter(fields.index(field))}{row}"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("technical", "maybe"),
        ("permit", "通行证"),
        ("reports", "四成"),
        ("shift_cost", "贵"),
        ("minimum_days", 2.5),
    ],
)
def test_a_wrong_cell_is_told_with_sheet_row_and_column(field, value):
    document, told = plan_from_workbook(edited(ACTIVITIES, {cell(field): value}), "plan.xlsx")
    assert document is None
    assert [one.position for one in told] == [f"{ACTIVITIES}!{cell(field)}"]


def test_an_end_that_is_no_activity_is_told_with_its_cell():
    document, told = plan_from_workbook(plan_workbook(FULL | {"ends": ["C", "Z"]}), "plan.xlsx")
    assert told == ()
    assert document is not None
    plan, faults = read_plan(document, source="plan.xlsx", holidays=None)
    assert plan is None
    number = 1 + [one.field for one in PLAN_ROWS].index("ends")
    assert [one.position for one in located(faults, document)] == [f"{PLAN}!B{number}"]


def test_an_unknown_season_is_told_with_its_cell():
    book = openpyxl.load_workbook(BytesIO(plan_workbook(FULL)))
    rows = {row[0].value: row[1].coordinate for row in book[PLAN].iter_rows(max_col=2)}
    place = rows["季节停工"]
    document, told = plan_from_workbook(edited(PLAN, {place: "春节停工; 秋收"}), "plan.xlsx")
    assert document is None
    assert [(one.position, dict(one.arguments)["value"]) for one in told] == [
        (f"{PLAN}!{place}", "秋收")
    ]


def test_columns_with_choices_offer_them_in_the_sheet():
    sheet = openpyxl.load_workbook(BytesIO(plan_workbook()))[ACTIVITIES]
    offered = {
        str(one.sqref).split(":")[0]: (one.formula1, one.errorStyle)
        for one in sheet.data_validations.dataValidation
    }
    assert offered[cell("technical")] == ('"是,否"', None)
    assert offered[cell("class")][1] == "information"
    assert "施工许可" in offered[cell("permit")][0]


def test_the_words_of_the_workbook_are_codes_that_the_packs_know():
    day = date(2025, 1, 2)
    assert set(PERMIT_WORDS.values()) == set(load_shelf().choose("permits", on=day).body["permits"])
    assert set(SEASON_WORDS.values()) == set(load_shelf().choose("seasons", on=day).body["seasons"])
    used = {
        one["class"]
        for name in ("work_industrial_plant", "work_municipal_square", "work_road")
        for one in load_templates().named(name)[-1].body["activities"]
    }
    assert used <= set(CLASS_WORDS.values())
