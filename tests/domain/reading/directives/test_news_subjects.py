"""Who is told in news reports: heads no list names, things told as persons, those only served."""

import pytest
from tests.domain.reading.reading_of import read

LEAD = "本报讯 11月6日，县长罗远航主持召开调度会议。副县长方明、县住建局局长齐小雨参加会议。\n\n"


def _told(words: str) -> list[list[str]]:
    return [[each.text for each in one.addressees] for one in read(LEAD + words).directives]


@pytest.mark.parametrize(
    "unit",
    [
        "塔吊司机、信号工",
        "参保人",
        "投标人",
        "武警中队、民兵应急连",
        "公安、消防等救援力量",
        "全县各族人民",
        "各分管县长",
        "搬迁户",
        "寄宿生",
        "市场方",
        "县广播电视台",
        "养鸡场",
        "学校食堂",
        "两部门",
        "三个乡镇",
        "城建、交警、教育三家",
        "学员们",
    ],
)
def test_a_head_of_persons_when_it_stands_before_the_modal_then_it_is_told(unit: str):
    assert _told(f"会议要求，{unit}要认真抓好落实。") == [[unit]]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议要求，政府投资项目要带头兑付工资。", [["政府投资项目"]]),
        ("会议要求，在建工程要严格执行六个百分百。", [["在建工程"]]),
        ("会议要求，景区要延长开放时间，滞留旅客要妥善安置。", [["景区"]]),
        ("会议要求，各镇要今晚动员到户，独居老人要优先转移。", [["各镇"]]),
        (
            "会议要求，地下车库业主要备足沙袋，企业主要负责人要到现场。",
            [["地下车库业主"], ["企业主要负责人"]],
        ),
        ("会议指出，这些企业主要分布在园区。", []),
        ("会议指出，困难户取暖补贴，县财政局要在月底前发到位。", [["县财政局"]]),
        ("会议强调，也要清醒看到，工业投资回落等问题依然突出。", []),
        ("会议强调，截至目前，全县已开工43个，开工率低于上年同期。", []),
    ],
)
def test_a_thing_when_it_stands_as_subject_then_only_what_persons_do_makes_it_one(
    words: str, units
):
    assert _told(words) == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "罗远航要求，县领导到挂钩乡镇，乡镇干部到村，村居干部到户。",
            [["县领导"], ["乡镇干部"], ["村居干部"]],
        ),
        (
            "会议强调，县总工会在园区办个托管班，7月1日就开班，开发区出场地、出经费。",
            [["县总工会"], ["开发区"]],
        ),
        (
            "罗远航指出，新市镇要一截一截地查，县住建局派人协助，两家十天之内拿出清单。",
            [["新市镇"], ["县住建局"], ["两家"]],
        ),
        (
            "会议要求，企业值班人员要守在岗上，驻厂安监员一天三查。",
            [["企业值班人员"], ["驻厂安监员"]],
        ),
        ("会议要求，涉嫌恶意欠薪的，县公安局、县法院提前介入。", [["县公安局、县法院"]]),
        ("会议要求，由县住建局修改完善后印发实施。", [["县住建局"]]),
        ("会议听取了汇报，要求由县住建局修改完善后印发实施。", [["县住建局"]]),
    ],
)
def test_another_subject_when_it_acts_behind_a_comma_then_it_is_told_by_itself(words: str, units):
    assert _told(words) == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "方明就抓好贯彻落实提出要求，强调各苏木镇、各部门要迅速分解任务。",
            [["各苏木镇、各部门"]],
        ),
        ("方明就贯彻落实会议精神要求，散会后，各部门立即行动，今晚就要把人撒出去。", [["各部门"]]),
        ("罗远航对随行人员说，越到最后越要稳住神。", [[]]),
        ("罗远航对随行的县教育局负责人说，三天之内把账算清楚。", [["县教育局负责人"]]),
        (
            "罗远航对学员们讲，首先要会“学”，不能拿老黄历看新问题；其次要会“算”，不准白条入账。",
            [["学员们"], ["学员们"]],
        ),
        ("罗远航希望洑塬在“等”字上别等过了头。", [["洑塬"]]),
        ("罗远航要求，洑塬要把短板补上。", [["洑塬"]]),
        ("罗远航指出，睡前要检查炉火。", [[]]),
    ],
)
def test_those_addressed_by_a_speech_when_named_around_it_then_they_are_told(words: str, units):
    assert _told(words) == units


