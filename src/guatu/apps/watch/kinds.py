"""The kinds of entries that changes of the watch write, with the code of their words."""

KINDS = {
    "source_row.added": "watch.entry_source_added",
    "source_row.changed": "watch.entry_source_changed",
    "alert.received": "watch.entry_alert_received",
    "alert.lifted": "watch.entry_alert_lifted",
    "alert.resumed": "watch.entry_alert_resumed",
    "order.confirmed": "watch.entry_order_confirmed",
}
