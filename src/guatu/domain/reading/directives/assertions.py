"""Words that only state, tell or report: a clause of them demands nothing."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.leave_given import ceases
from guatu.domain.reading.directives.maxims import is_a_task, judges
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of

_QUOTED = re.compile("“[^”]*”|《[^》]*》|（[^）]*）")
_NO_BEING = re.compile(
    "(?<=[查看问清核断究明])(?:一[查看问])?是(?=[^，。；]*(?:[哪谁什几怎否]|多少|[\u3400-\u9fff]不[\u3400-\u9fff]))|要是(?!否)|处于[^，。；]{0,10}状态|实事求是|自以为是|各行其是|尤其是|特别是|更是要|就是要|还是要|[一二三四五六七八九十]是|越是|凡是|还是|于是|总是|或是|是否|不是|而是|最是|(?<=[单部岗点学])位列(?=[出入明])"
)
# What follows these is the end in view, and may well speak of what is attained.
_END_IN_VIEW = re.compile(
    "(?=[为也争以使促做充全力务实客推更正深清理确让还])(?:确保|力争|推动|务求|争取|实现|做到|(?<=要)(?:还|更|也)?(?:清醒|深刻|充分|正确|客观|理性|全面)地?(?:看到|认识到|认识|认清|看待|意识到|把握)|(?<=要)正视|促进|促使|(?:[让使]|以(?![及上下来后前内外往])|(?<![大作])为(?![^，。；]{2,30}了))(?=[^，]{2,}))"
)
_DONE = re.compile(
    "(?=[了交作充取圆展已得正深热进顺])(?:(?<![早业而])已(?![所能])(?=[\u3400-\u9fff]{2}|[于在]?\\d|于)|(?<![不])了(?![却结断之]|解(?!决))|正在|取得(?:明显|显著|积极|阶段|良好|较好|突破|长足)"
    "|(?:充分|深入|热烈|展开|进行)讨论|交流发言|作了(?:发言|汇报|说明)|得到(?:明显|有效|显著|进一步)|(?:圆满|顺利)(?:完成|收官)$)"
)
_ATTENDED = re.compile(
    "(?=[一与也作依做先出分列参当收现还进逐陪随就])(?:(?<![要须应请])就[^，。；要须]{0,24}[作做](?:书面|口头|专题|简要|补充|具体|详细)*(?:情况|工作)?(?:说明|汇报|通报|介绍|讲解)$|(?<![请要须])进行(?:了)?(?:大会|会议|全面|最后)?(?:总结|讲话|发言|点评|小结)(?:讲话)?$|(?:现场|当场|逐一|一一){1,2}(?:作出)?(?:回应|答复|作答|解答|回复)$|(?:分别|先后|依次|也|还)?(?<![请要须])[作做]了?(?:典型|交流|表态|检讨|经验|大会|书面|专题|总结|重要|动员|工作|主题|主旨|辅导|开幕|闭幕)+(?:发言|介绍|汇报|讲话|报告|致辞|点评)$|(?<![请要须])(?:参加|出席|列席|陪同|参会|与会|随同|收听收看)(?:了)?(?:[^，。；]{0,8}(?:会议?|活动|座谈|调研|检查|慰问|督导|巡查|考察|仪式|视察))?$)"
)
# 整改不是写材料: what a thing is not.
_IS_NO = re.compile("(?!绝|决)[^，。；要须]{2,12}(?<!是)不是(?![要不])")
# 项目单位讲需求，责任部门谈举措: what was said around the table.
_ROUND_TABLE = re.compile(
    "[^，。；要]{2,12}(?:讲|谈|摆|说|提|亮|晒|聊)(?:需求|举措|问题|困难|成绩|想法|思路|做法|体会|打算|经验|收获|建议|难处|家底|变化)$"
)
_TOOK_PART = re.compile("(?:参加|出席|陪同|列席)[^，。；]{0,20}(?:的还?有|的是)")
# The same, told by how a clause begins.
_BEGINS_SO = re.compile(
    "任何[^，。；要须]{2,12}(?:都|均)(?:会|可能)|[^，。；要须]{2,10}越(?!是)[^越，。；]{1,4}越(?![要应须得])|[^，。；]{1,8}的[多少]$"
    "|(?:[^，。；、要]{1,6}[高难慢少贵乱差远弱低窄短旧脏]、)+[^，。；、要]{1,6}[高难慢少贵乱差远弱低窄短旧脏]$|越(?![要得须应该]|不能)[^越]*$"
)
_SO_IT_IS = re.compile(
    "(?=[不严也事仍任作依保偏内势十压同堵多大存对将尤就工开必态总成抬持措效日时明易显有期极标根止正比毛滞焕病症痛目相看稳突紧至艰范薄被说走起较过还都重问难需非面频风高])(?:"
    "(?:开局|势头|态势|走势)(?:良好|喜人|平稳)$|将(?:在[^，。；要须]{1,8})?(?:正式|全面|统一|同步)(?:运行|上线|启用|投用|投入使用|施行|开通|开放)$|"
    "(?:压力|风险|难度|工作量)(?:都|也)?(?:很|更|较|比较)?[大高重]$|有一?句[^，。；]{0,6}话$"
    r"|(?:也|还|仍|都|正|同样|依然)?面临(?:着)?(?:诸多|不少|许多|很多|较多|一些|较大|巨大|严峻|新的|前所未有|多重|双重)(?![^，。；]*的(?:问题|困难|企业|群众|项目))|(?<!所)需要?(?:经费|资金|投资|投入)(?:约|共|近|为)?[\d一二三四五六七八九十百千万亿两]+|"
    r"(?:重点|范围|对象|内容|任务|事项|措施)(?:主要)?包括|必将?起到|[日止起]为[^，。；]{2,14}(?:期|期间|时段)$|(?:期|时间|范围|对象|标准|面积|总数|比例|目标)(?:为|是)(?=[\d《“全本各二三四五六七八九十自]|[\u3400-\u9fff]{2})|被[^，。；]{1,12}(?:为|成|占)"
    "|"
    "(?:比较|较为|十分|非常|相当|日趋|日益|日渐|仍然|依然|尤为|还比较|仍较|不断)"
    "(?:严重|突出|薄弱|复杂|严峻|繁重|紧迫|艰巨|频繁|频发|多发|普遍|滞后|困难|脆弱|有限|不足|不够|明显|高发|上升|下降)"
    "|对不上(?:号|账)?$|就可能|说不定|保不齐"
    "|(?:不足|不强|不高|不够|滞后|偏[低弱少慢]|薄弱|紧约束|不平衡|不充分)[^，。；]{0,14}(?:等|的)(?:突出)?问题$|都不为过$|也不为过$"
    "|(?:问题|根子|症结|毛病|病根|堵点|痛点|难点)(?:就|多|还|主要|大多)?(?:出在|在(?![^，。；]{1,14}的))|(?:易发|多发|频发|高发|抬头)$"
    "|(?<=[\u3400-\u9fff]{4})(?:较|偏|过于?)(?:长|短|大|小|高|低|多|少|慢|快|重|轻|弱|差|紧|远|浅|薄|难|散|乱|窄|旧)$|(?:还|仍)?不够[快好多深细实严]|看得(?:到|见)(?![^，。；]*的)|(?:非常|十分|极其|尤为|至关|相当|极为)(?:重要|必要|关键|紧迫|艰巨|繁重)$|大为(?:改观|改善|好转)|焕然一新$|重新焕发|(?:显著|明显|大幅|稳步|持续)(?:提升|改善|好转|提高|增强)$|(?:成效|效果|成绩|作用)(?:显著|明显|突出)$|(?:存在|有)[^，。；]{0,12}(?:差距|短板|不足|欠缺|落差)$|(?:严重|突出|薄弱|严峻|艰巨|频发|多发|滞后)$)"
)
_BASIS = re.compile(
    "(?:每年)?自?[^，。；]{3,30}[日止]为[^，。；]{2,14}(?:期|时段|区间)$|(?![将把要]).*作为[^，]{2,24}(?:依据|基础|参考)$"
)
# 该镇推行“党支部+合作社”模式: what a place practises by a name.
_PRACTISES = re.compile(
    "该[^，。；要须]{1,8}(?:推行|采取|探索|创新|实行|采用|坚持|构建|建立)[^，。；要须]*(?:模式|机制|做法|工作法)"
)
# 有力推动了项目建设: what came of it, and no end in view.
_CAME_OF = "(?:推动|促进|带动|促使|实现|做到|确保|有力保障|有效保障|有效遏制|有效维护|有效提升|切实维护|极大激发)了"
_ACHIEVED = re.compile(_CAME_OF)
_ASKED = re.compile(
    "怎么行|怎么办|怎么能|行不行|[吗呢]$|愿不愿|该不该|[学做办干管修建说讲用]得好不好|值不值|^(?!差多少)[^摸清算核查问看盯报]*(?:几[个户家天]|多少[^，。；]{0,4})$|^[^看盯查问核摸测验]*是否|^[^看盯查问管核]*(?:能不能|是不是|有没有|会不会)"
)
_FIGURE = re.compile("\\d")
_AMOUNT = re.compile(
    r"(?:该|此|整个)?(?:项目|工程)?(?:总投资|概算|估算|总建筑面积|总用地)[^，。；]{0,4}\d"
)
# 悬挂横幅300余幅, 机关48名干部参加了活动: a number about so great is that of what was done.
_ABOUT_SO_MANY = re.compile(
    r"(?!.{0,12}(?:[要须应]|计划|拟|力争|确保|争取|新增|每[年月周]))[^，。；的]*\d+(?:\.\d+)?(?:余|多)(?:[万亿千百])?(?:[\u3400-\u9fff]{1,3})$"
)
# 期间共张贴…, 截至目前: how far it has come.
_SO_FAR_DONE = re.compile(
    r"(?:期间|活动中|行动中|今年以来|当[天晚日]|连日来)?(?:共计?|累计|先后)(?:计|投入|出动|发放|张贴|清扫|清理|清运|排查|走访|慰问|救助|培训|检查|发现|组织|开展|悬挂|在)[^，。；要须应]{0,14}\d"
)
# 他走进农家小院: what a person on the round does is told.
_WENT = re.compile(
    "[他她]们?(?:随后|又|还|一路|仔细|认真|详细|逐一|实地)*(?:走进|来到|走到|走在|登上|察看|查看|询问|问起|了解|听取|翻看|检查|握着|拉着|拿起|端起|拨通)"
)
# 他代表县政府向教师们致以问候: what a person says for a body.
_GREETS = re.compile(
    "[^，。；要须]{0,12}代表[^，。；]{2,24}[向对][^，。；]{2,40}(?:致以|表示|表达|送上|敬以|带去)"
)
# 电话那头连声答应, 会场鸦雀无声: what one heard or saw there.
_THERE = re.compile(
    "几个(?:红色|金色)?大字|(?:电话)?那头|会场(?!要|布)|台下|全场|满屋|众人|屋里|围观|人群"
)
_AIMS = ("确保", "力争", "务求", "争取")
_ORDERED = re.compile("(?<![主重首必只纲摘需])[要须]|必须|务必|应|请|不得|组织|按时|准时")
_TIED = re.compile(
    "(?!一系列的|大量的|许多的|不少的)[^，。；]{0,16}(?:的|项目|隐患|问题|线索|案件|企业)"
)


@lru_cache(maxsize=4)
def _stating(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.assertion_marks))


def plain_words(words: str) -> str:
    """Return the words without what stands in quotation marks, book titles and brackets."""
    return _QUOTED.sub("", words)


# 认识再提高, 责任再压实: how a point of speech is put.
_ONCE_MORE = re.compile("[\u3400-\u9fff]{2,6}再[\u3400-\u9fff]{2}")
# 值班室的灯亮着, 炉子冷着, 坝上看不见人: what one finds there.
_FOUND_SO = re.compile(
    "[^，。；要须别把给让不能]{1,12}(?:(?<!点)亮|开|关|锁|空|闲|躺|挂|贴|摆|放|堆|停|睡|冷|热|涨|漏|滴|冒|烧|晾|晒|淌|散|敞|虚掩|半掩|荒|晃|响|闪|转|冻|结|积|泡|歪|倒|斜|翘|裂|塌|断)着"
    "|[^，。；要须别]{1,10}(?:人不在|不见人影?|看不见人|没有人|空无一人|无人应答?|没人应|没人管|一个人都没有)"
)


# 涉及10千伏电力线路3公里: how much there is, before it is decided.
_CONCERNS = re.compile(
    "(?:共|总共|主要|其中|该项目|全县|全线)?涉及(?!的)[\u3400-\u9fff\\d、.]{0,12}\\d[^要须应请]*$"
)


# 副县长某某主持召开…专题会议: how minutes open.
_CALLED_TOGETHER = re.compile(
    "[^要须应请由每]{2,30}(?<!定期)主持召开[^要须请]{2,60}会议?(?:（[^）]*）)?"
)


_LAW = re.compile(
    "(?:根据|按照|依据)?《[^》]{2,40}(?:法|条例)》(?:第[^，。；：]{1,12}条)?(?:中|还|也)?(?:明确|明文)?规定"
)


def is_law_cited(words: str) -> bool:
    """Tell whether a clause but says which law says what follows: 《供水条例》规定."""
    # 规定 stands in all of them, and ends few clauses.
    return words.endswith("规定") and _LAW.fullmatch(words) is not None


@lru_cache(maxsize=64)
def tells(words: str) -> bool:
    """Tell whether a clause reports what is done already (已完成, 正在推进, 看了)."""
    bare = plain_words(words)
    if _ASKED.search(bare) is not None or _CONCERNS.match(bare) is not None:
        return True
    if is_law_cited(words):
        return True
    if bare[:1] == "该" and _PRACTISES.match(bare) is not None:
        return True
    if bare.startswith(("预计", "有望")) and _ORDERED.search(bare) is None:
        return True
    if "召开" in bare and _CALLED_TOGETHER.fullmatch(bare) is not None:
        return True
    if _ATTENDED.search(bare) is not None and _ORDERED.search(bare) is None:
        return True
    if _TOOK_PART.match(bare) is not None or _ROUND_TABLE.match(bare) is not None:
        return True
    if _FOUND_SO.fullmatch(bare) is not None or bare in ("人不在", "没有人", "没人"):
        return True
    if _THERE.match(bare) is not None and _ORDERED.search(bare) is None:
        return True
    if "代表" in bare and _GREETS.match(bare) is not None:
        return True
    if _WENT.match(bare) is not None or (_FIGURE.search(bare) and _tells_how_many(bare)):
        return True
    if "了" in bare and _ACHIEVED.search(bare) is not None and _ORDERED.search(bare) is None:
        return True
    if bare.startswith(_AIMS):
        return False
    view = _END_IN_VIEW.search(bare)
    bare = bare[: view.start()] if view and view.start() else bare
    found = _DONE.search(bare)
    return found is not None and _TIED.match(bare, found.end()) is None


def _tells_how_many(bare: str) -> bool:
    """Tell whether a clause with a figure says what was done so often, or what it comes to."""
    if _AMOUNT.match(bare) is not None or _SO_FAR_DONE.match(bare) is not None:
        return True
    return _ABOUT_SO_MANY.fullmatch(bare) is not None


_OUTCOME = re.compile(
    "(?:根子|症结|病根|原因|短板|毛病)(?:就|还|多|主要|大多)?(?:出)?在|意见(?:很|较|最)大$|反映(?:很|比较)?强烈$|^一[\u3400-\u9fff]就是|一杆秤$|(?:提出|取得|做|作|作出|做出|完成|开展|形成|赢得|打下|奠定|带来|造成|产生|积累|创造|涌现|收到|得到)了|(?:成效|效果|成绩)(?:显著|明显|突出)|卓有成效"
    f"|{_CAME_OF}"
)


def is_told_of(rest: str) -> bool:
    """Tell whether the rest of a sentence reports what came of it: …，提出了许多建议."""
    for clause in rest.split("，"):
        if _ORDERED.search(clause) is not None:
            return False
        if _OUTCOME.search(clause) is not None:
            return True
    return False


@lru_cache(maxsize=256)
def states(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause states a thing (…是…, 事关…, 任务艰巨) or reports one."""
    if _ONCE_MORE.fullmatch(words) is not None:
        return False
    if ceases(words):
        return True
    bare = _NO_BEING.sub("", plain_words(words))
    if _BASIS.match(bare) is not None:
        return True
    view = _END_IN_VIEW.search(bare)
    bare = bare[: view.start()] if view and view.start() else bare
    if _IS_NO.match(words) is not None or is_a_task(words):
        return True
    if _BEGINS_SO.match(bare) is not None or _SO_IT_IS.search(bare) is not None or judges(bare):
        return True
    return tells(words) or _stating(lexicon).search(bare) is not None
