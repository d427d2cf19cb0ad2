from tests.domain.reading.reading_of import told

from guatu.domain.reading.directives.links import is_link


def test_only_a_bare_link_is_one() -> None:
    assert is_link("同时")
    assert is_link("下一步")
    assert not is_link("同时做好巡查")


def test_behind_a_link_a_bare_imperative_opens_a_demand_of_the_same_unit() -> None:
    said = told("罗远航强调，各乡镇要管住火源。同时，重点做好宣传工作，努力形成良好氛围。")
    assert said == [
        (["各乡镇"], "各乡镇要管住火源"),
        (["各乡镇"], "同时，重点做好宣传工作，努力形成良好氛围"),
    ]
