"""A sentence that goes on without 要: any verb of doing with its object opens it, and what only states does not."""

import pytest
from tests.domain.reading.reading_of import told

FIRST = "罗远航强调，各成员单位要把责任扛起来。"


@pytest.mark.parametrize(
    "words",
    [
        "清掏下水井盖，赶在雨前完工",
        "刷新斑马线，补上反光标",
        "修编供水规划，摆正先后次序",
        "培训骨干电工，练好真本事",
        "约谈拖欠货款的企业，限期还清",
        "转移低洼地带群众，一户一户敲门",
        "预置冲锋舟和救生绳，随叫随到",
        "测绘地下管线，一街一图",
        "检验出厂奶粉，批批留样",
        "指导制茶企业申领证书，早办早用",
        "抢农时、赶进度，不误一季收成",
        "招引纺织龙头，延链补链",
    ],
)
def test_a_verb_and_its_object_go_on_with_a_demand(words: str) -> None:
    found = told(f"{FIRST}{words}。")
    assert found[1:] == [(["各成员单位"], words)]


@pytest.mark.parametrize(
    "words",
    [
        "养护工作点多面广",
        "检测结果不容乐观",
        "导致工期顺延半个月",
        "监测压力仍然很大",
        "整改过程比预想的长",
        "位于河湾的三个村地势最低",
        "再生水价格还没有定",
        "看到的问题大多是老问题",
    ],
)
def test_what_states_or_tells_is_none(words: str) -> None:
    assert len(told(f"{FIRST}{words}。")) == 1
