"""What a place of an RTF file is for: the groups whose words are read, held, named or silent.

Source: Rich Text Format (RTF) Specification 1.9.1, "Destinations".
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from guatu.adapters.rtf_flows import RtfFlow

_HEADS = frozenset((b"header", b"headerl", b"headerr", b"headerf"))
_FEET = frozenset((b"footer", b"footerl", b"footerr", b"footerf"))
_NOTES = frozenset((b"footnote",))
BOXES = frozenset((b"shptxt", b"dptxbxtext"))
_NUMBERS = frozenset((b"listtext", b"pntext"))
_HOLDERS = frozenset((b"shp", b"shpgrp", b"shpinst", b"do", b"object"))
_SHOWN_AGAIN = frozenset((b"fldrslt", b"result"))
SILENT = frozenset(
    b"""
    annotation atnauthor atnid atndate atntime atnref atnicn atrfstart atrfend background bkmkstart
    bkmkend colorschememapping colortbl comment datafield datastore fldinst ftnsep ftnsepc ftncn
    aftnsep aftnsepc aftncn falt filetbl fontemb generator info latentstyles listtable
    listoverridetable nesttableprops nonesttables nonshppict objalias objclass objdata objname
    objsect oldcprops oldpprops panose passwordhash pict picprop pn pnseclvl protusertbl revtbl
    rsidtbl rxe shppict shprslt sn sp sv tc template themedata txe userprops wgrffmtfilter xe
    xmlnstbl xmlopen xmlclose mmathPr fchars lchars doccomm keywords author operator title subject
    """.split()
)


class RtfPlace(Enum):
    """What words at a place are for."""

    READ = auto()
    SILENT = auto()
    HOLDS = auto()
    NUMBER = auto()
    FONTS = auto()
    STYLES = auto()


@dataclass(slots=True, kw_only=True)
class RtfState:
    """What a group inherits and gives back when it closes."""

    flow: RtfFlow
    place: RtfPlace = RtfPlace.READ
    starred: bool = False
    outside: RtfPlace = RtfPlace.READ
    font: int = -1
    wide_font: int = -1
    wide: bool = False
    skips: int = 1
    hidden: bool = False
    deleted: bool = False
    size: int = 0
    style: int = 0
    based_on: int = -1
    right: bool | None = None
    in_table: bool = False

    def inner(self) -> "RtfState":
        """Return what a group begins with that opens here; groups are opened by the million."""
        return RtfState(
            flow=self.flow,
            place=self.place,
            outside=self.outside,
            font=self.font,
            wide_font=self.wide_font,
            wide=self.wide,
            skips=self.skips,
            hidden=self.hidden,
            deleted=self.deleted,
            size=self.size,
            style=self.style,
            based_on=self.based_on,
            right=self.right,
            in_table=self.in_table,
        )


_PLACES = {
    b"fonttbl": RtfPlace.FONTS,
    b"stylesheet": RtfPlace.STYLES,
    **dict.fromkeys(_HOLDERS, RtfPlace.HOLDS),
}
FLOWS = {
    **dict.fromkeys(_HEADS, "heads"),
    **dict.fromkeys(_FEET, "feet"),
    **dict.fromkeys(_NOTES, "notes"),
}
DESTINATIONS = frozenset(
    (*FLOWS, *_PLACES, *BOXES, *_NUMBERS, *_SHOWN_AGAIN, *SILENT, b"upr", b"ud")
)


def place_of(word: bytes, state: RtfState) -> RtfPlace:
    """Return what a group is for by its first word; a starred one that nobody knows is silent."""
    if word == b"ud":
        return state.outside
    if state.place is RtfPlace.SILENT or word in SILENT or word == b"upr":
        return RtfPlace.SILENT
    if word in FLOWS or word in BOXES:
        return RtfPlace.READ
    if word in _NUMBERS:
        return RtfPlace.NUMBER
    if word in _PLACES:
        return _PLACES[word]
    if word in _SHOWN_AGAIN:
        return RtfPlace.READ if state.place is RtfPlace.HOLDS else state.place
    return RtfPlace.SILENT if state.starred else state.place


Look = Callable[[RtfState, int | None], None]
"""What a control word with its number changes in the look of what follows it in its group."""


def _setting(name: str, value: object) -> Look:
    return lambda state, _: setattr(state, name, value)


def _switch(name: str) -> Look:
    return lambda state, number: setattr(state, name, number != 0)


def _measure(name: str, unset: int) -> Look:
    return lambda state, number: setattr(state, name, unset if number is None else max(0, number))


def _plain(state: RtfState, _: int | None) -> None:
    state.hidden, state.deleted, state.size = False, False, 0
    state.font, state.wide = -1, False


def _new_paragraph(state: RtfState, _: int | None) -> None:
    state.style, state.right, state.in_table = 0, None, False


def _wide_font(state: RtfState, number: int | None) -> None:
    """Note the font of Chinese characters where the last word was of these."""
    if state.wide:
        state.wide_font = -1 if number is None else number


def _wide_size(state: RtfState, number: int | None) -> None:
    if state.wide:
        state.size = max(0, number or 0)


LOOKS: dict[bytes, Look] = {
    b"uc": _measure("skips", 1),
    b"plain": _plain,
    b"pard": _new_paragraph,
    b"f": _measure("font", -1),
    b"af": _wide_font,
    b"fs": _measure("size", 0),
    b"afs": _wide_size,
    b"s": _measure("style", 0),
    b"sbasedon": _measure("based_on", 0),
    b"v": _switch("hidden"),
    b"deleted": _switch("deleted"),
    b"mvf": _switch("deleted"),
    b"qr": _setting("right", value=True),
    **{word: _setting("right", value=False) for word in (b"ql", b"qc", b"qj", b"qd")},
    b"intbl": _switch("in_table"),
    b"itap": _switch("in_table"),
    b"dbch": _setting("wide", value=True),
    **{word: _setting("wide", value=False) for word in (b"loch", b"hich", b"rtlch", b"ltrch")},
}
