"""Clauses that lead to demands or change their subject without being demands themselves."""

import re

from guatu.domain.reading.directives.assigned import asked_in
from guatu.domain.reading.directives.by_whom import bears_cost, charged_behind
from guatu.domain.reading.directives.deeds_in_names import (
    holds_deed,
    is_all_of_something,
    says_what_is,
)
from guatu.domain.reading.directives.each_case import is_own_case
from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.directives.personified import is_seen_to
from guatu.domain.reading.directives.sorts import announces_sorts
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import unit_ends
from guatu.domain.reading.unit_fronts import audience_end, is_broad, is_strong, unit_doing
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.unit_topics import topic_end
from guatu.domain.reading.units import Named, is_limit_first, is_unit, named_at, unit_before
from guatu.domain.reading.values import AddresseeKind
from guatu.domain.reading.verbs import verb_at

_POINTS = re.compile(
    r"(?:[^，。；]{0,12}(?:要|需|应|重点|着重))?(?:突出|切实|重点|着力|全力|扎实|集中精力|牢牢|务必)*(?:抓好|做好|做到|把握好?|处理好|抓住|突出|聚焦|强化|落实好?|做实|抓实|办好|注重|把好|念好|打好|下好)"
    r"(?:(?:以下|下列|如下)(?:重点|方面|事项|环节|任务|工作|要求|问题|内容|措施|要点)|(?:以下|下列|如下|这)?[一二两三四五六七八九十几\d]+(?:件事|个?方面|项(?:重点)?工作|个?关键|个?重点|个?环节|个?到位|个?关键词|个[\u3400-\u9fff]?字|个?问题|点|项|篇文章|关))(?:的?工作|内容)?$"
)
# 要突出“三个聚焦”：一要…, 要处理好三对关系：一是…: any number of anything, where its points do follow.
_NUMBER_OF = re.compile(
    r"[^，。；]{0,24}(?:“[一二两三四五六七八九十]{1,2}[\u3400-\u9fff]{1,6}”(?:要求|工作|目标|文章|关系)?|[一二两三四五六七八九十几\d]{1,2}(?:个|项|条|大|种|类|件|篇|张|对|道|场|步|点(?![前钟半整]|之前|以前)|字|关|方面)[\u3400-\u9fff]{0,6})$"
)
_RULES = re.compile(
    "(?:遵守|做到|符合|履行|落实|执行|满足)(?:以下|下列|如下)[^，。；]{0,4}(?:规定|要求|事项|义务|条件|措施)$"
)
# 做好防控措施，一是…: what the points are about.
_HEADS = re.compile(
    "(?:进一步|扎实)?(?:做好|抓好|推进|搞好|开展好)[^，。；]{2,16}(?:工作|措施|任务|治理)"
)
_STRONG = re.compile("[各县市区镇乡旗]|村级|村[支居]|省|有关|相关|所有|广大|全体")
_OFFICE_END = re.compile(
    "(?:局|办|办公室|督查室|信息中心|部门|镇|乡|街道|社区|苏木|嘎查|公司|银行|大队|支队|中心|学校|校长|教师|媒体|店铺|单位|政府|领导|专班|工作队|支部|党校|党委|党组|商会|协会|法院|检察院|工会|妇联|团委|政协|工商联|残联|科协|供销社|联社|党委书记|支部书记|(?<=[\u3400-\u9fff]{2})(?:镇长|乡长)|(?:建设|施工|运营|承租|代建|业主|设计|监理)方|(?<=[\u3400-\u9fff]{2})(?:安监员|护林员|网格员|巡查员|管护员|联络员|监督员|协管员|驾驶员|看守员|值班员|护路员|河长|林长|田长|路长|段长|片长|组长|班长|站长|所长|校长|院长|矿长|厂长|第一书记|工作队|服务队|突击队)|(?:水利|农技|供销|服务|气象|卫生|财政|文化|农机|林业|环卫)站|(?:派出|司法|财政)所)(?:（[^）]*）)?$"
)
_NO_OFFICE = re.compile(r"\d|安排|组织|分批|主要|班子")
_STRONG_END = re.compile(
    "(?:局|委|办|办公室|督查室|监委|纪委|镇|乡|街道|(?<=各)村|村组|社区|(?<=各)园区|(?<=[各县])学校|医院|卫生院|林场|政府|部门|单位|乡镇|中心|公司|集团|大队|支队|专班|指挥部|领导小组|政法委|宣传部|组织部|开发区|河长|干部|企业|人员)(?:（[^）]*）)?$"
)

