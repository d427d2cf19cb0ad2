"""What is demanded for each of several things, of whoever is in a case, of things only counted."""

import pytest
from tests.domain.reading.reading_of import told


def units(words: str) -> list[list[str]]:
    return [one for one, _ in told(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航要求，各中学要管好食堂；后厨人员没有健康证的，一律不得上岗。",
            ["各中学", "后厨人员"],
        ),
        (
            "罗远航要求，县交通局要守好路口；客运企业逾期未检的，必须停运。",
            ["县交通局", "客运企业"],
        ),
        (
            "罗远航要求，县住建局要盯紧工地；施工单位拒不整改的，一律不得复工。",
            ["县住建局", "施工单位"],
        ),
        ("罗远航要求，各镇要巡好堤；没有镇里的命令，任何人不得撤岗。", ["各镇", "任何人"]),
        (
            "罗远航要求，各单位要算细账，凡是进度落后的项目，分管领导10月8日前驻点督办。",
            ["各单位", "分管领导"],
        ),
    ],
)
def test_a_case_that_names_somebody_tells_him(words: str, expected: list[str]) -> None:
    assert units(words) == [[one] for one in expected]


@pytest.mark.parametrize(
    "words",
    [
        "罗远航要求，各乡镇要登记坑塘；每处水库至少明确1名看护员，早晚不得离人。",
        "罗远航要求，各乡镇要守好林区；每个进山口要设2名检查员。",
        "罗远航要求，各乡镇要把钱花在路上，每个行政村修通1条产业路。",
        "罗远航要求，各乡镇要管好集市，每个摊位不得少于1个垃圾桶。",
        "罗远航要求，各乡镇要备足人手；抢险队伍再增加3支，每支不少于20人。",
        "罗远航要求，各乡镇要兜住底；生活困难的老人，10月20日前逐户建档。",
        "罗远航要求，各乡镇要亲自去办，不得由驻村干部代劳。",
    ],
)
def test_each_place_and_more_hands_leave_the_addressee(words: str) -> None:
    found = units(words)
    assert found
    assert set(map(tuple, found)) == {("各乡镇",)}


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("罗远航要求，矿上要把今年的带班记录逐班核一遍。", "矿上"),
        ("罗远航要求，校方要把后门封死。", "校方"),
        ("罗远航要求，各级调解组织对纠纷要早介入。", "各级调解组织"),
        ("罗远航要求，各牵头县领导每周至少到工地一次。", "各牵头县领导"),
        ("罗远航要求，民生项目的施工单位要带头。", "民生项目的施工单位"),
        ("罗远航要求，施工单位夜里不得使用破碎锤。", "施工单位"),
        ("罗远航要求，运营企业节假日不得停班。", "运营企业"),
        ("罗远航要求，村集体上项目不能拍脑袋。", "村集体"),
        ("罗远航要求，各学校收费必须公示。", "各学校"),
        ("罗远航要求，各村办酒席不得超过十桌。", "各村"),
        ("罗远航要求，用工企业招人要签合同。", "用工企业"),
        ("罗远航要求，国网河口县供电公司要再架一条线。", "国网河口县供电公司"),
        ("罗远航要求，每名党组成员每季度下村不少于3天。", "党组成员"),
        ("罗远航要求，由团县委出面，把老仓库盘活。", "团县委"),
        ("罗远航要求，船东应当提前报备。", "船东"),
    ],
)
def test_more_names_of_those_told(words: str, unit: str) -> None:
    assert units(words) == [[unit]]
