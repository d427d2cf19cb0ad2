"""Words like limits that are none: 离年底只有…, 去年底, 纳入年底考核, 国庆前后, 三年内累计两次."""

import re
from re import Pattern

from guatu.domain.reading.deadlines.objects import is_of_object
from guatu.domain.reading.deadlines.ranges import lasts_until
from guatu.domain.reading.late_patterns import late

_LONGEST_LOOK = 12
# 离年底只有五个月 says how long is left; 去年底 and 上月底 are gone; 每年3月底前 returns; 不能拖到年底 warns.
_BEFORE = re.compile(
    "(?=[一上再到前历去同往拖按挨捱推放整新未杜每熬留眼离第等自距过近这逐逢避防隔\\d])(?:(?:(?<![撤搬脱远分剥迁])离|距|离着|一到|防止|避免|杜绝|每个?|每到|每逢|逢|隔|(?<![附邻就])近|眼看就?到|再过|(?<![拖超越晚推])过了?|过去|(?<![各亲独])自|自从|(?<![完达做见办送报落排查])到了)(?:年|月|年的?|月的?)?$"
    "|(?:同|去|往|上一?个?|前一?个?|历)(?:年|月|年的|月的)$"
    "|(?:新的|过去的|未来的|整整|这样的)$|第[\\d一二三四五六七八九十、]+$|(?:拖|推|(?:^|(?<=[，。；：、“别能要再坐干死空苦不莫就可专净光]))等|(?<![保遗停滞])留|挨|熬|捱|(?<![发投开存释停堆])放)(?:到|至|不到)?(?:了|着)?$|(?:逐[月季年旬周日]|按[月季年周旬])[于在]?$"
    # The end of a stretch that the rule for stretches did not take.
    "|\\d月(?:\\d{1,2}[日号]|[上中下]旬|初|底)?(?:起|开始)?(?:到|至|—|－|-|~|～)$)"
)
# 去年底, 上月底, 前三季度, 上周五: the words that set a time back, which are found without them; not 原则上7月底前, 会同8月底前.
_SET_BACK = re.compile("(?:同|去|往|上一?个?|前一?个?|历)$")
_RULED = re.compile("(?:原则|基本|总体|大体|会|共|一|协|陪|随|连|合)[上同]$")
# 期满前30日内, 到期前2个工作日: counted back from what is not known.
_AHEAD_OF = re.compile("(?<![目当会此日])前$")
_COUNT_START = re.compile("[\\d一二两三四五六七八九十]")
# 利用两个月时间逐座检测: how long one has for it.
_SPELL = re.compile(
    "(?:[\\d一二两三四五六七八九十]+个?半?(?:月|天|周|日|工作日|星期)|半年|半个?月)(?:的?时间)?$"
)
# 七日办结制, 24小时带班制度: the name of a way of working.
_JUST_COUNT = re.compile("[\\d一二两三四五六七八九十]+个?(?:工作日|小时|天|日|周)内?")
_SYSTEM = re.compile("[^，。；、]{1,6}制(?:度)?(?=[，。；、]|$)")
_BARE_START = re.compile("(?:年|月|季|周|星期|礼拜|旬|半年|[一二三四两]季度|\\d+年)")
# 压缩到5个工作日以内, 提前至少两天: how long a thing may take, or how early it is told.
_STANDARD = re.compile(
    "(?:(?:宽限期|压缩|压减|缩短|缩减|控制|精简|减少|限定|稳定|保持|提速|压|缩|减)(?:到|至|在|为)?|(?:由|从)(?:原来的?)?|做到|提前(?:至少|最少|不少于)?|[至最]少提前|不少于|不低于|件件|事事|条条|审批|办件|款到|货到|工程款|[到签验]收后?|每[件个项笔条][^，。；、]{0,4}|群众反映的[^，。；]{0,4}|可以?[在于]?|立等可取、)(?:要|须|都)?$"
)
_COUNTED_TIME = re.compile("[天日周月时年]")
# 月初排计划、月底对账; 年初建账、年底销账: what returns.
_PAIRED = re.compile(
    "(?<![\\d一二三四五六七八九十])[月季年周旬]初[^，。；]{1,8}[、，](?:[年月季周]中[^，。；]{1,8}[、，])?[年月季周]?$"
)
_RATED = re.compile("(?:纳入|列入|计入|作为|挂钩|参加|结合)[^，。；]{0,4}$")
_RATING = re.compile(
    "(?:的)?(?:绩效)?(?:批次|例会|督办|集中(?:采购|招标|开工|签约)(?=[批计活名目]|$)|[^，。；、]{1,6}时(?=[，一要须应必再统同]|$)|绩效|奖金|福利|结账|关账|目标|指标|述职|报表|账目|盘点|大会|会议|考核|考评|评比|总评|测评|评议|述职|决算|分红|评优|综合考核|目标考核|大考|评先|各项|工作|收尾工作)|[数子线册色牌片稿](?!上)|(?:就|再|才)?(?:不[要可宜必]|别)"
)
_AFTER = re.compile(
    "前后|止?，?共[\\d一二三四五六七八九十]+天|后(?![续备勤进台期方面])|以后|之后|以来|左右|上下浮动|夕|年?[初]|岁[尾末初]|年关|外|[至到—－~～-]+(?:\\d|[一二三四五六七八九十本下明年月])|起(?![草步来诉用码底])"
)
# 三年内累计两次的, 三天内不得返回: how long a state lasts, or in what time a fault is counted.
_WITHIN = re.compile("内$")
_COUNTED = re.compile(
    "(?:累计|重复|连[续下降遭]|接连|不得|不准|不予|不再|再次(?!提|上|报|研究|组织|审|召|调|复|核|开展|排查)|仍|未|没有|有过|无|[\\d一两二三四五]+[次起件](?!性|[办拨付结])|多次|受到?过?|被|因|免|有效|保修|质保|滚动|多|生产|发生|出现)"
)
# 半年要有看头、全年要有突破: a saying of halves and wholes.
_HALVES = re.compile("[^，。；、]{1,8}[、，](?:全年|一年)")
# 5月底6月初: about the turn of a month.
_NEXT_MONTH = re.compile("\\d{1,2}月")
_LIMITED = re.compile("前|内|止")
# 对上半年发现的问题, 三季度通报的: the time that things lie in which are spoken of.
_FRONTED = re.compile(
    "(?:打[好赢响]|决[战胜]|备战|迎战|迎接好?|奋战|鏖战|用[好足活]|抓住|抓准|抢抓|把握好?|利用好?|对照|针对|围绕|按照|参照|根据|结合|对|把|将|就|按|照|(?<![占对])比|较)(?:于|着)?$"
)
# 县农业农村局将上半年在三个乡镇布设4座烘干中心: what will be done, and no object of what is demanded.
_WILL = late(
    "(?![^，。；把将]{0,10}的(?!话))(?!(?:新|大|小|各项?|全县|全市|重点|主要|具体|有关|相关|剩余|后续|到期|应完成|计划内|拟)?(?:工作|任务|计划|方案|预算|项目|资金|指标|目标|清单|成果|结果|数据|情况|会议|用工|需求|考核|盘子|经费|台账|材料|收入|支出|名单|报告|要点|安排|政策|活动|人员|产品|经验|教训|责任|工期|进度"
    "|检查|问题|通报|账目|物资|订单|课程|日程|时间|节点|费用|补贴|补助|收益|产量|产值|税收|业绩|成绩|排名|得分|考题|试题|值班表?|班次|培训|招商|投资|生产|销售|农业|工业|经济|财政|度|份(?=[\u3400-\u9fff]{2}[^，。；]*[好清实细出来]$)))"
    "[\u3400-\u9fff\\d]"
)
_TOLD_OF = re.compile(
    "[^，。；、]{0,8}?(?:到期|届满|期满|过期|完工|到货|交付|移交|入职|上市|落地|揭牌|开[村园业馆工学幕]|来(?:的|访|县|考察|检查|调研|投资|洽谈|参会|参展)|完成|竣工|开工|新[增建签]|投[产用]|签约|引进|排查|发现|通报|交办|反馈|下[达发]|召开|印发|发布|举行|暴露|开展|实施|安排|部署|确定|承诺|欠|遗留|督办|挂牌|列入|纳入|收到|拖欠"
    "|[出到过了成好中办列定])的"
)
# 上半年已签约四家, 二季度遗留问题, 下半年仍保持: what is so, and was left over.
_SO_FAR = re.compile(
    "(?:均|都|就)?已(?!定|知)|[^，。；]{1,8}以来|(?:遗留|结转|剩余|剩下|积压|拖欠|未办结|未完成)|(?:仍|依然|依旧|还)(?:要|将|需|须)?(?:过|保持|坚持|继续|面临|有|是|处|以)"
)
# 7月中旬到8月中旬是高温时段, 到了7月下旬雨水还多: a time is told of.
# 年底绝不能重演, 8月15日就该交付，现在…, 7月底就有五家投产, 10月底马上就到: what must not be then, should have been, will be or is near.
_AT_HAND = re.compile(
    "就[^，。；要须必把将完]{1,5}了(?=[，。；]|$)|(?:绝|决|切|再|坚决|更|也|都)(?:也|都|再)?不(?:能|得|许|准|可|要|允许)|就(?:应?该|应(?![急付对聘]))|(?<!要)(?:就|将|会|又|还)(?:会|将)?有"
    "|(?:马上|很快|眼看|眼瞅着?|转眼|眨眼|即将|就要?|快要?|说)(?:就|要|会|间)*(?:到|来)(?:了|来|临)?(?=[，。；！]|$)"
)
_SEASON_TOLD = re.compile(
    "(?:是|为|正[是值])[^，。；]{0,12}(?:时段|时候|时节|季节|期|高峰|旺季|淡季|雨季|节|日|月|周)(?=[，。；]|$)"
)
_OWN_LIMIT = re.compile("前|止")
# 2027年底前能够投产的: what a project must be able to, to be taken.
_ABLE = re.compile("(?:能够|可以?(?:竣工|开工|建成|投产|完工))")
_STRIVEN = re.compile("(?:确保|保证|力争|争取|务必|必须)[^，。；]{0,12}$")
# 6月底前登记的企业可以申报, 6月底前仍未开工的: who may, or what if it is not done.
_MAY = re.compile(
    "[^，。；]{1,8}的[\u3400-\u9fff]{1,4}(?:可|均|方|予以|享|优先|不予|纳入|按|，(?:可|享|优先|予以|免收|减[收免半]|奖励|补[助贴]))|(?:(?:仍|还|尚)?(?:未|没)|[仍还尚]不)[^，。；]{1,10}的"
    # 11月底前已完成的要组织验收.
    "|已(?:经|全部)?(?:完[成工]|竣工|建成|开工|投[产用]|整改|办[结理]|签约|到位|交付|销号|兑现|发放|拆除)[^，。；]{0,4}的"
    # 8月15日前签约的，给予奖励.
    "|[^，。；全把将要须不]{1,10}的，(?!话)"
    # 8月15日前搬完的每户奖励2000元: what whoever is early gets.
    "|[^，。；全把将要须]{1,8}的[^，。；要须]{0,4}(?:每[户人家亩台辆]|再|另|额外)?(?:奖(?!项)|给(?!我)|享受?|优先|免(?!疫)|减(?:免|收|半)|补[助贴]|按[^，。；]{1,10}(?:奖|补|计)|可享|多给|一次性|不再收)"
)
# 统计时点为…, 会议时间：…: a day that something is counted at or held on.
_HELD_ON = re.compile(
    "(?:时点|基准日|(?:会议|考试|开标|开幕|活动|比赛|报到|面试|培训|演练|公示|接待|营业|办公)(?:时间|日期))[为是：:]?$"
)
_HELD_AT = re.compile("(?:会议|考试|开标|开幕|活动|比赛|面试|培训|演练|公示|接待|营业|办公)$")
# 对10月20日前报名的群众, 凡11月5日前完成的: who is meant, and no limit for the deed.
_WHO_IS_MEANT = re.compile("(?:对于?|凡是?|凡在|针对|但凡)$")
_MEANT = re.compile("[^，。；]{1,12}的(?!话)")
# 3月1日以前出生的, 月底前受理的: what is meant, told by when it came about.
_CAME_ABOUT = re.compile(
    "(?:出生|入职|参保|参加工作|入学|建档|退休|登记注册|注册登记|购[买置]|生产|签订|立案|受理|投保|领证|结婚|生育|种植|办证|落户|离职|就业|毕业|退役|拍摄|形成|产生|发生)的"
)
# 12月27日停课放假: the day that something is off on, and no limit of it.
_OFF = re.compile(
    "(?:（[^）]*）)?(?:上午|下午|当[天日]|起|全[县市区镇校]|[\u3400-\u9fff、（）]{0,12}?)?(?:放假|停课|调休|补课|补休|恢复(?:正常)?上课|正常(?:上课|上班|营业|办公)|休市|休息|休馆|闭馆|轮休)"
)


