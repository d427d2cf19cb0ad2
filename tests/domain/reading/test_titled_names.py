"""Names with the post behind them, and words that only look like one."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.people import find_mentions

LEXICON = load_lexicon()


def _named(words: str) -> list[tuple[str, str | None]]:
    return [(one.name, one.post) for one in find_mentions([words], LEXICON)]


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("县政协栾知秋主席、有关部门负责人参加活动。", "主席"),
        ("省督导组栾知秋组长对全县工作表示肯定。", "组长"),
        ("在栾知秋副主任的带领下，调研组到我县调研。", "副主任"),
        ("会议听取了栾知秋主任的工作汇报。", "主任"),
        ("栾知秋院长向各位领导一一介绍了情况。", "院长"),
        ("会议最后，镇党委栾知秋书记向各村强调，认识要到位。", "书记"),
        ("会议由街道党工委栾知秋副书记主持。", "副书记"),
        ("要求加快进度。栾知秋副县长及部门负责人陪同督导。", "副县长"),
        ("县烟草公司（分公司）栾知秋经理总结了上半年工作。", "经理"),
        ("县委常委、副县长（常务）栾知秋主持召开会议。", "县委常委、副县长（常务）"),
        ("县局（公司）局长（经理）栾知秋出席会议。", "县局（公司）局长（经理）"),
        ("副县级干部栾知秋参加会议。", "副县级干部"),
        ("县委常委、副县长提名人选栾知秋陪同调研。", "县委常委、副县长提名人选"),
    ],
)
def test_a_name_with_its_post_behind_or_in_brackets_is_found(words: str, post: str):
    assert _named(words) == [("栾知秋", post)]


@pytest.mark.parametrize(
    "words",
    [
        "各成员单位主任、各乡镇党委书记参加。",
        "县人大常委会主任会议召开，单位负责人列席。",
        "由班主任上门劝返，支部书记讲党课。",
        "各安监站长、施工方经理到场。",
        "县长周例会召开。柳常委指出，要加强巡查。",
        "他找来校车公司经理：“明天加一趟车。”",
        "全县党组书记办公会研究了有关事项。",
    ],
)
def test_what_a_post_is_for_is_no_name(words: str):
    assert _named(words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("镇党委书记栾莉卷着裤腿走来。", "栾莉"),
        ("副县长栾霆盯着锁看了半晌。", "栾霆"),
        ("主管副镇长栾勇做了工作部署。", "栾勇"),
        ("镇长栾敏却被打断了。", "栾敏"),
        ("省长栾仁健在青石调研。", "栾仁健"),
        ("组织部部长栾阳作开班动员讲话。", "栾阳"),
        ("副局长栾青作业务辅导。", "栾青"),
        ("常务副县长栾博5月6日到青石镇调研。", "栾博"),
    ],
)
def test_a_name_ends_where_a_verb_begins(words: str, name: str):
    assert [one for one, _ in _named(words)] == [name]


def test_a_name_that_another_begins_with_is_a_person_of_its_own():
    named = _named("县委书记栾飞虎讲话，县委副书记、县长栾飞主持会议。")

    assert [one for one, _ in named] == ["栾飞虎", "栾飞"]


def test_a_name_may_end_like_a_county_behind_an_office():
    assert _named("县委书记栾寄县赴青石镇调研。") == [("栾寄县", "县委书记")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("市住建局栾知秋等出席会议。", ["栾知秋"]),
        ("首先由县卫健委栾知秋通报创卫工作情况。", ["栾知秋"]),
        ("县委书记郗望川陪同省环保督察组栾知秋一行督办。", ["郗望川", "栾知秋"]),
        ("县工作专班栾知秋、郗望川、仝立言等同志到会指导。", ["栾知秋", "郗望川", "仝立言"]),
        ("副总工程师栾知秋等陪同调研。", ["栾知秋"]),
    ],
)
def test_a_name_right_behind_a_body_is_found_by_what_follows(words: str, names: list[str]):
    assert [one for one, _ in _named(words)] == names


@pytest.mark.parametrize(
    "words",
    [
        "县水利局全体同志要下沉一线。",
        "各委办局相关同志、各办公室同志参加。",
        "专班成员等参加会议，县委常委一行到青石镇。",
        "由县应急局汇报了情况，县工作组通报了问题。",
        "传达学习国务院长江流域禁捕工作会议精神。",
    ],
)
def test_what_follows_a_body_is_mostly_no_name(words: str):
    assert _named(words) == []
