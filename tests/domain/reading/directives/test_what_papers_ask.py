"""Whom the points of notices, letters and plans tell, each construction by words that no drill holds."""

import pytest
from tests.domain.reading.reading_of import read

_SALUTATION = "各乡镇人民政府，县直有关单位"
_NOTICE = (
    f"关于做好秋冬安全工作的通知\n{_SALUTATION}：\n为做好秋冬安全工作，现就有关事项通知如下：\n"
    "{}\n泺川县人民政府办公室\n2025年10月12日\n"
)


def _told(words: str, frame: str = _NOTICE) -> list[tuple[str, str]]:
    """Return whom each demand tells, and its limit."""
    found = read(frame.format(words), year=2025).directives
    return [
        ("+".join(one.text for one in each.addressees) or "-", str(each.deadline.day or ""))
        for each in found
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("一、鼓励用水户协会参与管护。", "用水户协会"),
        ("一、县水利局要清淤。鼓励种粮大户开展代耕。", "县水利局/种粮大户"),
        ("一、县水利局要清淤，鼓励群众投工。", "县水利局"),
        ("一、开工前请贵公司办理占道手续。", "贵公司"),
        ("一、也请沿街商户主动清扫门前积雪。", "沿街商户"),
        ("一、望各学校引以为戒，举一反三。", "各学校"),
        ("一、测量员下井作业必须携带仪器。", "测量员"),
        ("一、护堤员上堤巡查要佩戴袖标。", "护堤员"),
        ("一、任何单位和个人发现线索的，不得擅自处理。", "任何单位和个人"),
        ("一、路线选址由县交通局把关，各村具体落实，严禁毁林。", "县交通局+各村"),
        ("一、查验不合格的，押运员有权拒运。", ""),
        ("一、渡口是否停航由各船管站研判后自行决定。", "各船管站"),
        ("一、护路员赶集日、庙会期间必须全天在岗。", "护路员"),
        ("一、拖拉机、农用车不得载人。", "拖拉机、农用车"),
        ("一、自建房户主应当每季度自查一次。", "自建房户主"),
        ("一、请过往船舶减速慢行。", "过往船舶"),
        ("一、请广大储户提前预约。", "广大储户"),
        ("一、围栏、便桥等临时设施，代建单位要逐日检查。", "代建单位"),
        ("一、抓好灶房、宿舍等重点部位，施工单位必须配齐灭火器。", f"{_SALUTATION}/施工单位"),
        ("一、错峰用水。给您带来不便，敬请谅解。", ""),
        ("一、收购点不得压级压价。", "收购点"),
        ("一、请家长朋友切实担起看护责任。", "家长朋友"),
        ("一、也恳请您多陪陪老人，少刷手机。", _SALUTATION),
        ("一、禁捕期限自6月1日零时起至8月31日24时止。", ""),
        ("一、管住权力。对推诿扯皮、吃拿卡要的，一经查实，从严处理。", ""),
        ("一、联户长每天把名单报到群里，不报“正在核实”。", "联户长"),
        ("一、班组每晚清点一次人数，差一人也要找。", "班组"),
    ],
)
def test_who_is_told(words: str, told: str) -> None:
    assert "/".join(who for who, _ in _told(words)) == told


def test_a_bracket_tells_who_and_by_when() -> None:
    words = "一、改造中心站4个，统一标识。（县商务局牵头，各镇配合，9月底前完成）"
    plan = "泺川县村级站点建设实施方案\n{}\n泺川县商务局\n2025年6月2日\n"
    assert _told(words, plan) == [("县商务局+各镇", "2025-09-30")]


def test_a_phase_of_months_ends_with_the_last() -> None:
    words = "一、时间安排\n1.试点阶段（7月至8月）。先行开通两条线路，每周会商一次，边跑边改。"
    plan = "泺川县村级站点建设实施方案\n{}\n泺川县商务局\n2025年6月2日\n"
    assert _told(words, plan) == [("-", "2025-08-31")]


def test_what_is_made_known_is_no_list_of_wrongs() -> None:
    circular = (
        "关于办公用房清理情况的通报\n各预算单位：\n9月，我局抽查了12家单位。现将有关情况通报如下：\n"
        "一、存在问题\n（一）个别单位超标。\n二、下步要求\n（一）被点名单位要限期腾退。\n"
        "（二）县财政局要加强复核。\n泺川县机关事务局\n2025年9月12日\n{}"
    )
    assert [who for who, _ in _told("", circular)] == ["被点名单位", "县财政局"]


def test_an_open_letter_calls_upon_its_readers() -> None:
    letter = (
        "节约用水倡议书\n广大市民朋友们：\n入夏以来，来水偏少。为此，我们倡议：\n"
        "一、不用长流水洗车，淘米水用来浇花。\n二、机关干部要带头安装节水龙头。\n泺川县水利局\n2025年7月2日\n{}"
    )
    assert [who for who, _ in _told("", letter)] == ["广大市民朋友们", "机关干部"]


def test_rules_by_articles_tell_who_must() -> None:
    rules = (
        "泺川县户外广告设置管理办法\n第一条 为规范户外广告设置，制定本办法。\n"
        "第二条 本办法所称户外广告，是指外墙招牌。\n第三条 县城管局负责户外广告的监督管理。\n"
        "第四条 设置人不得擅自变更位置。\n第五条 违反本办法的，由县城管局责令限期改正。\n"
        "第六条 本办法自2025年7月1日起施行。\n泺川县人民政府\n2025年5月20日\n{}"
    )
    assert [who for who, _ in _told("", rules)] == ["县城管局", "设置人"]


def test_third_thing_counted_is_no_article() -> None:
    assert [who for who, _ in _told("一、抓项目。第三条生产线要年底前投产。")] != ["条生产线"]


def test_cases_made_known_are_no_demands() -> None:
    circular = (
        "关于两起消防责任不落实典型案例的通报\n各乡镇人民政府：\n近期，我办倒查了两起火情，现将典型案例通报如下：\n"
        "1.金鼎酒楼锁闭安全出口。酒楼长期锁门，镇里三次巡查均未发现。\n"
        "2.恒丰仓库违规动火。焊工无证上岗，负责人却签字放行。\n"
        "上述问题，发人深省。县消防大队要逐店复查。\n泺川县消防安全委员会办公室\n2025年9月12日\n{}"
    )
    assert "县消防大队" in [who for who, _ in _told("", circular)]
    assert not {"金鼎酒楼", "恒丰仓库"} & {who for who, _ in _told("", circular)}


def test_the_head_of_a_counted_point_demands_nothing() -> None:
    opinion = (
        "关于建立护渠联动机制的实施意见\n为管好渠道，现就建立护渠联动机制提出以下意见。\n"
        "第一，畅通渠道。县水务局要设立报险电话。\n第二，压实期限。护渠员应当在两小时内到场。\n"
        "泺川县水务局\n2025年3月12日\n{}"
    )
    assert [who for who, _ in _told("", opinion)] == ["县水务局", "护渠员"]
