"""Lays the seasons that a plan file names out as dated stop-work windows."""

from typing import Any

from guatu.adapters.packs import load_shelf
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.seasons import season_names, seasons_laid


def with_seasons(document: Any, source: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return a plan document without ``seasons`` and with their windows; unknown names are told."""
    if not isinstance(document, dict) or not document.get("seasons"):
        return document, ()
    body = max(load_shelf().named("seasons"), key=lambda one: one.valid_from).body
    laid, unknown = seasons_laid(document, body)
    known = "、".join(season_names(body))
    told = tuple(
        Diagnostic(
            code="seasons.unknown",
            arguments=(("name", name), ("known", known)),
            source=source,
            position="seasons",
        )
        for name in unknown
    )
    return (None if told else laid), told
