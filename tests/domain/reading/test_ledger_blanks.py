"""Blanks of a table whose merged cells were lost: what goes on from above, and what names nobody."""

from tests.domain.reading.ledgers import read, told


def test_a_row_without_its_number_goes_on_with_the_one_above():
    assert told(
        read(
            "序号|重点任务|责任科室|完成时限",
            "1|举办民歌节|公共服务股|2025年9月底",
            "|组织非遗展演20场||2025年10月底",
            "2|完成博物馆提升|文物股|2025年11月底",
            "|补齐消防器材|安全股|",
        )
    ) == [
        ("举办民歌节", "公共服务股", "2025-09-30"),
        ("组织非遗展演20场", "公共服务股", "2025-10-31"),
        ("完成博物馆提升", "文物股", "2025-11-30"),
        ("补齐消防器材", "安全股", "2025-11-30"),
    ]


def test_a_unit_before_the_tasks_stands_over_those_below_it():
    rows = (
        "责任单位|序号|重点任务|完成时限",
        "县交通局|1|完成县道改造12公里|2025年9月底",
        "|2|启动客运站迁建|2025年10月底",
        "县水利局|3|除险加固水库2座|2025年6月底",
        "|4|新建堤防3公里|",
    )
    assert [(who, day) for _, who, day in told(read(*rows))] == [
        ("县交通局", "2025-09-30"),
        ("县交通局", "2025-10-31"),
        ("县水利局", "2025-06-30"),
        ("县水利局", ""),
    ]
    inherited = [one.addressees[0].inherited for one in read(*rows).directives]
    assert inherited == [False, True, False, True]


def test_one_more_unit_for_the_same_task_acts_with_the_first():
    assert told(
        read(
            "序号|重点任务|责任单位|完成时限",
            "1|整治占道经营|县城管局|2025年9月底",
            "||县市场监管局|",
            "2|划定停车位300个|县公安局|2025年10月底",
        )
    ) == [
        ("整治占道经营", "县城管局、县市场监管局", "2025-09-30"),
        ("划定停车位300个", "县公安局", "2025-10-31"),
    ]


def test_blanks_behind_a_numbered_task_name_nobody():
    assert told(
        read(
            "序号|重点任务|责任单位|完成时限",
            "1|整治占道经营|县城管局|2025年9月底",
            "2|划定停车位300个||2025年10月底",
        )
    )[1] == ("划定停车位300个", "", "2025-10-31")


def test_a_table_that_writes_its_merges_out_has_true_blanks():
    assert told(
        read(
            "责任单位|序号|重点任务|完成时限",
            "县交通局|1|完成县道改造12公里|2025年9月底",
            "〃|2|启动客运站迁建|2025年10月底",
            "|3|修编应急预案|2025年11月底",
        )
    )[2] == ("修编应急预案", "", "2025-11-30")


def test_a_group_heading_between_rows_takes_nothing_from_above():
    assert told(
        read(
            "序号|重点任务|责任单位|完成时限",
            "1|整治占道经营|县城管局|2025年9月底",
            "|二、民生实事||",
            "|（三）其他||",
            "2|新建幼儿园1所|县教育局|2025年8月底",
        )
    ) == [
        ("整治占道经营", "县城管局", "2025-09-30"),
        ("新建幼儿园1所", "县教育局", "2025-08-31"),
    ]
