"""A count is the day of a demand only where the demand is made once: 三天内拿出方案, against 来电两天内答复.

How long each case may take is worded as a day is. What is served to whoever comes (办结, 答复, 核发, 赔付, 上门) needs a sign that one
thing is meant: it is pointed at (这, 剩余, 今天), counted (12处), still undone (尚未), or a unit by its own name is told with nothing
standing before it (机制, 绿色通道, 凡). What is made or handed in once (拿出, 上报, 组建) needs none. What lasts is due at no end.
"""

import re

from guatu.domain.reading.late_patterns import late

_NUMBER = "(?:\\d+|[一二两三四五六七八九十百]+)"
_PIECES = "(?:多|余)?(?:个(?!工作日|月|小时|星期|礼拜|百分)|家|处|座|条|项|件|户|名|所|台|辆|口|栋|片|起|宗|笔|份|万|亿|公里|亩|部|张|眼|艘|封|支|段|道|间|株|批(?![准复])|篇|位)"
_POINTED = late(
    "(?:这|该(?=[\u3400-\u9fff]{1,6}(?:要|须|应|在|于))|此)(?:一?[家个处项条件批次类座起位户些份栋段口笔]|[二两三四五六七八九十几\\d]+|次|里|边|类)|上述|以上(?=问题|事项|任务|工作|各项)|前述|剩[余下](?!费|款|金|[学货价房]款|[学租房]费|租金|押金|保证金|本金)|已经?(?!受理|提交|申请|报名|缴)[^，。；的]{1,6}的|余下|其余|今[天日早晚]|昨[天日晚]|刚才|当前|目前|现有|现存|会上(?:提|反映|交|议|定)|现场(?:提出|反映|指出|交办)"
    "|(?<!若)(?<!如)尚[未有没]|(?:还|仍)(?:没|未|有\\d)|(?<!有)没[^，。；的]{1,6}的|拖欠|(?<!不)欠(?![缺费条账])|滞留|遗留|积压|历史|存量|去年|上半年|上[月季次周]|在座|(?:你们|大家|各位|代表们?|委员们?|企业家们?|他们|他|她|您)(?:刚才|今天)?(?:提|说|反映|的(?=意见|建议|问题|诉求|困难))|[本首前]批|第[一二三四]批|本[次轮级]|《"
    f"|(?<![每满超过第同达任])(?:\\d+|[二两三四五六七八九十百]+){_PIECES}(?!以上|以下|以内|标准)"
)
# What is found, told of or handed on: these ones, unless a way of working is spoken of.
_FOUND = re.compile(
    "(?:检查|督查|督导|督察|排查|审计|考核|巡察|评估|验收|摸排|调研|核查|普查|暗访|监测)(?:中|组)?(?:发现|查出|指出|反馈|梳理|摸出|通报)?出?的?(?:问题|隐患|缺陷|短板|线索|病害)"
)
# A way of working, a sort of case, whoever may come.
_WAY = late(
    "机制|制度|流程|承诺|限时|首[问接]|闭环|并联|一次(?:性)?告知|绿色通道|直通车|快车道|专窗|帮办|代办|快速(?:响应|处[置理]|通道|反应)|热线|分级|分类|今后|以后|往后|日常|平时|一律|凡|每[^，。；]|随时|做到|推行|实行|开[辟通设]|“[^”]{2,8}”[^，。；]{0,3}(?:通道|服务|模式|办法|做法)|即[接办]即|提速|提效|时限|巡查|网格|热线|工单|随报|随[到接]|来[电信访]|原则上|接[诉单报]"
)
_SORT = "简单|一般|普通|轻微|较轻|较[大重小]|特别重大|特?重大|复杂|疑难|紧急|零星|常规|特殊|普通|大额|小额|低压|高压|大型|小型|中小|县[内域级]|省[内外级]|市级|跨[部省县市]|常见|急难|简易|通用|新[增建发]|轻|重|小(?!组|区|学|镇|程|河|流)|大(?!桥|队|厦|厅|道|学|坝|会|棚)|[一二三四][类级等]|[红橙黄蓝]色"
_GRADED = late(
    f"(?:^|[，、；：。]|做到|对于?|其中)(?:属于?|确属|涉及)?(?:{_SORT})(?:性|型|的)?[^，。；、：的]{{0,7}}(?:，[^，。；：的]{{2,12}}(?=要|须|应|必))?(?:要|须|应当?|必须|原则上|不超过|控制|限期?|限时)*[在于]?$"
)
# 低保申请，县民政局要在两周内答复: what comes in again and again, before who acts.
_COMES_IN = late(
    "(?:^|[，。；：])(?:对于?)?[^，。；：把]{0,14}(?:申请|申报件|理赔|赔付|投诉|举报|报修|报装|补办|转接|接续|登记|过户|提取|报销|故障|漏点|缺陷|诉求|来[信电访]|信访件|警情|火情|险情|案件|咨询|求助|一件事|补贴|救助|审批|业务|售后|维修|纠纷|事故|病例|异议|工单|订单|认定|鉴定|变更|注销|办证|换证)(?:[问]题|件|事项)?"
    "(?:，(?:由)?[^，。；：的]{2,14})?(?:要|须|应当?|必须|务必|可|均|一律|原则上)*[在于]?$"
)
# 申请当日受理、三日内通电: one step of a scale of answers.
_SCALE = late(
    "(?:当[日天场时]|即[时日刻]|随时|[\\d一两二三四五六七八九十]+个?(?:小时|分钟)内)[^，。；、]{1,8}[、，](?:[^，。；：的]{1,4})?(?:要|须|应当?|必须|务必)*[在于]?$"
)
# 对新识别对象十日内落实帮扶, 对疑似病例，两天内随访: whoever is of that sort, unless they are counted or pointed at.
_OF_A_SORT = late(
    "对于?(?:新[^，。；的对]{1,8}|[^，。；的对\\d]{0,6}(?:人员|患者|对象|病例|家庭|[失逾欠]\\w{1,4}[户者]))(?:，(?:由?[^，。；的]{2,14})?)?(?:要|须|应当?|必须|务必|均|一律)*[在于]?$"
)
_COUNT = re.compile(
    "(?:[\\d一两二三四五六七八九十]+)个?(?:工作日|天|日|周|月)(?:之|以)?内(?=[^，。；]{1,20}[，、]$)"
)
# 死亡、转让的，十日内: whoever is in that case, before who acts and 要.
_WHOEVER = late(
    "(?:^|[，。；：])(?!涉及|对?不符合|属于|其他)(?:[^，。；：的]{2,}的(?:，(?:由?[^，。；的]{2,14})?|[\u3400-\u9fff]{0,4}|(?:家庭|人员|对象|职工|学生|居民|患者|老人)，(?:由?[^，。；的]{2,14})?)|对于?[^，。；：的]{2,}的[^，。；：的]{1,6}，(?:由?[^，。；的]{2,14})?)(?:要|须|应当?|必须|务必|可|均|一律|原则上|并)*[在于]?$"
)
_SERVED = late(
    "(?:[把将][^，。；]{1,6}?)?[^，。；把]{0,7}?(?:打[到入进](?=[^，。；]{0,6}[卡户账])|作出[^，。；]{0,4}(?:决定|认定|鉴定|处理)|办[结完妥好出理]|受理|答复|回复|回应|回音|说法|反馈|出具|核发|制发|颁发|发证|核准|审[批核结查]|批[复准]|初审|备案|登记|注册|赔付|理赔|支付|付清|付款|结算|结清|兑[付现]|到账|打款|退还|退回|退款|返还|拨付|汇入|退到|报销|处[置理]|解决|响应|上门|到场|到达|赶到|核实|立案|结案|调解|化解|调处|回访|告知|通知|上传|录入|归档|移送|转办|派单|整改|改完|改正|修复|维修|抢修|更换|恢复|清运|清掏|复[查验检测核]|检[测验]|送检|入户|建档|救助|补种|开具|评定|认定|鉴定|发放|接种|缴[清存]|补缴|领取)"
    "|[^，。；把]{0,3}(?:办|改|换|修|答|付|结|到|退|批)(?=[、，。；]|$)"
)
# What is made, handed in or begun once.
_ONCE = late(
    "[动铺装种测]|[^，。；]{0,6}?(?:拿[出下到]|取得|一次(?:办|性)|制[定订]|编[制写好]|印发|出台|形成|提[出交]|上报|呈报|报[送县市省区旗请党给到我经结]|报(?=[^，。；销案修名警复批]{1,12}(?:办|局|委|部|府|室|组|中心)|[，。；]|$)|送(?:审|交|到)|[组筹]建|建[立起好成](?!档)|成立|设立|搭建|摸[清排底]|排查|[清普]查|查[清完明]|召?开[完展工会好]|启动|进[场驻村]|动工|复工|签[订完约]"
    "|选[定址]|[确划]定|定下|分解|集中|清理|拆[除完]|腾[退空出]|搬[离迁走完]|撤|[公发]布|公告|公示|张[贴榜]|采购|招标|抽调|组织|会同|请|对接|委托|部署|传达|逐[一条项户个家村]|全[部面县镇]|书面|彻底|见底|清零|作出(?!答复|决定|认定|处理|鉴定|裁|结论)|交[出来]|列出|梳理|完善|修[订改](?!完)|研究|论证|打通|给我|向我|让|派|首批|评估|布[置设]|补齐|配[齐上足]|扒|赶上|翻一?遍|[^，。；]{1,3}干净|过一?遍|补设|开标|验收|封[堵闭]|整改(?:到位|方案|完毕)|恢复(?:通|供|运|交|正常)|完成(?![随回]访|审|办|答|复核|核|处|赔|兑|检|登记|备案|修|整改|认定|鉴定))"
)
_RECIPIENT = re.compile(
    "(?:申请|当事|投诉|举报|信访|来访|报修|反映|诉求|报案|求助|缴费|参保|权利|失|受检)[人主者]|通知本人|告知本人|本人(?=到|并)|患者|家属|考生|消费者|住户|客户"
)
_OWN_UNIT = late(
    "(?:^|[，；：。])(?:并)?(?:责成|责令|要求|请|由|叮嘱)?(?P<unit>[^，。；：、各的对将把]{2,14}(?:局|委|办|办公室|政府|镇|乡|村|街道|公司|集团|中心|管委会|大队|支队|专班|指挥部|银行|医院|学校|[一二]中|厂|矿|场|站|处|部|院|所|社|方|协会|办事处|分局|园区|你们?))"
    "(?:和[^，。；]{2,8})?(?:都|也|均|还)?(?:要|须|应当?|必须|务必|力争|确保)*[在于]?$"
)
# 把 takes what is known, and whom one has do it is one: 把接到的问题三天内办结, 督促维保单位一周内恢复.
_TAKEN = re.compile(
    "(?:把[^，。；]{2,}|(?:协调|督促|责令|要求|指导|组织|通知|(?<!申)请|[让派]|安排|会同|联合)[^，。；的]{2,12})$"
)
# 限期三天, 利用两个月: one is given the time.
_GIVEN = re.compile(
    "(?:限[期时其他们你]{0,3}|给(?:你们?|他们?|[^，。；]{1,4})?|利用|再?用|再给|宽限|最[迟多]|会后|散会后|回去后?)$"
)
_ACTS = late(
    "(?:^|[，：])(?:由|请|责成|责令|要求)?(?:[县市区旗州省镇乡][㐀-鿿]{1,10}?(?:局|委|办公?室?|中心|公司|院|行|大?队|厂|会)|[㐀-鿿]{2,8}?(?:镇|乡|街道|公司|集团|分局|管委会|指挥部|专班|管理[处所站]|办公室)|[^，。；：的]{2,10}(?:立即|马上|即刻|今[天晚]|连夜|先(?!进)))"
)
_LED_UP_TO = re.compile("[，、](?:并|再|力争|确保|要|须|必须|务必|应当?)*[在于]?$")
_CLASS = late(
    "窗口|承办|责任|有关|相关|经办|各|(?<![县市区旗州省])部门|(?<!施工)(?<!建设)(?<!监理)(?<!设计)(?<!业主)(?<!项目)单位|机构|社区|物业|用人|收购|施救|网格|工作人员|企业|[户人员]$|材料|手续|报告|款$|费$|金$|问题|隐患|事项|诉求|结果|情况|信息|数据"
)
# 一年内严禁明火, 三年内只减不增, 两年内免费: what holds so long, and is done by no day.
_HOLDS = late(
    "，(?:坚决|一律|任何[^，。；]{2,6})?(?:严禁|禁止|不[得准许]再?(?!少于|低于))|(?:[^，。；不把将]{0,8}?)(?:严禁|禁止|禁[牧渔采猎烧伐]|不(?!折不扣|留|漏|落(?!实)|打折|讲|惜|间断|等|拖|少于|低于|超过|断|遗余力|分昼夜|分白天|管|论|计|误|走过场|出.{0,3}[门村镇县])|只[减增能降许]|停止(?:受理|办理|审批|使用|新增)|暂停|暂缓|保持|维持|稳定在|免[费收交征缴除]|有效|享受|执行原|沿用|实行(?!清单|销号)|轮[流班换]|封[闭育山禁]|休耕|休渔|持续|值班|值守|禁[止]?|勿|莫|仍可|可[以凭继]|包[修换退])"
)
# 三天内修复不了的: a case, and what follows from it.
_UNDONE = late(
    "[^，。；的]{0,8}(?:不了|不[上下成完清到]|不到位|无法[^，。；的]{1,4}|不能[^，。；的]{1,5}|未[^，。；的]{1,6}|没[^，。；的]{1,6})的"
)
_YEARS = re.compile("[二两三四五六七八九十\\d]+年")
_ACHIEVED = re.compile(
    "[^，。；]{0,12}(?:建成|完工|竣工|投产|达产|投用|通车|全覆盖|见底|清零|全部(?:完成|更新|改造|退出|消化)|消化完|还清|完成|翻[一两]?番|达到|突破)"
)
_SENTENCE = "。；！？\n"


