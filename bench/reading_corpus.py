"""The figures of the corpus of invented counties; a part of ``guatu bench reading``."""

from collections.abc import Sequence

from tests.corpus.directive_corpus import grade_clean, grade_damaged
from tests.corpus.figures import SEEDS, confidence_of, segmentation_of
from tests.corpus.grades import Decision, Grade
from tests.corpus.grading import strict_f1
from tests.corpus.harms import CLEAN, HARD, NORMAL
from tests.corpus.segmentation import table

from guatu.domain.reading.calibration import expected_calibration_error

_COUNT = 12


def corpus_figures(group: str) -> None:
    """Print directives, records and layout of a group: article by article, whole and damaged pages.

    The pages are those of the tests: three seeds of twelve pages over the counties of the group.
    """
    alone = grade_clean(group)
    if not alone.measures:
        print(f"\ncorpus {group}: no articles")
        return
    _demands(f"{group}, each article on a page of its own", alone)
    said = list(alone.decisions)
    for harm in (CLEAN, NORMAL, HARD):
        print(table(f"{group} {harm.name}", segmentation_of(group, harm.name)))
        graded = grade_damaged(group, harm, seeds=SEEDS, count=_COUNT)
        _demands(f"{group} {harm.name}, composed pages", graded)
        if harm is not HARD:
            said += graded.decisions
    _told("directives, without the hard pages", said)
    sure, held = confidence_of(group, NORMAL.name)
    error = expected_calibration_error(sure, held)
    print(f"  seams and owners, normal pages: {len(sure)} decisions, calibration error {error:.3f}")


def _demands(name: str, graded: Grade) -> None:
    print(f"\n{name}: strict F1 {strict_f1(graded):.3f}, days invented {graded.invented}")
    for measure, one in sorted(graded.measures.items()):
        print(f"  {measure:18} {one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f} {one.true:6}")


def _told(name: str, decisions: Sequence[Decision]) -> None:
    sure = [one.one.confidence for one in decisions]
    right = [one.right for one in decisions]
    error = expected_calibration_error(sure, right)
    print(
        f"\n  {name}: {len(sure)} decisions, said {sum(sure) / len(sure):.3f}, "
        f"right {sum(right) / len(right):.3f}, calibration error {error:.3f}"
    )
