"""The patterns of how speech opens, compiled once per lexicon."""

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import HAN, any_of, sought

# What stands in all that ``closing`` calls a charge, and what ``request`` ends in but for its nouns.
_CHARGES = re.compile(
    "派单|下单|点单|开方|支招|打气|鼓劲|划重点|交底|立规矩|派活|交账|明确|交办|交代|部署|分工|布置|点名|点将|敲定"
    "|定下|立下|划下|排下|开下|定了|排出|约法|约定|商定|议定"
)
_REQUEST_ENDS = "调署排员下话点条面事见求望醒呼务活差业招矩律令杠规”"

# 县委书记指示有关部门…: asked as by any word of asking.
_ASKS_LIKE = {"指示": "要求"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechPatterns:
    """Compiled patterns of speech openings."""

    closing: Pattern[str]
    closes: frozenset[str]
    request: Pattern[str]
    requests: frozenset[str]
    direct: Pattern[str]
    refused: Pattern[str]
    linking: Pattern[str]
    demand: frozenset[str]
    decided: frozenset[str]

    def verb_of(self, direct: Match[str]) -> str:
        """Return the verb of what ``direct`` found, or the plain one that it stands for."""
        verb = direct.group("verb")
        return _ASKS_LIKE.get(verb, verb)

    def requested(self, words: str) -> Match[str] | None:
        """Return the noun of asking that words end in (提出要求); of most words the last sign rules it out."""
        return self.request.search(words) if words[-1:] in self.requests else None

    def closed(self, words: str) -> Match[str] | None:
        """Return the verb of speech that words end in, or the charge; most hold no sign of either."""
        may_close = words[-1:] in self.closes or _CHARGES.search(words) is not None
        return self.closing.search(words) if may_close else None


@lru_cache(maxsize=4)
def speech_patterns(lexicon: Lexicon) -> SpeechPatterns:
    """Return the compiled speech patterns of a lexicon."""
    closing = any_of(lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs)
    nouns = any_of((*lexicon.request_nouns, "强调", "再强调", "再部署", "再安排", "动员部署"))
    direct = sought(
        (lexicon.charge_verbs + lexicon.soft_verbs + ("强调", "指出", "表示"), ""),
        # 叫来局长，明确从下周一起…: but 明确责任 is what somebody is told to do.
        (("明确",), r"(?=从(?!严|快)|自[\d今明下本]|[\d今明下本][\d年月周天日]|[月年]底)"),
    )
    last = {word[-1] for word in lexicon.request_nouns}
    return SpeechPatterns(
        closes=frozenset(
            one[-1] for one in lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs
        )
        | frozenset("道说下"),
        requests=frozenset({*last, *_REQUEST_ENDS}),
        closing=re.compile(
            f"(?P<verb>{closing})(?:道|说道|说|时说|如下)?$"
            "|(?P<charge>(?=[“派下点开支打鼓划交立明部分布敲给为排定约商议])(?:“?(?:派单|下单|点单|开方|支招|打气|鼓劲|划重点|交底|立规矩|派活|交账)”?|明确|交办|交代|部署|分工|布置|点名|点将|敲定|[给为排]?[定立划排开]下|定了|排出|约法|约定|商定|议定)了?[^，。；：]{0,14})$"
        ),
        request=re.compile(
            rf"(?=[提作做进讲说送强谈明突打派布交支定立重])(?:(?:提出|提|作出|做出|进行|(?<!工)作|做|讲)(?:了|如下|以下|具体|明确|相关|全面|工作|几点|严格|进一步|详细|动员|重要|"
            rf"[\d一二两三四五六七八九十]+[点个方面条项]+){{0,4}}(?:的)?{nouns}(?:如下)?$|提出?了?(?:整改|改进|落实|贯彻|防范|整治|督办)(?:落实)?(?:工作)?要求$|(?:提出?|讲|说|送|强调|谈|明确|突出强调)了?(?:这么|这样)?[一二两三四五六七八九十几\d]{{1,2}}(?:句话|点|条|个方面|件事)(?:意见|要求|希望)?$|[提打]了?一?个(?:醒|招呼)$|[派布交]了?(?:一?个|一项)?(?:任务|活|差事|作业)$|支了?一?招$|(?:定下|立下|定了|立了|讲明|重申)(?:了)?[一二两三几]?[条个项]?(?:规矩|纪律|铁律|死命令|硬杠杠|硬规矩|军规)$|(?:提出|强调)了?“[^”]*”(?:的?要求)?$)"
        ),
        direct=re.compile(f"(?P<verb>{direct})(?P<rest>.+)$"),
        refused=re.compile(any_of(lexicon.not_speech_heads)),
        linking=re.compile(
            rf"(?:并|还|(?<![及准按限适随临届])时|中|后|上|同志|便|遂|立即|马上|立刻|连忙|赶紧|特别|再次|进一步|同时|最后|着重|突出|重点|反复|明确|就此|期间|一行|随后|随即|接着|现场|[转回扭]过?[头身脸]来?|(?<!被)点名|抬头|起身|俯身|边走边|一边|一面|一路|笑着|[轻低大高厉沉连]声|再三|一再|忙|赶忙|急忙|"
            rf"当场|首先|也|又|一致|为此|对此|郑重|严肃|严重|严厉|当即|逐一|分别|语重心长地|动情地|特意|不忘|"
            rf"代表{HAN}{{0,10}}|^现|^(?:并|又|当即|立即|连夜|多次|随即|第一时间)*(?:打?电话|来电|致电)|^讲话|^(?:又|还|转身|回头|随即)?对(?![标表照接口]){HAN}{{2,12}}|^在{HAN}{{2,16}}(?:方面|工作上|问题上|过程中|工作中))$"
        ),
        demand=frozenset(lexicon.demand_verbs + lexicon.charge_verbs + lexicon.soft_verbs),
        decided=frozenset(lexicon.decided_verbs),
    )
