"""What a lower unit or a guest promises, as it opens in a clause: 某局将…, 我们月底前…, 承诺…."""

import re

from guatu.domain.reading.directives.assertions import tells
from guatu.domain.reading.directives.by_whom import charged_behind
from guatu.domain.reading.directives.clauses import Clause
from guatu.domain.reading.directives.demand import PlacedUnit, Source
from guatu.domain.reading.directives.gathering import Gathering
from guatu.domain.reading.directives.imperatives import sounds_demanding
from guatu.domain.reading.directives.personified import realm_in
from guatu.domain.reading.directives.promises import (
    befalls,
    goes_on,
    is_weather,
    next_at,
    promiser_in,
    speaks_of_itself,
    tells_of_a_thing,
    will_at,
)
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.directives.tellers import MANY, teller_of
from guatu.domain.reading.directives.unmarked import gives_word
from guatu.domain.reading.directives.voices import Voices
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import is_strong, unit_at_front, unit_doing
from guatu.domain.reading.units import Named, kind_of, unit_before
from guatu.domain.reading.values import AddresseeKind

FAR = 25
"""How far from the front of a clause 由 may stand with who is charged."""
_AT_ONCE = 1
_OURS = re.compile(
    "(?:公司|集团|合作社|商会)(?=(?:今年|明年|年内|[下上]半年|本月|下月|[\\d一二三四]|准备|打算|还要|再[\u3400-\u9fff]))|(?:[^，。；]{1,6}的?事[，]?)?我们|我[局镇乡县公司]|[局镇乡村厂站校院社所里队]里(?![^，。；]{0,4}[都的有没])"
)
# The signs that limits begin with, looked for first: most places of most clauses hold none.
LIMITED = re.compile(
    "(?=[\\d一三上下不两个中争二亮今保免内冬冻出分周四天学小年庆底拿捐日明星春暖月本每汛礼立腾节让这钟马黑])(?:"
    "[月年周底内天日冬汛春冻暖学庆节黑亮]前|(?:周|星期|礼拜)[一二三四五六日天](?:就|前|之前|以前)|[本这]个?(?:周|星期|礼拜|月|季)|[一二三四]季度(?=[试投开建完达上就内前底末])|[上下]半年|[上中下]旬|\\d月份?(?!以来)|本[周月季]|[下这]个?[周月]|\\d天|[一两三]天|分钟[内里]|小时[内里]|个?钟头|今夜|天黑|天亮|[内底]|拿出|腾出|让出|捐出|免费|不涨价|一分钱不|出[一二两三四五\\d]+[条台辆名人支车]|今天|这就|明天|今晚|每[周月天日]|一定|保证|马上|立即|争取)"
)
PROMISING = (
    "军令状",
    "拍胸脯",
    "拍着胸脯",
    "打包票",
    "表决心",
    "下保证",
    "答应",
    "应承",
    "承诺",
    "表态",
    "表态说",
    "现场回应",
    "回应",
    "现场答复",
    "当场答复",
    "认领",
    "保证",
    "表态发言",
)
# 明天就上房揭瓦: said by one who leads nobody, it is his own word.
_SOON = re.compile(
    "(?:明天|今晚|今天|今夜|后天|明早|马上|立刻|立即|回去|会后|散会后|[一二三两\\d]{1,2}[天日]之?内|[本下]周|这个?月底?前?|月底前)(?:就|一定|保证|把|组织|派|拿|安排|开始|动手|进场|开工)"
)
_GIVES = ("表示", "说", "回答", "答", "应道", "保证", "承诺", "答应")
_AT_LEAST = re.compile(
    "(?:不少于|不低于|至少|达到|超过|不超过|控制在)[^，。；]{0,4}[\\d一二两三四五六七八九十百]"
)
# 连夜调试, 一条一条改, 不验收不收工: how one goes about it who has given his word.
_BINDS = late(
    "连夜|当[天日晚]|通宵|昼夜|立马|立刻|这就|即刻|逐[一个户条项]|[一挨][㐀-鿿]{1,2}[一挨][㐀-鿿]{1,2}(?:地)?[㐀-鿿]|全部|一律|带头|亲自|绝不|决不|再不|不[㐀-鿿]{1,6}[就绝决]?不[㐀-鿿]{1,4}|照[㐀-鿿]{1,4}办|[㐀-鿿]到(?:底|位|人|户)"
)
_REALM = late(
    "[\u3400-\u9fff]{2}[县市区旗]$|全[县市区旗镇](?:各级各部门|上下|各级)$|[县市区旗]委(?:、[县市区旗]政府|常委班子)?$|[县市区旗]政府$"
)

