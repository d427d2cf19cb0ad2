"""A deed with the time that it is due needs no modal; what was, is planned, returns or is said of a thing is none."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.due import is_due


@pytest.mark.parametrize(
    "words",
    [
        "请于4月24日前反馈",
        "5月30日前将推荐名单送评选办",
        "推荐材料本周五前报齐",
        "纸质版6月10日前送至综合股",
        "10天内把欠账还清",
        "月底前全部整改到位",
        "年内再建8个服务站",
        "力争国庆前具备通车条件",
        "6月中旬前完成验收",
        "务于5月9日（周五）17:00前报送",
        "两周内拿出第二套方案",
        "图纸三个工作日内补报",
        "隐患年底前清零",
        "春节前把工资兑付到户",
        "最迟7月31日前腾退完毕",
    ],
)
def test_a_deed_with_its_time_is_demanded(words: str) -> None:
    assert is_due(words, load_lexicon())


@pytest.mark.parametrize(
    "words",
    [
        "截至3月底前完成了七成",
        "项目预计6月底前完成",
        "计划年底前建成",
        "去年底前完成的改造",
        "5月30日前报名的",
        "每月5日前报送",
        "三天内下了两场雨",
        "6月底前可以投用",
        "我们10天内就能还清",
        "收到之日起5日内完成审核",
        "年底前的任务十分繁重",
        "一周内三次到现场",
        "目前，四月底前到期的贷款",
        "比原定的5月底前提早完成",
        "5月底前能不能交付",
    ],
)
def test_what_is_told_of_a_time_is_no_demand(words: str) -> None:
    assert not is_due(words, load_lexicon())
