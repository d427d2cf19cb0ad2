"""Who reports, submits or proposes what stands on an agenda: words in front of an item that are no part of it."""

import re

# 县某局关于某事的汇报: who reports is no part of the item, and what follows is one report.
REPORTER = re.compile(
    "(?P<who>(?:有关|相关|各)?[^《“，。；]{1,40}?(?:局|委|办|府|会|司|团|中心|同志|负责人|责任人|人员|镇|乡|村|部|院|队|室|处|站|校|单位|部门|街道|组|厂|园区|企业|方|旗|苏木|长|员|干部|书记|主任|代表))(?:关于|[就对](?!照|标|接))"
    "|(?:各|有关|相关)?(?:部门|单位|乡镇|企业|镇街)(?:负责人|负责同志)?(?:关于|[就对](?!照|标|接))"
    "|(?:各|有关|相关)(?:[县区]|单位|职能部门|部门|乡镇|企业|街道|负责人)+(?:负责人|负责同志)?(?=[\u3400-\u9fff]{4})"
)
# 某某关于林长制工作: so does a person.
_SOMEBODY_ON = re.compile("(?!关于)[^《“，。；、和]{2,24}?关于(?=..)")
_SUBMITTED = re.compile(
    "[^《“，。；]{2,24}(?:提请|提交|上报|报送|送审|起草|拟定|拟订|拟草|草拟|呈报|报请)(?:审议|审查|审定|审核|研究)?的(?=《)"
)
PROPOSED_BY = re.compile(
    "[^《“，。；]{2,60}?(?:提出|提请|提交|上报|报送|送审|起草|拟定|拟订|拟草|草拟|呈报|报请)(?:审议)?(?:并[^《“，。；]{2,14}|、[^《“，。；]{2,10})?的"
)


def own_start(plain: str, start: int, end: int, kind: str) -> int:
    """Return where an item begins: behind who reports it or submits it, and behind a 关于 of the sentence."""
    told = REPORTER.match(plain, start, end) if kind == "heard" else None
    if kind == "heard" and told is None:
        told = _SOMEBODY_ON.match(plain, start, end)
    if kind == "reviewed":
        told = _SUBMITTED.match(plain, start, end)
    if told is not None and told.end() < end:
        return told.end()
    about = plain.startswith("关于", start) and (
        kind == "heard" or plain.startswith("《", start + 2)
    )
    return start + 2 if about else start
