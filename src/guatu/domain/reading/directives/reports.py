"""Whether a stretch of speech reports: 各乡镇高度重视，工作到位，共种植12万余亩油菜，效果良好.

Without a modal 各乡镇高度重视 is a demand or a report by what stands beside it. So the whole stretch is
weighed before any rule opens a demand in it: each clause up to the first that plainly demands gives
what aspect, results, amounts done and times past tell, less what only demands have (limits, 确保,
更大的…). One clause that plainly reports makes its fellow clauses reports. How much is asked depends on
who is heard with which verb: 指出 and 认为 report as often as they demand, 强调 seldom,
要求 never in the sentence that it opens.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.assertions import plain_words
from guatu.domain.reading.directives.clauses import LONGEST
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.speech_patterns import speech_patterns
from guatu.domain.reading.lexicon import Lexicon

_DONE = 3.0
ENOUGH, SURELY, NEVER = 2.0, 3.0, 99.0
"""What a stretch must weigh: where the verb reports as often, where it demands, and where it always does."""
WELL = 1.5
"""What one clause of it must weigh by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A class of words that tells a report from a demand, with what it weighs for a report."""

    name: str
    weight: float
    words: Pattern[str]


def _evidence(name: str, weight: float, words: str) -> Evidence:
    return Evidence(name=name, weight=weight, words=re.compile(words))


_GOOD = "亮眼|抢眼|稳健|强势|迅猛|繁荣|丰富|丰富多样|扎实有效|充分|到位|温馨|团结|融洽|和谐|旺盛|红火|高涨|充足|踊跃|火热|活跃|健康|可观|惊人|空前|优异|出色|优良|过硬|骄人|不俗|良好|较好|很好|明显|显著|突出|喜人|丰硕|斐然|可喜|热烈|强烈|强劲|纷呈|初显|凸显|显现|彰显|平稳|稳定|有序|顺利|可控|正常|向好|稳中向好|稳中有进|理想|满意"
_RESULT = "成效|成果|成绩|效果|进展|突破|胜利|实效|佳绩|效益|好评|肯定|称赞|赞誉|认可|业绩|丰收|荣誉|称号|第[一二三四五六]|名次"
_DAY = "(?:近日|日前|昨日|今日|本月|上月|当[日天]|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|[初底])|\\d{1,2}日)(?!之?前|以前)(?:[上下]午|晚|起)?"
_MANNERS = "严谨|严格|严明|精心|用心|得当|得法|细心|耐心|热情|温馨|温暖|规范化|清晰|明晰|清楚|统一|坚决|果断|果敢|有方|科学|合理|完备|完善|健全|充足|充分|充沛|紧凑|靠前|超前|早|快|实|准|细|严|稳|足|高|大|认真|畅通|高涨|踊跃|到位|有力|有序|得力|迅速|及时|积极|细致|扎实|周到|密切|主动|精准|有效|顺利|高效|规范|严密|周密|缜密|过硬|精细|配合|稳妥"
_WORKS = "组织|推进|行动|配合|整改|服务|保障|措施|工作|防疫|排查|抢修|监管|落实|处置|宣传|发动|准备|协作|调度|谋划|部署|指挥|应对|防控|施工|管理|响应|衔接|防范|安排|办理|调解|救援|督导|联动|管护|收购|值守|思路|力度|作风|步伐"
_CHANGES = "形成|提升|提高|增强|改善|好转|压实|夯实|优化|下降|减少|壮大|完善|健全|增加|增长|加快|扩大|巩固|拓展|显现|凸显|彰显|改观|攀升|回升|上升|回暖|向好|延伸|深化|释放|激发|涌现|浓厚|降低|缩小|加强|规范|成熟|升级"
# 堵住了, 交出了: a verb and its outcome; and a few verbs of one sign that take an object.
_OUTCOME_VERB = re.compile(
    "[堵抓盯守稳管保拦挡拿夺站立留顶扛摸看想办做建修铺打走跑闯趟交送救追找解换腾挤压降减增涨升提拉带推拓扩引派写破补填攒省赢][住下出好完清准稳通起赢破到成掉进回来开上活足齐紧实平高大长快满]|[作做给办建修赢添长变]"
)
_NO_DONE = re.compile(
    "[却结断解]|[^，。；]{0,16}的(?:$|单位|乡镇|企业|部门|同志|地方|项目|隐患|问题|要|将|人)"
)
_NOT_SO = re.compile("[不别该就先把]")
_TABLE = (
    _evidence(
        "already",
        3,
        "(?:(?<![早业而])已(?:经)?(?![所能])(?=[\u3400-\u9fff\\d]{2})|业已|均已|早已|(?<!“)正在(?=[\u3400-\u9fff]{2})|尚未)(?![^，。；]*的)",
    ),
    _evidence(
        "nothing_bad",
        2.5,
        "(?<!实现)(?<!确保)(?<!做到)零(?:投诉|事故|伤亡|发生|上访|差错|失误|火情|感染|违规|复发|新增|发案|溺亡|死亡|退保|逾期)",
    ),
    _evidence(
        "came_to_end",
        2,
        "[㐀-鿿]{2,}(?<!确保)(?<!力争)(?<!推动)(?<!推进)(?<!保证)(?<!逐项)(?<!逐一)(?:顺利|圆满|如期|如愿|成功|超额|平稳|胜利|悉数)(?:完成|收官|结束|通过|建成|实现|落幕|举办|举行|召开|落地|投产|通车|达成|交付|兑现|过关|度汛|越冬|脱贫|摘帽|创建|验收)$|(?:工作|任务|项目|工程|活动|主体|主线|道路|管网|登记|普查|征收|征迁)(?:已|基本|全部|均)+(?:完成|结束|建成|完工|竣工|封顶|到位|清零|销号)|(?:全部|均|基本|悉数)(?:兑现|安置|整改|销号|办结|化解|落实|拆除|清零|脱贫|入住|返岗|复工)(?:到位|完毕)?$",
    ),
    _evidence(
        "came_true",
        1.5,
        "实现[^，。；]{0,8}(?:平安|顺利|平稳|突破|增长|翻番|倍增|双赢|共赢|增收|盈利|飞跃|跨越|转变|逆转|摘帽)[㐀-鿿]{0,2}$|逆势[㐀-鿿]{2}|(?:户|人|亩)均(?:增收|收入|产值)|带动[^，。；]{0,12}(?:就业|增收)[\\d.]*",
    ),
    _evidence(
        "summed_up",
        3,
        "(?:共计?|累计|总共|先后|相继)[\u3400-\u9fff]{1,8}[\\d.]+|[\u3400-\u9fff]{2,8}(?:达|共计?|累计)[\\d.]+(?:余|多)?[万亿]?(?:[人次个件处家户亩吨元起条公])",
    ),
    _evidence(
        "attained",
        3,
        f"(?:取得|收到|获得|赢得|收获|实现|迎来|喜获|荣获|斩获)(?!更|新的|群众|实实在在)[^，。；]{{0,14}}(?:{_RESULT})(?!$)?(?!的)|(?:受到|得到|广受|深受|备受|博得)[^，。；]{{0,14}}(?:欢迎|好评|称赞|肯定|认可|赞誉|赞扬|表扬|表彰|青睐|点赞)(?!的)",
    ),
    _evidence(
        "result_is",
        3,
        f"(?:成效|收效|反应|战果|收成|产量|长势|苗情|墒情|口碑|面貌|环境|秩序|作用|功能|优势|业绩|表现|配合|士气|热情|氛围|需求|市场|生产|经营|治安|民风|关系|班子|队伍|供应|价格|水质|空气质量|效果|成绩|成果|质效|进展|形势|反响|反映|势头|亮点|态势|秩序|运行|局面|局势|气氛|氛围|质量|效益|步伐)(?:较为|十分|非常|总体|比较|整体|持续|更加|更为|相当|都|也|均|基本|很|日益|保持|发挥|得以|得到|不断|稳步)*(?:{_GOOD}|好|浓厚|大好|不错)(?=$|的?$)",
    ),
    _evidence(
        "none_happened",
        3,
        "(?:未|没有|无)(?:再|有)?(?:发生|出现|一)[^，。；的]{2,}|实现[^，。；]{0,4}零(?![容])",
    ),
    _evidence(
        "praised",
        3,
        "来之不易|实属不易|殊为不易|很不容易|有目共睹|精神可嘉|可喜可贺|迎刃而解|拍手称快|拍手叫好|交口称赞|水到渠成|井井有条|一天一个样|旧貌换新颜|立竿见影|事半功倍|节节攀升|逐年攀升|连年(?:上升|增长|攀升|下降)|逐年(?:上升|增长|下降|减少|提高)|与日俱增|蒸蒸日上|欣欣向荣|生机勃勃|遍地开花|落地生根|开花结果|走深走实$(?<!要走深走实)|家喻户晓|热情高涨|积极性高|干劲(?:十足|足|倍增)|信心倍增|热火朝天|络绎不绝|应接不暇|供不应求|门庭若市|座无虚席|反响热烈|广受欢迎|圆满收官|圆满落幕|圆满成功$(?<!取得圆满成功)|再上新台阶$|迈上新台阶$|翻了[一两三]番|收获颇丰|受益匪浅|深受教育|备受鼓舞|方便多了|好多了|大变样|变了样|大不一样|今非昔比|百花齐放|齐头并进|交相辉映|捷报频传|喜讯频传|落地有声|掷地有声|感人至深|值得(?:充分)?肯定|可圈可点|功不可没|令人(?:欣慰|鼓舞|振奋|满意|感动)|有声有色|焕然一新|卓有成效|卓著|亮点纷呈|名列前茅|如火如荼|蔚然成风|硕果累累|成绩斐然|可歌可泣|难能可贵|走在[^，。；]{0,4}前[列面头茅]$|越来越[㐀-鿿]{1,3}$|创(?:下|历史|近)?新高$|竖(?:起)?大拇指|立了大功|功劳|树起|亮丽风景|风景线$|颇具规模|初具规模|初见成效|初步形成|深入人心|良性循环|稳中向好|稳中有进|好于预期|历史最好|翻天覆地",
    ),
    _evidence(
        "held",
        3,
        f"于{_DAY}[^，。；]{{0,10}}?(?:召开|举行|进入|启动|开展|举办|印发|出台|对|组织|完成了|在)|^{_DAY}[^，。；]{{2,16}}(?:召开|举行|进入|举办|赴)",
    ),
    _evidence(
        "dealt_with",
        3,
        "对[^，。；]{2,40}(?:给予|予以|表示)(?:了)?(?:充分|高度|积极|一致|衷心|诚挚)?(?:的)?(?:肯定|好评|评价|认可|满意|感谢|慰问|祝贺|赞赏)|(?:作|做)了?(?:交流|表态|典型|补充|书面|经验|大会|专题|情况)(?:发言|汇报|介绍|说明)$|^(?:会议|会上)?(?:传达|听取|观摩|通报|汇报|审议)(?:学习)?了",
    ),
    _evidence(
        "compared",
        2.5,
        "(?:快于|高于|好于|优于|多于|低于|少于|较|比|超过|超)(?:序时|时序|预期|计划|目标|全国|去年|上年|往年|同期|常年|前年|上月|去冬|以往|全[省市县])|(?:由|从)[^，。；]{0,8}[\\d.]+[%％]?[^，。；]{0,4}?(?:提高|上升|增加|下降|降低?|增长|提升|增|升|缩短|压缩|减少)(?:到|至|为)|同比(?:增长|下降|增加|减少|提高|上升)|增长[\\d.]+(?:%|个百分点|倍)|增幅|(?:下降|上升|提高|提升|减少|增加|压降)(?:了)?[\\d.]+(?:%|个百分点|倍)(?!以上)$|(?:占|达)(?:全年|年度|总)[^，。；]{0,6}(?:计划|任务|目标|数|量|面积)的?[\\d.一二三四五六七八九十%％成]+",
    ),
    _evidence(
        "ranked",
        2.5,
        "(?:位居|位列|排名|跃居|居于?|列|进入|跻身)全?[国省市州县区旗](?:第|前|首|先进)|(?:被|荣)?(?:评为|授予|列为|确定为|认定为|命名为)",
    ),
    _evidence(
        "rate",
        1.5,
        "(?:率|比例|比重|覆盖面|进度|面积|产值|收入|投资|总量|数量|人数)(?:已|均|也|就)?(?:达到?|为|超过?|突破|占|过)了?(?:[\\d.]+|[一二三四五六七八九]成|半)[^，。；]{0,4}(?<!以上)(?<!以内)$",
    ),
    _evidence(
        "so_far",
        2,
        "^(?:去年|前年|上年|上半年以来|今年以来|近年来|近几年来?|去冬今春|一年来|一段时间以来|长期以来|多年来|前一?阶段|前期|前段|上周|上月|上个[月周]|上半月|昨[天日晚]|前[天日]|前[一二三四五六七八九十两几\\d]+个?[月季天年周]度?|上一阶段|上一轮|上次|刚刚|刚才|日前|近日|连日来|近期以来|[半一二三四五六七八九十两几数]+个?(?:年|月|天|周|星期)多?来|入[春夏秋冬汛学][^，。；]{0,3}来|往年|当年|过去[一几两三]|截至|截止|目前为止|此前)|以来(?:$|，)",
    ),
    _evidence("nipped", 1.5, "(?:消除|化解|遏制|扼杀)在[^，。；]{2,6}$"),
    _evidence(
        "that_day",
        2,
        "^(?:当[天日晚]|会后|随后|期间|同日|同时期)(?:$|[㐀-鿿]{0,8}(?:还|也|又|共|先后))",
    ),
    _evidence(
        "half_year",
        1.5,
        "^(?:今年)?(?:上半年|前三季度|[一二三]季度|第[一二三]季度|去[冬秋春夏]|今[春夏])(?![^，。；]{0,12}(?:要|完成|前))",
    ),
    _evidence("period", 0.5, "^[^，。；]{2,8}期间$|^\\d{1,2}月(?:份|以来)$|^目前$|^当前$"),
    _evidence(
        "changes",
        2,
        f"(?<=[\u3400-\u9fff]{{2}})(?<!推动)(?<!促进)(?<!要)(?:得到)?(?:进一步|不断|持续|逐步|明显|显著|稳步|大幅|有效|全面|日益|日趋|大为|稳中|更加|普遍)(?:得到)?(?:有效|显著|明显)?(?:{_CHANGES})$",
    ),
    _evidence(
        "well_done",
        1.5,
        f"^[\u3400-\u9fff、]{{0,16}}?(?:{_WORKS}|发现|护理|抢险|转移|救治|流调|溯源|招生|教学|经营|种植|执法|审批|征收|征迁|拆迁|签约|招商|对接|沟通|反馈|整治|清理|巡查|摸排|录入|登记|统筹|协调|决策|判断|研判|信息|物资|后勤|人员|力量|经费|认识|态度|反应|动手|起步|谋划|思想|重视|目标|方向|任务|职责|分工|机制|制度|程序|流程|纪律|准备|环环|衔接)(?:都|很|较为|十分|更加|非常|也|较|比较|均)?(?:{_MANNERS})$",
    ),
    _evidence(
        "toiled",
        1.5,
        "克服[^，。；]{0,20}(?:困难|不利|影响|挑战)|付出[^，。；]{0,6}(?:努力|心血|汗水|劳动|辛劳)|(?:坚守|奋战|战斗)在?[^，。；]{0,8}(?:一线|岗位)|日夜(?:坚守|奋战|巡护|值守)|冒(?:着|酷暑|严寒|高温|风雪|雨)|舍小家|夜以继日|不分昼夜|不辞辛[劳苦]|任劳任怨|顶风冒雪|连续\\d+[天年月]|连续[一二三四五六七八九十多]+[天年月]",
    ),
    _evidence(
        "often",
        1.5,
        "(?:^|[\u3400-\u9fff]{2})(?:多次|屡次|历来|向来|一直以来|始终如一地|长期(?![性化]))(?=[\u3400-\u9fff]{2})",
    ),
    _evidence(
        "came_up",
        2,
        "涌现出?[^，。；]{2,}|呈现出?[^，。；]{2,}(?:态势|局面|势头|景象|格局|特点)|见证了?|标志着",
    ),
    _evidence(
        "amount",
        1,
        "(?<![每近前第一共])(?<=[\u3400-\u9fff])[\\d.]+(?:余|多)?[万亿千百]?(?:亩|人次?|个|件|处|家|户|吨|元|起|条|平方米|平方公里|公里|千米|米|立?方|场|项|名|份|台|套|座|栋|宗|辆|次|批|所|株|头|只)(?!以上|以内|以下|前|内)",
    ),
    _evidence(
        "smoothly",
        1.5,
        "(?:总体|整体|基本)(?:平稳|稳定|向好|可控|正常|良好)|(?:顺利|有序|稳步|扎实|平稳)(?:推进|进行|实施|开展|运行|过渡)$",
    ),
    # What only demands have.
    _evidence(
        "limit",
        -3,
        "(?:\\d+[月日号]|[月年季旬周]底|[年月]内|[上中下]旬|春节|国庆|汛期|节)(?:之|以)?前(?!期|沿|列|提|后|来)|(?:年|月|季)底(?:完成|全部|实现)|尽快|立即|马上|抓紧|限期|尽早|[天日周时月]之?内(?!容|部|外)",
    ),
    _evidence(
        "aim",
        -2,
        "^(?:并|以|从而)?(?:确保|力争|争取|务求|坚决|严禁|杜绝|切实|务必|保证|努力|力求|谨防|严防|全力以赴|继续|决不|绝不|让[^，]{2,}|推动|促进|以[^，。；]{2,}(?:确保|推动|促进))",
    ),
    _evidence(
        "more",
        -2,
        "更(?:大|好|多|高|强|加|优)(?:的)?[^，。；]{0,6}(?:成效|成绩|突破|贡献|进展|作用|成果|作为|业绩)|新(?:的)?(?:更大)?(?:成效|突破|台阶|贡献|局面|业绩|成绩|辉煌|作为)|作出[^，。；]{0,8}贡献$|不少于|不低于|以上$",
    ),
    _evidence(
        "degree",
        -1,
        "^(?:并|还)?(?:进一步|全面|深入|认真|严格|扎实|大力|着力|持续|积极|主动|充分|加快|加强|加大|强化|完善|健全|落实|做好|抓好|提高|增强|压实|规范|优化|统筹|聚焦|紧盯|突出|不断)",
    ),
)
# 希望…, 下一步…, 但…: what stands behind them is no part of a report.
_TURNS = re.compile(
    "(?:并|还|也|同时|但|但是|不过|然而)?(?:希望|请(?!假)|望|建议|要求|下一?步|后段|接下来|今后|下阶段|下一阶段|接下去|务必|勉励|鼓励|叮嘱|强调|责成|决定|同意|由[^，。；]{2,16}(?:牵头|负责))"
)
# 云盘镇将在年内再培育…: what is going to be is no report.
_FORESEEN = re.compile(
    "(?<![主健名战部虎宿老干强骁即行])将(?![军士领近要帅相才])|(?<![规])计划(?=在|于|[投新建实总用])|预计|打算|拟(?=[建投于在新实引]|流转|[㐀-鿿]{2})|明年|年内|[下明][周月年半]"
)
_STOP = re.compile("[。；！？”]")
# A front that others count by: 对取得…的单位, 凡…的: nothing is reported there.
_NO_REPORT = re.compile(
    "(?:凡|对|把|将|如|若|一旦|除|为|按照?|根据|依据)(?!.*(?:给予|予以|表示|作了|进行了))"
)
_END_IN_VIEW = re.compile(
    "(?:确保|力争|推动|务求|争取|促进|促使|努力|为了|以便|防止|避免|杜绝|保证|做到|必须|[让使])"
)


def _is_done(words: str, lexicon: Lexicon) -> bool:
    """Tell whether 了 stands behind a verb that brings something about."""
    at = words.find("了", 2)
    while at >= 0:
        verb = words[at - 2 : at]
        known = verb in lexicon.usage.verbs or verb in lexicon.official_verbs
        known = known or (verb in lexicon.usage.verbal_nouns and at > 2)
        known = known or _OUTCOME_VERB.fullmatch(verb) is not None
        known = known or (
            at + 2 < len(words) and _OUTCOME_VERB.fullmatch(words, at - 1, at) is not None
        )
        known = known and _NOT_SO.search(words, 0, at) is None
        if known and _NO_DONE.match(words, at + 1) is None:
            return True
        at = words.find("了", at + 1)
    return False


@lru_cache(maxsize=512)
def weight_of(words: str, lexicon: Lexicon) -> float:
    """Return what a clause weighs for a report (above 0) or for a demand (below 0)."""
    bare = plain_words(words)
    if _NO_REPORT.match(bare) is not None:
        return 0.0
    view = _END_IN_VIEW.search(bare)
    told = bare[: view.start()] if view is not None else bare
    weight = _DONE if _is_done(told, lexicon) else 0.0
    for one in _TABLE:
        if one.words.search(told if one.weight > 0 else bare) is not None:
            weight += one.weight
    return weight


# 但…, 下一步…, 要…: so the sentence behind a report begins.
_BEHIND = re.compile(
    "[。；](?:但|不过|然而|同时|下一?步|后段|接下来|今后|下阶段|下一阶段|希望|[^，。；]{0,10}(?<![主重首只纲摘需])(?:要(?!求)|必须|务必))"
)


def end_of_report(text: str, start: int, lexicon: Lexicon, *, enough: float) -> int:
    """Return where the report ends that begins at a place of ``text``; ``start`` itself where none does.

    ``enough`` is what its clauses must weigh together. It ends before the first clause that
    demands by its form, else with the sentence or its part.
    """
    if enough >= NEVER:
        return start
    stop = _STOP.search(text, start)
    last = stop.start() if stop is not None else len(text)
    end, weight, best = start, 0.0, 0.0
    for words in text[start:last].split("，"):
        if len(words) > LONGEST:
            break
        if find_modal(words, lexicon) is not None or _TURNS.match(words) is not None:
            break
        if _FORESEEN.search(words) is not None:
            break
        if speech_patterns(lexicon).direct.search(words) is not None:
            # 他表示满意，同时提醒队员们…: somebody is told behind it.
            break
        one = weight_of(words, lexicon)
        weight, best = weight + one, max(best, one)
        end += len(words) + 1
    end = min(end, last)
    if enough <= ENOUGH and best >= 1 and _BEHIND.match(text, end) is not None:
        # 某局指出，甲…，乙…。要…: what is said before the first demand.
        weight, best = weight + 1, best + 1
    return end if end > start and weight >= enough and best >= WELL else start
