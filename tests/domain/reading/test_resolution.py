import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.resolution import (
    KnownName,
    MatchReason,
    NameKind,
    ResolutionStatus,
    names_in,
    resolve,
)

REGION = "石坪县"


def unit(key: str, name: str, *aliases: str) -> KnownName:
    return KnownName(key=key, name=name, kind=NameKind.UNIT, aliases=aliases, region=REGION)


UNITS = (
    unit("zj", "石坪县住房和城乡建设管理局"),
    unit("fg", "石坪县发展和改革局"),
    unit("sj", "石坪县审计局"),
    unit("sc", "石坪县市场监督管理局"),
    unit("yj", "石坪县应急管理局"),
    unit("sl", "石坪县水利局", "县水务局"),
    unit("zr", "石坪县自然资源局"),
    unit("cg", "石坪县城市管理综合行政执法局"),
    unit("xf", "石坪县消防救援大队"),
    unit("bz", "北庄镇人民政府"),
    unit("kf", "石坪经济开发区管理委员会", "县开发区"),
    unit("wj", "石坪县卫生健康局"),
)


def resolved(words: str, known=UNITS, *, kind=NameKind.UNIT, post=None):
    forms = load_lexicon().unit_short_forms
    return resolve(words, known, kind=kind, post=post, short_forms=forms)


@pytest.mark.parametrize(
    ("words", "key", "reason"),
    [
        ("石坪县审计局", "sj", MatchReason.SAME_NAME),
        ("县审计局", "sj", MatchReason.OWN_LEVEL),
        ("我县审计局", "sj", MatchReason.OWN_LEVEL),
        ("县水务局", "sl", MatchReason.ALIAS),
        ("县住建局", "zj", MatchReason.ABBREVIATION),
        ("住建局", "zj", MatchReason.ABBREVIATION),
        ("县住房城乡建设局", "zj", MatchReason.ABBREVIATION),
        ("县发改局", "fg", MatchReason.ABBREVIATION),
        ("县市场监管局", "sc", MatchReason.ABBREVIATION),
        ("县应急局", "yj", MatchReason.ABBREVIATION),
        ("县卫健局", "wj", MatchReason.ABBREVIATION),
        ("县城管执法局", "cg", MatchReason.ABBREVIATION),
        ("县开发区", "kf", MatchReason.ALIAS),
        ("卫健部门", "wj", MatchReason.ABBREVIATION),
    ],
)
def test_a_unit_of_the_ledger_when_named_in_short_then_it_is_matched_with_its_reason(
    words: str, key: str, reason: MatchReason
):
    found = resolved(words)
    assert found.status is ResolutionStatus.MATCHED
    assert found.key == key
    assert found.matches[0].reason is reason


@pytest.mark.parametrize("words", ["市住建局", "邻山县审计局", "县妇联", "各乡镇", "企业"])
def test_a_unit_of_another_level_or_of_no_ledger_is_unknown(words: str):
    found = resolved(words)
    assert found.status is ResolutionStatus.UNKNOWN
    assert found.key is None


def test_two_units_that_fit_alike_are_ambiguous_and_neither_is_chosen():
    known = (unit("a", "石坪县文化和旅游局"), unit("b", "石坪县文化市场执法局"))
    found = resolved("县文化局", known)
    assert found.status is ResolutionStatus.AMBIGUOUS
    assert {one.key for one in found.matches} == {"a", "b"}
    assert found.key is None


def person(key: str, name: str, post: str) -> KnownName:
    return KnownName(key=key, name=name, kind=NameKind.PERSON, post=post)


def test_a_person_is_matched_by_name_and_left_open_where_the_post_differs():
    known = (person("p", "罗远航", "县长"),)
    assert resolved("罗远航", known, kind=NameKind.PERSON, post="县委副书记、县长").key == "p"
    other = resolved("罗远航", known, kind=NameKind.PERSON, post="县教育局局长")
    assert other.status is ResolutionStatus.AMBIGUOUS


def test_one_character_of_a_name_apart_with_the_same_post_is_shown_and_never_merged():
    found = resolved("罗远行", (person("p", "罗远航", "县长"),), kind=NameKind.PERSON, post="县长")
    assert found.status is ResolutionStatus.AMBIGUOUS
    assert found.matches[0].reason is MatchReason.ONE_CHARACTER
    assert resolved("罗远行", (person("p", "罗远航", "县长"),), kind=NameKind.PERSON).matches == ()


def test_two_persons_of_one_name_are_told_apart_by_post_or_not_at_all():
    known = (person("a", "方明", "县水利局局长"), person("b", "方明", "北庄镇镇长"))
    assert resolved("方明", known, kind=NameKind.PERSON, post="北庄镇镇长").key == "b"
    assert resolved("方明", known, kind=NameKind.PERSON).status is ResolutionStatus.AMBIGUOUS


def test_a_work_is_matched_by_its_name_without_the_words_for_work():
    known = (
        KnownName(key="w", name="云岭河综合治理工程", kind=NameKind.WORK),
        KnownName(key="v", name="城北供热站", kind=NameKind.WORK),
    )
    assert resolved("云岭河综合治理项目", known, kind=NameKind.WORK).key == "w"
    assert resolved("城北供热站改造项目", known, kind=NameKind.WORK).key == "v"
    assert resolved("南山隧道", known, kind=NameKind.WORK).status is ResolutionStatus.UNKNOWN


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("县住建局、县城管局", ("县住建局", "县城管局")),
        ("发改、财政、住建等部门", ("发改部门", "财政部门", "住建部门")),
        ("县自然资源和规划局", ("县自然资源和规划局",)),
        ("县住建局、县水利局和县城管局", ("县住建局", "县水利局", "县城管局")),
    ],
)
def test_a_list_of_units_is_taken_apart(words: str, names: tuple[str, ...]):
    assert names_in(words) == names


def test_a_known_name_without_words_is_a_bug():
    with pytest.raises(ValueError, match="needs a key and words"):
        KnownName(key="x", name=" ", kind=NameKind.UNIT)
