"""What is said of somebody, or how something is done, and is no part of anybody's name.

各行业正处复工复产高峰期, 及早部署灾区人员转移, 更好地发挥驻村工作队作用: none of these names who is told.
"""

import re

# 各企业普遍面临用工缺口: in what state those named are.
_STATE = re.compile(
    "(?=[临仍依关冲即均基处多大当总恰接攻日时旺普正步淡爬相窗纷节踏转过迈迎还进适逐都阶陆面高])(?:正处|处[于在]|[均仍都还]处|正值|适逢|恰逢|面临|面对|即将|普遍|陆续|相继|日益|日趋|日渐|逐步|逐渐|纷纷|依旧|依然|仍然|总体上|大多(?!数)|基本上"
    "|(?<=[\u3400-\u9fff]{2})(?:迎来|(?<!新)(?<!拟)进入|步入|转入|迈入|临近|接近|踏入)(?![^，。；]*的)"
    "|(?:阶段|高峰期|关键期|攻坚期|冲刺期|窗口期|过渡期|转型期|爬坡期|高发期|多发期|旺季|淡季|时期|当口|关头|节点)$)"
)
# 及早部署…人员, 更多吸纳…企业: how a thing is done stands in front of its verb.
_HOW = re.compile(
    "(?:及早|尽早|早日|趁早|趁势|趁机|提前(?!批)|提早|从严|从快|从速|从实|从细|更[好多大快高实严加有]|最大(?:限度|程度|化)|尽量|尽力|尽心|用心|用情|耐心|细心|悉心|精心|真心|严密|严肃|迅速|妥善|稳妥|有序|有力|有效|有针对性"
    "|广泛|果断|灵活|大胆|务实|周密|自觉|准确|如期|按期|按时|适时|实时|及时|随时|经常|定期(?!存)|千方百计|想方设法|扎扎实实|实实在在|大幅|着重|多渠道|多维度|分批|分期|因地制宜|常态化|高标准|高效率|高效地?|高位推动|全方位|全覆盖|全天候|全过程|一体化?推进"
    "|[\u3400-\u9fff]{2,4}地(?=发挥|推动|开展|做好|抓好|服务|保障|落实|支持|帮助|组织|引导|促进|解决|完成|参与|满足|维护|调动|激发))"
)
# 党中央、国务院高度重视…: whoever stands above a county is told nothing by it.
_ABOVE = "(?:党中央|国务院|中共中央|中央|国家|(?:省|自治区)(?:委|党委|政府|人大|政协)|中央军委)"
_SUPERIORS = re.compile(f"{_ABOVE}(?:[、和及与]?{_ABOVE})*")
# 项目落地还需要 + 各部门: what needs them is no part of their name.
_NEEDED = re.compile(
    "(?!各|有关|相关)[^，。；：、的]{2,14}?(?:还|仍|都|更|也|亟|尚)*(?:离不开|有赖于?|(?<![必急所供军特内刚])需要?)(?:依靠|要求)?(?=[\u3400-\u9fff]{2})"
)

# 低洼地带、高边坡等危险区: a place that must be watched, and nobody who watches.
_GROUND = re.compile(
    "(?=[人低作内区危地坝堤塌山建敏施易核水江污沉河沿泄流浅海涉深淹滑灾点禁积缓蓄行警路边部采限隐风高])(?:(?:危险|易涝|内涝|积水|滑坡|塌方|灾害(?:易发|多发)?|蓄滞洪|行蓄洪|泄洪|淹没|禁[烧牧渔养燃放采捕]|限[养燃放]|核心保护|缓冲|采空|塌陷|沉陷|污染|警戒|风险|敏感|人口密集|建成|施工|作业|[浅深涉]水|低洼|高边坡)区(?:域)?$"
    "|(?:地带|地段|(?<!公)路段|河段|江段|水域|海域|流域|沿线|部位|点位|隐患点|风险点|易涝点|积水点|低洼处|区域|边坡|山体|山塘|河道|堤防|堤坝|坝体)$)"
)


def is_said_of(words: str) -> bool:
    """Tell whether words say in what state somebody is, or how something is done, rather than name him."""
    return (
        _STATE.search(words, 1) is not None
        or _HOW.match(words) is not None
        or _SUPERIORS.fullmatch(words) is not None
        or _GROUND.search(words) is not None
    )


def needed_end(words: str, start: int) -> int:
    """Return where those begin whom a matter in front of them needs; the place itself where none does."""
    found = _NEEDED.match(words, start)
    return found.end() if found is not None else start


# 条例规定 + 物业公司应当…, 并规定 + 金融机构要…: what lays it down stands in front of who is bound.
_LAID_DOWN = re.compile(
    "(?:[^，。；：、要须]{0,16}(?:办法|条例|细则|意见|方案|通知|公告|规则|章程|制度|法)》?)?(?:中)?(?:还|也|并|同时|明确)?规定"
    "(?:(?:时间|时限|期限|范围|区域)内|(?![的动时期限范区情程条任标之得应须要不，])(?=[^，。；]{2}))"
)


def laid_down_end(words: str, start: int) -> int:
    """Return where those begin whom a rule in front of them binds; the place itself where none does."""
    found = _LAID_DOWN.match(words, start)
    return found.end() if found is not None else start
