"""What a meeting decides: 同意, 原则同意, 暂缓, 不予, 授权; each is a directive of its minutes."""

import re

from guatu.domain.reading.directives.themes import names_matter
from guatu.domain.reading.late_patterns import late

_REFUSED = "暂缓|暂不|缓议|不予|(?<!已)(?<!较计划)(?:推迟|延期|延后)(?:到|至|研究|审议|进行|实施|举行|开工|启动|执行|推行|招标|办理|发放)|择期|再行(?:研究|商议|审议)|暂按|不再(?=[\u3400-\u9fff])"
_DECISION = late(
    "(?:本次)?(?:会议|经研究|研究)?(?:一致|原则|原则上|暂)?(?:同意|不同意|通过(?![^，。；]{2,20}(?:方式|途径|渠道|手段|形式)$)|批准|核准|认定|认可|议定该事项)"
    f"|(?:(?:本次)?会议(?:议定|决定|明确)?)?[^，。；要须应由]{{0,14}}?(?:{_REFUSED})"
    "|[^，。；要须应由]{0,16}(?:原则(?:上)?同意|原则(?:上)?通过)(?!了)"
    "|(?:会议)?(?:授权|委托(?=[县市区旗各镇乡]))"
    "|[^，。；要须应由]{0,16}(?:提交|提请|移交|留待|转入?|放到|列入)(?:县政府|县委)?下[一]?次[^，。；]{0,6}会议?(?:研究|审议|讨论|议定|审定)"
    "|[^，。；要须应由]{0,12}待[^，。；]{2,24}(?:再|另|重新)(?:行|议|研究|审议|定|上会)"
)


_BARELY = re.compile("(?:本次)?(?:会议|经研究)?(?:一致|原则|原则上)?同意")


def agrees_barely(words: str) -> bool:
    """Tell whether a clause says but that it was agreed, and to what stands behind it: 会议同意，."""
    return _BARELY.fullmatch(words) is not None


def decides(words: str) -> bool:
    """Tell whether a clause of minutes is a decision: consent, refusal or delay."""
    return _DECISION.match(words) is not None


_REFUSAL = re.compile("(?:本次)?(?:会议)?(?:决定)?(?:原则上)?(?:不予|暂缓|暂不|缓议|不同意)")


def refuses(words: str) -> bool:
    """Tell whether a clause begins with a refusal: 不予上浮 behind what is refused and why."""
    return _REFUSAL.match(words) is not None


_ITS_OWN = re.compile("[^，。；的]{0,14}不再")


def is_of_unit(words: str, end: int) -> bool:
    """Tell whether what sounds like refusal is what a unit shall do: 建设单位修改后不再上会.

    ``end`` is where the unit's name ends in the words.
    """
    return _ITS_OWN.match(words, end) is not None


# 会议原则通过《某办法》，要求…: told in a newspaper, and what was on the agenda there.
_PASSED = late(
    "(?:会议|会上|与会人员)?(?:审议|研究|讨论|表决)?并?(?:原则上?|一致|表决)?(?:审议)?(?:通过|同意)了?(?:《[^》]*》(?:[（(][^）)]*[）)])?[、和及以]*)+(?:等[^，。；]{0,8})?"
)


def passes_paper(words: str) -> bool:
    """Tell whether a clause says nothing but that a paper passed: 会议原则通过《某办法》."""
    return _PASSED.fullmatch(words) is not None


# What only a meeting does: 驳回…, 决定终止…. Others may be told to stop or to keep something.
_RULES = re.compile(
    "(?:会议)?(?:研究)?(?:决定|议定|确定)(?!由|请|责成|[县市区旗各省镇乡]|该|如下|书|事项|的|性|了|后|前|过)(?=[^，。；]{2})|(?:会议)?(?:否决|驳回|退回|缓议)"
)
_SETTLES = late(
    "(?:维持|保留|沿用|停止|中止|终止|暂停|解除|撤销|撤并|废止|冻结|取消|放弃|收回|核减|核增|追加|减免|免除|缓征|缓缴|豁免|免收|减半收取|参照|比照|采用|采取|改用|选用|选定|确定)(?!后|的|时|了|过|办法|政策|标准|期|方案|意见)(?![^，。；]*由(?=[县市区旗各镇乡]))[^，。；]{2,}"
)
# 拦河闸更换列入水毁修复计划, 支付比例提高到75%: how a thing is settled, and nobody told.
_SETTLED = late(
    "(?!.*(?:已|曾|由(?=[县市区旗各镇乡])|被|拟|将[会于在]|希望|建议|提出|要求|反映|请))[^，。；：要须应]{2,28}"
    "(?:(?:调整|提高|上调|下调|降低?|压减|核减|缩短|延长|放宽)[为至到](?=.)|(?:统一|分别)?(?:列入|纳入|并入)(?=.{2,})|(?:改|更名|命名|定名|划)为|划归|(?:成员|成员单位|组成人员|领导小组|专班)增补|作为[^，。；的]{2,12}(?:接养|管理|保留|使用|储备|试点|备选)$|分[两三四几]步走|(?:统一|一律)?(?:按照?|参照|比照|执行|实行)[^，。；]{2,16}(?:执行|计算|核定|结算|安置|补偿|计价|收取|建设|办理|控制|掌握|计提|计取|列支|支付|发放|标准|价格|机制|制度|政策|办法|原则)$|(?:实行|采取|采用)“[^”]{2,20}”$)"
)


