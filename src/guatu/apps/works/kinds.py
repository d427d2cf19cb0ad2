"""The kinds of entries that changes of works write, with the code of their words."""

KINDS = {
    "work.added": "works.entry_added",
    "work.changed": "works.entry_changed",
    "work.removed": "works.entry_removed",
    "work.planned": "works.entry_planned",
    "plan.changed": "works.entry_plan_changed",
    "plan.edited": "works.entry_plan_edited",
    "plan.levelled": "levelling_app.entry_plan",
    "plan.change_undone": "works.entry_plan_change_undone",
    "progress.entered": "works.entry_progress",
    "progress.withdrawn": "works.entry_progress_withdrawn",
    "baseline.frozen": "works.entry_frozen",
    "resource.added": "levelling_app.entry_resource_added",
    "resource.changed": "levelling_app.entry_resource_changed",
    "resource.removed": "levelling_app.entry_resource_removed",
    "levelling.asked": "levelling_app.entry_asked",
    "levelling.ended": "levelling_app.entry_ended",
    "levelling.taken_over": "levelling_app.entry_taken_over",
    "levelling.taken_back": "levelling_app.entry_taken_back",
}
