"""Whose words quotation marks hold where turns are taken, and what they command without modal or unit."""

import pytest
from tests.domain.reading.reading_of import VISIT as LEAD
from tests.domain.reading.reading_of import read
from tests.domain.reading.reading_of import told_on_visit as told

Told = list[tuple[list[str], str]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "“闸门几点能开？”“最快八点。”“七点半必须开，开不了就上人工。”罗远航语气很硬。",
            [([], "七点半必须开，开不了就上人工")],
        ),
        (
            "罗远航问：“工资发了没有？”“还差两个月。”“月底前一分不少发下去，你们公司把名单贴到墙上。”",
            [(["你们公司"], "月底前一分不少发下去，你们公司把名单贴到墙上")],
        ),
        (
            "罗远航没有坐下，对刚赶到的县水务局局长说：“从明天起，你们一天两检，检一次贴一次。后天把化验单送到我桌上。”",
            [
                (["你们"], "从明天起，你们一天两检，检一次贴一次"),
                (["你们"], "后天把化验单送到我桌上"),
            ],
        ),
        (
            "罗远航沿着坝走了一圈，指着漏水的缝说：“这条缝县水务局9月8日前必须堵上，我要来看。”",
            [(["县水务局"], "这条缝县水务局9月8日前必须堵上，我要来看")],
        ),
        (
            "罗远航摸了摸发烫的电线，脸色沉下来。“一分钟也不能等，县供电公司今天就换线。”现场一片安静。",
            [(["县供电公司"], "一分钟也不能等，县供电公司今天就换线")],
        ),
        (
            "罗远航当场把这件事交给了镇里：“镇里去量一量，10天之内把图纸拿到县里来。”",
            [(["镇里"], "镇里去量一量，10天之内把图纸拿到县里来")],
        ),
        (
            "“谁来赔？”罗远航自问自答，县应急局今天把定损的人派到户，县财政局先垫三成。",
            [
                (["县应急局"], "县应急局今天把定损的人派到户"),
                (["县财政局"], "县财政局先垫三成"),
            ],
        ),
        ("罗远航说：“派人去看，拍了照片发过来。”", [([], "派人去看，拍了照片发过来")]),
        (
            "“不通水不剪彩，不验收不付款！”罗远航在工地与六个乡镇的负责人座谈时这样说。",
            [([], "不通水不剪彩，不验收不付款")],
        ),
        (
            "罗远航说：“水价的材料明天送来，不许先涨后听。”",
            [([], "水价的材料明天送来，不许先涨后听")],
        ),
        (
            "罗远航接过话头：“先摸底、再动工，县住建局下周三前交出清单。”",
            [(["县住建局"], "先摸底、再动工，县住建局下周三前交出清单")],
        ),
    ],
)
def test_words_of_one_who_leads_when_quoted_then_what_they_want_done_is_read(
    words: str, expected: Told
):
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "“水太浑，孩子喝了闹肚子。”“管子修了三回还漏。”“啥时候能管一管？”村民们七嘴八舌。",
        "“改一台要多少钱？几年回本？”罗远航问得很细。",
        "罗远航走进老李家。“县长，屋顶还漏，您得管一管。”老李拉着他的手。",
        "罗远航问门口的大爷，水费涨了几块。“涨了三块，也没人说。”罗远航没有说话。",
        "罗远航说：“没有人问过，等于没有人管过。”",
        "罗远航说：“把群众的事办好了，群众就把你当亲人。”",
        "罗远航感慨地说：“派人去看了几次，心里才有底。”",
        "罗远航说，青石镇今年把厕所改了，把河清了，变化看得见。",
        "罗远航感慨：“看到水清了，心里踏实多了。”",
        "“宁可备而不用，不可用而无备。”罗远航反复念着这句话。",
        "罗远航指出，守不住一河清水，再高的产值也要打折扣。",
    ],
)
def test_words_when_they_ask_tell_or_praise_then_they_demand_nothing(words: str):
    assert told(words) == []


