"""The sample county as a new folder gets it: seeded once, then looked at from many sides."""

from collections import Counter
from datetime import datetime

import pytest

from guatu.apps.journal.comparison import compare_rows
from guatu.apps.journal.proof import prove_chain
from guatu.apps.journal.queries import latest_entries
from guatu.apps.matters.ledger import ledger_rows
from guatu.apps.matters.values import LedgerFilters
from guatu.apps.reports.queries import planned_works
from guatu.apps.sources.queries import open_proposal_count
from guatu.apps.units.access import open_region
from guatu.apps.works.levelling_queries import resources
from guatu.domain.following.light import LightColor
from guatu.domain.following.stages import Stage
from guatu.entry.cli.sample_seed import seed
from guatu.entry.clock import OFFICE_ZONE
from guatu.entry.desk_tools import rulebook
from guatu.entry.report_grounds import grounds

NOW = datetime(2026, 11, 20, 16, 30, tzinfo=OFFICE_ZONE)


@pytest.mark.django_db
def test_the_sample_county_lives_through_its_history_and_is_proved():
    acting = open_region(
        region="149921", county_name="岚川县", administrator_name="管理员", username="admin", at=NOW
    )
    seed(acting)
    assert prove_chain().findings == ()
    assert list(compare_rows()) == []
    rows = ledger_rows(
        acting.scope, LedgerFilters(show_dropped=True), rules=rulebook(), today=NOW.date()
    )
    assert [one.code for one in resources(acting.scope)] == ["approval", "crew", "earth"]
    stages = Counter(row.stage for row in rows)
    assert len(rows) == 60
    assert set(stages) >= set(Stage) - {Stage.CANDIDATE}
    lights = {row.light.color for row in rows if row.light is not None}
    assert lights >= {LightColor.GREEN, LightColor.YELLOW, LightColor.RED, LightColor.BLUE}
    works = planned_works(acting.scope, at=NOW, today=NOW.date(), grounds=grounds())
    assert len(works) == 12
    assert open_proposal_count(acting.scope) > 20
    moments = [one.at for one in latest_entries(acting.scope, limit=500)]
    assert moments == sorted(moments, reverse=True)
    assert max(moments) <= NOW