_BOUND = re.compile("[^，。；]{2,20}(?:按照?|控制在?)[^，。；]{2,16}(?:控制|掌握|以内|之内)$")


def is_bound(words: str) -> bool:
    """Tell whether a clause binds a thing to a figure: 项目总投资按4860万元控制."""
    return _BOUND.match(words) is not None


def rules(words: str) -> bool:
    """Tell whether a clause of minutes is what the meeting itself does: 驳回…, 决定终止合同."""
    return _RULES.match(words) is not None


def settles(words: str) -> bool:
    """Tell whether a clause of minutes settles a thing by itself: 维持原顺序, 工程列入水毁修复计划."""
    return _SETTLES.match(words) is not None or _SETTLED.match(words) is not None


_LEAD_IN = re.compile(
    "(?:(?:同时|另外|此外|对此|为此|经研究|其中)，|(?:会议|与会人员)?(?:一致|研究)?(?:认为|决定|明确|议定|指出|确定)[，：])+"
)
_ASKED_FOR = re.compile(
    "(?:提出|主张|要求|申请|反映|报送|上报|报来|提交|请求|诉求|呈报|提请|提议|追加|增加|新增|拟建|拟设|建议)[^，。；]{0,24}的"
)
_MATTER = late(
    "(?:关于|对|对于|针对|原定|原计划|原拟|涉及[^，]*的|本次|其余|剩余|[^，。；]{2,12}报来的)"
    "|[^，。；]{1,28}(?:问题|事项|事宜|申请|请求|诉求|请示|建议|提议|提案|意见|方案|办法|一事|费用|[\u3400-\u9fff]费|补偿|补助|补贴|奖补|资金|经费|标准|政策|项目|工程|期限|价格|价款|损失|差价|调差|指标|名额|编制|用地|征收|搬迁|迁建|扩建|改建|新建|安置|收费|招标|出让|转让|租赁|合作|合同|协议|规划|选址)"
)
_REASON = re.compile("鉴于|由于|因(?![地户人企此])|考虑到|目前|会议|经|为|在|待|该|此|凡")
_ASKS = late(
    "(?<![主重需首纲提])要(?![求素件点])|(?<!尚)须|必须|务必|应当|不得|责成|责令|(?<![申提报呈])请(?![示求])|(?<![不予])同意|决定|议定|会议|由[^，]{2,20}(?:牵头|负责|办理|承担|核|制|编|统筹|落实)"
)
_REFUSAL_BEHIND = late(
    "(?:本次|此次|暂时|即刻|立即|马上|原则上?|一律|均|全部|一概|也|县里|县级|财政|目前|今年|年内|近期|仍|应)*"
    "(?:不予|暂缓|暂不|缓议|不再|退回|发回|打回|驳回|否决|终止|取消(?!后)|作废|暂停|停止|中止|冻结|不作(?:调整|变更|改变|受理|安排|考虑)|推迟|延后|延期|不纳入|不列入|不给予|不(?:再)?(?:安排|考虑|支持|采纳|受理|批准|认可|追加|上浮|执行|变更|承担)|停止执行|不列支|叫停|取缔|关停|清退|不得(?:写入|列入|纳入|计入|作为|采用|采信)|维持(?:原|现)|按原)"
)
# 对某公司提出的…请求暂缓研究: the matter and its refusal in one clause.
_REFUSED_AT_ONCE = late(
    "(?:(?:关于|对于?|针对)[^，。；：]{2,44}?|[^，。；：对]{2,14}(?:提出|申请|要求|主张|请求|反映|报送|提请|提议)[^，。；：]{0,24}的[^，。；：]{0,16}?)"
    "(?:申请|请求|请示|诉求|建议|提议|意见|要求|问题|事项|事宜|方案|费用|补偿|补助|补贴|经费|资金|部分|款项|一事)"
    "(?:本次|暂时|原则上?|一律|均|一概|也|目前|今年)*(?:不予|暂缓|暂不|缓议|不再|不作)"
)
_MOST = 4


