from tests.domain.reading.reading_of import demands

from guatu.domain.reading.values import DirectiveKind


def test_what_a_guest_says_he_will_do_is_a_promise() -> None:
    (one,) = demands("开发企业负责人吴启明表示，公司将筹措资金300万元，9月15日前复工。")
    assert one.kind is DirectiveKind.PROMISE
    assert [each.text for each in one.addressees] == ["公司"]


def test_a_vow_needs_no_will() -> None:
    (one,) = demands("县住建局局长田野当场表态：“12月底前首批200套交付，绝不拖延。”")
    assert one.kind is DirectiveKind.PROMISE
    assert one.deadline.text == "12月底前"


def test_the_leader_demands_and_does_not_promise() -> None:
    (one,) = demands("罗远航说，县供电公司国庆前送电。")
    assert one.kind is not DirectiveKind.PROMISE
