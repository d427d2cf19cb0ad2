"""Forms whose labels no colon ends: a table's cells (承办单位 ⇥ 县城管局), or labels that only blanks part.

A blank or tab behind a label becomes a colon and one before the next label a semicolon, so that a form is read
as one that prints them. Every character keeps its place.
"""

import re
from itertools import pairwise

_SUBJECT = (
    "(?:重要)?(?:督办|督查|交办|批办|转办|承办|主办|协办|会办|办理|办结|拟办|立项|议定|决定|信访|诉求|反映|来电|去电|接听|接收|通话|记录|举报|投诉|牵头|责任|配合|包保|整改|处理|落实|完成|反馈|回复|领导|主要|分管|批示|签批"
    "|事项|任务|工作|问题|文件|来文|收文|发文|登记|受理|派单|下达|签收|审核|审批|签发|经办|联系|工单|文书|紧急|密级|具体)"
)
_THING = "(?:事项|任务|问题|单位|部门|科室|领导|责任人|联系人|人员?|时间|日期|时限|期限|要求|内容|意见|情况|批示|结果|措施|编号|文号|字号|电话|名称|标题|主题|摘要|程度|级别|类别|类型|签字|签名|签章|盖章|来源|依据|方式|进展)"
_LABEL = re.compile(
    f"{_SUBJECT}{{1,3}}{_THING}?(?:及(?:电话|时限|要求|时间|联系方式))?(?:签字|签名|（签字）|（盖章）)?|(?:完成|办理|办结)?(?:时限|期限)|联系(?:人|方式|电话)|备注|附件|编号|密级|标题"
)
_LONGEST_LABEL = 12
_TAB = "\t"
# 工单编号：…      紧急程度：一般: the next label stands behind blanks, with a colon of its own.
_NEXT = re.compile(
    f"(?=[  　])(?<=[^\\s：；。，])(?P<gap>[ \u3000\u00a0]{{2,}})(?={_SUBJECT}{{1,3}}{_THING}?：|(?:联系|来电)(?:人|电话)：)"
)


# 报县水利局（联系人：某某）: nobody is quoted behind such a colon.
_CONTACT = re.compile(
    "(?:(?<=（(?:联系人|咨询人))|(?<=（(?:联系电话|联系方式|咨询电话))|(?<=（电话))：(?=[^（）]*[，；])"
)


def with_form_marks(plain: str) -> str:
    """Return the plain text with the marks that the rows of a form leave out, and none that would mislead."""
    if "（联系" in plain or "（电话：" in plain or "（咨询" in plain:
        plain = _CONTACT.sub("，", plain)
    marked = (
        _NEXT.sub(lambda found: "；" + found.group("gap")[1:], plain) if "：" in plain else plain
    )
    if _TAB not in marked:
        return marked
    return "".join(map(_row, marked.splitlines(keepends=True)))


def is_form_label(words: str) -> bool:
    """Tell whether the words of a cell are the label of a form: 承办单位, 督办要求, 分管领导签字."""
    bare = "".join(words.split())
    return 2 <= len(bare) <= _LONGEST_LABEL and _LABEL.fullmatch(bare) is not None


def _row(line: str) -> str:
    """Return a row with colons behind its labels, where it opens with one and a value stands behind it."""
    cells = line.rstrip("\n").split(_TAB)
    if len(cells) < 2 or not is_form_label(cells[0]) or is_form_label(cells[1]):
        return line
    ending = line[len(line.rstrip("\n")) :]
    marked = cells[0]
    for before, cell in pairwise(cells):
        marked += "：" if is_form_label(before) else "；" if is_form_label(cell) else _TAB
        marked += cell
    return marked + ending
