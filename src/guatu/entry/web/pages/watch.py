"""The addresses of alerts: list and receiving, one alert, what-if, the emission list."""

from guatu.entry.web.pages import watch_alert, watch_list

routes = [*watch_alert.routes, *watch_list.routes]
