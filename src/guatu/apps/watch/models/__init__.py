"""Rows of the emission list, of alerts and of the orders they caused."""

from guatu.apps.watch.models.alert import Alert, Order
from guatu.apps.watch.models.emission_source import EmissionSource

__all__ = ["Alert", "EmissionSource", "Order"]
