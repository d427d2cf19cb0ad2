"""Sites that are run as bodies: a station that sells (安捷燃气储配站), a house that takes people in, an outpost of an office."""

from guatu.domain.reading.late_patterns import late

_RUN = late(
    "(?:购物|养老|养老服务|敬老服务|照料|照护|医养|康养|护理|托养|托育|康复|体检|福利|医疗|血透|诊疗|检验|检测|培训)中心"
    "|(?:充装|储配|储备|气化|供气|加油|供液|液化气|换瓶)站|(?:司法|派出|供电|税务|财政|营业|事务|研究)所|(?:门诊|经营)部|俱乐部|国[有营][\u3400-\u9fff]{0,4}林场"
)
_LONGEST = 9


def runs_as_body(words: str) -> bool:
    """Tell whether a site is run as a body by how its name ends; pumping stations and 便民服务中心 are places."""
    return any(_RUN.fullmatch(words, at) for at in range(max(0, len(words) - _LONGEST), len(words)))
