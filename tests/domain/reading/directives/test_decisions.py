from tests.domain.reading.reading_of import told


def test_a_decision_addresses_nobody_and_who_carries_it_out_follows() -> None:
    found = told("会议议定：同意追加投资300万元，由县财政局统筹解决；该事项暂缓研究。")
    assert found == [
        ([], "同意追加投资300万元"),
        (["县财政局"], "由县财政局统筹解决"),
        ([], "该事项暂缓研究"),
    ]


def test_a_body_no_suffix_tells_is_known_by_its_place() -> None:
    found = told("会议议定：同意按该方案实施，由受益户于6月底前完成整改。")
    assert found[-1] == (["受益户"], "由受益户于6月底前完成整改")