# 每年6月底前和12月底前: the second of two that return; 执行带班制度，5月1日至5日: how long a duty lasts.
_RETURNS = re.compile("每[年季月周][^，。；]{1,8}[和、与及]$")
_DUTY = re.compile("(?:值班|带班|值守|在岗|备勤|制度)[^。；]{0,12}，$")
# 五一假期前三天是客流高峰: the first days of the days off, and not so long before them.
_FIRST_DAYS = re.compile("假期?(?:之|以)?前[一两二三四五六七八九十\\d]+[天日]")
# 从即日起到年底，每三天通报一次: the end of such a stretch, where the rule for stretches found none.
_FROM_NOW = re.compile("(?:即日|现在|今[天日]|本日|目前|之日)(?:起|开始)?(?:到|至)$")
# 因为年底任务紧, 一直开到年底, 等到12月才着急: a reason, how long it goes on, when it would be too late.
_BECAUSE = re.compile(
    "(?<![原起成病死外内诱])因(?:为|此)?[^，。；]{0,3}$|由于[^，。；]{0,3}$|直到$"
)
# 眼下到十一月上旬雾多，船只要慢行: how long it is so.
_UNTIL_THEN = re.compile(
    "(?:眼下|现在|目前|如今|当前|今后|此后|这[段阵]时间)(?:起|开始)?(?:一直)?[到至]$"
)
_IS_SO = re.compile("[^，。；要须必把将完]{1,10}，")


