"""Reads the work templates of ``packs/templates``: the usual network of each kind of work."""

import tomllib
from functools import cache

from guatu.adapters.packs import pack_folder
from guatu.domain.kernel.packs import PackShelf, RulePack


@cache
def load_templates() -> PackShelf:
    """Return every work template that ships with the program, as packs named ``work_…``."""
    packs = []
    for file in sorted(pack_folder("templates").iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".toml"):
            continue
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        packs.append(
            RulePack(
                name=content["name"],
                version=content["version"],
                valid_from=content["valid_from"],
                valid_to=content.get("valid_to"),
                region=content.get("region", ""),
                source=content["source"],
                verify=content.get("verify", False),
                body=content["body"],
            )
        )
    return PackShelf(packs=tuple(packs))
