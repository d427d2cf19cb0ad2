import re
from importlib import metadata

import pytest

from tests.architecture.source_tree import ROOT

# The licence is offered as a choice, or the library is used at arm's length.
EXCUSED = {
    "text-unidecode": "Artistic License as an alternative to GPL; tests only",
    "psycopg": "LGPL library, optional extra",
    "psycopg-binary": "LGPL library, optional extra",
}


def _pinned() -> list[str]:
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    return [found[1] for line in lines if (found := re.match(r"^([A-Za-z0-9._-]+)==", line))]


@pytest.mark.parametrize("name", _pinned())
def test_no_dependency_is_under_the_gpl_or_agpl(name: str):
    if name in EXCUSED:
        return
    facts = metadata.metadata(name)
    said = " ".join(
        [facts.get("License-Expression") or "", (facts.get("License") or "")[:200]]
        + [one for one in facts.get_all("Classifier") or [] if one.startswith("License")]
    )
    assert not re.search(r"\bA?GPL|GNU (Affero )?General Public", said), said