def refused_matter(stretch: str) -> tuple[int, int] | None:
    """Return where a refusal with its matter and reason stands in a stretch of minutes, or None.

    施工方主张的窝工费，因证据不足，不予认可: the matter in front and the reason between belong to it.
    """
    opened = _LEAD_IN.match(stretch)
    first = opened.end() if opened is not None else 0
    clauses = stretch[first:].split("，")
    end = first + len(clauses[0])
    if _REFUSED_AT_ONCE.match(clauses[0]) is not None:
        return (first, end)
    for place, clause in enumerate(clauses[1 : _MOST + 1], 1):
        if _ASKS.search(_ASKED_FOR.sub("", clauses[place - 1])) is not None:
            return None
        end += 1 + len(clause)
        if _REFUSAL_BEHIND.match(clause) is not None:
            matter = clauses[0]
            if _REASON.match(matter) is not None and not matter.startswith("因此"):
                return None
            asked = _ASKED_FOR.search(matter) is not None
            named = asked or _MATTER.match(matter) is not None or names_matter(matter)
            return (first, end) if named else None
    return None


# 同意县水利局从专项资金中列支…: who is given leave acts; 同意县教育局提出的方案: a plan is agreed to.
_LEAVE = re.compile(
    "(?:本次)?(?:会议)?(?:一致|原则|原则上)?(?:同意|允许|准许|批准|授权|委托|支持)(?:由)?"
)
_OF_THEIRS = late(
    "(?:[^，。；]{0,12}(?:提出|报送|上报|报来|提交|呈报|提请|拟[定订制]|制[定订]|编制|起草|草拟|申报|申请|汇报|测算|推荐|反馈)[^，。；]{0,4}的|提出|[^，。；]{0,6}《|关于|的|所|对|[^，。；]{2,24}(?:方案|意见|请示|建议|申请|办法|报告|请求|草案)$)"
)


def leave_end(words: str) -> int:
    """Return where the words of leave end that a clause begins with (同意, 授权), or 0."""
    given = _LEAVE.match(words)
    return given.end() if given is not None else 0


_THAT_ONE_ACTS = re.compile("(?:本次)?会议(?:一致|原则|原则上)?同意由(?!于)")
_AGREED = re.compile("(?:本次)?会议(?:审议)?(?:一致|原则|原则上)?(?:审议)?(?:同意|通过)(?!由)")
# …，由县发改局局长作说明: who spoke there is charged with nothing.
_SPOKE = "[^，。；]{2,30}(?:[作做]了?[^，。；]{0,4}(?:说明|汇报|报告|解读|介绍|讲解)|主持|颁发|宣读|宣布)"
_CHARGED = re.compile(f"，(?:请|责成|由(?!于|此))(?!{_SPOKE})[\u3400-\u9fff、]{{2,24}}")


def agrees_that_one_acts(words: str) -> bool:
    """Tell whether a clause says that a meeting agrees and who is to act: 会议同意由县财政局列支…."""
    return _THAT_ONE_ACTS.match(words) is not None


def agreed_and_charged(words: str, behind: str) -> bool:
    """Tell whether a meeting agrees to something and ``behind`` charges somebody: 会议同意方案，由某局报批."""
    return _AGREED.match(words) is not None and _CHARGED.match(behind) is not None


def is_of_theirs(words: str, end: int) -> bool:
    """Tell whether behind a name that ends there stands what its bearer put forward: 提出的方案, 关于…的请示."""
    return _OF_THEIRS.match(words, end) is not None


# A firm or a chamber that is given leave may act and need not.
_OWN_OFFICE = late(
    "(?:[县市区旗州]|各)[^，。；的《”]{1,16}(?:局|委|办|办公室|中心|院|政府|部|队|站|所|处|公司|集团|部门|学校|乡镇|街道)|[\u3400-\u9fff]{2,5}(?:镇|乡|街道|街道办事处|苏木|管委会|农场|林场)(?:人民政府)?"
)


def is_own_office(name: str) -> bool:
    """Tell whether a name is by its form that of an office or town of the county: 县水利局, 莲花乡."""
    return _OWN_OFFICE.fullmatch(name) is not None


_WAITS = re.compile("(?:待|等|俟)[^，。；]{2,28}(?:后|之后|以后|时)")


def waits_for(words: str) -> bool:
    """Tell whether a clause behind a delay but says what is waited for: 待文物部门出具意见后另行研究."""
    return _WAITS.match(words) is not None


_CHOOSES = re.compile(
    "由(?:被)?[^，。；由]{1,12}?(?:自愿|自主|自行|自由|协商|公开|按[^，。；]{1,10}|通过[^，。；]{1,8}|以[^，。；]{1,8})*(?:选择|选定|选房|选购|抽签|投票|表决|摇号|抓阄)"
)


# 项目法人由甲变更为乙: what it was before.
_FROM_TO = re.compile(
    "由[^，。；由将把]{2,24}?(?:变更|调整|改|升格|转|更名|扩大|扩展|提高|提升|上调|下调|降低?|增加|减少|缩短|延长|加高|加宽|拓宽|划转|移交)(?:为|到|至|成|给)"
)


def chooses(words: str) -> bool:
    """Tell whether those behind 由 are told nothing: 由搬迁户自愿选择, 由业主投票表决, 由甲变更为乙."""
    return _CHOOSES.match(words) is not None or _FROM_TO.match(words) is not None
