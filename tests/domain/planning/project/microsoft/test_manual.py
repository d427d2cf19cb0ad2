"""Tasks placed by hand stand where they were put."""

from tests.domain.planning.project.files import at, early, late, link, scheduled, task


def test_a_placed_task_ignores_its_links_and_others_follow_it():
    placed = task("B", 2, manual=True, start=at("2026-06-01 13:00"))
    answer = scheduled([task("A", 3), placed, task("C", 1)], [link("A", "B"), link("B", "C")])
    assert early(answer.of("B")) == "06-01 13:00 - 06-03 12:00"
    assert early(answer.of("C")) == "06-03 13:00 - 06-04 12:00"


def test_a_finish_alone_tells_the_start_and_no_date_leaves_it_to_the_links():
    by_finish = task("A", 2, manual=True, finish=at("2026-06-05 17:00"))
    bare = task("B", 1, manual=True)
    answer = scheduled([by_finish, bare], [link("A", "B")])
    assert early(answer.of("A")) == "06-04 08:00 - 06-05 17:00"
    assert early(answer.of("B")) == "06-08 08:00 - 06-08 17:00"


def test_links_from_its_start_do_not_pull_it():
    placed = task("A", 1, manual=True, start=at("2026-06-01 08:00"))
    answer = scheduled([placed, task("B", 1), task("Z", 5)], [link("A", "B", "SS", 2)])
    assert late(answer.of("A")) == "06-05 08:00 - 06-05 17:00"
