"""As late as possible in P6 uses up the free float and leaves the late dates alone."""

from tests.domain.planning.project.files import days, early, held, late, link, scheduled, task

from guatu.domain.planning.project.values import ConstraintKind, Dialect

P6 = Dialect.PRIMAVERA
LATE = held(ConstraintKind.AS_LATE)


def test_a_chain_hangs_before_its_successor_s_early_start():
    tasks = [
        task("A", 1, constraint=LATE),
        task("B", 1, constraint=LATE),
        task("C", 5),
        task("D", 1),
        task("Z", 9),
    ]
    links = [link("A", "B"), link("B", "D"), link("C", "D")]
    answer = scheduled(tasks, links, dialect=P6)
    assert early(answer.of("A")) == "06-04 08:00 - 06-04 17:00"
    assert early(answer.of("B")) == "06-05 08:00 - 06-05 17:00"
    assert answer.of("B").free_float == 0
    assert late(answer.of("B")) == "06-10 08:00 - 06-10 17:00"
    assert days(answer.of("B").total_float) == 3


def test_without_successor_it_ends_with_the_project():
    answer = scheduled([task("A", 1, constraint=LATE), task("Z", 4)], dialect=P6)
    assert early(answer.of("A")) == "06-04 08:00 - 06-04 17:00"
