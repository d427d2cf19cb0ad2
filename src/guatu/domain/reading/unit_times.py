"""Words of time and circumstance between a unit and what it is told: 窗口单位中午不得…, 各校放假前要….

Such words are a closed class but for what stands before 前, 后, 时 and 期间; no name goes on with them.
"""

import re

_PART_OF_DAY = "(?:今|明|昨|当|次|隔|后)(?:天|日|晚|夜|早|晨|午)|(?:早|中|下|午|晚|上)(?:间|上|晨|午)|中午|正午|晌午|午后|午休|早晚|清晨|凌晨|黎明|拂晓|傍晚|黄昏|白天|白日|夜里|夜间|夜晚|入夜|深夜|半夜|通宵|整夜|全天|终日|白昼"
_DAY = (
    "周[一二三四五六日末内]|星期[一二三四五六日天]|双休日|节假日|假日|假期|工作日|休息日|非工作(?:日|时间)|工作时间|上班时间|营业时间|平日|平时|日常|常年|长年|全年|终年|往年|每(?:天|日|晚|夜|周|旬|月|季|年|学期|班|餐|次|逢)"
    "|(?:当|本|下|上)(?:月|周|季|年|旬|学期|学年)|月(?:初|中|末|底)|年(?:初|中|末|底|内)|季末|学期|学年|任期|工期|到期|期满|逾期|届满"
)
_SEASON = (
    "(?:春|夏|秋|冬|雨|旱|汛|凌|枯水|丰水|农忙|农闲|旺|淡|采茶|收获|播种|采收|防火|禁渔|休渔|供暖|采暖|取暖|用电|用水|旅游|开学|招生|征兵|收购|烤烟|流感|干)季|(?:秋冬|冬春|今冬明春|今冬|明春|今秋|今春|今夏|盛夏|严冬|寒冬|入冬|开春|三伏天|数九天|三九天|桑拿天|大风天|雨天|雪天|雾天|高温天|冰雪天|雷雨天|阴雨天)(?:气)?"
    "|(?:大雾|大风|大雪|暴雨|暴雪|雷雨|冰冻|结冰|高温|低温|寒潮|沙尘|雾霾|强降雨|恶劣|极端|雨雪|台风)(?:天气|天)|开[诊门馆园市机课镰秤闸标庭](?=之?前)|(?:主|前)?汛期|春运|暑运|暑期|暑假|寒假|假期|三夏|三秋|双抢|春耕|春播|秋收|麦收|夏收|冬修|(?:国庆|春节|元旦|中秋|端午|清明|五一|十一|元宵|重阳|腊八|除夕|小年|古尔邦节|火把节|三月三|泼水节)(?:节)?(?:假期|期间|前后|当天)?|两节|节日|高考|中考|期中|期末"
)
_AROUND = "(?:班|课|餐|饭|会|节|雨|雪|雷雨|灾|战|事|睡|赛|考|训|产|婚|术|岗|校|航|场|园|厂|井|窖|棚)(?:前|中|后|间)|任期内|合同期内|质保期内|保修期内|建设期内|施工期|过渡期|公示期|隔离期|采收期|花期|(?:开学|放学|放假|停热|复产|复工|开工|完工|竣工|起航|出海|进场|入场|营业|下班|上班|交接班|出车|作业|施工|放水|泄洪|供暖|点火|停产|检修|收割|播种|采收|用餐|就餐|就寝|熄灯|上课|考试|开考|出栏|上市|开园|闭馆|开市|收市)(?:之)?(?:前|后|时|期间)|汛前|汛后|冬前|冬灌前|霜降前"
TIMES = f"(?:{_PART_OF_DAY}|{_DAY}|{_SEASON}|{_AROUND})(?:之)?(?:前|后|内|里|期间|时|起)?"
"""The pattern of a time or an occasion in words of its own."""
_ONLY_TIMES = re.compile(f"(?:{TIMES})+")


def is_time(words: str, start: int, end: int) -> bool:
    """Tell whether nothing but times stands between two places of words."""
    return _ONLY_TIMES.fullmatch(words, start, end) is not None


def times_end(words: str, start: int) -> int:
    """Return where the times at a place of words end; the place itself where none stands."""
    found = _ONLY_TIMES.match(words, start)
    return found.end() if found is not None else start
