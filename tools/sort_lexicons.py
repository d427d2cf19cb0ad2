"""Write every word list of ``packs/lexicons`` one word a line, in order, no word twice.

Two people who each add a word then merge without a conflict, and a word that stands twice shows.
Usage: ``python -m tools.sort_lexicons``; ``--check`` changes nothing and says which file is out of order.
"""

import re
import sys
from pathlib import Path

LEXICONS = Path(__file__).parents[1] / "src" / "guatu" / "packs" / "lexicons"
_LISTED = re.compile(r"^(\w+ = \[\n)((?:    \"[^\"\n]+\",\n)+)(\]\n)", re.MULTILINE)


def in_order(text: str) -> str:
    """Return the file's text with the words of each list of one word a line sorted, none twice."""
    return _LISTED.sub(
        lambda m: m[1] + "".join(sorted(set(m[2].splitlines(keepends=True)))) + m[3], text
    )


def main(arguments: list[str]) -> int:
    """Sort the files, or with ``--check`` only say which are not; the return value is the exit code."""
    wrong = [
        one
        for one in sorted(LEXICONS.glob("*.toml"))
        if in_order(one.read_text("utf-8")) != one.read_text("utf-8")
    ]
    for one in wrong:
        if "--check" not in arguments:
            one.write_text(in_order(one.read_text("utf-8")), "utf-8")
        sys.stdout.write(f"{one.name}: words out of order\n")
    return 1 if wrong and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
