"""Signs of a clause by which it is weighed whether it demands: words of its front, marks, particles.

A sign is a short name that holds or does not; ``tools/train_weighing.py`` counts what each is worth
on annotated counties, and ``weighing.py`` adds up those of a clause. What the clause is heard in
(who speaks, what ran before it) is the walk's to say, see ``weighed.py``.
"""

import re
from bisect import bisect_right

from guatu.domain.reading.directives.assertions import is_told_of, states, tells
from guatu.domain.reading.directives.clauses import LONGEST
from guatu.domain.reading.directives.fronted import is_background, is_fronted
from guatu.domain.reading.directives.imperatives import begins_imperative, holds_imperative
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.vows import LIMITED
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_broad, unit_at_front, unit_doing
from guatu.domain.reading.verbs import verb_at

_PERSON = re.compile("我们|你们|他们|大家|咱们|[我你他您咱]")
_FIGURES = re.compile(
    r"[\d一二两三四五六七八九十百千万]+[个名户家处亩台辆人吨万元天日月次条项件座公里支小时]"
)
_PARTICLES = frozenset("了过着已正曾将不没都也就再先把被让使为对在到去来有会能可很更最还是的")
_LONGEST_BODY = 13


def step(number: int, edges: tuple[int, ...]) -> int:
    """Return how many ascending edges a number has reached: sizes are weighed in a few steps."""
    return bisect_right(edges, number)


def clause_signs(words: str, plain: str, start: int, lexicon: Lexicon) -> list[str]:
    """Return the signs of a clause: ``words`` at ``start`` of ``plain``."""
    behind = start + len(words)
    after = plain[behind : behind + LONGEST].partition("。")[0].partition("；")[0]
    signs = _front_signs(words, lexicon)
    signs += [
        f"len:{step(len(words), (4, 7, 11, 16, 25))}",
        f"rest:{step(after.count('，'), (1, 2, 4))}",
        f"e2:{words[-2:]}",
        f"e1:{words[-1]}",
    ]
    signs += [f"p:{one}" for one in dict.fromkeys(words) if one in _PARTICLES]
    signs += [f"pro:{one}" for one in _PERSON.findall(words)]
    if LIMITED.search(words):
        signs.append("limit")
    elif LIMITED.search(after):
        signs.append("limit_after")
    if _FIGURES.search(words):
        signs.append("figures")
    signs += _told_signs(words, after, lexicon)
    return signs


def _told_signs(words: str, after: str, lexicon: Lexicon) -> list[str]:
    """Return what modals, imperatives and words that only tell say of a clause."""
    signs = []
    modal = find_modal(words, lexicon)
    if modal is not None:
        signs += ["modal", f"modal:{modal.word}", f"modal_at:{step(modal.start, (1, 4, 9))}"]
    elif after and find_modal(after, lexicon) is not None:
        signs.append("modal_after")
    if states(words, lexicon):
        signs.append("states")
    if tells(words):
        signs.append("tells")
    if after and is_told_of(after):
        signs.append("told_after")
    if is_background(words):
        signs.append("background")
    if is_fronted(words):
        signs.append("front")
    if begins_imperative(words, lexicon):
        signs.append("imperative")
    elif holds_imperative(words, lexicon):
        signs.append("imperative_within")
    if after and holds_imperative(after, lexicon):
        signs.append("imperative_after")
    return signs


def _front_signs(words: str, lexicon: Lexicon) -> list[str]:
    """Return what stands at the front: a unit and the words behind it, or the words themselves."""
    doing = unit_doing(words, lexicon)
    unit = doing or unit_at_front(words, lexicon)
    behind = 0
    if unit is not None:
        name, behind = words[unit.start : unit.end], unit.end
        signs = [
            "unit_doing" if doing is not None else "unit_at_front",
            f"kind:{unit.kind.value}",
            f"unit_len:{step(len(name), (3, 5, 9))}",
            f"unit_end:{name[-1]}",
            f"unit_front:{name[0]}",
        ]
        if is_broad(name):
            signs.append("broad")
        signs += [f"u{n}:{words[behind : behind + n]}" for n in (1, 2)]
    else:
        signs = ["no_unit", *(f"b{n}:{words[:n]}" for n in (1, 2, 3))]
    size = verb_at(words, behind, lexicon)
    signs.append(f"verb:{size}")
    if size > 1:
        signs.append(f"v:{words[behind : behind + size]}")
    body = words[behind : behind + _LONGEST_BODY]
    signs += [f"g:{body[i : i + 2]}" for i in range(len(body) - 1)]
    return signs
