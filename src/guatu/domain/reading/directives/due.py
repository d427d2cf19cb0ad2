"""A deed with the time it is due: 5月30日前将名单送评选办, 推荐材料本周五前报齐, 10天内把欠账还清.

In a speech that demands, and in a letter behind its reason, nobody says by when a thing is to be done but to have
it done; so such a clause needs no modal and no listed imperative. What was, is planned or returns is none.
"""

import re

from guatu.domain.reading.directives.assertions import states
from guatu.domain.reading.directives.fronted import is_plan
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.limit_words import LIMIT_DAY, LIMIT_SPAN
from guatu.domain.reading.verbs import verb_at

_NUMBER = "[\\d一二两三四五六七八九十]{1,3}"
_PUT = "(?:请|务?必?须?[于在]|务必|力争|争取|确保|赶在|最迟|最晚|限)*"
_DUE = re.compile(
    f"(?P<topic>(?:[^，。；：“”的了是已曾将把还未没每]{{2,8}}的)?[^，。；：“”的了是有已曾将把还未没每各]{{0,14}}?){_PUT}(?P<limit>{LIMIT_SPAN}|{LIMIT_DAY}|{_NUMBER}月{_NUMBER}[日号](?=把|必须|务必))(?:要|全部|全面|一律|必须|务必|统一|逐[一户村个项件家]|集中|再|先|按程序|书面)*"
)
# 截至5月底前, 自收到之日起, 预计, 每月5日前: no time by which anything is asked for here.
_NO_TOPIC = re.compile(
    "截至|截止|自|从|去|上|原|预计|计划|拟|打算|可|能|会|年来|以来|曾|目前|当时|此前|比|较|受理|收到|接到|之日|后$|其中|分别|先后|陆续|我|咱|[他她]|记者|据|现在|凡|对|如|若|一旦|年年|往年|同比|近"
)
_TAKEN = re.compile("(?:将|把)[^，。；的了]{1,20}[\u3400-\u9fff]")
_HANDED = late(
    "报(?!道|名的|考|纸|价|废|酬)|送(?!别)|交(?!通|易|流|界|叉)|发(?!生|现|展)|上报|补报|反馈|完成|办[结理完]|到位|清零|印发|见底|具备(?!条件的)|建成|投[用产入运]|竣工|开工|交付|还清|结清|兑[现付]|销号|整改(?!中)|再[建增添]|新[建增]|拿出|形成|搬[完离迁]|腾[退空]|拆除|[\u3400-\u9fff]完(?![善整备])"
)
_TOLD = re.compile("[了过](?!渡)|已|曾|均可|即可|可[以享按]|的$|的[，。]|吗|呢|？|？$|不[了到]")


def is_due(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause wants a deed done by a time that it prints."""
    found = _DUE.match(words)
    if found is None or _NO_TOPIC.search(found.group("topic")):
        return False
    rest = words[found.end("limit") :]
    if _HANDED.match(rest) is None:
        rest = words[found.end() :]
    if len(rest) < 2 or _TOLD.search(rest) or is_plan(words) or states(rest, lexicon):
        return False
    if _TAKEN.match(rest) or _HANDED.match(rest):
        return True
    return verb_at(rest, 0, lexicon, nouns=False) > 1
