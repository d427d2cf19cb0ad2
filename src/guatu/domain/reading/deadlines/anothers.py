"""A day of somebody else's deed, a deed that is forbidden, or a reason: 省里6月来验收，要备好点位; 严禁年末集中报销."""

import re

from guatu.domain.reading.deadlines.comings import comes_of_itself
from guatu.domain.reading.late_patterns import late

_LOOK = 24
_FORBIDS = re.compile(
    "(?:严禁|禁止|严防|谨防|防止|避免|杜绝|制止|反对|遏制|刹住|不得|不准|不许|不能|不要|不可|不允许|不容许|决不|绝不|莫|勿|切忌|切勿|拒绝|不搞|整治|纠治|纠正|克服)"
    "(?P<between>[^，。；！？：、“”]{0,10})$"
)
# 不得迟于7月1日, 不能超过8月15日 are limits, and what is forbidden before a day is not done by it.
_NO_LATER = re.compile(
    "(?:[迟晚]于|超过|突破|逾|过|低于|少于|[没不]?有?在|小于|忘[记了]?|漏掉?|耽误|影响)$|把|将|因"
)
_RUSHED = re.compile(
    "(?:突击|扎堆|蜂拥|集中(?=花钱|上报|发放奖|支出|报销)|临时抱佛脚|才(?![能可])|少(?!于|量|数)|别|不[要许准能])"
)
_LIMITED = re.compile("前|内|止")
# 企业反映三个月内订单排满，要保障用电: what is told to one, before another clause says what to do about it.
_TOLD = re.compile(
    "(?:承诺|反映|答应|表态|透露|介绍|预告|拟|打算|计划(?:在|于)?|准备|定于|拟于|将于|来电|来函|通知|告知|获悉|了解到|得知)[^，。；]{0,4}$"
)
_OUTSIDE = re.compile(
    "(?:^|[，。；：])(?:(?:中央|国家|国务院|省|市|上级|部里|厅里|省里|市里|上面|州里?|盟里?|自治区|外地|外省|[\u3400-\u9fff]{0,4}?(?:考察|督察|督查|巡视|巡察|检查|评估|验收|专家|代表|调研|审计|采访|观摩|工作)(?:团|组)|客商|媒体|专家"
    "|厂家|银行|投资方|代表团|游客|学生|台风|洪峰|寒潮|候鸟|雨季)[^，。；的]{0,8})$"
)
_VISITS = late(
    "(?:[^，。；要须]{0,6})?(?:要|将)?(?:来|到|进驻|进场|入场|上门|下来|过来|抽检|核验|莅|赴|抵|开展|组织|会诊|验收|复核|观摩|检查|考核|评估|考察|召?开|举行|公布|下达|通报|实地|抽查|暗访|巡察|审计|督[察查导]|登陆|过境|返校|复检|复查|现场)"
    "[^，。；把将]{0,14}，"
)
_DEMANDED = re.compile(
    "，[^。；]{0,40}?(?:要(?!求)|必须|务必|须|应当?(?!急)|得(?!到)|不能|不得|不可|请)"
)


