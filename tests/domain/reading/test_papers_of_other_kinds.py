"""Papers of other kinds: a body set up, a reply, an order to mend, a letter to parents, a breakdown, a table."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read as read_in

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import Reading
from guatu.domain.reading.marks import SourceText
from guatu.domain.reading.sources import read_source

SET_UP = """中共岚川县委办公室文件
岚办发〔2026〕18号
中共岚川县委办公室　岚川县人民政府办公室
关于成立岚川县城市内涝治理工作专班的通知
各乡镇党委、政府，县委各部门，县直各单位：
为加强组织领导，决定成立工作专班。现将有关事项通知如下：
一、人员组成
召集人：闵致远　县委常委、副县长
成　员：蔺守成　县住建局局长
郗建国　县水利局局长
专班办公室设在县住建局，蔺守成同志兼任办公室主任。
二、主要职责
（一）县住建局：负责编制内涝点位清单，3月31日前完成雨水管网普查。
（二）县水利局：负责河道水位调度。
中共岚川县委办公室
岚川县人民政府办公室
2026年3月2日
中共岚川县委办公室　　　　2026年3月2日印发
"""
REPLY = """岚川县人民政府关于《沙河综合治理二期工程的请示》的批复
岚政复〔2026〕7号
县水利局：
你局《沙河综合治理二期工程的请示》收悉。经研究，现批复如下：
一、原则同意实施沙河综合治理二期工程。
二、你局作为项目责任单位，要在6月15日前开工建设。
三、施工期间，务必确保行洪安全。
此复。
岚川县人民政府
2026年3月12日
"""
MEND = """岚川县安全生产委员会办公室
责令限期整改通知书
岚安办责改〔2026〕3号
岚川县永兴烟花爆竹有限公司：
2026年1月15日，我办对你公司进行检查时，发现存在下列问题：
1．2号库房超量储存成品120箱。
2．值班记录缺失3天。
现责令你公司：
一、立即停止2号库房收发作业，1月18日前转移超量部分。
二、1月31日前完成防雷装置检测。
岚川县安全生产委员会办公室
2026年1月16日
"""
PARENTS = """致全县中小学生家长的一封信
尊敬的家长朋友：
暑假将至，我们提醒您：
一要履行监护责任。不让未满12周岁的孩子骑车上路，不乘坐超员车辆。
岚川县教育局
2026年6月22日
"""
BREAKDOWN = """岚川县2026年优化营商环境重点任务分解方案
为持续优化营商环境，特制定本方案。
一、重点任务
1. 清理拖欠账款。6月30日前，无分歧欠款全部清偿到位。[牵头单位：县工信局；责任单位：各乡镇]
2. 降低用电成本。全年为企业节约成本600万元。[责任单位：国网岚川县供电公司]
"""
TABLE = """岚川县人民政府办公室关于印发春季造林绿化任务分工的通知
岚政办函〔2026〕9号
各乡镇人民政府，县直有关单位：
现将任务分工印发给你们，请抓紧组织实施，并于4月25日前将验收报告报县林业局。
附件：岚川县春季造林绿化任务分工表
岚川县人民政府办公室
2026年3月5日
附件
岚川县春季造林绿化任务分工表
序号\t任务内容\t责任单位\t完成时限
1\t荒山造林\t县林业局、石门乡\t4月15日
2\t农村四旁植树\t各乡镇\t4月10日
"""
ORDERLY = """岚川县公安局关于实行交通管制的通告
因赛事需要，现将有关事项通告如下：
一、管制时间：2026年4月19日6时至12时。
二、请广大群众自觉遵守交通秩序，服从现场民警指挥。
岚川县公安局
2026年4月12日
"""


def read(text: str) -> Reading:
    return read_in(text, year=2026)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SET_UP,
            [
                (["县住建局"], "负责编制内涝点位清单，3月31日前完成雨水管网普查"),
                (["县水利局"], "负责河道水位调度"),
            ],
        ),
        (
            REPLY,
            [
                ([], "原则同意实施沙河综合治理二期工程"),
                (["县水利局"], "你局作为项目责任单位，要在6月15日前开工建设"),
                (["县水利局"], "施工期间，务必确保行洪安全"),
            ],
        ),
        (
            MEND,
            [
                (["岚川县永兴烟花爆竹有限公司"], "立即停止2号库房收发作业，1月18日前转移超量部分"),
                (["岚川县永兴烟花爆竹有限公司"], "1月31日前完成防雷装置检测"),
            ],
        ),
        (
            PARENTS,
            [
                (["家长朋友"], "要履行监护责任"),
                (["家长朋友"], "不让未满12周岁的孩子骑车上路，不乘坐超员车辆"),
            ],
        ),
        (
            BREAKDOWN,
            [
                (["县工信局", "各乡镇"], "6月30日前，无分歧欠款全部清偿到位"),
                (["国网岚川县供电公司"], "全年为企业节约成本600万元"),
            ],
        ),
        (ORDERLY, [(["广大群众"], "广大群众自觉遵守交通秩序，服从现场民警指挥")]),
    ],
)
def test_a_paper_when_it_is_of_another_kind_then_its_demands_are_read(
    text: str, expected: list[tuple[list[str], str]]
):
    reading = read(text)

    assert len(reading.articles) == 1
    assert [
        ([each.text for each in one.addressees], one.action) for one in reading.directives
    ] == expected


def test_a_table_in_plain_text_when_tabs_part_its_cells_then_its_rows_are_directives():
    reading = read_source(SourceText(text=TABLE), lexicon=load_lexicon(), year=2026)

    assert len(reading.articles) == 1
    assert [
        ([each.text for each in one.addressees], one.deadline.day) for one in reading.directives
    ] == [
        (["各乡镇人民政府，县直有关单位"], date(2026, 4, 25)),
        (["县林业局", "石门乡"], date(2026, 4, 15)),
        (["各乡镇"], date(2026, 4, 10)),
    ]
