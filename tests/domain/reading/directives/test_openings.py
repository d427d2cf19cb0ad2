from tests.domain.reading.reading_of import told


def test_points_set_down_behind_a_colon_are_demands() -> None:
    found = told("罗远航给三个乡镇定下时间表：石桥镇10日前完成清表，白沙乡月底前开工。")
    assert found == [(["石桥镇"], "石桥镇10日前完成清表"), (["白沙乡"], "白沙乡月底前开工")]


def test_a_unit_called_out_does_what_follows() -> None:
    found = told(
        "罗远航逐个点名：县住建局，危房改造还差62户，月底前清零；县教育局，两所幼儿园的图纸本周定稿。"
    )
    assert [who for who, _ in found] == [["县住建局"], ["县教育局"]]


def test_parallel_points_are_demands_and_themes_are_their_fronts() -> None:
    found = told("罗远航要求各镇思想上再重视，坚决克服麻痹心理；措施上再强化，切实做好值班值守。")
    assert found[-1] == (["各镇"], "措施上再强化，切实做好值班值守")


def test_attendance_behind_a_speech_is_no_demand() -> None:
    assert told("会议对禁烧工作进行了安排部署。镇农技站负责人、各村专干参加会议。") == []


def test_the_leader_tells_somebody() -> None:
    found = told("罗远航对院长说，老人的冬衣国庆前要发到手上。")
    assert [action for _, action in found] == ["老人的冬衣国庆前要发到手上"]


def test_what_he_himself_will_do_is_none() -> None:
    assert told("罗远航说，那就说定了，月底前我来看。") == []
