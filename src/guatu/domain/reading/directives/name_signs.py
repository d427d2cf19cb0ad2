"""Names that may be told to act at the front of a clause, and the signs by which each is weighed.

``names_in_front`` offers every run of words that could be one, far more than are; what tells
them apart is counted on annotated counties (``tools/train_weighing.py``).
"""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.act_forms import act_forms
from guatu.domain.reading.directives.clause_signs import step
from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.task_names import named_by_task
from guatu.domain.reading.unit_ending import ends_as_unit, unit_ends
from guatu.domain.reading.unit_fronts import is_broad
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.units import is_unit, kind_of, unit_start
from guatu.domain.reading.verbs import verb_at

_SHORTEST, _LONGEST, _FARTHEST = 2, 40, 14
_FARTHEST_UNKNOWN = 9
_NAME = re.compile("[\u3400-\u9fffA-Za-z0-9“”（）、·]+")
_CALLING = re.compile("由(?![来于衷此])|请|要求|责成")
_CALLED_WITHIN = 16
# 组织技术员, but not 组织部门 nor 监督员: acts that are names of offices as often.
_BRINGS = re.compile(
    "(?:组织|协调|指导|培训)(?![部局办组室队站所机单中委科处员小领]|人[员事]|专[班家]|干部|企业)"
)
_MANNER = "多只少先再就都也不别"
_CONTEXT = ("s:", "v:", "sp:", "q:", "first", "semi", "open", "fronted", "last_unit", "mark:")

TOLD_SIGN = "told:"
"""How the signs begin of how likely a clause names who is told."""

Run = tuple[int, int]


def runs_in_front(words: str, lexicon: Lexicon) -> list[Run]:
    """Return the runs of ``names_in_front`` and those whose end no list of the language knows."""
    runs = names_in_front(words, lexicon)
    start, known = unit_start(words, lexicon), frozenset(runs)
    stops = range(start + _SHORTEST, min(len(words), start + _FARTHEST_UNKNOWN))
    runs += [
        (start, stop)
        for stop in stops
        if (start, stop) not in known and _NAME.fullmatch(words, start, stop)
    ]
    return runs


def names_in_front(words: str, lexicon: Lexicon) -> list[Run]:
    """Return the runs of words at the front of a clause that could name who is told, as places."""
    patterns = unit_patterns(lexicon)
    starts = [unit_start(words, lexicon)]
    starts += [one.end() for one in _CALLING.finditer(words[:_CALLED_WITHIN])]
    modal = find_modal(words, lexicon)
    runs: list[Run] = []
    for start in dict.fromkeys(starts):
        stops = set(unit_ends(words, start, lexicon))
        if modal is not None and modal.start > start:
            stops.add(modal.start)
            adverb = patterns.adverbs.search(words, start, modal.start)
            if adverb is not None:
                stops.add(adverb.start())
        for stop in range(start + _SHORTEST, min(len(words) - 1, start + _FARTHEST)):
            acts = patterns.acts.match(words, stop) is not None
            if acts or verb_at(words, stop, lexicon, nouns=False) > 1:
                stops.add(stop)
        runs += [
            (start, stop)
            for stop in sorted(stops)
            if _SHORTEST <= stop - start <= _LONGEST and _NAME.fullmatch(words, start, stop)
        ]
    return runs


def told_signs(sure: float) -> list[str]:
    """Return the sign of how likely a clause names at its front who is told, for what it weighs as a demand."""
    return [f"{TOLD_SIGN}{step(round(100 * sure), (10, 30, 50, 70, 90, 97))}"]


def name_signs(words: str, run: Run, context: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the signs of one run of a clause; ``context`` are the signs of what it is heard in."""
    start, end = run
    name = words[start:end]
    signs = [
        f"e1:{name[-1]}",
        f"e2:{name[-2:]}",
        f"e3:{name[-3:]}",
        f"b1:{name[0]}",
        f"b2:{name[:2]}",
        f"len:{step(len(name), (3, 4, 6, 9, 14))}",
        f"kind:{kind_of(name, lexicon).value}",
        f"before:{words[start - 1] if start else ''}",
    ]
    signs += [f"in:{one}" for one in "的、“对在把将于" if one in name]
    if ends_as_unit(name, lexicon):
        signs.append("ends_as_unit")
    if is_unit(name, lexicon):
        signs.append("is_unit")
    if is_broad(name):
        signs.append("broad")
    if begins_imperative(name, lexicon):
        signs.append("imperative")
    if brings_in(name, lexicon):
        signs.append("brings_in")
    signs += _verbs_within(name, lexicon)
    signs += _behind(words[end:], lexicon)
    forms = act_forms(words[end:], lexicon)
    signs += forms
    if "ends_as_unit" in signs:
        signs += [f"unit&{one}" for one in forms]
    signs += [f"x{one}" for one in context if one.startswith(_CONTEXT)]
    return signs


def brings_in(name: str, lexicon: Lexicon) -> bool:
    """Tell whether words are a verb and whom it brings in, and no name: 安排班子成员, 交县财政局, 多吸纳妇女."""
    start = 1 if name[0] in _MANNER else 0
    acting = _BRINGS.match(name, start)
    verb = len(acting.group()) if acting else verb_at(name, start, lexicon, nouns=False)
    behind = start + verb
    if not verb or len(name) - behind < _SHORTEST:
        return False
    if not ends_as_unit(name[behind:], lexicon):
        return False
    if acting is not None:
        return True
    return not (named_by_task(name) or unit_patterns(lexicon).admitted.match(name))


def _verbs_within(name: str, lexicon: Lexicon) -> list[str]:
    """Return where verbs stand in a name: a name of somebody seldom holds one."""
    verbs = lexicon.usage.verbs
    signs = []
    if name[:2] in verbs:
        signs.append("verb_first")
    if name[-2:] in verbs:
        signs.append("verb_last")
    if any(name[i : i + 2] in verbs for i in range(1, len(name) - 2)):
        signs.append("verb_within")
    return signs


def _behind(rest: str, lexicon: Lexicon) -> list[str]:
    """Return the signs of what stands behind a name."""
    if not rest:
        return ["r:"]
    signs = [f"r1:{rest[0]}", f"r2:{rest[:2]}", f"rv:{verb_at(rest, 0, lexicon)}"]
    modal = find_modal(rest, lexicon)
    if modal is not None:
        signs += [f"modal:{modal.word}", f"modal_at:{step(modal.start, (1, 3, 8))}"]
    if begins_imperative(rest, lexicon):
        signs.append("r_imperative")
    if LIMITED.match(rest) is not None:
        signs.append("r_limit")
    if unit_patterns(lexicon).acts.match(rest) is not None:
        signs.append("r_acts")
    if "的" in rest[:8]:
        signs.append("r的")
    return signs
