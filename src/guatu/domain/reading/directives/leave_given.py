"""Sentences of a paper that ask for nothing: what somebody may do, where a list is found, what ceases to hold."""

import re

from guatu.domain.reading.late_patterns import late

# 也可自行报名, 可通过渡口改签: leave is given.
_MAY = late(
    "(?:^|(?<=[\u3400-\u9fff）]))(?<![不尚许认])(?:也|还|均|都|即|亦)?(?:可以?(?=通过|由|凭|自行|直接|自主|自愿|选择|参加|申请|申报|报名|享受|推荐|先行|提前|灵活|适当|酌情|延|拨打|登录|前往|持|委托)|(?<=[均都也])可以?)"
)
_CASE = re.compile(
    "(?:凡是?|对|对于|符合|具备|如果?|若|因|经)(?=[\u3400-\u9fff])|.*(?:的|期间|时)$"
)
_OR = re.compile("或者?|也|如(?!果)")
_ASKS = re.compile(
    "(?<![主重需首纲摘])要(?![求素点件闻])|必须|务必|应当?(?![急用对届])|不得|不准|严禁|(?<![申邀聘宴延])请(?![示求假教])|须(?!知)|确保|[前底]完成|尽快|牵头|(?:^|，)(?:再|应|均|统一)?由(?![^，。；]*的(?:，|$)|于|此)"
)
# 名单见附件1, 具体事项另行通知: where it is found; 选拔人数：30名左右: how many.
_FOUND_IN = re.compile(
    "[^，。；：]{0,6}(?:人数|名额|比例)：[^。；要须应请]{2,60}|[^，。；：]{2,40}(?:详?见附(?:件|表|后|录)[\\d一二三四五、.．和及-]*|附后|另行(?:通知|发布|公布|下发|印发|制定))[.．]?"
    "|(?:[^，。；：要须应请]{2,30}，)?(?:由[^，。；：]{2,16})?[^，。；：要须应请]{0,16}另行(?:通知|发布|公布|下发|印发|制定)"
)
# 考核采取现场打分的方式进行: in what manner it is done; 违规者将影响成绩: what comes of a fault.
_MANNER = re.compile(
    "(?![各由请县市区镇乡])[^。；]{2,50}(?:采取|采用|通过|以)[^，。；]{2,36}的?(?:形式|方式|办法|方法)进行"
)
_COSTS = re.compile(
    "违(?:规|纪|反)[^，。；]{0,12}[者的]，?将?(?:会)?(?:影响|视[为作]|计入|记入)[^，。；]{2,20}"
)
_NUMBER = "\\d[\\d.]*[万亿]?[\u3400-\u9fff]{1,4}"
# 全县现有卫生院14家，近六成建成于2010年前: how much there is of a thing, and how much of it stands how.
_THERE_IS = re.compile(
    "(?:[^，。；：要须请应]{0,20}\\d[^，。；：要须请应]*，)?"
    "(?:全[县市区镇乡村]|[我本][县局镇乡村]|目前|当前|截至目前|[\u3400-\u9fff]{1,3}(?:县|市|区|镇|乡|村|流域))?"
    "(?:现有|共有|现共有|下?辖(?:有)?)(?![^，。；]*的)[^，。；：]{0,10}"
    f"{_NUMBER}(?:、?[^，。；：]{{0,10}}?{_NUMBER})*"
    "(?:，[^，。；：要须请应]{0,4}(?:\\d|[一二三四五六七八九]成|一半|半数|近半|过半|多数|部分)[^，。；：要须请应]*)*"
)
# 得分占三成, 以公告为准, 甲为第一责任人, 纳入考核: how a thing counts and who answers for it.
_COUNTS = re.compile(
    "(?:[^，。；]{0,10}(?:得分|分值|权重|比重)占[^，。；]{1,8}(?:，|$))+"
    "|(?:[若如遇]|具体|最终|以上|上述)[^。；]*，(?:均|一律|并)?以[^，。；]{2,8}为准|(?:均|一律)?以[^，。；]{2,8}为准|[^，。；]{2,20}(?:为|是)[^，。；]{0,14}第一责任人"
    "|[^，。；要须应把将由对]{2,24}(?:纳入|计入)[^，。；要须应]{2,20}(?:考核|考评|评价|绩效)(?:内容|体系|指标)?"
    "|考核(?:实行|采用|采取)[^。；要须应]*|欢迎[^。；要须应请]*"
)
# 原办法同时废止, 原平台停止使用: what ceases to hold.
_CEASES = re.compile(
    "(?:此前|以往)?原[^，。；：由]{2,36}(?:停止使用|停用|废止|作废|失效|停止执行|不再执行)"
)


def gives_leave(stretch: str) -> bool:
    """Tell whether a sentence, or the part of one after a semicolon, but says what somebody may do.

    >>> gives_leave("符合条件的，可由村里举荐，也可自行报名")
    True
    """
    if "可" not in stretch or _ASKS.search(stretch) is not None:
        return False
    clauses = stretch.split("，")
    if _MAY.search(clauses[0]) is None and _CASE.match(clauses[0]) is None:
        # 调解员20日内办结，当事人同意的可延长: a demand, and then its leave.
        return False
    places = [number for number, one in enumerate(clauses) if _MAY.search(one) is not None]
    return bool(places) and all(_OR.match(one) for one in clauses[places[-1] + 1 :])


def only_refers(stretch: str) -> bool:
    """Tell whether a sentence but says where something is found: 名单见附件1."""
    return _FOUND_IN.fullmatch(stretch) is not None


def asks_nothing(stretch: str) -> bool:
    """Tell whether a sentence of a paper gives leave, refers to something or says how a thing is done."""
    if gives_leave(stretch) or only_refers(stretch) or _COSTS.fullmatch(stretch) is not None:
        return True
    told = _MANNER.fullmatch(stretch) or _COUNTS.fullmatch(stretch) or _THERE_IS.fullmatch(stretch)
    return told is not None and _ASKS.search(stretch) is None


def ceases(words: str) -> bool:
    """Tell whether a clause but says what no longer holds: 原办法同时废止."""
    return words.startswith(("原", "此前", "以往")) and _CEASES.fullmatch(words) is not None