def test_a_promise_when_it_names_nobody_then_the_one_who_speaks_promises():
    assert _told("齐小雨表示，将认真吸纳意见，9月底前新增车位320个。") == [["齐小雨"]]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议强调，一线操作工上岗前必须完成三级安全教育。", [["一线操作工"]]),
        ("会议强调，驾驶员上路前须检查车况。", [["驾驶员"]]),
        ("会议强调，高处作业人员不系安全带不准上架。", [["高处作业人员"]]),
        ("会议强调，民办学校举办者须依规办学。", [["民办学校举办者"]]),
        ("会议强调，宣传思想战线要守好阵地。", [["宣传思想战线"]]),
        ("会议强调，选派单位要做好后盾。", [["选派单位"]]),
        ("会议强调，县委理论学习中心组成员要先学一步。", [["县委理论学习中心组成员"]]),
        ("会议要求，责任单位要亲自上手，牵头县领导一线督办。", [["责任单位"], ["牵头县领导"]]),
        ("会议要求，各镇不漏一户，一个人也不能放回去。", [["各镇"]]),
        ("罗远航希望广大荻商常回家乡走一走，当好推介官。", [["广大荻商"]]),
        ("方明建议，洑塬对短板不要遮、不要护，两周内报整改方案。", [["洑塬"]]),
        ("会议要求，由副县长方明牵头组建专班推进。", [["方明"]]),
        ("齐小雨表态说，集团将认真落实会议要求，按月支付工资，请县委、县政府放心。", [["集团"]]),
    ],
)
def test_a_name_when_verbs_stand_in_it_or_a_case_behind_it_then_it_ends_where_it_ends(
    words: str, units
):
    assert _told(words) == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议强调，一要由县水利局派出工作组下沉督导。", [["县水利局"]]),
        ("会议强调，保险公司理赔不许拖。", [["保险公司"]]),
        ("会议强调，用人单位招工不得设置性别门槛。", [["用人单位"]]),
        ("会议强调，货车司机进城须办通行证。", [["货车司机"]]),
        ("会议强调，牧民朋友们要听招呼。", [["牧民朋友们"]]),
        ("会议强调，家委会要发挥监督作用。", [["家委会"]]),
        ("会议强调，民宿要明码标价，农家乐不许短斤少两。", [["民宿"], ["农家乐"]]),
        ("会议强调，妇联、共青团要组织评选，外出能人要多出力。", [["妇联、共青团"], ["外出能人"]]),
        ("会议强调，企业要深度参与，用工企业每年接收实习生。", [["企业"], ["用工企业"]]),
        ("会议强调，旗级领导要按照分工，下到苏木、嘎查、企业解剖麻雀。", [["旗级领导"]]),
    ],
)
def test_who_acts_when_a_verb_or_a_modal_stands_around_the_name_then_the_name_alone_is_told(
    words: str, units
):
    assert _told(words) == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (
            "罗远航连线各乡镇，逐一点名。“西溪乡，西溪乡今夜必须转移31户，一户都不能留。”“东陵镇马上组织力量上堤，两小时报一次水位。”",
            [["西溪乡"], ["东陵镇"]],
        ),
        ("会议强调，景区要关停项目。气象台半小时发布一次实况。", [["景区"], ["气象台"]]),
        ("会议强调，各镇要抓紧。县广播电视台每小时滚动播报一次。", [["各镇"], ["县广播电视台"]]),
        ("会议强调，做好“三农”工作，意义重大。各镇要抓紧。", [["各镇"]]),
        ("会议强调，换届后的新任干部要尽快进入角色。", [["换届后的新任干部"]]),
    ],
)
def test_a_body_when_called_upon_or_told_by_a_time_then_it_is_told(words: str, units):
    assert _told(words) == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("罗远航说，手中有煤，心中不慌，要抓紧签订供煤合同。", [[]]),
        (
            "罗远航走进车间，对随行的人社、经信部门负责人说，搬得出只是第一步，人社、经信部门要帮企业揽订单。",
            [["人社、经信部门"]],
        ),
        ("会议指出，从前两个月运行情况看，经济开局平稳，但外贸承压等问题不容忽视。", []),
    ],
)
def test_plain_words_of_a_leader_when_a_modal_follows_then_it_demands(words: str, units):
    assert _told(words) == units


def test_chiefs_when_persons_were_told_before_them_then_they_are_told_by_themselves():
    assert _told("会议要求，值班人员一律不准脱岗，带班领导要守在电话旁。") == [
        ["值班人员"],
        ["带班领导"],
    ]
    assert _told("会议要求，各镇一律不准脱岗，带班领导要守在电话旁。") == [["各镇"], ["带班领导"]]
    assert _told("会议要求，各镇要严防死守，带班领导一律不准离岗。") == [["各镇"]]
