"""Whether words that a rule took for a name read as a clause: 校长为第一责任人, 派专人到市里, 只代办.

A clause ends in a noun of persons or offices as often as a name does. What tells them apart is counted:
the pairs of characters, and the words one behind another as nouns, verbs and particles, of all names
that are marked in the corpus, against what stands in its demands from a name or a verb on up to such a
noun (``tools/train_names.py``, decision 0031).
"""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import ends_as_unit
from guatu.domain.reading.verbs import verb_at
from guatu.domain.reading.weighing import NAMED, weighing

READS_AS_CLAUSE = -3.0
"""Log odds below which words are no name."""
_OF_A_SORT = re.compile("的|各|所有|全体")
_BROAD = ("各", "所有", "全", "有关", "相关", "广大", "每", "任何")
_NO_CLAUSE = re.compile(
    "“|抓落实办$|(?:领导小组|工作组|摸排组|专班|指挥部|委员会|办公室)$|(?:[\u3400-\u9fff]{2,5}[市县区旗镇乡]|[省市县区旗])(?:党委|政府|[\u3400-\u9fff]{2,8}(?:局|委|办|中心)$)"
)
# 教育和卫生系统: all who work in a trade.
_OF_TRADES = late(
    "(?:[全各][县市区旗])?(?:(?:教育|教体|卫生健康|卫生|卫健|医疗|医保|政法|公安|司法|检察|法院|财政|税务|水利|农业农村|农业|林业|林草|住建|城建|交通运输|交通|文旅|文化|民政|人社|组织|宣传|统战|纪检监察|群团|金融|供销|国资|商务|工信|气象|电力|消防|应急管理|应急|生态环境|环保|自然资源|市场监管|信访)[、和与及]?)+(?:系统|战线)"
)
_COUNTS = frozenset("一二三四五六七八九十两几0123456789每个名位")
_MARKS = frozenset("“”")
_JOINED = re.compile("、|以及|及|和|与")
_BRACKETED = re.compile("（[^（）]*）")
_PARTICLES = frozenset(
    "到从向在对把给为于由被让使叫跟比将同以别不没未了着过来去是有得就也都再还先多少只能可会须应要请靠凭"
)
_LONGEST_WORD, _SHORTEST_WORD = 4, 2
_SHORT_FORM = 6
_LONGEST_COUNTED = 12


def reads_as_clause(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words that end as a unit weigh so little as a name that they are none."""
    model = weighing(lexicon, NAMED)
    if model is None or is_plain_name(words):
        return False
    return any(
        _NO_CLAUSE.search(one) is None and model.odds(form_signs(one, lexicon)) < READS_AS_CLAUSE
        for one in parts_of(words)
    )


# 东桥、西渡、建林等6个区、县（市）: names that are counted together.
_SUMMED = re.compile(
    "(?:[\u3400-\u9fff]{2,8}、)+[\u3400-\u9fff]{2,8}等?(?:\\d{1,2}|[两三四五六七八九十]{1,2})个"
    "(?:区|县|市|旗|乡|镇|村|社区|街道|苏木|嘎查|单位|部门)(?:、?(?:区|县|镇|乡|街道|村))?(?:（[^）]{1,6}）)?"
)


def is_plain_name(words: str) -> bool:
    """Tell whether words are a class by a word of theirs, or somebody told apart by what is said of him: 各镇, 低洼处的住户."""
    if is_of_trades(words) or _SUMMED.fullmatch(words) is not None:
        return True
    return words.startswith(_BROAD) or _OF_A_SORT.search(words) is not None


def is_of_trades(words: str) -> bool:
    """Tell whether words are all who work in a trade or several: 教育系统, 教育和卫生系统."""
    return words.endswith(("系统", "战线")) and _OF_TRADES.fullmatch(words) is not None


def parts_of(words: str) -> list[str]:
    """Return the names that a list of them joins, what stands in brackets behind them left out."""
    plain = _BRACKETED.sub("", words)
    return [one for one in _JOINED.split(plain) if len(one) >= _SHORTEST_WORD]


def form_signs(words: str, lexicon: Lexicon) -> list[str]:
    """Return the signs by which words are weighed as a name: their characters and how they are built."""
    framed = f"^{words}$"
    signs = [f"b:{framed[at : at + 2]}" for at in range(len(framed) - 1)]
    signs += [f"c:{one}" for one in dict.fromkeys(words)]
    built = f"^{built_of(words, lexicon)}$"
    signs += [f"k:{built[at : at + 2]}" for at in range(len(built) - 1)]
    signs += [f"k:{built[at : at + 3]}" for at in range(len(built) - 2)]
    if len(built) <= _SHORT_FORM:
        signs.append(f"K:{built}")
    signs += _acts(words, lexicon)
    if words[0] in _PARTICLES:
        signs.append("particle_first")
    signs.append(f"L:{min(_LONGEST_COUNTED, len(words))}")
    return signs


def built_of(words: str, lexicon: Lexicon) -> str:
    """Return how words are built, one letter a word: V verbs, G verbs as often nouns, W others, H the last; p particles, m counts."""
    usage, built, at = lexicon.usage, [], 0
    while at < len(words):
        for size in range(_LONGEST_WORD, _SHORTEST_WORD - 1, -1):
            word = words[at : at + size]
            if len(word) < size:
                continue
            if word in usage.verbs:
                built.append("V")
            elif word in usage.verbal_nouns:
                built.append("G")
            elif word in usage.common_words:
                built.append("W" if at + size < len(words) else "H")
            else:
                continue
            at += size
            break
        else:
            built.append(_sign_of(words[at]))
            at += 1
    return "".join(built)


def _sign_of(one: str) -> str:
    if one in _PARTICLES:
        return "p"
    if one in _COUNTS:
        return "m"
    return "“" if one in _MARKS else "x"


def _acts(words: str, lexicon: Lexicon) -> list[str]:
    """Return where verbs stand in words, and whether a name ends within them."""
    verbs, signs = lexicon.usage.verbs, []
    if words[:2] in verbs:
        signs.append("verb_first")
    elif words[:2] in lexicon.usage.verbal_nouns:
        signs.append("noun_of_verb_first")
    if words[-2:] in verbs:
        signs.append("verb_last")
    if any(words[at : at + 2] in verbs for at in range(1, len(words) - 2)):
        signs.append("verb_within")
    ends = [at for at in range(_SHORTEST_WORD, len(words) - 1) if ends_as_unit(words[:at], lexicon)]
    if ends:
        signs.append("ends_within")
    if any(verb_at(words, at, lexicon, nouns=False) >= _SHORTEST_WORD for at in ends):
        signs.append("acts_within")
    return signs
