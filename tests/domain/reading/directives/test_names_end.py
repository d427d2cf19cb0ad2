"""Where the name of a unit begins and ends: verbs break it, relative clauses belong to it."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议要求，县公安局调集派出所警力配合。", "县公安局"),
        ("会议要求，水费标准由各乡镇同村民商定，不得强收。", "各乡镇"),
        ("会议要求，剩余部分交县水利局把关。", "县水利局"),
        ("会议要求，气象部门及时播报火险。", "气象部门"),
        ("会议要求，督查考核部门要用好指挥棒。", "督查考核部门"),
        ("会议要求，县港航局、港口管委会拧成一股绳。", "县港航局、港口管委会"),
        ("会议要求，大家当好宣传员。", "大家"),
        ("会议要求，未成年人的监护人须尽到看护责任。", "未成年人的监护人"),
        ("会议要求，被约谈的6家单位要把账算清。", "被约谈的6家单位"),
        ("会议要求，乡镇武装部部长要逐户走访。", "乡镇武装部部长"),
        ("会议要求，秋粮要收得快，收储企业敞开收购，不许压价。", "收储企业"),
        ("会议要求，县水利局指导企业补充论证材料。", "县水利局"),
    ],
)
def test_a_name_when_a_verb_or_another_follows_then_it_ends_there(words: str, unit: str):
    assert [who for who, _ in told(words)] == [[unit]]


@pytest.mark.parametrize(
    "words",
    ["群众提的九条建议，县招商局要逐条回应。", "存在的隐患，县招商局要逐条回应。"],
)
def test_a_theme_when_it_holds_a_verb_then_it_names_nobody(words: str):
    assert [who for who, _ in told(f"会议要求，{words}")] == [["县招商局"]]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航拨通县能源局负责人的电话，要求三天内把煤送到。",
        "罗远航叫来县能源局负责人，要求务必三天内把煤送到。",
    ],
)
def test_an_office_when_its_people_are_called_then_what_is_asked_is_for_it(words: str):
    assert [who for who, _ in told(words)] == [["县能源局"]]


def test_a_surname_when_it_looks_like_a_modal_then_it_demands_nothing():
    text = "本报讯 11月6日，县长应家和到石岬镇检查防汛。\n\n应家和看了看表，应家和沿堤走了一公里。"

    assert read(text).directives == ()


@pytest.mark.parametrize(
    "words",
    ["罗远航说，理赔不要等，钱先付三成。", "会议要求，外出打工的也别漏。"],
)
def test_a_plain_no_when_it_follows_what_it_is_about_then_it_is_a_demand(words: str):
    assert len(demands(words)) == 1


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("县住建局会同青石分局做好验收", "县住建局"),
        ("县生态环境局青石分局做好验收", "县生态环境局青石分局"),
        ("有防汛任务的乡镇要备足物资", "有防汛任务的乡镇"),
        ("开局就要起步稳、起势快", None),
    ],
)
def test_who_acts_is_told_from_whom_he_acts_with(words: str, who: str | None):
    (one,) = read(
        f"县政府开会\n\n本报讯 3月5日，县长罗远航主持召开会议。他强调，{words}。\n"
    ).directives
    assert [each.text for each in one.addressees] == ([who] if who else [])


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议要求，民兵、消防等救援力量要靠前备勤。", "民兵、消防等救援力量"),
        ("会议要求，责任单位“一把手”亲自上阵。", "责任单位“一把手”"),
        ("会议要求，学校、景区、工地按照预案停工。", "学校、景区、工地"),
        ("会议要求，各分管县长要亲自调度。", "各分管县长"),
        ("会议要求，零售点不得向未成年人出售。", "零售点"),
        ("会议要求，建筑工地一律停止夜间施工。", "建筑工地"),
        ("罗远航强调，县政府要认真研究专家提出的意见建议。", "县政府"),
        ("罗远航对学员们讲，要会算账。", "学员们"),
    ],
)
def test_a_name_when_it_ends_in_bodies_or_persons_of_any_sort_then_it_is_whole(
    words: str, unit: str
):
    assert [who for who, _ in told(words)] == [[unit]]


@pytest.mark.parametrize(
    "words",
    [
        "会议指出，成效明显，但也要清醒看到，投资增速回落、后劲不足。",
        "企业负责人反映产品检测要跑外省。",
    ],
)
def test_a_shortcoming_when_it_is_owned_to_then_it_is_no_demand(words: str):
    assert demands(words) == ()