def test_narration_when_a_quotation_has_ended_then_it_demands_nothing():
    words = "罗远航说：“县住建局月底前交账。”乡镇干部把板凳搬到了院子里，别的话没有多说。"
    assert told(words) == [(["县住建局"], "县住建局月底前交账")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航回头交代随行的环保执法人员，今晚、明晚各蹲守一次，摸清是谁家的水。",
            [(["环保执法人员"], "今晚、明晚各蹲守一次，摸清是谁家的水")],
        ),
        (
            "罗远航转头叮嘱河道警长方明，看见电鱼的、毒鱼的，莫客气，依法从重。",
            [(["方明"], "看见电鱼的、毒鱼的，莫客气，依法从重")],
        ),
        (
            "罗远航交代县水利局副局长齐小雨，坝上的人今晚不许撤。",
            [(["齐小雨"], "坝上的人今晚不许撤")],
        ),
        (
            "他吩咐镇里的干部，把路口的灯今晚就修好，夜里轮流看着。",
            [(["镇里的干部"], "把路口的灯今晚就修好，夜里轮流看着")],
        ),
        (
            "罗远航说，天亮以后，安置点要有热水，要有干衣裳。",
            [([], "天亮以后，安置点要有热水，要有干衣裳")],
        ),
    ],
)
def test_persons_when_they_are_told_then_what_follows_is_for_them(words: str, expected: Told):
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "县财政局局长方明报告，全县已拨付资金三千万元。",
        "罗远航指出，有效需求不足、土地资源紧约束等问题，需要在发展中加以解决。",
        "罗远航指出，每一起溺水背后都是一个破碎的家庭，防溺水怎么抓都不为过。",
    ],
)
def test_a_report_or_a_want_when_it_is_told_then_it_demands_nothing(words: str):
    assert told(words) == []


def test_whom_an_earlier_speech_addressed_when_he_speaks_again_below_then_nobody_inherits():
    words = "罗远航叮嘱县供电公司负责人：线路月底前通电。\n\n罗远航强调，要把清单一件一件对清楚。"
    assert told(words)[-1] == ([], "要把清单一件一件对清楚")


def test_a_demand_when_a_quotation_is_led_to_behind_it_then_it_ends_before():
    words = "罗远航要求站长把门口的雪扫净，并对司机师傅说：“您慢点开，宁停三分，不抢一秒。”"
    assert [action for _, action in told(words)] == [
        "站长把门口的雪扫净",
        "您慢点开，宁停三分，不抢一秒",
    ]


def test_points_when_they_are_counted_up_first_then_each_is_for_whom_the_count_names():
    words = (
        "罗远航说，供水是良心活，有几句话大家要记牢：第一，井要看住；第二，药要投够，漏点不过夜。"
    )
    assert told(words) == [(["大家"], "井要看住"), (["大家"], "药要投够，漏点不过夜")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "青石镇党委副书记在视频那头表态：“青石镇三天内全部清完，请县里来查。”",
            ("promise", ["青石镇"], "青石镇三天内全部清完，请县里来查"),
        ),
        (
            "西河镇主要负责人作出承诺：西河镇明天中午前把120户危房里的人全部转走。",
            ("promise", ["西河镇"], "西河镇明天中午前把120户危房里的人全部转走"),
        ),
        (
            "县发改局在会上承诺，入冬前完成6个项目的主体封顶。",
            ("promise", ["县发改局"], "入冬前完成6个项目的主体封顶"),
        ),
        (
            "盛源棉业有限公司董事长方明说，盛源棉业今年将把就地转化率提高到60%。",
            ("promise", ["盛源棉业"], "盛源棉业今年将把就地转化率提高到60%"),
        ),
        (
            "齐小雨坦言，今年我们准备再租两间老仓，办一个手作工坊。",
            ("promise", ["我们"], "今年我们准备再租两间老仓，办一个手作工坊"),
        ),
        (
            "副院长在晨会上临时加了一句话：“儿科把低龄患儿名单列出来，住岛上的天黑前接过来。”",
            ("task", ["儿科"], "儿科把低龄患儿名单列出来，住岛上的天黑前接过来"),
        ),
        (
            "一位镇干部叮嘱：“各户今晚把大棚压膜线再紧一遍。”",
            ("task", ["各户"], "各户今晚把大棚压膜线再紧一遍"),
        ),
    ],
)
def test_an_office_or_a_post_without_a_name_when_it_speaks_then_it_promises_or_commands(
    words: str, expected: tuple[str, list[str], str]
):
    (one,) = read(LEAD + words).directives
    assert (one.kind.value, [each.text for each in one.addressees], one.action) == expected


