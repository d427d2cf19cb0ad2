"""Things that one speaks of, by their head nouns: what stands in front of a unit without a comma.

独居老人社区要上门看, 土地流转镇里要把好关: the first words name a matter, and no part of the unit's name.
"""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_signs import TURNS_TO

_SHORTEST = 2
_THINGS = (
    "老人|老年人|儿童|妇女|学生|青年|人员|人口|家庭|病人|患者|孤儿|杂物|垃圾|电梯|油烟|噪音|噪声|污水|积水|管网|管道|危房|房屋|住房|公房|厂房|门面|土地|耕地|荒地|撂荒地|宅基地|林地|草场|滩涂"
    "|道路|路灯|停车|车位|充电桩|飞线|线缆|违建|犬只|宠物|摊点|摊位|资金|工资|补贴|补助|低保|医保|社保|学位|校车|校服|食堂|作业|隐患|纠纷|矛盾|积案|问题|诉求|困难|手续|证照|合同|指标|台账|账目|债务|欠款|保证金"
    "|粮食|种子|化肥|农药|饲料|饲草|草料|疫苗|药品|耗材|秸秆|烟叶|茶叶|果品|水源|水价|水费|电费|气费|水库|河道|渠道|沟渠|堤坝|堤防|山塘|机井|水窖|树木|古树|苗木|墓地|坟墓|殡葬|彩礼|酒席|薪酬|待遇|编制|职称"
    "|线虫|病虫|病虫害|虫害|疫情|疫病|流感|火险|火情|汛情|旱情|险情|灾情|雨情|墒情|苗情|舆情|案件|线索|举报|投诉|热线|工单|网络|基站|光纤|杆线|电杆|变压器|锅炉|煤炭|散煤|烟花|爆竹|黑烟|扬尘|异味|臭味|粪污|畜禽|鱼苗|渔船|农机|车辆|黑车|货车|大巴|船只|渡船"
)
_THING = re.compile(f"(?:{_THINGS})$")
# 县直, 沿线, 所属: over whom, and no matter.
_SCOPE = late(
    "[、和与及以]$|[^，]{0,4}(?:直|级|属|辖|辖区|境内|县内|市内|区内|沿线|沿江|沿海|沿河|沿路|周边|其他|其余|所有|全部|全[县市区旗镇乡省]|[我本][县市区旗镇乡]|上述|以下|在座|参会|与会|到会|驻地|属地|相关|有关|系统)$"
)
_EACH = re.compile(
    "(?<=[\u3400-\u9fff]{2})各(?:乡镇|镇街|镇(?!区)|乡(?!村)|村(?!民小)|街道|社区|学校|校(?!长|园)|医院|企业|单位|部门|项目部|片区|网格|班组|苏木|嘎查|林场|农场)"
)
_HERE = re.compile(
    "(?=[乡卫县局居旗村派社街镇])(?:(?:社区|街道|[镇乡村县局旗]里|镇上|乡上|村上|村委会|村集体|居委会|派出所|卫生院|村两委)(?!工作|干部|书记))"
)
_TRADE = re.compile(
    "(?:城管|教育|林业|水利|交警|交通|公安|民政|卫健|医保|住建|人社|农业农村|农业|环保|生态环境|文旅|气象|税务|商务|司法|供电|畜牧|农机|渔政|市场监管|自然资源|财政|消防|水务|林草|残联|电力|通信)(?:部门|系统)"
)
# 隐患台账 + 青石镇, 围挡 + 施工单位: a town by its name, one who builds.
_TOWN = re.compile(
    "(?=(?:(?![全各在对到把将为由和与及的本我])[\u3400-\u9fff]){2}[镇乡](?![里上村间干级直属域财办辖情容风]))"
)
_BUILDER = re.compile(
    "(?:施工|监理|建设|设计|业主|责任|牵头|主管|包保|管护|运营)单位|施工方|监理方|业主方"
)
# 对排查出的隐患青石镇…: a fronted object with no comma behind it.
_FRONTED = re.compile("(?:对于?|针对)(?=[^，。；]{2,})")
# 融媒体中心每天公布 + 各乡镇, 青石镇月底前摸清 + 各村: somebody acts upon them, and they are no unit told.
_ACTOR = re.compile(
    "局|医院|法院|中心|公司|集团|部门|政府|单位|专班|指挥部|大队|支队|学校|委会|办公室|每[天日周月]|[日号月底末]前|[天日周月]之?内|公布|深入|覆盖|遍布|惠及|辐射|走遍|面向|带动|影响|涉及|辖|督导|检查|巡查|考核|服务|帮助|支持|联系|走访|指导|宣传|安排|组织|动员|持续|不断|加强|加大|强化"
)
_REACH, _LEAST = 14, 4
# Each with how far in front of it the matter reaches at least, and words of which it holds one.
_UNITS = (
    (_EACH, _SHORTEST, ("各",)),
    (_TRADE, _LEAST, ("部门", "系统")),
    (_HERE, _LEAST, ()),
    (_TOWN, _LEAST, ("镇", "乡")),
    (_BUILDER, _LEAST, ("单位", "方")),
)


# One of these signs stands in whatever a unit behind a matter begins with; most clauses hold none so near.
_ANY_UNIT = re.compile("[各部系乡卫县局居旗村派社街镇单方]")


def matter_end(words: str, start: int, lexicon: Lexicon) -> int:
    """Return where a matter at a place gives way to the unit behind it; the place itself where none does."""
    if _ANY_UNIT.search(words, start + _SHORTEST, start + _REACH) is None:
        return start
    near = words[start : start + _REACH]
    for pattern, least, signs in _UNITS:
        if signs and not any(sign in near for sign in signs):
            continue
        for found in pattern.finditer(words, start + least, start + _REACH):
            if _is_matter(words[start : found.start()], lexicon):
                return found.start()
    return start


def _is_matter(front: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a thing or a deed that is spoken of, and no place or scope."""
    fronted = _FRONTED.match(front)
    if fronted is not None:
        return _THING.search(front) is not None and "，" not in front
    if _ACTOR.search(front) is not None or TURNS_TO.search(front) is not None:
        return False
    if any(sign in front for sign in "，。；：、的由请让对把将向为给各“”") or _SCOPE.search(front):
        return False
    if _THING.search(front) is not None:
        return True
    # 返贫监测, 加装电梯, 土地流转: a deed of two characters behind, or in front of, what it is done with.
    usage = lexicon.usage
    deed = front[-_SHORTEST:]
    return len(front) >= _LEAST and (deed in usage.verbs or deed in usage.verbal_nouns)
