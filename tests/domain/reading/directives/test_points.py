from tests.domain.reading.reading_of import told


def test_numbered_wishes_when_read_then_each_is_a_demand():
    assert told("罗远航提出三点要求：一是建强班子；二是抓实主业；三是办好实事。") == [
        ([], "建强班子"),
        ([], "抓实主业"),
        ([], "办好实事"),
    ]


def test_yi_yao_when_read_then_the_unit_of_the_point_before_is_dropped():
    said = told("罗远航强调，一要压实责任，各乡镇要摸清底数；二要备足物资。")
    assert said == [([], "要压实责任"), (["各乡镇"], "各乡镇要摸清底数"), ([], "要备足物资")]


def test_items_of_minutes_when_read_then_heads_are_no_demands():
    said = told(
        "会议议定事项如下：\n\n一、关于供水。会议议定，由县水务局负责，11月20日前完成改造。"
    )
    assert said == [(["县水务局"], "由县水务局负责，11月20日前完成改造")]
