"""Matters brought to any stage of the straight path by the actions themselves."""

from dataclasses import replace
from datetime import date

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.apps.matters import actions
from guatu.apps.matters.models import Matter
from guatu.apps.matters.values import Draft, Rulebook, Upload
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import Stage
from guatu.domain.kernel.calendar import five_days
from tests.factories.units import County

RULES = Rulebook(shelf=load_shelf(), calendar=five_days(holidays=china_holidays()))

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
DRAFT = Draft(
    title="完成云溪河道清淤三公里",
    lead_id=0,
    result="清淤 3 公里并通过验收",
    deadline=date(2026, 11, 20),
    deadline_basis="STATED",
    deadline_words="11月20日前",
)


def make_draft(county: County, **changes: object) -> Matter:
    """Enter a draft led by 云溪镇 (the liaison's own unit)."""
    draft = replace(DRAFT, **{"lead_id": county.units["31"].pk, **changes})
    return actions.add_matter(acting=county.clerk, draft=draft, rules=RULES)


def make_matter(county: County, stage: Stage = Stage.ISSUED, **changes: object) -> Matter:
    """Bring a matter to a stage of the straight path, each step by who may take it."""
    matter = make_draft(county, **changes)
    for reached, step in (
        (Stage.REGISTERED, lambda **one: actions.register_matter(acting=county.approver, **one)),
        (Stage.ISSUED, lambda **one: actions.issue_matter(acting=county.clerk, **one)),
        (Stage.SIGNED, lambda **one: actions.sign_matter(acting=county.liaison, **one)),
        (
            Stage.IN_PROGRESS,
            lambda **one: actions.start_matter(
                acting=county.liaison, plan="10日进场，18日完工", **one
            ),
        ),
        (
            Stage.REPORTED,
            lambda **one: actions.report_matter(
                acting=county.liaison, percent=100, facts="清淤 3 公里，已验收", **one
            ),
        ),
        (
            Stage.VERIFIED,
            lambda **one: actions.verify_matter(acting=county.clerk, note="现场核实", **one),
        ),
        (
            Stage.COMPLETED,
            lambda **one: actions.complete_matter(acting=county.leader, opinion="同意办结", **one),
        ),
    ):
        if stage is Stage.DRAFT:
            return matter
        matter = step(matter_id=matter.pk, expected_version=matter.version, rules=RULES)
        if reached is stage:
            return matter
    matter = attach(county, matter, grade=EvidenceClass.E2)
    return actions.close_matter(
        acting=county.clerk,
        matter_id=matter.pk,
        expected_version=matter.version,
        close_reason="done",
        rules=RULES,
    )


def attach(county: County, matter: Matter, *, grade: EvidenceClass) -> Matter:
    """Add a small picture as evidence and return the matter as it is then."""
    actions.attach_evidence(
        acting=county.clerk,
        matter_id=matter.pk,
        expected_version=matter.version,
        grade=grade,
        upload=Upload(name="site.png", content=PNG),
    )
    return Matter.objects.get(pk=matter.pk)
