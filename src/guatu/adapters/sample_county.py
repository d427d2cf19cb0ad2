"""Loads the sample: an invented county with everything a new folder needs, on any day.

The data lies in ``guatu/sample`` as text; days stand there as offsets from the day
on which the sample is opened, so that its history always ends today.
"""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from guatu.adapters.sample_dates import resolved
from guatu.adapters.sample_matters import sample_matters
from guatu.adapters.sample_values import (
    SampleAlert,
    SampleCounty,
    SampleLine,
    SamplePerson,
    SamplePlace,
    SampleResource,
    SampleSource,
    SampleUnit,
    SampleWork,
)
from guatu.adapters.sample_works import sample_work
from guatu.domain.kernel.interval import Window
from guatu.domain.watching.air_index import POLLUTANTS, DailyReading
from guatu.domain.watching.alert import Alert, AlertLevel
from guatu.domain.watching.orders import COUNTY_TIME

PAGE_NAME = "岚川样报.txt"
_POSTS_SINCE_DAYS = 400
_USUAL_RECEIPT_MINUTES = 45
# Classes of activity that happen in offices and factories, not on the site.
_OFF_SITE = frozenset(
    {"permit", "design", "tender", "land", "procurement", "statistics", "audit", "acceptance"}
)

Row = Mapping[str, Any]


def sample_county(today: date) -> SampleCounty:
    """Return the sample county as it stands on a day; equal days give equal counties."""
    county = _toml("units")
    people = _people(_toml("people")["person"], today)
    weights = _toml("costs")
    work_rows: Sequence[Row] = _toml("works")["work"]
    works = tuple(sample_work(row, weights, today) for row in work_rows)
    emissions = _toml("emissions")
    sources = (*_sites(works), *_listed_sources(emissions["source"]))
    return SampleCounty(
        today=today,
        region=county["county"]["region"],
        name=county["county"]["name"],
        city=county["county"]["city"],
        units=_units(county["unit"]),
        people=people,
        places=_places(work_rows, emissions["source"]),
        lines=_lines(_toml("map")["line"]),
        works=works,
        resources=_resources(_toml("resources")["resource"], today),
        matters=sample_matters(_toml("matters")["matter"], people, today),
        sources=sources,
        alert=_alert(emissions["alert"], sources, county["county"]["region"], today),
        readings=_readings(today),
        page_name=PAGE_NAME,
        page=sample_page(today),
    )


def sample_page(today: date) -> str:
    """Return the newspaper page of the sample with its days resolved."""
    return resolved(_text("page.txt"), today)


def _text(name: str) -> str:
    return (files("guatu") / "sample" / name).read_text(encoding="utf-8")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(f"{name}.toml"))


def _units(rows: Sequence[Row]) -> tuple[SampleUnit, ...]:
    return tuple(
        SampleUnit(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            aliases=tuple(row["aliases"]),
            kind=row["kind"],
            parent=row.get("parent", ""),
            position=place,
        )
        for place, row in enumerate(rows)
    )


def _people(rows: Sequence[Row], today: date) -> tuple[SamplePerson, ...]:
    since = today - timedelta(days=_POSTS_SINCE_DAYS)
    return tuple(
        SamplePerson(
            key=row["key"],
            name=row["name"],
            unit=row["unit"],
            title=row["title"],
            role=row["role"],
            since=since,
        )
        for row in rows
    )


def _places(works: Sequence[Row], sources: Sequence[Row]) -> tuple[SamplePlace, ...]:
    sites = (
        SamplePlace(
            code=row["place"],
            name=f"{row['name']}工地",
            kind="SITE",
            unit=row["lead"],
            x=row["x"],
            y=row["y"],
        )
        for row in works
    )
    plants = (
        SamplePlace(
            code=_place_code(row),
            name=row["name"],
            kind="PLANT" if row["kind"] == "enterprise" else "OTHER",
            unit=row["unit"],
            x=row["x"],
            y=row["y"],
        )
        for row in sources
        if "x" in row
    )
    return (*sites, *plants)


def _place_code(row: Row) -> str:
    return str(row["code"]).replace("E-", "QY")


def _lines(rows: Sequence[Row]) -> tuple[SampleLine, ...]:
    return tuple(
        SampleLine(
            name=row["name"],
            kind=row["kind"],
            points=tuple((float(x), float(y)) for x, y in row["points"]),
        )
        for row in rows
    )


def _resources(rows: Sequence[Row], today: date) -> tuple[SampleResource, ...]:
    return tuple(
        SampleResource(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            units=row["units"],
            changes=tuple((today + timedelta(days=days), units) for days, units in row["changes"]),
            classes=tuple(row["classes"]),
        )
        for row in rows
    )


def _sites(works: Sequence[SampleWork]) -> tuple[SampleSource, ...]:
    return tuple(
        SampleSource(
            code=f"S-{work.code}",
            name=f"{work.name}工地",
            kind="site",
            unit=work.lead,
            place=work.place,
            work=work.code,
            grade="",
            protection=_protection(work),
            activity_classes=_site_classes(work),
            own_measures={},
            contact="项目部",
        )
        for work in works
    )


def _protection(work: SampleWork) -> str:
    if work.livelihood:
        return "livelihood"
    return "guaranteed" if work.guaranteed else ""


def _site_classes(work: SampleWork) -> tuple[str, ...]:
    classes = {step["class"] for step in work.document["activities"]}
    return tuple(sorted(classes - _OFF_SITE))


def _listed_sources(rows: Sequence[Row]) -> tuple[SampleSource, ...]:
    return tuple(
        SampleSource(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            unit=row["unit"],
            place=_place_code(row) if "x" in row else "",
            work="",
            grade=row["grade"],
            protection=row["protection"],
            activity_classes=(),
            own_measures=dict(row.get("own_measures", {})),
            contact=row["contact"],
        )
        for row in rows
    )


def _alert(row: Row, sources: Sequence[SampleSource], region: str, today: date) -> SampleAlert:
    midnight = datetime.combine(today + timedelta(days=row["day"]), time(), COUNTY_TIME)
    start = midnight + timedelta(hours=row["starts_hour"])
    issued = start - timedelta(hours=row["issued_hours_before"])
    stated: Mapping[str, int] = row["receipts"]
    receipts = {
        one.code: issued + timedelta(minutes=stated.get(one.code, _USUAL_RECEIPT_MINUTES))
        for one in sources
    }
    alert = Alert(
        level=AlertLevel(row["level"]),
        window=Window(start=start, end=start + timedelta(hours=row["hours"])),
        region=region,
        issued_at=issued,
        issuer=row["basis"],
        lifted_at=start + timedelta(hours=row["lifted_after_hours"]),
    )
    return SampleAlert(alert=alert, basis=row["basis"], receipts=receipts)


def _readings(today: date) -> tuple[DailyReading, ...]:
    rows = csv.DictReader(io.StringIO(_text("readings.csv")))
    return tuple(
        DailyReading(
            day=today + timedelta(days=int(row["day"])),
            place=row["place"],
            values=tuple((name, Decimal(row[name])) for name in POLLUTANTS if row[name]),
            source="readings.csv",
            position=f"line {line}",
        )
        for line, row in enumerate(rows, start=2)
    )
