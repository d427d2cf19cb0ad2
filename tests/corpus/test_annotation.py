from datetime import date

import pytest
from tests.corpus.annotation import NotAnnotated, parse
from tests.corpus.naming import addressee_kind, body_kind, number

_HEAD = "@county 岚漪县\n@year 2026\n"
_ONE = (
    _HEAD
    + """
=== dispatch
=^ 挂图作战
== 全县项目调度会召开
== 阮清讲话
@by 芦苇
@caption 图为会议现场。
本报讯 <D0108:1月8日>，[县委副书记、县长|阮清|l]主持召开调度会。[|谷雪松|a]、[副县长|仝立|a]参加。会议听取了<h:项目进展情况>汇报。
阮清强调，{县住建局: 县住建局要<0331:3月底前>开工<m:8个>}；{县住建局^县住建局: 牵头办好手续，<t:抓紧>推进}。{-#c: 要提高认识}。
"""
)


def test_words_marks_and_truth_come_out():
    (one,) = parse(_ONE)
    assert one.kind == "dispatch_meeting"
    assert one.date == date(2026, 1, 8)
    assert one.headline == ("全县项目调度会召开", "阮清讲话")
    assert one.lead is not None
    assert one.lead.post == "县委副书记、县长"
    assert [p.role for p in one.people] == ["lead", "attending", "attending"]
    first, second, third = one.directives
    assert first.at.text == "县住建局要3月底前开工8个"
    assert first.deadlines[0].day == date(2026, 3, 31)
    assert (first.measures[0].value, first.measures[0].unit) == (8, "个")
    assert not first.addressees[0].inherited
    assert second.addressees[0].inherited
    assert second.lead == "县住建局"
    assert second.deadlines[0].day is None
    assert (third.addressees, third.kind) == ((), "context")
    assert [o.name for o in one.organisations] == ["县住建局"]


def test_every_mark_slices_its_words():
    (one,) = parse(_ONE)
    marks = [d.at for d in one.directives] + [p.at for p in one.people]
    marks += [m.at for d in one.directives for m in d.measures]
    assert marks
    for mark in marks:
        assert one.paragraphs[mark.paragraph][mark.start : mark.end] == mark.text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("=== dance\n甲", ":3: no such genre"),
        ("=== visit dance\n甲", ":3: no such kind of record"),
        ("=== visit\n{县水利局: 要办}", ":4: not in the article: 县水利局"),
        ("=== visit\n{-@0331|三月底: 要办}", ":4: not in the article: 三月底"),
        ("=== visit\n{-#x: 要办}", ":4: no head of a directive"),
        ("=== visit\n{-: 要<0230:月底>办}", ":4: no such day"),
        ("=== visit\n{-: 要<m:若干个>办}", ":4: no number"),
        ("=== visit\n建成<m:8个>", ":4: outside every directive"),
        ("=== visit\n{-: 要办", ":4: not closed"),
        ("=== visit\n要办}", ":4: } closes nothing"),
        ("=== visit\n[阮清|l]", ":4: a person is"),
        ("=== visit\n[|阮清|l][|阮清|a]", ":4: marked twice"),
        ("=== visit\n[|阮清|l][|仝立|l]", ":3: two leads"),
        ("=== visit\n<q:阮清>", ":4: no such mark"),
        ("=== visit\n@dance 甲", ":4: no such line"),
        ("=== visit\n", ":3: an article without"),
        ("=== visit\n{-!会议: 要办}", ":4: not in the article: 会议"),
        ("=== visit\n{-: 要办；要查}", ":4: two directives"),
        ("=== visit\n{-: 要办}，{-: 要查}", ":4: one directive"),
        ("=== visit\n{-: 要{-: 办}}", ":4: overlap"),
        ("=== visit\n<D0108:1月8日><D0109:1月9日>", ":3: two dates"),
        ("=== visit\n{企业=dance: 企业要办}", ":4: no such kind of addressee"),
    ],
)
def test_a_fault_names_its_line(body, told):
    with pytest.raises(NotAnnotated, match="articles") as caught:
        parse(_HEAD + body)
    assert told in str(caught.value)


def test_the_issuer_is_the_nearest_speaker_in_front():
    (one,) = parse(
        _HEAD
        + "=== dispatch\n[县长|阮清|l]强调，{-: 要办}。[|仝立|a]表示，{县里=unit#p: 县里将查}。"
        "会议指出，{-: 要改}。"
    )
    assert [d.issuer for d in one.directives] == ["阮清", "仝立", "会议"]


def test_a_list_with_and_in_a_name_stays_whole():
    (one,) = parse(
        _HEAD + "=== notice\n{县自然资源和规划局、县财政局: 县自然资源和规划局、县财政局要办}"
    )
    assert [o.name for o in one.organisations] == ["县自然资源和规划局", "县财政局"]
    assert [a.kind for a in one.directives[0].addressees] == ["list"]


@pytest.mark.parametrize(
    ("words", "value"), [("8", 8), ("1.2", 1.2), ("十二", 12), ("三百二十", 320), ("两", 2)]
)
def test_numerals(words, value):
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("县住建局", "unit"),
        ("县住建局、县水利局", "list"),
        ("发改、财政等部门", "list"),
        ("各施工单位", "class"),
        ("各乡镇、各部门", "everyone"),
        ("全县上下", "everyone"),
        ("县安委会各成员单位", "class"),
        ("企业", "enterprise"),
    ],
)
def test_kinds_of_addressees_are_guessed_from_their_words(words, kind):
    assert addressee_kind(words) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("县水利局", "department"),
        ("青石镇", "government"),
        ("县经济开发区", "zone"),
        ("恒岳铸锻公司", "enterprise"),
        ("县红十字会", "other"),
        ("各乡镇", None),
        ("县政府", None),
        ("采砂企业", None),
    ],
)
def test_kinds_of_bodies_are_told_by_their_endings(words, kind):
    assert body_kind(words) == kind