# 造假的校长停职: what happens to those who fail.
_PUNISHED = re.compile(
    "[^，。；]{2,10}的[^，。；的]{1,8}(?:停职|免职|撤职|问责|约谈|处分|追责|一票否决|取消|清退|停业|停运|停产)"
    "|[^，。；]{2,14}的[^，。；的]{1,8}(?:一律|要|将|都|须|全部)?(?:在[^，。；]{1,10}(?:通报|曝光|亮相|点名|公示|晒|公开|亮灯|挂牌)|(?:由[^，。；]{2,12})?(?:通报|曝光|约谈|点名|提醒|挂牌督办|亮(?:黄|红)牌|挂黄牌|挂红灯|一票否优|扣分|倒扣))"
)
_NEAR = 15
# 所有公职人员，包括领导干部，要…: who is meant as well.
_NAMELY = ("包括", "含", "比如", "例如")
_GENERIC = 2
_SHORTEST_APART = 3
_ROLE_OF_BODY = re.compile(
    "(?:用工|用人|用水|用电|用气|供餐|供水|供电|供气|供热|施工|建设|监理|选派|派出|派驻|承建|代建)(?:企业|单位|公司|部门)"
)
# 一个老支书带一个新支书: how it is shared out, and nobody else is told.
# 镇区、集市、景区优先: where it is to begin.
_FIRST = ("优先", "为主", "为先", "除外", "不在此列", "先行先试", "同等对待")
_IN_FIRST = re.compile(f"[^，。；]{{2,14}}(?:{'|'.join(_FIRST)})")
_ONE_BY_ONE = re.compile(
    "一(?P<of>[个名位户家组村支对人])[^，。；]{0,8}[带包帮联盯管守配教对][^，。；]{0,3}一(?P=of)?"
)
# 未经报批的乡镇有权不予提供: what somebody may do.
_ENTITLED = ("名义", "有权", "无权", "有资格", "可以不", "可不", "可拒")
_COUNTED = re.compile("[这上]?[两三四五六七八九十](?:家|个?(?:部门|单位|乡镇))")
# 待省政府批复后启动程序: until somebody grants it, who is told nothing.
_ONCE_GRANTED = re.compile(
    "[待经][^，。；]{2,20}(?:批复|批准|审批|审定|审核|同意|验收|通过|下达|明确|出台|研究)(?:后|之后|以后)"
)
# 街道所有工作人员都…: all of a body, told apart from it.
_EVERYBODY = re.compile(
    "[\u3400-\u9fff]{1,6}(?:所有|全体)[\u3400-\u9fff]{0,4}(?:人员|干部|职工|成员|党员|师生|队员)"
)
_ALL_MUST = re.compile("都|均|也?[要须应]|必须|务必|一律")
# What may end right before the unit: 待县水利局补充论证, 年底前各镇签约.
_IN_FRONT = "待前内底"
_HELPS = re.compile(
    "落实$|(?:具体)?负责(?:具体)?(?:落实|实施|执行|组织实施)(?=[，。；]|$)|各?(?:选派|抽派|抽调|派出|派)[^，。；：]{1,14}(?:参加|参与)|(?:密切|全力|积极|主动|分别|共同|做好|予以|各自)*(?:配合|协助|协同|参与|支持|具体(?:落实|实施)|参加(?!会议|培训|学习|活动|考))|联动|共享|共治|受益|满意"
)


