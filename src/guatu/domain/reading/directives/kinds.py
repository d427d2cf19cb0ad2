"""How checkable a demand is: a task, a standing duty, or mere attitude."""

import re
from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.calibration import logistic
from guatu.domain.reading.directives.kind_signs import kind_signs
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DirectiveKind
from guatu.domain.reading.weighing import ATTITUDE, STANDING, SignGroup, weighing


@lru_cache(maxsize=4)
def _attitude(lexicon: Lexicon) -> Pattern[str]:
    modal = any_of(lexicon.modals)
    adverbs = any_of(lexicon.adverbs)
    return re.compile(f"(?:[^，、]{{0,24}}?{modal})?(?:{adverbs})*{any_of(lexicon.attitudes)}")


@lru_cache(maxsize=4)
def _any_attitude(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.attitudes))


@lru_cache(maxsize=4)
def _standing(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.standing_marks))


_MOSTLY = 0.6
_PARTS, _CLAUSES = re.compile("[，、；。]"), re.compile("[，；。]")
# What is asked of the mind or the bearing of those told, and cannot be checked off.
_MIND = re.compile(
    "意识|站位|认识(?!人)|责任感|信心|理念|精神(?!病|障碍|卫生)|作风|担当|使命|思想|定力|态度|初心|敬畏|胸怀|格局|决心|觉悟|政治自觉|立场|情怀|珍惜"
    "|当[作成]|放在心上|跳出|争[当做]|表率|贴心人|促进派|功成|再接再厉|一如既往|弘扬|牢记|以案为鉴|宗旨|大局|少一[点些分]|多一[点些分]|要再[\u3400-\u9fff]{1,4}$"
)
# What holds whenever the case comes: forbidden, kept watch over, or done each time.
_ALWAYS = re.compile(
    "不得(?!不)|不准|不许|严禁|禁止|切忌|一旦|凡是|凡属|[接遇发碰看]到?[^，。；]{0,8}的，|接[报警]后|值班|值守|昼夜|驻守|备勤|见[\u3400-\u9fff]{1,3}就[\u3400-\u9fff]、见|(?<!以)[莫别]让|^不(?![能要够仅但是同会])[\u3400-\u9fff]{2,3}$|当[天日](?:结|付|清|办|改|报|销)"
)
# 两天看完, 一个星期内印好: so much time once, and it is done.
_IN_SO_LONG = re.compile(
    "[一两二三四五六七八九十半\\d]+(?:天|个?小时|个?钟头|周|个?月|个?星期|个?礼拜|个晚上)(?:之?内|里)?[\u3400-\u9fff]{1,2}[完好清毕齐通]"
)
# What is forbidden, or watched over by the clock, is a standing duty wherever it stands.
_BINDS = re.compile(
    "24小时|不得(?!不)|不准|不许|严禁|一旦|凡是|凡属|接到?[^，。；]{0,8}的，|遇到?[^，。；]{0,8}的，|发到?[^，。；]{0,8}的，|碰到?[^，。；]{0,8}的，|看到?[^，。；]{0,8}的，|接[报警]后|值班|值守|昼夜|驻守|备勤|见[\u3400-\u9fff]{1,3}就[\u3400-\u9fff]、见"
)


# One of these signs stands in all that _ALWAYS and _BINDS look for: many clauses hold none.
_ALWAYS_SIGNS = re.compile("[当不严禁切一凡接遇发碰看见值昼驻备莫别2]")


_HOLDS_ALWAYS = 0.45
_ATTITUDE, _ATTITUDE_BY_CLAUSES = 0.6, 0.55
"""How sure a demand must be of attitude alone, all of it and its clauses one by one: a long one may open with
提高站位 and go on to what can be checked, and one checkable part makes a task."""
_SHORTEST_CLAUSE = 4


def kind_of_demand(words: str, lexicon: Lexicon, *, dated: bool, measured: bool) -> DirectiveKind:
    """Return the kind of a demand by its words.

    A day makes a task, and so does a figure of what else were attitude. Of all else the rules give their
    view, and the words are weighed with it (decision 0037); without the models the rules decide.
    """
    if dated:
        return DirectiveKind.TASK
    ruled = _by_rules(words, lexicon, measured=measured)
    standing = weighing(lexicon, STANDING)
    if standing is None:
        return ruled
    signs = kind_signs(words, ruled, measured=measured)
    if not measured and _is_attitude(words, signs, lexicon):
        return DirectiveKind.CONTEXT
    if logistic(standing.odds_of(signs)) > _HOLDS_ALWAYS and not _IN_SO_LONG.search(words):
        return DirectiveKind.STANDING
    return DirectiveKind.TASK


def _is_attitude(words: str, signs: Sequence[SignGroup], lexicon: Lexicon) -> bool:
    """Tell whether a demand is of attitude alone, by its words and by those of its clauses."""
    attitude = weighing(lexicon, ATTITUDE)
    if attitude is None or logistic(attitude.odds_of(signs)) <= _ATTITUDE:
        return False
    clauses = [one for one in _CLAUSES.split(words) if len(one) >= _SHORTEST_CLAUSE]
    sure = [
        logistic(attitude.odds_of(kind_signs(one, _by_rules(one, lexicon), measured=False)))
        for one in clauses
    ]
    return sum(sure) > _ATTITUDE_BY_CLAUSES * len(sure)


def _by_rules(words: str, lexicon: Lexicon, *, measured: bool = False) -> DirectiveKind:
    """Return the kind of a demand without a day by rules alone.

    A demand of attitudes is context, unless it carries a figure; what is forbidden or holds in a case
    makes it a standing duty, and so do words of duration in more than half of its clauses.
    """
    if not measured and _is_of_mind(words, lexicon):
        return DirectiveKind.CONTEXT
    if _IN_SO_LONG.search(words) is None:
        if _ALWAYS_SIGNS.search(words) and _BINDS.search(words):
            return DirectiveKind.STANDING
        if _is_for_always(words, lexicon):
            return DirectiveKind.STANDING
    return DirectiveKind.TASK


def _is_of_mind(words: str, lexicon: Lexicon) -> bool:
    """Tell whether most clauses of a demand are of attitudes."""
    if _any_attitude(lexicon).search(words) is None and _MIND.search(words) is None:
        return False
    clauses = [one for one in _PARTS.split(words) if len(one) > 1]
    any_attitude, attitude = _any_attitude(lexicon), _attitude(lexicon)
    of_mind = sum(
        1
        for one in clauses
        if _MIND.search(one) or (any_attitude.search(one) and attitude.match(one))
    )
    return bool(clauses) and of_mind >= _MOSTLY * len(clauses)


def _is_for_always(words: str, lexicon: Lexicon) -> bool:
    """Tell whether more than half of the clauses of a demand are for always.

    严格落实责任，排查隐患，…: one checkable part makes a task.
    """
    standing = _standing(lexicon)
    if standing.search(words) is None and not _is_always(words):
        return False
    parts = [one for one in _CLAUSES.split(words) if len(one) > 1]
    always = sum(1 for one in parts if standing.search(one) or _is_always(one))
    return always > len(parts) / 2


def _is_always(words: str) -> bool:
    """Tell whether a clause says what holds whenever its case comes."""
    return _ALWAYS_SIGNS.search(words) is not None and _ALWAYS.search(words) is not None