def is_decoy(words: str, start: int, end: int) -> bool:
    """Tell whether the words at a half-open place only look like a limit, by what stands around them."""
    before = words[max(0, start - _LONGEST_LOOK) : start]
    found = words[start:end]
    if _HELD_AT.search(before) and found.startswith(("时间", "日期")):
        return True
    if _BEFORE.search(before) or _AFTER.match(words, end) or _PAIRED.search(before):
        return True
    if _SET_BACK.search(before) and _BARE_START.match(found) and not _RULED.search(before):
        return True
    if _STANDARD.search(before) and _has(_COUNTED_TIME, found) and not _has(_OWN_LIMIT, found):
        return True
    if _BECAUSE.search(before):
        return True
    if _FROM_NOW.search(before) and lasts_until(words, end):
        return True
    if _UNTIL_THEN.search(before) and _IS_SO.match(words, end):
        return True
    if _RETURNS.search(before) or (end == len(words) and _DUTY.search(words[:start])):
        return True
    if found == "半年" and _HALVES.match(words, end):
        return True
    if _JUST_COUNT.fullmatch(found) and _SYSTEM.match(words, end):
        return True
    if _AHEAD_OF.search(before) and _COUNT_START.match(found):
        return True
    if _FIRST_DAYS.search(found):
        return True
    if _WITHIN.search(found) and _COUNTED.match(words, end) is not None:
        return True
    if _HELD_ON.search(before) or _MAY.match(words, end) or _CAME_ABOUT.match(words, end):
        return True
    if _WHO_IS_MEANT.search(before) and _MEANT.match(words, end):
        return True
    if _ABLE.match(words, end) and not _STRIVEN.search(before):
        return True
    if _has(_LIMITED, found):
        return False
    if is_of_object(words, start, end):
        return True
    if _OFF.match(words, end) or _SO_FAR.match(words, end) or _AT_HAND.match(words, end):
        return True
    if (
        _SEASON_TOLD.match(words, end)
        or words.startswith("的", end)
        or _NEXT_MONTH.match(words, end)
        or _RATING.match(words, end)
    ):
        return True
    if _TOLD_OF.match(words, end):
        return True
    if _FRONTED.search(before) and not (
        (before.endswith("将") and _WILL.match(words, end))
        or (before.endswith("用") and _SPELL.match(found))
    ):
        return True
    return _RATED.search(before) is not None


def _has(pattern: Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None
