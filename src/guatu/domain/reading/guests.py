"""Who of an event has nobody to command: heads of firms, deputies of the people, learned guests."""

import re
from collections.abc import Sequence

from guatu.domain.reading.people import Mention

_GUESTS = re.compile(
    "主委|工商联|民盟|民建|民进|民革|农工|致公|九三|公司|集团|企业|合作社|董事长|总经理|厂长|行长|店主|老板|创始人|民宿|电商|村民|代表|(?<!党委)(?<!党组)(?<!工委)(?<!纪委)(?<!监委)(?<!支部)(?<!总支)(?<!组织)(?<!宣传)(?<!统战)(?<!政法)(?<!纪检)(?<!武装)委员$|商会|协会|大户|农场主|教授|研究员"
)


def is_guest(post: str) -> bool:
    """Tell whether a post is one of a firm, a party, a deputy: nobody to command here."""
    return _GUESTS.search(post) is not None


def guests_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the persons whose posts give them nobody to command here: heads of firms, deputies of the people."""
    return frozenset(one.name for one in mentions if one.post and is_guest(one.post))
