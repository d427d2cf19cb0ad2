import pytest

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.kernel.packs import RulePack


@pytest.mark.parametrize("pack", load_shelf().packs, ids=lambda pack: f"{pack.name}-{pack.version}")
def test_a_pack_names_its_source_and_its_numbers(pack: RulePack):
    assert pack.source.strip()
    assert pack.body


def test_versions_of_a_pack_in_one_region_never_rule_on_the_same_day():
    for pack in load_shelf().packs:
        for other in load_shelf().named(pack.name):
            if other is pack or other.region != pack.region:
                continue
            first, second = sorted((pack, other), key=lambda one: one.valid_from)
            assert first.valid_to is not None, (first.name, first.version)
            assert first.valid_to <= second.valid_from, (first.name, first.version, second.version)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_pack_has_a_title_that_people_read(language: str):
    titles = load_messages(language).templates
    assert [one.name for one in load_shelf().packs if f"packs.{one.name}" not in titles] == []
