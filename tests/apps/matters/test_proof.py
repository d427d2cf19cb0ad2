from guatu.apps.journal.comparison import compare_rows
from guatu.domain.following.stages import Stage
from tests.factories.matters import make_matter
from tests.factories.sources import make_read_source


def test_rows_of_sources_and_matters_equal_their_last_entries(county):
    make_read_source(county.clerk)
    make_matter(county, Stage.CLOSED, co_unit_ids=(county.units["12"].pk,))
    assert list(compare_rows()) == []
