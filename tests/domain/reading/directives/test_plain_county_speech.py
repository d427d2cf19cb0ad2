"""Turns of plain county news: what complies, what is reported, and what only looks like somebody told."""

import pytest
from tests.domain.reading.reading_of import read, told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.assertions import states
from guatu.domain.reading.directives.sanctions import is_sanction
from guatu.domain.reading.units import is_unit


def test_one_told_by_no_means_to_slacken() -> None:
    said = told("罗远航强调，市场监管、教育部门千万不能松懈，一定要守住底线。")
    assert said == [(["市场监管、教育部门"], "市场监管、教育部门千万不能松懈，一定要守住底线")]


@pytest.mark.parametrize(
    "words",
    [
        "各施工企业要严格按照会议要求，严格按照工地标准，做好保障工作。",
        "各施工企业要按照《县政府办公室关于印发方案的通知》要求，组织劳力清淤，确保通畅。",
    ],
)
def test_what_is_complied_with_is_no_speech(words: str) -> None:
    said = told("罗远航要求，" + words)
    assert said == [(["各施工企业"], words.rstrip("。"))]


def test_a_theme_of_two_clauses_is_background() -> None:
    said = told("罗远航强调，全面落实河长制，加强采砂管理，事关生态，事关民生。各级河长要巡河。")
    assert said == [(["各级河长"], "各级河长要巡河")]


@pytest.mark.parametrize("words", ["农村面貌大为改观", "老小区重新焕发生机", "宜居水平显著提升"])
def test_how_things_have_become_is_stated(words: str) -> None:
    assert states(words, load_lexicon())


def test_a_closing_speech_goes_on_behind_its_first_sentence() -> None:
    record = read(
        "县里召开工资支付工作会议\n\n5月8日，县里召开会议，县委常委、常务副县长罗远航同志、县委常委、政法委书记方明同志"
        "出席会议，方明同志主持会议。\n\n常务副县长罗远航同志做总结讲话。要求各乡镇提高站位。实行实名制，消除隐患。"
        "对因工作不力、重视不够，造成案件发生的，将严肃追责。"
    )
    assert [one.action for one in record.directives] == ["各乡镇提高站位", "实行实名制，消除隐患"]
    assert record.records[0].lead is not None
    assert record.records[0].lead.name == "罗远航"


def test_a_threat_with_its_cause_is_no_demand() -> None:
    assert is_sanction("对因重视不够，造成案件发生的，将严肃追责")


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("青山乡党委、政府和文旅局强化项目工作力量", False),
        ("广大群众充分认识焚烧的危害", False),
        ("青山乡党委、政府和文旅局", True),
    ],
)
def test_a_unit_ends_before_its_verb(words: str, yes: bool) -> None:
    assert is_unit(words, load_lexicon()) is yes


def test_what_the_leader_asks_at_a_home_is_told() -> None:
    said = told(
        "他要求各级干部要走访群众。\n\n“快过年了，我来看看你们。”在老党员的家中，罗远航仔细询问收入来源。"
    )
    assert said == [(["各级干部"], "各级干部要走访群众")]


def test_who_sent_word_or_is_called_by_his_post_is_no_person() -> None:
    record = read(
        "市里督导交通安全\n\n5月8日，市交警支队副支队长罗远航到县里督导。\n\n督导组传达了州委书记方明，副州长、州公安局长"
        "周文同志对交通安全工作的重要批示精神。检查中，冯区长听取了情况汇报，冯区长提出了要求。"
    ).records[0]
    assert [one.name for one in record.people] == ["罗远航"]
