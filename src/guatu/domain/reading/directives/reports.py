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
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.speech import speech_patterns
from guatu.domain.reading.lexicon import Lexicon

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


_GOOD = "良好|较好|很好|明显|显著|突出|喜人|丰硕|斐然|可喜|热烈|强烈|强劲|纷呈|初显|凸显|显现|彰显|平稳|稳定|有序|顺利|可控|正常|向好|稳中向好|稳中有进|理想|满意"
_RESULT = "成效|成果|成绩|效果|进展|突破|胜利|实效|佳绩|效益|好评|肯定|称赞|赞誉|认可|业绩|丰收|荣誉|称号|第[一二三四五六]|名次"
_DAY = "(?:近日|日前|昨日|今日|本月|上月|当[日天]|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|[初底])|\\d{1,2}日)(?!之?前|以前)(?:[上下]午|晚|起)?"
_MANNERS = "到位|有力|有序|得力|迅速|及时|积极|细致|扎实|周到|密切|主动|精准|有效|顺利|高效|规范|严密|周密|缜密|过硬|精细|配合|稳妥"
_WORKS = "组织|推进|行动|配合|整改|服务|保障|措施|工作|防疫|排查|抢修|监管|落实|处置|宣传|发动|准备|协作|调度|谋划|部署|指挥|应对|防控|施工|管理|响应|衔接|防范|安排|办理|调解|救援|督导|联动|管护|收购|值守|思路|力度|作风|步伐"
_CHANGES = "提升|提高|增强|改善|好转|压实|夯实|优化|下降|减少|壮大|完善|健全|增加|增长|加快|扩大|巩固|拓展|显现|凸显|彰显|改观|攀升|回升|上升|回暖|向好|延伸|深化|释放|激发|涌现|浓厚|降低|缩小|加强|规范|成熟|升级"
# What is done with 了: verbs of two signs that bring something about, and a few of one that take an object.
_DONE_VERBS = "取得|实现|完成|形成|打下|奠定|付出|给予|提供|发挥|受到|得到|赢得|收到|获得|召开|举行|开展|启动|改善|提升|提高|增强|促进|推动|维护|保障|办成|解决|化解|涌现|积累|营造|展示|展现|彰显|避免|降低|减少|增加|带动|带来|创造|确保|保证|守住|稳住|夯实|巩固|扩大|拓展|延伸|突破|超过|达到|满足|优化|完善|健全|建立|建成|建起|建设|新建|改造|修复|修建|制定|出台|印发|研究|部署|安排|总结|分析|通报|汇报|介绍|回顾|传达|听取|审议|观摩|参观|组织|成立|组建|落实|推进|推动|加快|加强|强化|激发|调动|树立|锻炼|培养|引进|签订|签约|落地|投入|发放|兑现|争取|承担|承办|接受|通过|经受|经历|打赢|打响|战胜|克服|消除|遏制|扭转|刹住|净化|美化|方便|缩短|缓解|丰富|探索|走出|闯出|交出|递交|贡献|作出|做出|写下|谱写|迈出|拉开|掀起|引起|产生|发生|出现|造成|暴露|反映|体现|证明|赢来|迎来|送去|帮助|支持|配合|服务|覆盖|惠及|挽回|挽救|查处|清理|整治|拆除|排查|整改|拿出|想出|走访|慰问|回应|答复|对接|磨合|凝聚|汇聚|构建|搭建|打造|打通|打破|填补|刷新|创下|保持|延续|吸引|推出|释放|焕发|改变|变成|成为|进入|度过|渡过|结束|告别|摆脱|确立|明确|梳理|盘活|用活|用好|抓住|抢占|跑出|按下|作|做|给|办|建|修"
_TABLE = (
    _evidence(
        "done",
        3,
        f"(?:{_DONE_VERBS})了(?!却|结|断|解)(?=[\u3400-\u9fff\\d“]{{2,}}|$)(?![^，。；]{{0,16}}的(?:$|单位|乡镇|企业|部门|同志|地方|项目|隐患|问题|要|将|人))",
    ),
    _evidence(
        "already",
        3,
        "(?:(?<![早业而])已(?:经)?(?![所能])(?=[\u3400-\u9fff\\d]{2})|业已|均已|早已|正在(?=[\u3400-\u9fff]{2})|尚未)(?![^，。；]*的)",
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
        f"(?:成效|效果|成绩|成果|质效|进展|形势|反响|反映|势头|亮点|态势|秩序|运行|局面|局势|气氛|氛围|质量|效益|步伐)(?:较为|十分|非常|总体|比较|整体|持续|更加|更为|相当|都|也|均|基本|很|日益|保持)*(?:{_GOOD}|好|浓厚|大好|不错)(?=$|的?$)",
    ),
    _evidence(
        "none_happened",
        3,
        "(?:未|没有|无)(?:再|有)?(?:发生|出现|一)[^，。；的]{2,}|实现[^，。；]{0,4}零(?![容])",
    ),
    _evidence(
        "praised",
        3,
        "来之不易|有目共睹|值得(?:充分)?肯定|可圈可点|功不可没|令人(?:欣慰|鼓舞|振奋|满意|感动)|有声有色|焕然一新|卓有成效|卓著|亮点纷呈|名列前茅|如火如荼|蔚然成风|硕果累累|成绩斐然|可歌可泣|难能可贵|走在[^，。；]{0,4}前列$(?<!前列要)|颇具规模|初具规模|初见成效|初步形成|深入人心|良性循环|稳中向好|稳中有进|好于预期|历史最好|翻天覆地",
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
        "(?:快于|高于|好于|优于|多于|低于|少于|较|比)(?:去年|上年|往年|同期|常年|前年|上月|去冬|以往|全[省市县])|同比(?:增长|下降|增加|减少|提高|上升)|增长[\\d.]+(?:%|个百分点|倍)|增幅",
    ),
    _evidence(
        "ranked",
        2.5,
        "(?:位居|位列|排名|跃居|居于?|列|进入|跻身)全?[国省市州县区旗](?:第|前|首|先进)|(?:被|荣)?(?:评为|授予|列为|确定为|认定为|命名为)",
    ),
    _evidence(
        "rate",
        1.5,
        "(?:率|比例|比重|覆盖面|进度|面积|产值|收入|投资|总量|数量|人数)(?:已|均|也|就)?(?:达到?|为|超过?|突破|占)了?[\\d.]+[^，。；]{0,4}(?<!以上)(?<!以内)$",
    ),
    _evidence(
        "so_far",
        2,
        "(?:^|[^\u3400-\u9fff])(?:去年|前年|上年|上半年以来|今年以来|近年来|近几年来?|去冬今春|一年来|一段时间以来|长期以来|多年来|前一?阶段|前期|前段|过去[一几两三]|截至|截止|目前为止|此前)|以来(?:$|，)",
    ),
    _evidence(
        "changes",
        2,
        f"(?<=[\u3400-\u9fff]{{2}})(?<!推动)(?<!促进)(?<!要)(?:得到)?(?:进一步|不断|持续|逐步|明显|显著|稳步|大幅|有效|全面|日益|日趋|大为|稳中|更加|普遍)(?:得到)?(?:有效|显著|明显)?(?:{_CHANGES})$",
    ),
    _evidence(
        "well_done",
        1.5,
        f"^[\u3400-\u9fff、]{{0,16}}?(?:{_WORKS})(?:都|很|较为|十分|更加|非常|也|较|比较|均)?(?:{_MANNERS})$",
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
        "(?<![每近前第一共])(?<=[\u3400-\u9fff])[\\d.]+(?:余|多)?[万亿千百]?(?:亩|人次?|个|件|处|家|户|吨|元|起|条|公里|千米|米|立?方|场|项|名|份|台|套|座|栋|宗|辆|次|批|所|株|头|只)(?!以上|以内|以下|前|内)",
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


@lru_cache(maxsize=512)
def weight_of(words: str) -> float:
    """Return what a clause weighs for a report (above 0) or for a demand (below 0)."""
    bare = plain_words(words)
    if _NO_REPORT.match(bare) is not None:
        return 0.0
    view = _END_IN_VIEW.search(bare)
    told = bare[: view.start()] if view is not None else bare
    weight = 0.0
    for one in _TABLE:
        if one.words.search(told if one.weight > 0 else bare) is not None:
            weight += one.weight
    return weight


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
        if find_modal(words, lexicon) is not None or _TURNS.match(words) is not None:
            break
        if _FORESEEN.search(words) is not None:
            break
        if speech_patterns(lexicon).direct.search(words) is not None:
            # 他表示满意，同时提醒队员们…: somebody is told behind it.
            break
        one = weight_of(words)
        weight, best = weight + one, max(best, one)
        end += len(words) + 1
    end = min(end, last)
    return end if end > start and weight >= enough and best >= WELL else start
