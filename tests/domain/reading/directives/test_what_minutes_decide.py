"""What minutes refuse, settle, give leave for and hand over, with other words than any page has."""

import pytest
from tests.domain.reading.reading_of import read

MINUTES = "关于校舍改造有关问题的专题会议纪要\n\n3月1日，副县长方明主持召开会议。现将会议议定事项纪要如下：\n\n"
Told = list[tuple[list[str], str]]


def told(words: str) -> Told:
    read_as = read(MINUTES + "三、关于有关问题。" + words)
    return [([each.text for each in one.addressees], one.action) for one in read_as.directives]


@pytest.mark.parametrize(
    "words",
    [
        "上坝镇报送的收费标准测算粗略，暂缓执行",
        "监理单位要求增加的驻场费用，因合同未作约定，不予认可",
        "渔户提出的网箱补助，由于已超出申报期限，不予受理",
        "关于莲花乡申请设立农贸市场的请示，因辐射人口偏少，暂不考虑",
        "施工方主张的窝工费证据不足，不予采信",
        "县客运公司申请的燃油补贴，超出政策范围，不予支持",
        "业主代表要求更换物业的诉求，不属于政府职权范围，不予研究",
        "对林场提出的以林权抵押融资的请求暂缓研究，待评估后另行研究",
        "石桥镇报送的名单有误，退回重报",
        "中标单位资质造假，取消中标资格",
        "维持原定的回迁顺序不变",
        "停止发放2019年以前的种粮大户奖补",
        "否决在水源保护区边缘设置加油站的方案",
        "该资产处置事项提交下次会议研究",
        "改造总投资按2300万元控制",
        "同意货币化补偿方案，由村民自主选择产权调换或现金补偿",
        "已批未建的2处楼盘，暂停办理施工许可，待论证后再作决定",
        "关于直播机位收费，群众反映强烈，即刻叫停",
        "供货商要求延长质保的条款，不符合招标文件，不得列入合同",
        "同意陶家湾砖窑址申报省级文物保护单位",
        "原则同意县文旅局关于举办皮影展演的意见",
        "对祠堂暂缓征收，待文物部门出具意见后另行研究",
    ],
)
def test_minutes_when_they_decide_by_themselves_then_nobody_is_told(words: str):
    assert told(words + "。") == [([], words)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("同意县水利局从水利发展资金中列支120万元，用于渠首闸门更换", "县水利局"),
        ("同意莲花乡使用预备费30万元，专项用于政府投资项目前期", "莲花乡"),
        ("授权县国资中心与意向企业开展谈判", "县国资中心"),
        ("工程结算资料移交县审计局审查", "县审计局"),
        ("闲置校舍划归县国有资产经营公司管理", "县国有资产经营公司"),
        ("资产移交事宜由县国资中心商县财政局提出意见", "县国资中心"),
        ("去年拖欠的42万元运费，由县财政局补齐", "县财政局"),
        ("遗留的三处古民居，责成县文旅局建立保护名录", "县文旅局"),
        ("监测系统委托柳林坡管护站运维", "柳林坡管护站"),
        ("封山决定授权县林业局先行作出，事后补报", "县林业局"),
        ("招标全程由县纪委监委派驻第二纪检监察组监督", "县纪委监委派驻第二纪检监察组"),
        ("限县城管局五日内拆除违建", "县城管局"),
        ("保护范围内新建建筑，县自然资源局须征求文物部门意见", "县自然资源局"),
        ("资金拨付前，允许县财政局先行垫付80万元", "县财政局"),
    ],
)
def test_minutes_when_one_office_is_to_act_then_it_is_told_with_its_matter(words: str, unit: str):
    assert told(words + "。") == [([unit], words)]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("县林业局严格把关，对违规申请一律不予受理。", [["县林业局"]]),
        ("县水利局负责完善取水许可，手续不全的暂缓供水。", [["县水利局"]]),
        ("决定终止管养合同，由县城管局重新组织招标。", [[], ["县城管局"]]),
        ("更换闸门列入今年水毁修复计划，县水利局做好设备选型。", [[], ["县水利局"]]),
        ("由受益户于6月底前完成整改。", [["受益户"]]),
        ("责成金汇建设集团有限公司限期退场。", [["金汇建设集团有限公司"]]),
        ("会议确定的事项由县政府督查室跟踪督办。", [["县政府督查室"]]),
        ("片区占地约260亩，涉及住户410户，多为上世纪七十年代所建。", []),
        ("国道两侧严禁堆放秸秆。", [[]]),
        ("各景区不得超载接待。", [["各景区"]]),
        ("开挖手续由县住建局办。", [["县住建局"]]),
        ("限龙楼港镇、县商务局一周内作出书面检讨。", [["龙楼港镇、县商务局"]]),
        ("股东涉嫌抽逃出资的线索，县公安局初查后视情立案。", [["县公安局"]]),
        ("发射后礁石滩必须清空，由龙楼港镇组织劝离。", [["龙楼港镇"]]),
        ("12户必须撤出，过渡费由县民政局先行垫付。", [[], ["县民政局"]]),
        ("会议对龙楼港镇办理迟缓提出批评。", []),
        ("莲花乡对退回的方案重新修改，十日内报送。", [["莲花乡"]]),
        ("搬迁安置牵涉面广、情况复杂。", []),
    ],
)
def test_minutes_when_an_office_refuses_or_a_fact_is_told_then_that_is_no_decision(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(words)] == units


