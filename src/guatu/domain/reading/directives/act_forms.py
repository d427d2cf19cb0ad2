"""How an act begins behind who is told to do it: with a time, a preposition, a verb said twice, a small number.

No list holds the acts of plain speech (抽三个人守着, 列个单子, 一分钱也不能截留, 各认各的账); they begin in a few forms.
"""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.verbs import verb_at

_NUMBER = r"[一二两三四五六七八九十几半百\d]+"
_FORMS = {
    # 查一查, 算一算
    "twice": re.compile(r"(\w)一\1"),
    # 列个单子, 回一下
    "some": re.compile("[\u3400-\u9fff](?:个(?!人)|一下|点|一[\u3400-\u9fff])"),
    # 派两个人, 抽三个人
    "number": re.compile(f"[\u3400-\u9fff]{_NUMBER}[\u3400-\u9fff]"),
    # 一分钱也不能, 一个都不许
    "not_one": re.compile("[一半][\u3400-\u9fff]{1,2}(?:[\u3400-\u9fff]{1,3})?[也都]"),
    # 各认各的账, 谁家漏雨修谁家, 该补的补
    "each": re.compile("([各该谁哪能])[\u3400-\u9fff]{0,3}的?[\u3400-\u9fff]{0,4}\\1"),
    "paired": re.compile(r"(\w)\w\1\w"),
    "time": re.compile(
        f"今|明|后天|[本这下上]个?[周月季年]|[周月年季]底|年内|当[天晚场]|{_NUMBER}个?(?:月|周|天|日|年|小时|工作日|学期)"
        "|[\u3400-\u9fff]{1,4}(?:之前|以前|[前后])|[国春中元五十端][庆节秋旦一午]|最[迟晚]|至迟|每|即|立|马上"
    ),
    # 不得少于两名, 至少配三台
    "floor": re.compile("不(?:得|能|应)?(?:少于|低于|超过|高于|多于)|(?:一般|原则上)?不[少低超多]"),
    # 要配齐配强, 要选好: people are provided, and do not provide themselves
    "provided": re.compile(
        "[要须应]?(?:尽快|优先|切实)?[配选派备聘招补调换充][齐强好足准优精到全实]"
    ),
    # 一律关停, 全部拆除, 全部进港
    "withdrawn": re.compile(
        "(?:必须|要|应)?(?:一律|全部|全面|立即|依法|坚决|统统)(?:予以)?(?:[关停取拆撤清退封扣暂驱收][停止缔除出离运业销理签缴押港]|[进回出]港|上岸|下架|报废|腾空|移交|搬离)"
    ),
    "relation": re.compile("[把将对给向往朝为替帮跟和同与到去上在从自按照依由以就比陪找叫让请]"),
    "adverb": re.compile("[也都就先再还又才只更最多少早别不没未无勿莫统分轮逐挨随]"),
}
_NEAR = 6
_VERB = 2


def act_forms(rest: str, lexicon: Lexicon) -> list[str]:
    """Return the forms in which the words behind a name begin, and how near the first verb stands."""
    signs = [f"form:{name}" for name, form in _FORMS.items() if form.match(rest)]
    for place in range(min(_NEAR, len(rest))):
        if verb_at(rest, place, lexicon, nouns=False) >= _VERB:
            return [*signs, f"verb_after:{place}"]
    return [*signs, "verb_after:none"]
