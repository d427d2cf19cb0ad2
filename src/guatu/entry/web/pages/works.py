"""The addresses of works: the list, one work, its plan."""

from guatu.entry.web.pages import levelling, works_edit, works_files, works_list, works_plan

routes = [
    *levelling.routes,
    *works_list.routes,
    *works_plan.routes,
    *works_edit.routes,
    *works_files.routes,
]
