"""Counts what a reading says of the meeting or visit of an article: who, when, where, on what."""

from collections import Counter
from collections.abc import Sequence

from tests.corpus.grades import Grade, bare
from tests.corpus.places import Places
from tests.corpus.truth import Article

from guatu.domain.reading.values import Reading, Record


def records_of(reading: Reading, places: Places) -> list[Record]:
    """Return the records of the article that holds most of a true article's characters."""
    at = set(places.values())
    votes: Counter[str] = Counter()
    for article in reading.articles:
        for paragraph in article.paragraphs:
            for span in paragraph.spans:
                votes[article.id] += sum(1 for i in range(span.start, span.end) if i in at)
    if not votes or not votes.most_common(1)[0][1]:
        return []
    best = votes.most_common(1)[0][0]
    return [one for one in reading.records if one.article == best]


def _add_sets(grade: Grade, name: str, true: set[str], said: set[str]) -> None:
    grade.of(name).add(len(true & said), len(said), len(true))
    if true != said:
        grade.faults.append(f"{name}  -{sorted(true - said)} +{sorted(said - true)}")


def grade_record(article: Article, records: Sequence[Record], grade: Grade) -> None:
    first = records[0] if records else None
    lead = next((one.lead.name for one in records if one.lead), None) if records else None
    true_lead = article.lead.name if article.lead else None
    grade.of("lead").add(bare(lead or "") == (true_lead or ""), 1, 1)
    if bare(lead or "") != (true_lead or ""):
        grade.faults.append(f"lead     {true_lead} ≠ {lead} ({article.headline})")
    day = first.day if first else None
    grade.of("date").add(day == article.date, 1, 1)
    if day != article.date:
        grade.faults.append(f"date     {article.date} ≠ {day} ({article.headline})")
    if not first or first.kind.value != article.kind:
        grade.faults.append(
            f"kind     {article.kind} ≠ {first and first.kind.value} ({article.headline})"
        )
    grade.of("record_kind").add(bool(first) and first.kind.value == article.kind, 1, 1)
    people = {bare(p.name): p for one in records for p in one.people}
    _add_sets(grade, "people", {one.name for one in article.people}, set(people))
    for one in article.people:
        if one.name in people:
            if people[one.name].role.value != one.role:
                grade.faults.append(
                    f"role     {one.name} {one.role} ≠ {people[one.name].role.value}"
                )
            grade.of("roles").add(people[one.name].role.value == one.role, 1, 1)
            grade.of("posts").add(bare(people[one.name].post or "") == bare(one.post or ""), 1, 1)
    bodies = {bare(o.name): o.kind for one in records for o in one.organisations}
    _add_sets(grade, "organisations", {one.name for one in article.organisations}, set(bodies))
    for each in article.organisations:
        if each.name in bodies:
            grade.of("organisation_kinds").add(bodies[each.name] == each.kind, 1, 1)
    visited = {bare(one.name) for record in records for one in record.places}
    _add_sets(grade, "places", {one.text for one in article.places}, visited)
    agenda = {bare(one.text) for record in records for one in record.agenda}
    _add_sets(grade, "agenda", {one.at.text for one in article.agenda}, agenda)
