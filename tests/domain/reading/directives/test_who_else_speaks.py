"""Who gives his word, or only wishes, in a sentence whose verb of saying names nobody."""

import pytest
from tests.domain.reading.reading_of import VISIT, demands, read, told, told_on_visit

from guatu.domain.reading.values import DirectiveKind


def _promises(words: str) -> list[tuple[list[str], str]]:
    return [
        ([each.text for each in one.addressees], one.action)
        for one in read(VISIT + words).directives
        if one.kind is DirectiveKind.PROMISE
    ]


@pytest.mark.parametrize(
    ("words", "who", "what"),
    [
        (
            "县水利局、县林业局对渠道占地问题逐一作答，并表示将在三天内会商。",
            "县水利局、县林业局",
            "将在三天内会商",
        ),
        (
            "听完介绍，教育部门领导深受启发，表示将全力支持消防进课堂。",
            "教育部门领导",
            "将全力支持消防进课堂",
        ),
        (
            "企业家代表踊跃发言、献计献策，表示将以技改为先导，把订单留在青溪。",
            "企业家代表",
            "将以技改为先导，把订单留在青溪",
        ),
        (
            "社区全体党员表示，在今后的工作中要常到楼道里走一走。",
            "社区全体党员",
            "在今后的工作中要常到楼道里走一走",
        ),
        (
            "大家表示，一定要把老渠守好。",
            "大家",
            "一定要把老渠守好",
        ),
        (
            "接下来渠管所将对七条支渠逐段清淤。",
            "渠管所",
            "接下来渠管所将对七条支渠逐段清淤",
        ),
        (
            "青溪镇还将在此基础上走访各村，拿出改厕方案。",
            "青溪镇",
            "青溪镇还将在此基础上走访各村，拿出改厕方案",
        ),
    ],
)
def test_who_opens_the_sentence_gives_his_word(words: str, who: str, what: str) -> None:
    assert _promises(words) == [([who], what)]


@pytest.mark.parametrize(
    "words",
    [
        "村民们表示，要好好种，不辜负这片地。",
        "村民代表崔某高兴地表示，要把果园管好。",
        "该企业为扩大产能，拟建二期厂房，希望政府能提供用地，并积极推动项目建成。",
        "企业负责人介绍了用工情况，希望相关部门能帮助招工。",
        "经县委常委会会议研究决定，崔某不再担任县水利局局长职务，其行政职务按法定程序办理。",
    ],
)
def test_residents_and_firms_demand_and_promise_nothing(words: str) -> None:
    assert told_on_visit(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航说，青溪纸业是骨干企业，希望公司加快技改。", "公司"),
        ("罗远航来到车间，希望有关部门能主动上门服务。", "有关部门"),
        ("罗远航表示，各部门要通力合作。", "各部门"),
    ],
)
def test_what_a_leader_wishes_is_demanded(words: str, who: str) -> None:
    assert [one[0] for one in told_on_visit(words)] == [[who]]


def test_what_an_office_says_it_must_do_it_promises() -> None:
    (one,) = demands("县住建局表示，要加快进度，月底前完工。")
    assert [each.text for each in one.addressees] == ["县住建局"]
    assert one.kind is DirectiveKind.PROMISE


@pytest.mark.parametrize(
    "words",
    [
        "罗远航说，这届年会有三个鲜明特点：一是规格高，将引领产业方向。二是来客多，商会、协会都积极参与。",
        "罗远航指出，今年的汛情呈现两大特征：一是来得早，二是来得猛。",
    ],
)
def test_what_something_is_like_is_no_list_of_demands(words: str) -> None:
    assert told(words) == []


def test_a_list_of_changes_that_asks_is_read_point_by_point() -> None:
    words = "罗远航强调，今年的考核有两个变化：一是督查更严，二是奖惩要兑现。"
    assert ([], "奖惩要兑现") in told(words)


@pytest.mark.parametrize(
    ("words", "who", "action"),
    [
        (
            "办法推出贷款项目，规定金融机构特别是县农商行要向移民倾斜。",
            "金融机构特别是县农商行",
            "规定金融机构特别是县农商行要向移民倾斜",
        ),
        ("罗远航强调，办法规定物业公司应当每月巡查。", "物业公司", None),
        ("罗远航强调，规定时间内各单位要上报名单。", "各单位", None),
        ("罗远航强调，县直部门特别是县财政局要做好保障。", "县直部门特别是县财政局", None),
    ],
)
def test_a_rule_stands_in_front_of_who_is_bound(words: str, who: str, action: str | None) -> None:
    (one,) = told(words)
    assert one[0] == [who]
    assert action is None or one[1] == action


def test_what_a_rule_lays_down_is_nobody() -> None:
    assert [one[0] for one in told("罗远航强调，规定动作要做到位。")] == [[]]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("罗远航希望通过农民工返乡创业园建设，推动一二三产融合。", []),
        ("罗远航希望借助老党员工作室，把矛盾化解在门口。", []),
        ("罗远航希望广大农民工积极返乡创业。", ["广大农民工"]),
    ],
)
def test_by_what_means_is_nobody_who_is_wished_it(words: str, who: list[str]) -> None:
    assert [one[0] for one in told(words)] == [who]


def test_a_topic_leads_to_its_unit_whatever_was_told_before() -> None:
    words = "罗远航要求，驻村干部要逐户走访，做到底数清楚。严格落实首问负责，不推不拖。罗远航要求，信访工作要强化保障，有关部门要各司其职。"
    assert told(words)[-1] == (["有关部门"], "信访工作要强化保障，有关部门要各司其职")


def test_a_topic_does_not_lead_to_who_may_not() -> None:
    words = "罗远航要求，青溪镇要做好补偿。补偿款必须打卡到户，任何单位不得截留。"
    assert [one[0] for one in told(words)][1:] == [["青溪镇"], ["任何单位"]]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "罗远航强调，各部门要加强督查，县里已成立督查组，各单位也要成立工作组。",
            ["各部门要加强督查", "各单位也要成立工作组"],
        ),
        (
            "罗远航强调，有关部门要各司其职，我县接下来也将严格实行一票否决。",
            ["有关部门要各司其职"],
        ),
        (
            "罗远航强调，对全县已建成的项目逐个核查，各乡镇要积极配合。",
            ["对全县已建成的项目逐个核查，各乡镇要积极配合"],
        ),
    ],
)
def test_what_is_done_or_planned_ends_a_demand(words: str, actions: list[str]) -> None:
    assert [one[1] for one in told(words)] == actions


def test_demands_follow_whoever_asks_for_mending() -> None:
    words = "最后，罗远航针对大家的发言提出整改工作要求，各村积极开展走访，把问题记下来。"
    assert told(words) == [(["各村"], "各村积极开展走访，把问题记下来")]