# 有几句话大家要记牢：第一，…; 讲三件事：第一件….
_COUNTS_UP = late(
    "(?:[^，。；：]{0,6}(?:有|讲|说|提|再讲|再说|强调|送|给)了?)?[一二两三四五六七八九十几\\d]+(?:句话|件事|条|点|个[\u3400-\u9fff]{1,2})(?:请?(?P<who>[^，。；：]{0,8}?)(?:要|请|必须|务必)?(?:记牢|记住|记好|记清|记在[^，。；：]{1,4}|办好|抓好|做好|做到|守住|听清楚?|注意))?"
)


def counts_up(words: str, after: str) -> tuple[int, int] | None:
    """Return the place of whom a clause names that but says how many things will be said.

    有几句话大家要记牢：第一，…. An empty place where it names nobody; None for other clauses.
    """
    if not after.startswith("：") or ordinal_at_front(after[1:]) is None:
        return None
    found = _COUNTS_UP.fullmatch(words)
    if found is None:
        return None
    return found.span("who") if found.group("who") else (0, 0)


_SETS_OUT = re.compile(
    "[^，。；]{0,24}?(?:[要须]|应当?|必须)(?:始终|牢固|认真|切实|全面|紧紧|进一步)*(?:坚持|围绕|聚焦|立足|对标|紧扣|锚定|突出|强化|统筹)[^，。；]{2,16}，"
)


def only_sets_out(words: str) -> bool:
    """Tell whether what stands before an announcement but says in what spirit: 各镇要坚持问题导向，."""
    return _SETS_OUT.fullmatch(words) is not None


def announces_points(words: str, after: str) -> bool:
    """Tell whether a clause only announces the points that follow: 要突出抓好四件事."""
    if not after.lstrip("：").strip() and _RULES.search(words) is not None:
        return True
    rest = after.lstrip("。：；，")
    if after[:1] in ("：", "。") and announces_sorts(words, rest):
        return True
    if rest and ordinal_at_front(rest) is None:
        # No points follow, whatever the clause says.
        return False
    if after[:1] in "：，。" and _NUMBER_OF.fullmatch(words) and ordinal_at_front(after[1:]):
        return True
    if _POINTS.match(words) is None:
        return _HEADS.fullmatch(words) is not None and bool(
            after[:1] in "，：" and ordinal_at_front(after[1:])
        )
    return True


_THEME = re.compile(
    "，稍有(?:不慎|疏忽|差池|闪失|松懈)|，(?:意义|责任|使命|关系)(?:十分|特别|非常|极其)?(?:重大|深远)|，(?:至关重要|十分重要|非常重要|尤为重要|十分必要|很有必要|使命光荣|时不我待|刻不容缓|势在必行|机遇难得|大有可为|迫在眉睫|没有终点|永远在路上|不容有失|任重道远|任务艰巨)|(?:，[^，。；要]{2,24}){0,2}，(?:(?:都|均)?(?:事关|关系到?|关乎)|(?:都|均)?是[^，。；]{0,30}(?:举措|关键|保障|途径|抓手|基础|前提|责任|职责|任务|要求|期盼|期待|愿望|工程|大事|要事|实事|根本|使命|底线|生命线|本分|之本|之要|之基|之策|所在|需要|要务|课题|目标|体现|决策|选择|出路|关切|民心|命脉|压舱石|头等大事|重中之重|题中之义|必修课|试金石)(?:[，。；]|$))"
    "|，(?:既|更|也|就|都|不仅|无疑|正|乃)?是|，(?:关系|事关|关乎|意味着|离不开|重在|贵在|关键)|，(?:迫切|更|都|还|也|就)需要(?!的)"
    "|，对于?[^。；]{2,60}?(?:具有|有着|起到|意义重大|至关重要|十分必要|作用重大)"
)
# 将整改情况上报: 将 is 把 here.
_HANDED = re.compile(
    "上报|报送|报[县市区省旗]|纳入|列入|作为|送至|交由|移交|落实到|录入|[到至]位|下来|起来|下去"
)
_SANCTION = re.compile(
    "(?:情况|结果)(?:将)?(?:纳入|列入|作为)[^，。；]{0,16}(?:考核|评价|考评|依据|评先)|自负|追究|追责|问责|处分|取消[^，。；]{0,10}(?:资格|评先|评优)|移送(?:公安|司法|监察)机关(?:依法)?(?:处理|处置|查处)?$|^(?:凡|对)[^，。；]{2,24}的[^，]*$"
)
_PLANS = re.compile(
    "将(?:会|逐[一项]|视情|派员|提请|采取|一如既往|全力|于|在|适时|不定期|随机|继续|组织|开展|定期|对|持续|进一步|按|以)"
)


