"""Limits and words like them combined from lists: every form of a day, in every place of a clause, with every verb.

What is right follows from how a cell is built, so that one cell in a thousand that fails is seen.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from guatu.adapters.holidays import china_holidays
from guatu.adapters.lexicons import load_lexicon
from guatu.domain.kernel.calendar import five_days
from guatu.domain.reading import read_page
from guatu.domain.reading.deadlines import Anchor, deadlines_in
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.units import is_unit

SPOKEN = date(2025, 6, 18)  # a Wednesday
WORKING = five_days(holidays=china_holidays())
ANCHOR = Anchor(spoken=SPOKEN, year=2025, working=WORKING)
ENDED = {
    "8月15日前": "08-15",
    "8月15日下班前": "08-15",
    "8月15日18时前": "08-15",
    "八月十五日之前": "08-15",
    "7月底前": "07-31",
    "7月末": "07-31",
    "7月中旬前": "07-20",
    "今年10月底": "10-31",
    "本月底前": "06-30",
    "下月10日前": "07-10",
    "25日前": "06-25",
    "本周五前": "06-20",
    "下周一下班前": "06-23",
    "本周内": "06-22",
    "年底前": "12-31",
    "三季度末前": "09-30",
    "5个工作日内": "06-25",
    "一周内": "06-25",
    "一个月内": "07-18",
    "会后三天内": "06-21",
    "国庆节前": "09-30",
    "元旦前": "12-31",
}
PRESSED = ["", "于", "务必在", "确保", "力争在", "最迟", "原则上", "赶在", "须于"]
WHO = ["县住建局要", "青石镇", "各施工单位要", "由县水利局牵头，", ""]
DEEDS = [
    "完成管网改造",
    "将实施方案报县政府办",
    "拿出整改方案",
    "全部销号",
    "配齐护林员",
    "对低洼院落逐一排查",
    "张榜公示补助名单",
    "落实责任人",
    "动工建设",
    "腾退闲置厂房",
]
STATES = ["管网改造{}完成", "清单{}交督查室", "危房住户{}全部搬离", "人员{}到岗", "图纸{}送审"]
BARE = ["8月15日", "9月底", "10月上旬", "三季度", "下半年", "年底", "下周一", "月底", "10月份"]
DEMANDED = ["各乡镇要加强巡查", "要做好准备", "县财政局要足额保障资金", "务必盯紧看牢"]


def _days(words: str) -> list[str]:
    found = deadlines_in(words, ANCHOR, load_lexicon())
    return [one.day.isoformat().removeprefix("2025-") for one in found if one.day]


def test_a_limit_in_any_form_and_place_has_its_day() -> None:
    wrong = {}
    for (limit, day), pressed in product(ENDED.items(), PRESSED):
        for words in _places(f"{pressed}{limit}"):
            if _days(words) != [day]:
                wrong[words] = _days(words)
    assert wrong == {}


def _places(limit: str) -> Iterator[str]:
    for number, (who, deed) in enumerate(product(WHO, DEEDS)):
        yield f"{who}{limit}{deed}"
        if number % len(WHO) == 0:
            yield f"{who or '要'}抓紧推进，{limit}{deed}"
            yield f"{limit}，{who or '要'}{deed}"
    yield from (state.format(limit) for state in STATES)


@pytest.mark.parametrize(
    "reason",
    [
        "{}进入主汛期",
        "{}是全年收官",
        "{}将迎来省级验收",
        "{}就要考核",
        "{}正值旅游旺季",
        "{}有一次强降雨过程",
        "省委巡视组{}进驻",
        "全省现场会{}在我县召开",
        "新学期{}开学",
        "葡萄{}就要上市",
        "第二轮督察{}启动",
        "活动持续到{}",
        "合同期限至{}",
        "封山期至{}",
        "离{}只有不到两个月",
        "自{}起实行新标准",
        "一旦{}出现险情",
        "{}绝不能再出事故",
        "按合同{}就该交付",
        "{}就有五家企业投产",
        "{}马上就到",
        "高考{}举行",
    ],
)
def test_a_time_that_is_the_reason_is_no_limit(reason: str) -> None:
    cells = [f"{reason.format(one)}，{demand}" for one, demand in product(BARE, DEMANDED)]
    assert {words: _days(words) for words in cells if _days(words)} == {}


@pytest.mark.parametrize(
    "case",
    [
        "材料齐全的",
        "对符合条件的申请",
        "受理申请后",
        "办法印发后",
        "项目竣工后",
        "收款后",
        "自公示结束之日起",
        "一般隐患",
        "群众诉求",
        "理赔案件",
        "收购款",
        "每起案件",
        "凡新增户",
        "一旦发现疫情",
        "对逾期未缴的",
    ],
)
def test_a_count_that_begins_with_each_case_is_no_limit(case: str) -> None:
    counts = ["3日内", "7天内", "十日内", "5个工作日内", "一周内", "一个月内"]
    links = ["", "，", "要在", "，须", "，县住建局要在"]
    deeds = ["办结", "落实帮扶", "予以答复", "付清", "完成整改"]
    cells = ["".join((case, *one)) for one in product(links, counts, deeds)]
    assert {words: _days(words) for words in cells if _days(words)} == {}


COUNTS = ["3日内", "7个工作日内", "两周之内", "一个月内"]
SERVED = ["办结", "答复到人", "处置完毕", "把钱打到卡上", "作出决定"]


@pytest.mark.parametrize(
    "matter",
    [
        "小额理赔",
        "公积金提取申请",
        "二类缺陷",
        "饮用水异味投诉",
        "学籍转接",
        "有异议的",
        "未通过审核的",
        "因病致贫的家庭",
    ],
)
def test_what_is_served_to_whoever_comes_has_no_day(matter: str) -> None:
    links = ["", "要在", "，县医保局要在", "，经办机构须在", "一律"]
    cells = ["".join((matter, *one)) for one in product(links, COUNTS, SERVED)]
    assert {words: _days(words) for words in cells if _days(words)} == {}


@pytest.mark.parametrize("way", ["健全诉求办理机制", "优化流程", "推行限时办理", "实行一次告知"])
def test_a_way_of_working_gives_its_counts_no_day_but_for_what_is_pointed_at(way: str) -> None:
    for who, count, served in product(["", "县政务局要"], COUNTS, SERVED):
        assert _days(f"{who}{way}，{count}{served}") == []
        assert len(_days(f"{who}{way}，对这次查出的9个问题，{count}{served}")) == 1
        assert len(_days(f"{who}{way}，{count}拿出办法")) == 1


def test_what_holds_for_a_time_is_due_at_no_end_of_it() -> None:
    things = ["新造林地", "该地块", "流转土地", "县里要确保"]
    spells = ["三年内", "五年之内", "半年之内", "30天内"]
    holds = ["严禁放牧", "不得转让", "只增不减", "免收租金", "不再新批", "保持稳定"]
    cells = ["".join(one) for one in product(things, spells, holds)]
    assert {words: _days(words) for words in cells if _days(words)} == {}


@pytest.mark.parametrize(
    "who", ["县水务局要在", "由县城管局牵头，", "责成县国资中心", "施工方", ""]
)
def test_what_is_done_once_or_pointed_at_has_its_day(who: str) -> None:
    deeds = ["拿出整治方案", "把12处堵点疏通", "兑现拖欠的工程款", "将名单报县委办", "开完业主会"]
    cells = [f"{who}{count}{deed}" for count, deed in product(COUNTS, deeds)]
    assert [words for words in cells if len(_days(words)) != 1] == []
    for matter in ["对今天收集的意见，", "对剩余的14户，", "把企业反映的这几件事，"]:
        cells = [f"{matter}{count}{served}" for count, served in product(COUNTS, SERVED)]
        assert [words for words in cells if len(_days(words)) != 1] == []


@pytest.mark.parametrize(
    "event",
    [
        "汛期",
        "森林防火期",
        "县第十四次党代会",
        "大会",
        "施工",
        "开工",
        "枯水期",
        "下次例会",
        "秋收",
    ],
)
def test_a_limit_at_an_event_is_named_and_has_no_day(event: str) -> None:
    for pressed, deed in product(["", "在", "务必在", "力争", "县住建局要在"], DEEDS):
        words = f"{pressed}{event}前{deed}"
        found = deadlines_in(words, ANCHOR, load_lexicon())
        named = [words[one.start : one.end] for one in found]
        assert [one.day for one in found] == [None], words
        assert named[0].endswith(f"{event[-2:]}前"), words


@pytest.mark.parametrize("verb", ["抓好", "加强", "研判", "推进", "细化", "统筹", "谋划", "落实"])
def test_a_bare_time_between_a_verb_and_its_object_is_no_limit(verb: str) -> None:
    objects = ["预算执行", "安全生产工作", "重点任务清单", "物资储备", "经济运行分析"]
    cells = [f"{who}{verb}{time}{one}" for who, time, one in product(WHO[:3], BARE, objects)]
    assert {words: _days(words) for words in cells if _days(words)} == {}


def test_a_year_written_out_is_that_year() -> None:
    years = {"二〇二六年": 2026, "二○二七年": 2027, "二零二六年": 2026, "2026年": 2026}
    limits = {"三月底前": "03-31", "六月三十日前": "06-30", "底前": "12-31", "上半年内": "06-30"}
    for (year, number), (limit, day), deed in product(years.items(), limits.items(), DEEDS):
        assert _days(f"务必在{year}{limit}{deed}") == [f"{number}-{day}"], (year, limit, deed)


def test_what_will_be_done_at_a_time_has_its_day_and_what_is_taken_up_has_none() -> None:
    days = {"7月中旬": "07-20", "三季度末": "09-30", "下周三下午": "06-25", "8月15日": "08-15"}
    for (time, day), deed in product(days.items(), ["评出优秀案例", "打通断头路", "搬离旧址"]):
        assert _days(f"县商务局将{time}{deed}") == [day], (time, deed)
    for time, matter in product(
        days, ["任务分解下去", "的会议开好", "重点工作排出来", "预算编细编实"]
    ):
        assert _days(f"县商务局将{time}{matter}") == [], (time, matter)


def test_a_unit_acts_behind_a_limit_in_any_form() -> None:
    forms = [*ENDED, "2025年底前", "明年3月底", "今年9月底前", "三季度前", "“十一”前", "明日12时前"]
    units = ["县妇联", "云台街道", "工作专班", "文旅集团", "施工方", "各责任单位", "项目业主"]
    wrong = []
    for unit, limit in product(units, forms):
        if limit.startswith("会后"):
            continue
        words = f"{unit}{limit}解决饮水难题"
        doing = unit_doing(words, load_lexicon())
        if doing is None or words[doing.start : doing.end] != unit:
            wrong.append(words)
    assert wrong == []
    assert not is_unit("县妇联9月底前抽调人员", load_lexicon())


def _limits_of(page: str) -> list[tuple[str, list[str]]]:
    reading = read_page(page, lexicon=load_lexicon(), year=2025, working=WORKING)
    return [
        (one.action, [limit.day.isoformat() for limit in one.limits if limit.day])
        for one in reading.directives
    ]


@pytest.mark.parametrize(
    "announced",
    [
        "县教育局{}要办好三件事",
        "县教育局要在{}办结以下三项任务",
        "{}，县教育局要完成三项任务",
    ],
)
@pytest.mark.parametrize("ordinals", ["一是 二是 三是", "一要 二要 三要"])
def test_a_limit_of_an_announced_list_holds_for_its_items(announced: str, ordinals: str) -> None:
    first, second, third = ordinals.split()
    for limit, day in (("8月15日前", "2025-08-15"), ("国庆节前", "2025-09-30")):
        page = (
            "县里召开教育工作会议\n本报讯 6月18日，县长佟立海主持召开教育工作会议。佟立海强调，"
            f"{announced.format(limit)}：{first}加装烟感报警器；{second}更换直饮水滤芯；{third}9月10日前配齐校医。"
            "县卫健委要加强指导，每月巡诊一次。\n"
        )
        found = _limits_of(page)
        assert [days for _, days in found] == [[day], [day], ["2025-09-10"], []], found


def test_a_limit_of_a_heading_holds_for_the_points_below_it() -> None:
    page = (
        "石川县人民政府办公室关于做好农村供水保障工作的通知\n\n各乡镇人民政府，县直各单位：\n\n现将有关事项通知如下：\n\n一、7月底前完成的任务\n\n"
        "1.县水利局对全县86处集中供水点的水源井、蓄水池和消毒设备逐一检修，建立一井一档的动态管理台账。\n\n"
        "2.县卫健委对所有村级供水点的出厂水、末梢水开展一轮水质检测，检测结果在村务公开栏张榜公示。\n\n"
        "二、9月底前完成的任务\n\n1.县财政局足额安排管护经费，对年久失修的输水管道实施更新改造，确保冬季不冻不漏。\n\n"
        "三、有关要求\n\n各乡镇要加强宣传引导，教育群众爱护供水设施。\n\n石川县人民政府办公室\n\n2025年6月18日\n"
    )
    days = [days for _, days in _limits_of(page)]
    assert days == [["2025-07-31"], ["2025-07-31"], ["2025-09-30"], []]
