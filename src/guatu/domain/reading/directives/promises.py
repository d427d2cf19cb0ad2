"""What a lower unit says it will do: 某县将以…, 我们将…, 下一步将…."""

import re

_WILL = re.compile(r"(?P<who>[^将]{0,20}?)(?:将|会将|定将)(?![军领士帅])")
_SELF = re.compile(r"(?:我们|我县|我局|全县|下一步|今后|接下来|公司|企业|我镇|我乡)*$")


def will_at(words: str) -> int | None:
    """Return where the future 将 of a promise stands in a clause, or None."""
    found = _WILL.match(words)
    return found.end("who") if found is not None else None


def speaks_of_itself(who: str) -> bool:
    """Tell whether the subject of a promise is the speaker's own side or left out."""
    return _SELF.fullmatch(who) is not None