# 受理后, 一旦, 每起: each begins with its own event, whatever else is pointed at.
_EACH_EVENT = re.compile("后，?|一旦|凡|之日起|如遇|遇有|每|新[进任聘入录提]|[接收领拿取]到")


def is_pointed_at(before: str) -> bool:
    """Tell whether words before a count point at what is there (企业提出的5个诉求), and at no event of each case."""
    near = before[max(before.rfind(sign) for sign in _SENTENCE) + 1 :]
    return _POINTED.search(near) is not None and _EACH_EVENT.search(near) is None


def is_standing(words: str, start: int, end: int) -> bool:
    """Tell whether a count (half-open place) is how long each case may take, or how long a state holds."""
    before = words[max(words.rfind(sign, 0, start) for sign in _SENTENCE) + 1 : start]
    if _GIVEN.search(before) and not _GRADED.search(before):
        return False
    if _HOLDS.match(words, end) or _UNDONE.match(words, end):
        return True
    if _YEARS.match(words, start) and not _ACHIEVED.match(words, end):
        return True
    last = min((at for sign in "，。；" if (at := words.find(sign, end)) >= 0), default=len(words))
    if _POINTED.search(before) or _POINTED.search(words, end, last):
        return False
    if _GRADED.search(before):
        return True
    if _RECIPIENT.search(words, end, last):
        return True
    served = _SERVED.match(words, end) is not None
    known = not before or _FOUND.search(before) or _TAKEN.search(before)
    if not known and (
        _OF_A_SORT.search(before) or _SCALE.search(before) or (served and _WHOEVER.search(before))
    ):
        return True
    if _ONCE.match(words, end):
        return False
    earlier = _COUNT.search(before)
    if earlier is not None and _is_standing_at(words, start - len(before), earlier):
        return True
    if not known and _COMES_IN.search(before):
        return True
    if not served or (known and not _WAY.search(before)):
        return False
    if _WAY.search(before):
        return True
    if _LED_UP_TO.search(before) and _ACTS.search(before):
        # 由石塘街道委托鉴定，一个月内出具结论: one thing after another, told to one by name.
        return False
    told = _OWN_UNIT.search(before)
    return told is None or _CLASS.search(told.group("unit")) is not None


def _is_standing_at(words: str, first: int, count: re.Match[str]) -> bool:
    """Tell whether the count right before, in the clause before, is one of each case: so is what follows it."""
    return is_standing(words, first + count.start(), first + count.end())
