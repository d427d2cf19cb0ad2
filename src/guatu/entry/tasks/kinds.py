"""Which function does which kind of job: ``module:function``, loaded only when it is needed.

A function takes the person acting and the job's arguments, calls one action, and returns
what it made as a JSON object. It raises ``Refused`` where the work cannot be done. A kind
in ``WATCHED`` is long: its function takes the claim too, tells its progress and can be stopped.
"""

RUNNERS = {
    "source.advise": "guatu.entry.tasks.advise_source:advise_source",
    "source.read": "guatu.entry.tasks.read_source:read_source",
    "works.risk": "guatu.entry.tasks.draw_risk:draw_risk",
    "works.level": "guatu.entry.tasks.level_works:level_works",
}
WATCHED = frozenset({"works.level"})
