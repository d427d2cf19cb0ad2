"""Lines of a form that only register a matter: its number, when it came, who hands it out, by when, who signs."""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.demand import Demand
from guatu.domain.reading.late_patterns import late

_WHEN = "(?:交办|派单|转办|来电|来访|受理|登记|收文|来文|发文|下达|立项|批示|签收|督办|成文|办理|反馈|填报|报送)(?:时间|日期)"
_DUE = "(?:完成|办结|办理|整改|落实|反馈|回复|报送|督办)?(?:时限|期限)(?:要求)?"
_WHO = "(?:督办|交办|转办|来文|发文|报送|受理|登记|签发|填报|主送)(?:单位|部门|机关)|(?:督办|交办|转办|经办|承办|审核|审批|签发|登记|受理|填报|来电|来访|信访|联系|反映|投诉|责任|批示)(?:人|领导|人员)(?:及(?:联系)?(?:电话|方式))?(?:签字|签名)?"
_SIGNED = "(?:分管|主要|主管|单位|承办|办理|审核|负责)*(?:领导|人|负责人|单位)?(?:签字|签名|签章|盖章|（(?:签字|签名|签章|盖章)）|意见（签字）)"
_REST = (
    "(?:工单|督办|交办|信访|登记|受理|事项|文件|来文|收文|发文)?(?:编号|文号|字号|标题|名称|类别|类型|来源)|(?:诉求|事项|问题|信访)(?:类别|类型|分类|来源|标题|性质)|紧急程度|密级|缓急|(?:联系)?(?:电话|方式)|联系人|备注|附件|(?:办理|落实|完成|整改|反馈)?(?:情况|结果)"
    f"|{_SIGNED}"
)
_LABEL = f"(?:{_WHEN}|{_DUE}|{_WHO}|{_REST})"
_LINE = late(f"(?:{_LABEL}：[^。；：]{{0,40}}?(?:[；，。]|$|(?={_LABEL}(?:：|$))))+(?:{_LABEL})?")
_LONGEST = 160
_CLOCK = re.compile(r"(?<=\d)[：:](?=\d\d)")
_LIMIT = re.compile(f"(?:^|(?<=[；，。])){_DUE}：(?P<limit>[^。；：]{{2,30}})")
# 卜文澍9月1日 behind a note, in its cell.
_SIGNED_NOTE = re.compile("[\u3400-\u9fff]{2,4}(?:同志)?(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日。?$")


# 审核人签字 with nothing behind it: where somebody is to sign the paper itself.
_TO_SIGN = late(f"{_WHO}|{_SIGNED}")


def is_form_line(text: str) -> bool:
    """Tell whether a paragraph but registers a matter under labels: 交办时间：…；办结时限：…."""
    return _TO_SIGN.fullmatch(text.rstrip("：")) is not None or (
        "：" in text[:16]
        and len(text) <= _LONGEST
        and _LINE.fullmatch(_CLOCK.sub("0", text)) is not None
    )


def limit_of_line(text: str) -> tuple[int, int] | None:
    """Return the place of the day by which a form says all that it asks is due, or None."""
    found = _LIMIT.search(text)
    return found.span("limit") if found is not None else None


def signs_note(words: str) -> bool:
    """Tell whether words are but who wrote a note and when: 卜文澍9月1日."""
    return _SIGNED_NOTE.fullmatch(words) is not None


class FormDue:
    """Keeps the day by which a form says that all it asks is due: 办结时限：9月15日, above what it asks."""

    __slots__ = ("_limit",)

    def __init__(self) -> None:
        self._limit: tuple[int, int, int] | None = None

    def registers(self, paragraph: int, text: str, above: Sequence[Demand]) -> bool:
        """Take a paragraph in; tell whether it only registers a matter. Where a task stands above, a limit is its own."""
        if not is_form_line(text):
            return False
        place = limit_of_line(text)
        if place is not None and above:
            return False
        if place is not None:
            self._limit = (paragraph, *place)
        return True

    def enter(self, paragraph: int, text: str) -> None:
        """Take a paragraph in that asks: it says nothing of when the form is due."""

    def limited(self, demand: Demand) -> Demand:
        """Return the demand with the limit of its form, which holds where its own words state none."""
        if self._limit is None or demand.phase is not None:
            return demand
        return demand._replace(phase=self._limit)
