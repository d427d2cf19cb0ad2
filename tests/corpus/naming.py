"""What the words of numbers, addressees and bodies in an annotated article say by themselves."""

import re

PARTS = re.compile(
    r"[、及与等]|(?<!自然资源)(?<!人力资源)(?<!住房)(?<!文化)(?<!教育)(?<!商务)(?<!农牧)(?<!工业)(?<!交通)和"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

_BODIES = (
    ("enterprise", re.compile(r"(公司|集团|企业|厂|银行|合作社|农商行|农发行|水泥|矿业)$")),
    ("zone", re.compile(r"(开发区|高新区|园区|产业园|工业园|示范区|景区)(管委会)?$")),
    ("government", re.compile(r"(镇|乡|街道|苏木|街道办|政府|办事处|社区)$")),
    (
        "department",
        re.compile(
            r"(局|分局|委|委员会|办|办公室|大队|支队|中心|队|部|厅|指挥部|专班|站|所|院|公安|消防|应急|住建|工信科|联社|总站|总队|机关|社|室|联|党校|纪检组|法院|检察院)$"
        ),
    ),
    ("other", re.compile(r"(红十字会|总工会|商会|协会)$")),
)


def number(words: str) -> float:
    """Return the value of digits or of a Chinese numeral up to 九百九十九."""
    if words[0].isdigit():
        return float(words)
    total, digit = 0, 0
    for one in words:
        if one in "十百":
            total += (digit or 1) * (10 if one == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[one]
    return float(total + digit)


def addressee_kind(words: str) -> str:
    """Guess the kind of an addressee from its words; `=kind` in the file overrules it."""
    if re.match(
        r"全?[县区市旗]?(各级各部门|各级各单位|上下|各级党委、政府|干部群众|各级)$|全[县区市旗]$",
        words,
    ) or re.search(
        r"^各(乡镇|镇街|苏木镇|镇|级|地|街道|乡镇街道).*各(部门|单位|有关部门|职能部门)", words
    ):
        return "everyone"
    if re.search(r"各(成员|有关|相关)?(单位|部门|企业|专委会)$", words) or re.match(
        r"(各|有关|相关|所有|全体|广大|承办|责任)", words
    ):
        return "class"
    if len(PARTS.split(words)) > 1:
        return "list"
    if re.search(r"(公司|企业|集团|厂|企业家)$", words):
        return "enterprise"
    return "unit"


def body_kind(words: str) -> str | None:
    """Return the kind of a body that its own name tells, or None."""
    if re.match(
        r"(县委|县政府|区政府|区委)$|(有关|相关|所有|全)|.*(各|[一二两三四五六七八九十]个)|.*(企业|项目部)$",
        words,
    ):
        return None
    return next((kind for kind, ending in _BODIES if ending.search(words)), None)
