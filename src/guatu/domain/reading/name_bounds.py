"""What a name of somebody told ends before, and what a relative clause in front of persons says of them."""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.unit_signs import OFFICE_BY_ACT

# 各乡镇对返校的学生, 各林场以工区为单位: a preposition ends the name, whatever its phrase ends in.
PREPOSITION = re.compile(
    "对(?![口外接等台象流])|向(?![阳前导东西南北])|就(?![业地近餐诊读医])|把(?![手关])|将(?![军领])|[替跟](?![踪班])|给(?![水排付])|按(?!摩)"
    "|以(?![上下内外来及]|工代赈)|从(?![业事教军政严])|[被让]|除(?![尘雪草险])|围绕|针对|根据|按照"
)
# 沿线有民房的, 任务较重的: what those meant have, or are like.
HOLDS = late(
    "(?:沿线|沿江|沿河|沿路|辖区|境内|周边|村内|区内|场内|地上|院内|名下)[有无没缺]|[较偏最更][\u3400-\u9fff]{1,2}的|(?:靠后|滞后|落后|突出|集中|薄弱|严重|明显|复杂|繁重|不力|不实|不够|不足|到位|多发|频发|高发|空白|后进|领先|为零)的"
)
# 享受低保的家庭, 领取补贴的农户: verbs that the language uses as nouns as well.
WHO_DO = late(
    "享受|领取|领用|持有|拥有|租用|租种|租住|承租|承包|承接|承揽|承办|经营|从事|居住|参加|参与|接受|收到|开办|举办|登记|申请|申报|报名|入选|入围|中标|获批|取得|获得|通过|安装|使用|存放|储存|饲养|种植|养殖|管理|负责|分管|联系|包联|牵头|涉及|毗邻|靠近|临近|位于|地处|位居|排名|排在|落户|入驻|进驻|签订|签约|投保|欠缴|拖欠|违反|完不成|达不到|通不过|来不及|超过|低于|高于|不足|存在|发生|出现|发现|新建|在建|拟建|改建|扩建|停产|复产|投产|外出|返乡|返岗|返校|离岗|退休|退役|毕业|就业|失业|创业|待业"
)
CHARGES = re.compile(
    "委托|聘请|选聘|召集|组织|邀请|指定|选派|抽调|会同|联合|安排|协调|督促|引进|招聘"
)
FAMILIES = ("人", "车辆和人员", "人员和车辆", "家庭", "农家", "人家", "户主")
BY_ACT = re.compile(
    f"(?!派出|派驻|抽调|抽派|抽取|组建|成立|设立|选派|组织|召集|调集|调度|安排|委托|聘请|引进|联合|会同|协调|督促|责成|要求|指导|动员|邀请|推荐|选聘)[\u3400-\u9fff]{{2}}{OFFICE_BY_ACT}"
)
