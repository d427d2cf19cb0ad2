"""The matters of the sample county: what was drafted, and the steps that led to each stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from guatu.adapters.packs import load_shelf
from guatu.adapters.sample_dates import resolved, working_day
from guatu.adapters.sample_values import (
    SampleEvidence,
    SampleMatter,
    SamplePart,
    SamplePerson,
    SampleStep,
)
from guatu.domain.following.evidence import MatterKind, least_evidence
from guatu.domain.following.limits import DeadlineBasis, step_limits
from guatu.domain.following.stages import STRAIGHT_PATH, Move, Stage
from guatu.domain.kernel.calendar import five_days

Row = Mapping[str, Any]

REGION = "149921"
_BY_RULE = "RULE:"
_CLERK, _SECOND_CLERK, _APPROVER = "yan", "qiao", "wei"
_AFTER_WORK = (Stage.REPORTED, Stage.VERIFIED, Stage.COMPLETED, Stage.CLOSED)
_BASIS_WORDS = {"RULE:ordinary": "13710 一般事项 7 日", "RULE:major": "13710 重大事项 1 个月"}


def sample_matters(
    rows: Sequence[Row], people: Sequence[SamplePerson], today: date
) -> tuple[SampleMatter, ...]:
    """Return every matter of the sample with days resolved against today."""
    liaisons = {one.unit: one.key for one in people if one.role == "liaison"}
    return tuple(
        _Telling(row=row, number=number, liaisons=liaisons, today=today).told()
        for number, row in enumerate(rows, start=1)
    )


@dataclass(slots=True, kw_only=True)
class _Telling:
    """Tells the history of one row step by step."""

    row: Row
    number: int
    liaisons: Mapping[str, str]
    today: date
    steps: list[SampleStep] = field(default_factory=list)
    evidence: list[SampleEvidence] = field(default_factory=list)

    def told(self) -> SampleMatter:
        row = self.row
        self._walk()
        basis: str = row.get("basis", "")
        parent = row.get("parent", 0)
        return SampleMatter(
            number=self.number,
            title=row["title"],
            result=row.get("result", ""),
            lead=row["lead"],
            co_units=tuple(row.get("co_units", ())),
            leader=row["leader"],
            kind=row["kind"],
            weight=row.get("weight", "ordinary"),
            stage=self.stage,
            drafted_on=self._day(row["drafted"]),
            deadline=self._deadline(basis),
            deadline_basis=basis,
            deadline_words=resolved(row.get("words", _BASIS_WORDS.get(basis, "")), self.today),
            quote=row.get("quote", ""),
            parent=self.number + parent if parent else 0,
            steps=tuple(self.steps),
            evidence=tuple(self.evidence),
            parts=self._parts(),
        )

    def _deadline(self, basis: str) -> date | None:
        """A rule counts from the day of the issue; a stated or chosen day stands in the row."""
        if basis.startswith(_BY_RULE):
            limits = load_shelf().choose("matter_limits", on=self.today, region=REGION)
            issued = self._day(min(self.row["drafted"] + 1, -1))
            dated = step_limits(issued, limits, calendar=five_days())
            rule = basis.removeprefix(_BY_RULE)
            return next(one.due for one in dated if one.code == rule)
        if "due" not in self.row:
            return None
        if basis == DeadlineBasis.STATED.name:
            return self.today + timedelta(days=self.row["due"])
        return self._day(self.row["due"])

    @property
    def liaison(self) -> str:
        """Who speaks for the lead unit."""
        return self.liaisons.get(self.row["lead"], "")

    def _parts(self) -> tuple[SamplePart, ...]:
        parts: Sequence[Row] = self.row.get("part", ())
        return tuple(
            SamplePart(
                on=self._day(one["day"]),
                person=self.liaisons[one["unit"]],
                percent=one["percent"],
                facts=one["facts"],
            )
            for one in parts
        )

    @property
    def stage(self) -> Stage:
        return Stage(self.row["stage"])

    def _day(self, offset: int) -> date:
        return working_day(self.today + timedelta(days=offset))

    def _reached(self, stage: Stage) -> bool:
        if self.stage is Stage.SUSPENDED:
            return STRAIGHT_PATH.index(stage) <= STRAIGHT_PATH.index(Stage.IN_PROGRESS)
        if self.stage is Stage.DROPPED:
            return False
        return STRAIGHT_PATH.index(stage) <= STRAIGHT_PATH.index(self.stage)

    def _add(self, move: Move, offset: int, person: str, **more: Any) -> None:
        self.steps.append(SampleStep(move=move, on=self._day(offset), person=person, **more))

    def _walk(self) -> None:
        drafted: int = self.row["drafted"]
        if self.stage is Stage.DROPPED:
            self._add(Move.DROP, drafted + 3, _CLERK, words=self.row["reason"])
        issued = min(drafted + 1, -1)
        signed = min(issued + self.row.get("late_sign", 0), -1)
        started = min(signed + 2, -1)
        if self._reached(Stage.REGISTERED):
            self._add(Move.REGISTER, issued, _APPROVER)
        if self._reached(Stage.ISSUED):
            self._add(Move.ISSUE, issued, _CLERK)
        if self._reached(Stage.SIGNED):
            self._add(Move.SIGN, signed, self.liaison)
        if self._reached(Stage.IN_PROGRESS):
            self._add(Move.START, started, self.liaison, words=self.row["plan"])
            self._tell_reports()
        if self.stage is Stage.SUSPENDED:
            self._add(Move.SUSPEND, -9, self.row["leader"], words=self.row["reason"])
        self._tell_end()

    def _tell_reports(self) -> None:
        """Reports on the way tell progress; the one returned and the last claim the result."""
        reports: Sequence[Row] = self.row.get("report", ())
        done = self.stage in _AFTER_WORK
        for place, report in enumerate(reports):
            is_last = done and place == len(reports) - 1
            returned = "" if is_last or place else self.row.get("returned", "")
            if is_last:
                self._prove(report)
            self._report(Move.REPORT if is_last or returned else Move.INFORM, report)
            if returned:
                self._add(
                    Move.RETURN, report["day"] + 1, _SECOND_CLERK,
                    reason=returned, words="请补齐后重新反馈。",
                )  # fmt: skip

    def _report(self, move: Move, report: Row) -> None:
        self._add(
            move,
            report["day"],
            self.liaison,
            words=report["facts"],
            percent=report["percent"],
            problem=report.get("problem", ""),
        )

    def _prove(self, report: Row) -> None:
        rules = load_shelf().choose("matter_evidence", on=self.today)
        note: str = self.row.get("evidence") or "办理情况记录"
        day = self._day(report["day"])
        lines = (
            f"事项：{self.row['title']}",
            f"成果：{self.row['result']}",
            f"办理情况：{report['facts']}",
            f"材料：{note}",
            f"日期：{day.isoformat()}",
            "（样例材料，内容为虚构）",
        )
        self.evidence.append(
            SampleEvidence(
                on=day,
                person=self.liaison,
                grade=least_evidence(MatterKind(self.row["kind"]), rules),
                note=note,
                file_name=f"{self.row['title']}佐证.txt",
                content="\n".join(lines).encode(),
            )
        )

    def _tell_end(self) -> None:
        if self.stage not in _AFTER_WORK or self.stage is Stage.REPORTED:
            return
        reported: int = self.row["report"][-1]["day"]
        self._add(
            Move.VERIFY, min(reported + 2, -1), _CLERK, words="查阅材料并到现场核对，情况属实。"
        )
        if self._reached(Stage.COMPLETED):
            self._add(Move.COMPLETE, min(reported + 4, -1), self.row["leader"], words="同意办结。")
        if self._reached(Stage.CLOSED):
            reason: str = self.row.get("close_reason", "done")
            self._add(Move.CLOSE, min(reported + 6, -1), _CLERK, reason=reason)
