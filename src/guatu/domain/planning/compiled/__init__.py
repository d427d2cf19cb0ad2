"""Kernels that numba compiles, cached on disk: passes of very large networks and generation of levelled plans.

The one place that imports numba; the rest of the room imports it late, only where size asks for it.
"""