# 各成员单位纷纷表示，要…: what all say they must do, they give their word for.
_ALL_SAY = re.compile("(?:纷纷|一致|均|都)表示，$")
_SAY = re.compile("表示，$")
_FRONT = re.compile("(?:在[^，。；]{2,20}?[中里上]|今后|接下来|下一步)，?")
_THEY_MUST = re.compile("(?:一定)?要(?![是想说看不求点素么])|必须|务必")


# 集团对项目很感兴趣，将…: minded so, they will.
_MINDED = re.compile("对|很|十分|非常|高度|一直|正(?=在|与)|已|看好|目前|现|始终|历来|愿|有|$")

_AT_WORK = re.compile("[^，。；]{0,10}(?:工人|工友|师傅|队员|人员|员工|职工|村民|群众|们)")
_OWN_REALM = late(
    "我们|我[县市区旗镇乡]|[县市区旗]委[、和]?[县市区旗]?(?:人民)?政府|[县市区旗镇乡]党委[、和]?政府|[\u3400-\u9fff]{2}[县市区旗]"
)


class Vows(Gathering):
    """Opens promises; who leads the event (``_lead``) demands and promises nothing.

    ``_leaders`` are all who may command there.
    """

    __slots__ = ("_later", "_lead", "_leaders")

    def __init__(self, voices: Voices, lexicon: Lexicon) -> None:
        super().__init__(voices, lexicon)
        self._lead: str | None = None
        self._leaders: frozenset[str] = frozenset()
        self._later = False

    def _turned_to(self, clause: Clause) -> PlacedUnit | None:
        """Return whom a front such as 对企业， turns the speech behind it to."""
        if self._fronted is None or self._plain[self._fronted] != "对":
            return None
        start = self._fronted + (2 if self._plain.startswith("对于", self._fronted) else 1)
        words = self._plain[start : clause.start].rstrip("，")
        named = unit_before(words, self._lexicon)
        if named is None or named.end != len(words):
            return None
        return self._placed(named, start)

    def _name_at(self, name: str | None, start: int, end: int) -> PlacedUnit | None:
        """Return where the paragraph names who is quoted: right before his words, else behind them."""
        place = self._plain.rfind(name or "", 0, start)
        place = place if place >= 0 else self._plain.find(name or "", end)
        if place < 0 or not name or "代表" in self._plain[place:start]:
            return None
        return self._placed(Named(start=place, end=place + len(name), kind=AddresseeKind.UNIT), 0)

    def _gives_word(self, speech: SpeechAct, clause: Clause) -> PlacedUnit | None:
        """Return who gives his word by what he is: 厂长连连点头，表示三天内换完."""
        before = self._plain[: clause.start]
        who = gives_word(before, speech.head, speech.verb)
        if who is None:
            names = self._scope.names
            told = teller_of(before, speech.head, speech.verb, names, self._lexicon)
            return self._placed(told, 0) if told is not None else None
        kind = kind_of(self._plain[slice(*who)], self._lexicon)
        return self._placed(Named(start=who[0], end=who[1], kind=kind), 0)

    def _promise(self, words: str, start: int, clause: Clause, *, pointed: bool) -> bool:
        place = will_at(words)
        if place is None or tells(words) or is_weather(words):
            return False
        reported = self._scope.verb in self._lexicon.report_verbs
        if self._scope.speaker == self._lead and not _REALM.search(words[:place]):
            # Who leads the event demands; only for a whole county does he promise.
            reported = False
        who = words[:place]
        # 对提出的问题，我县将…: what it is about may stand in front.
        opens = clause.first_in_sentence or pointed or self._fronted is not None
        realm = self._scope.speaker in self._leaders and opens
        if realm and _OWN_REALM.fullmatch(who) is not None:
            # 县委县政府将一如既往…, said by who leads: his own side's word.
            reported = True
        named = promiser_in(who, self._lexicon, self._plain) or realm_in(who, self._lexicon)
        later = self._later or (clause.first_in_sentence and goes_on(words, place))
        later = later or self._comes_next(start) or self._next_of_all(words, clause)
        if not reported and (named is None or not later or befalls(words, place)):
            return False
        if tells_of_a_thing(who) or (named is None and not speaks_of_itself(who)):
            return False
        before = None
        # 某局表示，为完善体系，将…: the purpose stands in front of what is promised.
        front = self._plain[: self._fronted or 0].rstrip("，：")
        fronted = reported and bool(self._fronted) and front.endswith(self._scope.verb)
        if named is None and not (clause.first_in_sentence or pointed or fronted):
            before = self._spoken_of(start) if place <= _AT_ONCE else None
            if before is None:
                return False
            self._scope.unit = before
            if (
                self._plain[before.end : start].count("，") == 1
                and before.paragraph == self._paragraph
            ):
                # 集团很感兴趣，将派人来: one word of his with what it is about.
                start = before.start
        if named is not None:
            self._scope.unit = self._placed(named, start)
        elif before is None and self._scope.voice is not None and self._scope.verb != "说":
            # 各乡镇表示，将…: who speaks promises for himself.
            self._scope.unit = self._scope.voice
        source = Source.EXPLICIT if named else None
        self._begin(self._start(start), clause, source, promise=True, rule="promise")
        return True

    def _comes_next(self, start: int) -> bool:
        """Tell whether 下一步， opens the sentence of what somebody will do, and no leader speaks."""
        who = next_at(self._plain, start)
        if who is None or self._scope.speaker not in self._leaders:
            return who is not None
        # 乡纪委已督查七次，同时强调，…。下一步，乡纪委将…: the paragraph is told of it, and nobody named speaks.
        names = self._scope.names
        named = names is not None and names.search(self._plain[:start]) is not None
        return self._plain.find(who) < start and not named

    def _next_of_all(self, words: str, clause: Clause) -> bool:
        """Tell whether a sentence opens with what a body does next: 下一步办事处将…, no leader being heard."""
        opens = clause.first_in_sentence and words.startswith(("下一步", "接下来", "下阶段"))
        return opens and self._scope.speaker not in self._leaders

    def _spoken_of(self, start: int) -> PlacedUnit | None:
        """Return the body that the sentence is about so far: 集团很感兴趣，将…."""
        first = self._plain.rfind("。", 0, start) + 1
        first = max(first, self._plain.rfind("，", 0, self._plain.rfind("，", 0, start)) + 1)
        words = self._plain[first:start].rstrip("，")
        named = unit_at_front(words, self._lexicon)
        if named is None or _MINDED.match(words, named.end) is None:
            return None
        if _AT_WORK.fullmatch(words, 0, named.end) and words.startswith("正", named.end):
            # 工人们正在加紧施工，力争节前通水: what the narrator sees.
            return None
        return self._placed(named, first)

    def _vow_goes_on(self, words: str, start: int, clause: Clause) -> bool:
        """Open the next sentence of a promise: 我县将落实要求。坚持科学储粮，…."""
        last = self._found[-1] if self._found else None
        if last is None or not last.promise or last.paragraph != self._paragraph:
            return False
        if not (clause.first_in_sentence or clause.after_semicolon) or self._scope.demanding:
            return False
        names = self._scope.names
        if names is not None and names.match(words) is not None:
            # 甲当场与乙约定，…: told of somebody else.
            return False
        if last.speaker != self._scope.issuer or not sounds_demanding(words, self._lexicon):
            return False
        acting = unit_doing(words, self._lexicon)
        if acting is not None and not acting.start and is_strong(words[: acting.end]):
            # 县住建局成立专班，…: told of another, where the town has given its word.
            if words[: acting.end] not in [one.text for one in last.units]:
                return False
        self._begin(self._start(start), clause, None, promise=True, rule="promise")
        return True

    def _own_word(self, words: str, start: int, clause: Clause) -> bool:
        """Open a promise at 我们…, said with a limit by one who does not lead."""
        if self._scope.recorded or self._scope.speaker in self._lexicon.collective_speakers:
            # What a meeting holds is no word of its own.
            return False
        verb = self._scope.verb
        reports, promises = verb in self._lexicon.report_verbs, verb.endswith(PROMISING)
        if not (reports or promises or verb == "说"):
            return False
        own = _OURS.match(words)
        if own is None and verb == "表示" and self._scope.voice is not None:
            front = _FRONT.match(words)
            must = _THEY_MUST.match(words, front.end() if front is not None else 0)
            if must and self._all_say(self._plain[:start], self._scope.voice.text):
                self._scope.unit = self._scope.voice
                self._begin(self._start(start), clause, None, promise=True, rule="promise")
                return True
        if own is None:
            vows = promises or (reports and self._undertakes(words))
            return vows and self._vowed(words, start, clause)
        if not reports and verb != "说":
            return False
        if self._scope.speaker is None or self._scope.speaker == self._lead or tells(words):
            return False
        rest = self._plain[start:].partition("。")[0].partition("；")[0]
        if LIMITED.search(rest) is None:
            return False
        self._scope.unit = self._placed(
            Named(start=0, end=own.end(), kind=kind_of(own.group(), self._lexicon)), start
        )
        self._begin(self._start(start), clause, Source.EXPLICIT, promise=True, rule="promise")
        return True

    def _all_say(self, before: str, who: str) -> bool:
        """Tell whether what is said is of all of them: 各单位纷纷表示, 全体党员表示."""
        if _ALL_SAY.search(before) is not None:
            return True
        return _SAY.search(before) is not None and MANY.match(who) is not None

    def _undertakes(self, words: str) -> bool:
        """Tell whether what is reported is undertaken: by a unit till a day, or soon by one below who leads."""
        if charged_behind(words, self._lexicon, reach=FAR) and LIMITED.search(words):
            return True
        if self._scope.speaker is None or self._scope.speaker in self._leaders:
            return False
        gives = self._scope.verb in _GIVES and not self._scope.sentences
        return (_SOON.search(words) if gives else _SOON.match(words)) is not None

    def _vowed(self, words: str, start: int, clause: Clause) -> bool:
        """Open a promise behind 承诺 and 表态: whatever a unit does, or anything with a limit."""
        if self._scope.speaker == self._lead or tells(words) or not self._scope.speaks_here:
            return False
        doing = unit_doing(words, self._lexicon) or charged_behind(words, self._lexicon, reach=FAR)
        own = self._scope.voice
        if doing is not None and own is not None and "的" in words[doing.start : doing.end]:
            # 入冬前完成七个项目的主体封顶: what the one who gives his word will do.
            doing = None
        bound = LIMITED.search(words) or _AT_LEAST.search(words) or _BINDS.search(words)
        if doing is None and bound is None:
            return False
        if doing is None and self._scope.unit is None:
            self._scope.unit = own or self._spoken_of(start)
        if doing is not None:
            self._scope.unit = self._placed(doing, start)
        source = Source.EXPLICIT if doing is not None else None
        self._begin(self._start(start), clause, source, promise=True, rule="promise")
        return True
