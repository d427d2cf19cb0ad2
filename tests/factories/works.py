"""Works with small plans whose dates are easily worked out by hand."""

from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.apps.reports.values import Grounds
from guatu.apps.works.actions import add_work
from guatu.apps.works.levelling_actions import add_resource, ask_levelling
from guatu.apps.works.levelling_values import LevellingWishes, ResourceDraft
from guatu.apps.works.plan_actions import plan_work
from guatu.apps.works.values import WorkDraft
from tests.factories.units import County

GROUNDS = Grounds(shelf=load_shelf(), holidays=china_holidays())


def site_document(plan_id: str = "W1", **changed: Any) -> dict[str, Any]:
    """Return a plan of four steps in a row, all days worked: permit, earth, structure, handing over.

    Started on 2024-11-11: permit until 15 November, earthwork 16 to 25 November (10 days),
    structure 26 November to 15 December (20 days), handing over 16 to 20 December.
    """
    document: dict[str, Any] = {
        "guatu": 1,
        "id": plan_id,
        "name": "样板工程",
        "start": "2024-11-11",
        "target": "2024-12-31",
        "calendars": {"cal": {"week": "1111111"}},
        "activities": [
            {"id": "A1", "name": "施工许可", "days": 5, "calendar": "cal", "class": "permit",
             "lane": "construction"},
            {"id": "A2", "name": "土方", "days": 10, "calendar": "cal", "class": "earthwork",
             "after": ["A1"], "cost": 1_000_000},
            {"id": "A3", "name": "主体", "days": 20, "calendar": "cal", "class": "structure",
             "after": ["A2"], "cost": 4_000_000},
            {"id": "A4", "name": "移交", "days": 5, "calendar": "cal", "class": "acceptance",
             "after": ["A3"], "lane": "acceptance"},
        ],
    }  # fmt: skip
    return document | changed


def a_draft(county: County, code: str = "W1", **stated: Any) -> WorkDraft:
    """Return what a person states about a work of the liaison's township."""
    facts: dict[str, Any] = {
        "code": code,
        "name": f"{code} 样板工程",
        "lead_id": county.units["31"].pk,
        "sponsor_words": "分管副县长",
        "group": "城建",
        "total_fen": 5_000_000_00,
        "annual_fen": 3_000_000_00,
        "done_fen": 1_000_000_00,
    }
    return WorkDraft(**(facts | stated))


def a_work(county: County, code: str = "W1", *, document: Any = None, **stated: Any) -> int:
    """Add a work with its plan and return its id."""
    work = add_work(acting=county.clerk, draft=a_draft(county, code, **stated))
    plan_work(
        acting=county.clerk,
        work_id=work.pk,
        document=document or site_document(code),
        holidays=GROUNDS.holidays,
    )
    return work.pk


def a_levelling_run(county: County) -> tuple[int, int]:
    """Share a crew, ask for a run of a work of its own, and return the ids of run and resource."""
    draft = ResourceDraft(code="crew", name="主体施工队", kind="CREW", units=1)
    crew = add_resource(acting=county.clerk, draft=draft)
    wishes = LevellingWishes(weights={a_work(county, "WL"): 1}, seconds=1)
    return ask_levelling(acting=county.clerk, wishes=wishes).pk, crew.pk
