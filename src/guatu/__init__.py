"""Guatu 挂图: plan backward from the deadline, hang the chart, follow every matter to its close."""

__version__ = "0.1.0"