@pytest.mark.parametrize(
    "words",
    [
        "一位大妈喊：“各家都来尝尝，不要钱！”",
        "西河镇镇长介绍：“大棚是去年建的，产量高。”",
        "三中新校区的建设，将缓解城东学位紧张的矛盾。",
    ],
)
def test_others_when_they_call_or_introduce_then_nothing_is_demanded(words: str):
    assert told(words) == []


def test_what_cannot_be_done_otherwise_when_a_leader_says_how_then_it_is_told():
    words = "罗远航说：“一辆车不够就加两辆，线路重新排，下周五前给我看结果。”"
    assert told(words) == [([], "一辆车不够就加两辆，线路重新排，下周五前给我看结果")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航掀开井盖看了看，回头问随行的水务局长：“多久清一次？”“一季度一次。”“改成一个月一次，雨季一周一次。”",
            [(["水务局长"], "改成一个月一次，雨季一周一次")],
        ),
        (
            "罗远航说，菜价的事商务局盯着，储备肉什么时候投，投多少，下周一拿个方案出来。",
            [(["商务局"], "菜价的事商务局盯着，储备肉什么时候投，投多少，下周一拿个方案出来")],
        ),
        (
            "罗远航说：“这件事我来协调，你们只管把图纸做细，月底前送县里。”",
            [(["你们"], "这件事我来协调，你们只管把图纸做细，月底前送县里")],
        ),
        (
            "罗远航把名单递给组织部部长，“这几个村的书记你们去谈，谈完了给我回话。”",
            [(["你们"], "这几个村的书记你们去谈，谈完了给我回话")],
        ),
        (
            "罗远航要求，路面的事交通局去管，杆线的事供电公司去管。",
            [(["交通局"], "路面的事交通局去管"), (["供电公司"], "杆线的事供电公司去管")],
        ),
        (
            "“把这堵墙拆了！”罗远航说，拆完种上树，不许再搭棚子。",
            [([], "把这堵墙拆了"), ([], "不许再搭棚子")],
        ),
        (
            "罗远航说，县人社局牵头，一个工地一个工地去对账，年底前把钱发到工人手里。",
            [(["县人社局"], "县人社局牵头，一个工地一个工地去对账，年底前把钱发到工人手里")],
        ),
        ("罗远航指出，谁签字谁负责，谁验收谁担责。", [([], "谁签字谁负责，谁验收谁担责")]),
        (
            "罗远航说，能上网办的都上网办，能一次办的绝不让群众跑两次。",
            [([], "能上网办的都上网办，能一次办的绝不让群众跑两次")],
        ),
        (
            "罗远航问方明能不能提前，方明想了想说：“能，我们加班，国庆前交房。”",
            [(["我们"], "我们加班，国庆前交房")],
        ),
        (
            "方明代表学校表态：“开学前把操场修好，绝不让孩子在工地边上课。”",
            [(["学校"], "开学前把操场修好，绝不让孩子在工地边上课")],
        ),
    ],
)
def test_plain_words_when_they_put_the_matter_first_then_who_acts_is_found(
    words: str, expected: Told
):
    assert told(words) == expected


def test_abuses_when_they_are_told_then_they_demand_nothing():
    assert told("罗远航指出，有的项目钱没到位就上马，有的部门只登记、不办理。") == []
