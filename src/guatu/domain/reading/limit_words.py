"""The words of a limit as they follow a unit or a thing: 三季度末前, 明年3月底前, “十一”前, 三个工作日内, 会后一周内.

Where they end, the deed begins; which day they mean is asked elsewhere (``deadlines``). One pattern for all who need to know that a
limit stands somewhere, so that none of them misses a form that another knows.
"""

_NUMBER = "[\\d一二两三四五六七八九十]{1,3}"
_FEAST = (
    "“?(?:国庆|中秋|元旦|春节|端午|清明|重阳|元宵|腊八|除夕|十一|五一|七一|八一|六一|三八)”?节?"
)
_HOUR = "(?:凌晨|早上|[上下]午|中午|傍晚|晚上?)?(?:\\d{1,2}(?:[时点](?:\\d{1,2}分|半)?|[:：]\\d\\d))?(?:[上下]班)?"
_YEAR = "(?:20\\d\\d|今|明|本)年"
LIMIT_DAY = (
    f"(?:{_YEAR})?(?:{_NUMBER}月份?(?:{_NUMBER}[日号]|月?[底末]|末|份|[上中下]旬)?|(?:[本下这]个?)?月[底末]|(?:[本下]个?月)?{_NUMBER}[日号]|年?[底末]|[本下这]?个?(?:周|星期|礼拜){_NUMBER}|[本下]?周末?|(?:第?[一二三四]|[本下]个?)?季度末?|[上下]半年|{_FEAST}|[今明][天日晚早]|后天|次日)"
    f"(?:[（(][^（）()]{{2,5}}[）)])?{_HOUR}(?:之前|以前|前(?![期提置沿往后夕]))"
)
"""A day, a month, a quarter, a year or a feast with 前."""
LIMIT_SPAN = f"(?:(?:自即日起|即日起|自今日起|会后))?(?:{_NUMBER}(?:个?工作日|个月|天|日|周|个?星期|个?礼拜|小时)|半个?月|半年|[本下这]个?(?:月|周|季度|年度)|年|今年|[一二三四]季度|[今明][天日])(?:之内|以内|内)"
"""A span with 内."""
LIMIT_AFTER_UNIT = f"(?=[\\d一二两三四五六七八九十半本下这今明后次第年月周星礼“国中元春端清重腊除上自会即])(?:{LIMIT_SPAN}|{LIMIT_DAY}|(?:20\\d\\d|今|明)年(?:年?[底末]|{_NUMBER}月份?[底末]?|第?[一二三四]季度末?|[上下]半年)|第?[一二三四]季度[末底])(?!的|工资|之?前|以前)"
"""What may stand between a unit and what it is to do."""
