"""A clause that counts sorts of things or realms, the first of which the next clause names: 把好三道关口。车辆关口，…."""

import re

from guatu.domain.reading.patterns import is_han

_LONGEST_FIRST = 15
_SO_MANY_SORTS = re.compile(
    "[^，。；]{0,16}[“]?[一二两三四五六七八九十]{1,2}(?:道|张|个|条|项|大|本|种|根|把|扇|步|篇|场|块|类|座|支|盘|笔)?(?P<sort>[\u3400-\u9fff]{1,3})”?"
)


# What may follow the first of the sorts that a clause counts: 生态牌, 组织网要密.
_BEHIND_SORT = re.compile("”?(?:$|要|必须|须|方面|上$)")
_LONGEST_SORT = 6


def _begins_with(words: str, sort: str) -> bool:
    """Tell whether a clause begins with one of a sort, named in a few characters: 生态牌, 组织网要密."""
    # Sorts differ from page to page: a pattern of each takes longer to compile than a page to read.
    first = len(words) - len(words.removeprefix("“"))
    return any(
        words.startswith(sort, at)
        and is_han(words[first:at])
        and _BEHIND_SORT.match(words, at + len(sort)) is not None
        for at in range(first + 1, first + _LONGEST_SORT + 1)
    )


# 要从待遇、编制、住房三个方面想办法：编制上，…: the realms that are counted stand behind the colon.
_SO_MANY_REALMS = re.compile(
    "[^。；：]*[一二两三四五六七八九十]个(?:方面|环节|层面|维度|领域)[^，。；：]{0,6}"
)
_A_REALM = re.compile("在?[\u3400-\u9fff]{2,8}(?:上|方面|环节|层面|维度|领域)")


def announces_sorts(words: str, rest: str) -> bool:
    """Tell whether the next clause names the first of the sorts a clause counts: 把好三道关口。车辆关口，…."""
    if _SO_MANY_REALMS.fullmatch(words) and _A_REALM.fullmatch(rest.partition("，")[0]):
        return True
    found = _SO_MANY_SORTS.fullmatch(words)
    if found is None:
        return False
    first = rest.partition("，")[0]
    return len(first) <= _LONGEST_FIRST and any(
        _begins_with(first, found["sort"][at:]) for at in range(len(found["sort"]))
    )