_MEANS_MUCH = re.compile(
    "对(?:于)?[^。；]{2,80}?(?:有着|具有)[^，。；]{0,10}(?:意义|作用)(?:[，。；]|$)"
)


def means_much(sentence: str) -> bool:
    """Tell whether a stretch says but what something is good for: 对于改善环境，推进治理有着重要意义."""
    return _MEANS_MUCH.match(sentence) is not None


def is_theme(after: str) -> bool:
    """Tell whether a clause is but the theme of the one after it: 学习贯彻…，是首要政治任务."""
    return _THEME.match(after) is not None


_CONTRAST = re.compile("，(?:绝|从来)?不是[^，。；]{1,12}，(?:而|就|更)?是(?!要)")


def is_contrast(after: str) -> bool:
    """Tell whether a clause is but the theme of a contrast: 学习法律，不是背条文，是照自己."""
    return _CONTRAST.match(after) is not None


def is_sanction_of_letter(words: str, *, lasting: bool) -> bool:
    """Tell whether a clause of a letter only threatens: 依规依纪追究责任."""
    return lasting and _SANCTION.search(words) is not None


def plans(words: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows a unit says what it is going to do: 将于三季度组织…, 将认真梳理…."""
    if _PLANS.match(words) is not None:
        return True
    acts = words.startswith("将") and unit_patterns(lexicon).acts.match(words, 1)
    return bool(acts) and _HANDED.search(words) is None


# 我局决定自5月1日起开展检查: who writes a letter says what he does himself.
_OWN_PLAN = re.compile(
    "(?:我|本)[局委办厅处院校站所中镇乡县市区旗公][^，。；要须请各]{0,6}?(?:决定|拟|定于|将(?=适时|定期|不定期|组织|开展|对|会同|联合|根据|视情|继续|按|于|派|采取))(?!的)"
    "|(?:我|本)[县市区旗镇乡州](?:接下来|下一步|今后|年内|近期|同时|也|还)*将(?![军上此])"
)


def tells_plan(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause says what an office is going to do: 县领导小组将于周末组织…."""
    if words[:1] in "我本" and _OWN_PLAN.match(words) is not None:
        return True
    # All that ``plans`` knows begins with 将, and most clauses hold none.
    doing = unit_doing(words, lexicon) if "将" in words else None
    if doing is None or "各" in words[doing.start : doing.end]:
        return False
    return plans(words[doing.end :], lexicon)


# Whoever is a part of the one told before, or whom that one serves.
_PART = late(
    "(?:群众|居民|村民|市民|游客|旅客|百姓|^.?企业|农户|业主|商户|用户|党员|干部|(?:^|主要|分管|值班|带班|其|单位|班子|党政|企业)领导|负责人|责任人|人员|专人|同志|学生|我们|大家|全县|项目|(?<!心)中心|^[^员]{0,2}员"
    "|队伍|系统|机构|组织|医院|学校|家长|机手|工作组|媒体人|[县市户者人]|(?<![发园景社灌矿校库])区|[镇乡村]里|水库|专家)$|^(?:下到|到|深入|奔|每|今|本|待|遇|病险|严禁|不得|新|原|由|其|该|对方|双方|另)"
)


# 施工方把两班改成三班，项目业主去找消纳场: whoever has a part of his own, and acts as openly as the one before.
_IN_TURN = late(
    "[\u3400-\u9fff]{0,6}(?:业主|商户|学校|医院|家长|[农果菜渔牧]户|[\u3400-\u9fff]{2}员|监理|物业|机构|店家|摊主|(?<!主要)(?<!党员)(?<!领导)干部|(?<!领导)班子成员|(?:村|校|院|厂|矿|队|组|班|站|所|片|段|网格)长|村民|群众代表|(?:农|水利|林业|防疫|技术)[技术]?专家|农?机手)"
)
_ACTS_OPENLY = late(
    r"把|将(?![来会])|去[\u3400-\u9fff]|给[\u3400-\u9fff]{2}|不得|不准|不许|一律|至少|今[天晚]|明[天早晚]|[本下]周|[月年]底前|\d{1,2}[月日]|[一二三两十]天|立即|马上|每[天日周月旬季学]|不(?!得不|[是足够同少仅但到能会好])[\u3400-\u9fff]|分[片头组线块]|包[片村户点干保]|抢[墒收种修险]|天天|户户|人人|时时|亲自|全程|靠前|蹲[在点]|驻[在点村守]|带头|轮流|挨家|逐户"
)


def acts_in_turn(name: str, rest: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody with a part of his own acts openly behind a comma: 项目业主 + 去找消纳场."""
    if _IN_TURN.fullmatch(name) is None or begins_imperative(name, lexicon):
        return False
    return _ACTS_OPENLY.match(rest) is not None or begins_imperative(rest, lexicon)


def _acts_apart(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is of somebody who acts by himself, not a part of the one told before."""
    if _COUNTED.match(name):
        return True
    if len(name) < _SHORTEST_APART or _PART.search(name) or is_all_of_something(name):
        return False
    if name in lexicon.unit_suffixes or _ROLE_OF_BODY.fullmatch(name):
        return True
    return verb_at(name, 0, lexicon, nouns=False) <= 1 and not begins_imperative(name, lexicon)


def helps_another(words: str) -> bool:
    """Tell whether the words behind a name say that it helps the one told, or what it has of it: 配合, 受益."""
    return _HELPS.match(words) is not None


_TO_MATTER = re.compile("(?:对|把|将|针对|围绕|就|按照|按|根据)[^，。；]{2,30}")


def _turned_to_matter(words: str, lexicon: Lexicon) -> Named | None:
    """Return the office of a clause that ends before it says what the office does: 县效能办对推诿扯皮的事，见一起查一起."""
    if _TO_MATTER.search(words) is None:
        return None
    for stop in unit_ends(words, 0, lexicon):
        name = words[:stop]
        if is_strong(name) and _TO_MATTER.fullmatch(words, stop) and is_unit(name, lexicon):
            return named_at(words, 0, stop, lexicon)
    return None


_BY_THEM = re.compile(
    "经(?!信|开|济|管|贸|营|办)[^，。；]{2,16}(?:签[字名批发]|同意|审[核定批查议]|批准|盖章|确认|把关|研究)(?:同意|确认)?[之以]?后|全社会共同(?:努力|参与|关注|行动)$"
)


def is_another_subject(words: str, lexicon: Lexicon, *, front: bool = False) -> Named | None:
    """Return the unit that a clause after a comma is about, where it is no mere part of the one before.

    Behind a mere ``front`` (秋粮要收得快，) any unit that acts is the one told.
    """
    if bears_cost(words) or is_punished(words):
        return None
    one_by_one = words.startswith("一") and _ONE_BY_ONE.match(words) is not None
    if one_by_one or words.startswith(("哪", "谁")):
        # 哪个乡镇出问题，就追哪个乡镇的责: whoever it is.
        return None
    if words.endswith(_FIRST) and _IN_FIRST.fullmatch(words) is not None:
        return None
    if _BY_THEM.match(words) is not None:
        # 经分管领导签字后…, 全社会共同努力: through whom it goes, and what it comes to.
        return None
    waits = words.startswith(("待", "经")) and _ONCE_GRANTED.match(words) is not None
    if waits or words.startswith(_NAMELY):
        return None
    if "由" in words[:_NEAR]:
        return charged_behind(words, lexicon)
    asked = asked_in(words, lexicon, demanding=False)
    if asked is not None:
        return asked
    doing = unit_doing(words, lexicon) or _turned_to_matter(words, lexicon)
    if doing is None or (
        doing.start
        and words[doing.start - 1] not in _IN_FRONT
        and not is_limit_first(words, doing.start)
        and not _is_bare_topic(words, doing.start, lexicon)
    ):
        return None
    name = words[doing.start : doing.end]
    rest = words[doing.end :]
    if (
        name == "专班"
        or is_seen_to(name, rest.lstrip("要须必"))
        or holds_deed(name, lexicon)
        or says_what_is(rest)
        or rest.startswith(_ENTITLED)
        or (rest and is_own_case(rest))
    ):
        return None
    if doing.start and "的" in name:
        return None
    named = _STRONG.match(name) is not None and _STRONG_END.search(name) is not None
    named = named or (_EVERYBODY.fullmatch(name) is not None and _ALL_MUST.match(rest) is not None)
    named = named or (front and not is_broad(name) and len(name) > _GENERIC)
    if not named and (
        _NO_OFFICE.search(name) or not (_OFFICE_END.search(name) or _acts_apart(name, lexicon))
    ):
        return None
    return None if helps_another(words[doing.end :]) else doing


# 征地拆迁: what is spoken of in four characters, though both halves are verbs.
_TOPIC_OF_FOUR = 4
_NO_TOPIC = re.compile(
    "会议|与会|持续|做到|各|[一二两三四五六七八九十\\d本下每]|进一步|我|并|再|还|也"
)


def _is_bare_topic(words: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the words before an office but name what is spoken of, and hold no act: 土地手续."""
    if topic_end(words, 0, lexicon) != end or _NO_TOPIC.match(words) is not None:
        return False
    if end == _TOPIC_OF_FOUR:
        return not begins_imperative(words, lexicon)
    return all(verb_at(words, at, lexicon, nouns=False) <= 1 for at in range(end - 1))


_WANTS = re.compile(
    "(?:同时|并|也|还)?(?:对|向)[^，。；]{2,30}提(?:出)?了?[^，。；]{0,6}(?:希望|要求|意见|建议)(?:[和与及、](?:要求|希望|意见|建议))?"
)


def only_mentions_wants(words: str) -> bool:
    """Tell whether a clause mentions wants and not what they are: 对现任成员提出新的希望和要求."""
    return _WANTS.fullmatch(words) is not None


_BACKING = re.compile(
    "^(?:[县市区省镇乡旗州][里上]|[全我本][县市区镇乡旗州]|上级|目前|前期|此前)[^，。；的]{0,8}?已经?(?=[㐀-鿿]{2})(?![^，。；]{0,16}的)|事关|关系到|关系着|关乎|息息相关|意义重大|责任重大|任务艰巨|是(?<!不是)[^，。；]{2,20}(?:关键|基础|前提|保障|重点|大事|工程|底线|要求)$"
)


def backs_another(words: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause is why somebody else, in the clause behind it, must act: …事关民生，各部门要…."""
    if _BACKING.search(words) is None:
        return False
    after = after.partition("。")[0].partition("；")[0].partition("，")[0]
    modal = find_modal(after, lexicon)
    if modal is None or find_modal(words, lexicon) is not None:
        return False
    named = unit_before(after[: modal.start], lexicon)
    return named is not None and not named.start


def is_punished(words: str) -> bool:
    """Tell whether a clause says what happens to those who fail: 进度滞后的单位在电视台亮相."""
    return "的" in words and _PUNISHED.match(words) is not None


_CARED_FOR = re.compile("每|[^，。；]{0,4}(?:孩子|群众|老人|百姓|学生|企业)们?$")


def others_wished(words: str, lexicon: Lexicon) -> Named | None:
    """Return the next people that a wish is turned to: 希望果农守住品质，经销商诚信经营.

    Whom it is all done for (孩子们健康成长) are none.
    """
    doing = unit_doing(words, lexicon)
    if doing is None or doing.start or doing.kind is AddresseeKind.EVERYONE:
        return None
    name = words[: doing.end]
    if _CARED_FOR.match(name) or is_broad(name) or not audience_end(name, lexicon):
        return None
    return None if helps_another(words[doing.end :]) else doing