@pytest.mark.parametrize("head", ["渔船避让", "学生转运", "原纺织厂职工安置问题"])
def test_a_point_of_minutes_when_it_but_names_a_matter_then_what_is_behind_it_is_told(head: str):
    page = MINUTES + f"三、{head}。由县交通局设置绕行标志。"
    found = [([each.text for each in one.addressees], one.action) for one in read(page).directives]
    assert found == [(["县交通局"], "由县交通局设置绕行标志")]


@pytest.mark.parametrize(
    "head", ["第二件，原供销社职工要求落实补助问题", "第一项，某工地农民工讨薪事项"]
)
def test_a_case_of_minutes_when_a_sentence_names_it_then_what_is_behind_it_is_told(head: str):
    page = MINUTES + f"{head}。由县人社局核实工龄，涉嫌欠薪的移送公安机关。"
    found = [([each.text for each in one.addressees], one.action) for one in read(page).directives]
    assert found == [(["县人社局"], "由县人社局核实工龄，涉嫌欠薪的移送公安机关")]


def test_a_duty_of_an_office_when_it_stands_behind_its_name_and_a_colon_then_it_is_told():
    page = (
        MINUTES
        + "县公安局：严厉打击围堵游客，对涉嫌诈骗的立案侦查。\n\n市场开办方：设立先行赔付金。"
    )
    found = [([each.text for each in one.addressees], one.action) for one in read(page).directives]
    assert found == [
        (["县公安局"], "严厉打击围堵游客，对涉嫌诈骗的立案侦查"),
        (["市场开办方"], "设立先行赔付金"),
    ]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("设计单位图纸错漏较多，限期重出。", ["设计单位"]),
        ("县商务局抓紧定摊位，月底前开张。", ["县商务局"]),
        ("请县供热公司复核口径。", ["县供热公司"]),
    ],
)
def test_what_minutes_say_when_it_stands_behind_a_heading_and_a_colon_then_it_begins_afresh(
    words: str, who: list[str]
):
    page = MINUTES + "四、老粮仓改造：" + words
    assert [[each.text for each in one.addressees] for one in read(page).directives] == [who]


def test_a_point_of_minutes_when_it_but_heads_its_own_text_then_the_text_alone_is_told():
    page = MINUTES + "一要分流。县公安局单向放行。\n\n二要限量。景区管理方把承载量压到1.8万人。"
    found = [([each.text for each in one.addressees], one.action) for one in read(page).directives]
    assert found == [
        (["县公安局"], "县公安局单向放行"),
        (["景区管理方"], "景区管理方把承载量压到1.8万人"),
    ]
