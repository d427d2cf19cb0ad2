"""Names of offices, towns and firms in running words: where they begin, and where they count."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.body_names import offices, own_start, towns_and_firms

_OPENING = "县政府召开专题会议\n\n本报讯 3月5日，县长栾知秋主持召开县政府专题会议。"


def _bodies(words: str) -> set[str]:
    return {one.name for one in read(_OPENING + words).records[0].organisations}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("强调县委组织部、县委社会工作部要加强指导。", ["县委组织部", "县委社会工作部"]),
        ("由县公安局交警大队负责。", ["县公安局交警大队"]),
        ("请市生态环境局河口分局提前介入。", ["市生态环境局河口分局"]),
        (
            "县自然资源和规划局、县人力资源和社会保障局到场。",
            ["县自然资源和规划局", "县人力资源和社会保障局"],
        ),
        ("旗防灾减灾救灾委员会办公室调度。", ["旗防灾减灾救灾委员会办公室"]),
        ("县12345政务服务热线受理中心转来一件事。", ["县12345政务服务热线受理中心"]),
        ("年底前旗政府督查室组织一次督查。", ["旗政府督查室"]),
        ("责令县水务局查明原因，允许县财政局分期。", ["县水务局", "县财政局"]),
        ("随即，河口县林业局负责人赶到。", ["河口县林业局"]),
        ("团县委、县妇联、县总工会办托管班。", ["团县委", "县妇联", "县总工会"]),
        ("县纪委监委、县人大常委会办公室一同参加。", ["县纪委监委", "县人大常委会办公室"]),
        ("河口县防汛抗旱指挥部办公室", ["河口县防汛抗旱指挥部办公室"]),
        (
            "县人民医院、县实验小学、县疾控中心代表发言。",
            ["县人民医院", "县实验小学", "县疾控中心"],
        ),
        ("旗民委、县教委、县住房城乡建委到场。", ["旗民委", "县教委", "县住房城乡建委"]),
        ("请县纪委监委驻县水利局纪检组跟进。", ["县纪委监委驻县水利局纪检组"]),
        (
            "县招商促进中心、县交投公司、县禁毒办牵头。",
            ["县招商促进中心", "县交投公司", "县禁毒办"],
        ),
        ("全县农业局势平稳，各县教育部门抓紧。", []),
        ("原县财政局办公楼，邻县公安局来人。", []),
        ("超市管理中心、城区管理部门和夜市管理办都在。", []),
    ],
)
def test_offices_when_named_in_running_words_then_each_is_found_whole(words: str, names: list[str]):
    assert [words[a:b] for a, b in offices(words, load_lexicon())] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("由向荣乡、柳河镇内部挖潜。", ["向荣乡", "柳河镇"]),
        ("郗望川随机抽查了柳河镇值班情况。", ["柳河镇"]),
        ("会议研究解决某事，柳河铸管有限公司年产十万吨。", ["柳河铸管有限公司"]),
        ("各乡镇、部分乡镇、三个乡都要抓紧。", []),
        ("农民合作社和物业公司一起干。", []),
        ("乡亲们回到城镇，乡村处处是新景。", []),
    ],
)
def test_towns_and_firms_when_named_then_verbs_in_front_are_left_out(words: str, names: list[str]):
    found = sorted(towns_and_firms(words, load_lexicon()))

    assert [words[a:b] for a, b, _ in found] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("县委书记栾知秋带着县水利局", "县水利局"),
        ("县长郗望川率县林业局", "县林业局"),
        ("队到柳河镇", "柳河镇"),
        ("听到柳河苏木", "柳河苏木"),
        ("县巡察办要会同县委组织部", "县委组织部"),
        ("柳河镇", "柳河镇"),
    ],
)
def test_a_name_when_a_verb_stands_before_it_then_it_begins_behind(words: str, name: str):
    assert words[own_start(words, 0, len(words), load_lexicon()) :] == name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("会议认为，办法可行，由县委办公室修改后印发。", {"县委办公室"}),
        (
            "牵头单位：县水利局，责任单位：县财政局、县审计局。",
            {"县水利局", "县财政局", "县审计局"},
        ),
        ("站名的事交给县交通运输局，修志的事由县档案馆负责。", {"县交通运输局", "县档案馆"}),
        ("会上，县气象局作形势会商，排名靠后的柳河镇作表态发言。", {"县气象局", "柳河镇"}),
        ("各单位每周五将进展报县政府督查室。", set()),
        ("每月向县委政法委报告一次。", set()),
        ("会议在县应急指挥中心召开。", set()),
        ("县民政局副局长郗望川、县信访局四级调研员畅望舒到会。", set()),
        ("会议审议了《县水利局巡查办法》。", set()),
        ("经济开发区要抓紧。县经济开发区作了表态发言。", {"县经济开发区"}),
        ("县治欠工作领导小组各成员单位到会。", set()),
        ("事故发生在柳河镇，柳河镇石滩村受灾。", set()),
        ("新入伍青年到县人武部报到。", set()),
        ("县防指召开会商会，县人武部政治委员郗望川到会。", set()),
        ("省农业科学院小麦研究所所长郗望川一行到来。", set()),
        ("他转达了省防指刚刚下发的调度令。", set()),
        ("县医保局将不定期抽查，结果全县通报。", set()),
        ("柳河食品公司负责人反映，女工孩子没人带。", {"柳河食品公司"}),
    ],
)
def test_a_body_when_named_then_it_counts_only_as_one_that_acts(words: str, names: set[str]):
    assert _bodies(words) == names
