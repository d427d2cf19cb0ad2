"""Words that say what somebody must keep to (按照通知要求, 要严格落实会议要求): 要求 is a noun there, and nobody speaks."""

import re

# 对照会议…, 请各地按照市安委会办公室的通知…: what they go by, whosever paper it is.
_GONE_BY = (
    "(?:对照|按照|根据|落实|贯彻|遵照|依照)(?:本次|这次|此次|上级|[省市县区旗镇乡、]{1,5})?(?:会议|大会|全会|通知|纪要|指挥部|领导小组|督[导查察]组|巡[察视]组|检查组|防指|安委会)"
    "|(?:对照|按照|根据|遵照|依照|结合)[^，。；：]{2,20}(?:通知|文件|会议|方案|意见|纪要|讲话|批示|规划)"
)
# 立即对照会议要求逐条认领: what a meeting wanted is what they hold themselves to.
HELD_TO = re.compile(f"(?:{_GONE_BY})$")
# 各村要严格落实安全会议要求，: what they must keep to, and nobody speaks.
KEPT = re.compile(
    # 严格对照“四个不摘”要求，: what the clauses behind it keep to.
    "^(?:严格|认真|全面|切实|坚决|逐条|逐项|始终|主动)+(?:落实|贯彻|执行|遵守|对照|对标|按照|根据|结合|围绕|紧扣)[^，。；：]{2,}$|"
    "(?:(?<![主首重需必纲摘])要|必须|务必|应当|须)[^，。；：]{0,14}(?:落实|贯彻|执行|遵守|遵循|履行|符合|达到|对照|对标|按照|根据|结合|围绕|紧扣|领会|把握|吃透|牢记|服从|细化|明确|执行好|落实好)[^，。；：]{2,}$"
)
# 要贯彻市委全会部署要求，: what was laid down there.
LAID_DOWN = re.compile(
    "(?:贯彻|落实|学习|领会|对标|对照|按照|围绕|结合|执行|传达)[^，。；：]{0,40}(?:会议?|全会)(?:工作)?$"
)
HELD = re.compile(f"(?:{_GONE_BY})(?:的?(?:要求|精神|部署|安排))")
