"""The kinds of entries that changes of works write, with the code of their words."""

KINDS = {
    "work.added": "works.entry_added",
    "work.changed": "works.entry_changed",
    "work.removed": "works.entry_removed",
    "work.planned": "works.entry_planned",
    "plan.changed": "works.entry_plan_changed",
    "plan.edited": "works.entry_plan_edited",
    "plan.change_undone": "works.entry_plan_change_undone",
    "progress.entered": "works.entry_progress",
    "progress.withdrawn": "works.entry_progress_withdrawn",
    "baseline.frozen": "works.entry_frozen",
}
