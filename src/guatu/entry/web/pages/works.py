"""The addresses of works: the list, one work, its plan."""

from guatu.entry.web.pages import works_edit, works_list, works_plan

routes = [*works_list.routes, *works_plan.routes, *works_edit.routes]