# 项目计划7月开工, 服务期限至年底: what is planned of a thing, and how long it lasts.
_PLANNED = re.compile(
    "(?:项目|工程|建设期[^，。；]{0,6}，)(?:计划|预计|拟)[于在]?(?:[^，。；、]{4,14}、)?$"
)
_PLANNED_TO = re.compile("(?:正式|全面|陆续)?(?:开工|竣工|投产|完工|投用|建成|动工|启动|开建)")
# 省里定年底，我们定在11月底: what others set, before what is set here.
_SET_ABOVE = re.compile(
    "(?:国家|中央|[省市州厅部]|上级|上面|合同|原计划)[里委级上]?(?:的)?(?:要求|定|规定|明确|给|写)(?:的)?(?:时限|期限|时间|节点|工期)?(?:是|在|到|为)?$"
)
_SET_HERE = re.compile("[^，。；]{0,6}，[^，。；]{0,2}(?:我们|我[县市区旗]|[县区旗镇]里|咱|我)")
# 按照市里的部署，年底前每镇建一座，我县提前到10月底: what they set, and what is set here.
_BY_ORDER = re.compile(
    "(?:按照?|根据|依照)(?:国家|中央|[省市州厅部盟])[里委级上]?[^，。；]{0,6}(?:部署|要求|安排|规定|文件|方案|计划)，$"
)
_SET_SOONER = late(
    "[^。；]{1,24}，(?:我[县市区旗]|[县区旗镇]里|咱|我们)[^，。；]{0,10}(?:提前|定|压|抢|赶|争取|力争|要)[^，。；]{0,4}[到在至于]?[^，。；]{0,4}[\\d一二三四五六七八九十]"
)
_LASTS = re.compile(
    "(?:^|[，。；]|有效|服务|租赁|承包|流转|经营|出让|续租|试用|聘任|挂职|驻村|帮扶|试点|聘用?|任|合同|协议|补助|保修|质保|使用)期限?(?:延长|顺延|延续)?[至到]$"
    # 专项行动持续到9月底, 展览一直开到7月10日.
    "|(?:持续|延续|延长|顺延|贯穿|维持|一直|坚持|保持|执行|实行|开放|展出|展览|施行|发放|巡展)(?:开展|进行|实施|推进|[^，。；的]{0,2})(?:[至到]|(?<=[至到])(?:今年|明年|本月))$"
    # 合同期限至年底, 禁渔期至9月底.
    "|(?:封闭施工|封闭|免费|优惠|(?:展|租|任|聘|假|工|宽限|过渡|禁渔|休渔|防火|封山|保质|有效|试用|质保|采暖|供暖|报名|公示)期限?|(?<![按如定近前后中分])期)[至到]$"
    # 从6月开始，到9月底结束.
    "|(?:从|自)[^，。；]{2,18}(?:开始|启动|起|开展|展开|拉开)，(?:预计|将|并)?[至到]$"
)
_ENDS_OF_ITSELF = late(
    "(?:封闭|施工|停[电水气]|展期?|活动|假期|比赛|演出|工期)[^，。；要须]{0,4}[至到]$"
)
_OVER = re.compile("(?:全面|正式|全部)?(?:结束|截止|落幕|闭幕|为止)")
# 夏粮7月就要开秤，仓容要早作准备: what is at hand, before another clause says what to do about it.
_AT_HAND = re.compile(
    "(?:就要|就会|即将|将要|眼看|马上)[^，。；]{2,14}，[^。；]{0,20}(?:要|须|[还仍]差|[还尚仍][没未]|还在|才(?![能可]))"
)
_OF_ITSELF = re.compile("[^，。；：“把将对要须][^，。；：“把将对要须]$")


# 11月底省里要组织验收，各乡镇要…: the time stands before those who come.
_COME_THEN = re.compile(
    "，?(?:国家|中央|[省市州部厅盟][里委级]?|上级|上面|第三方|[县区旗](?:里|委|政府|委县政府)?(?:督[查导][室局组])?)(?:里|还|又|也)?(?:将|要|就要|就会|会|拟)[^，。；把]{0,8}"
    "(?:验收|考[核评试]|检查|督[查察导]|巡[视察]|评[估审比议]|复[核查检]|抽[查检]|暗访|观摩|审计|普查|测评)[^，。；]{0,8}，"
)


# 县里年底要组织考核，各乡镇要…: a bare time at which the county looks.
_COUNTY = re.compile(
    "(?:^|[，。；：])(?:[县区旗]里|[县区旗]委[、和]?(?:[县区旗]政府)?|[县区旗]政府)$"
)
_LOOKS = late(
    "(?:将|还要|要|就要|会)?(?:统一)?(?:组织|开展|进行|搞)?[^，。；把]{0,6}(?:验收|考[核评]|督[查察导]|检查|评[估比]|观摩|暗访|测评)[^，。；]{0,6}，"
)


_WILL_LOOK = re.compile("(?:将|拟|计划)在$")


def is_anothers(words: str, start: int, end: int) -> bool:
    """Tell whether what happens at a time (half-open place) is nothing that the demand wants done by then."""
    before = words[max(0, start - _LOOK) : start]
    forbidden = _FORBIDS.search(before)
    if forbidden is not None and not _NO_LATER.search(forbidden.group("between")):
        return True
    if _LIMITED.search(words[start:end]) is None and _RUSHED.match(words, end):
        return True
    # The found words may hold the 到 (到9月底).
    lasting = before + words[start] if words[start] in "到至" else before
    if _LASTS.search(lasting) or comes_of_itself(words, start, end):
        return True
    ends = _OVER.match(words, end)
    if ends is not None and _ENDS_OF_ITSELF.search(lasting):
        return True
    if ends is not None and lasting in ("到", "至") and ends.group() != "为止":
        # 到9月底结束，: of what was told before.
        return True
    if _SET_ABOVE.search(before) and _SET_HERE.match(words, end):
        return True
    if _BY_ORDER.search(before) and _SET_SOONER.match(words, end):
        return True
    if _PLANNED.search(before) and _PLANNED_TO.match(words, end):
        return True
    if _AT_HAND.match(words, end) and _OF_ITSELF.search(before):
        return True
    if _DEMANDED.search(words, end) is None:
        return False
    if _TOLD.search(before) is not None or _COME_THEN.match(words, end):
        return True
    bare = _LIMITED.search(words[start:end]) is None
    if bare and _WILL_LOOK.search(before) and _LOOKS.match(words, end):
        return True
    if bare and _COUNTY.search(before) and _LOOKS.match(words, end):
        return True
    return _OUTSIDE.search(before) is not None and _VISITS.match(words, end) is not None
