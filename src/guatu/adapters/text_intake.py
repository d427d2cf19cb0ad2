"""From bytes to text: UTF-8 with or without BOM, UTF-16, GB18030; refuses what is not text."""

import codecs
import re

from guatu.domain.kernel.diagnostic import Diagnostic, Severity

LARGEST_BYTES = 20 * 1024 * 1024
# Code points that Unicode sets aside for ever: a wrong decoding shows by them.
_NOT_A_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_PROBE = 64 * 1024
_CONTROL_SHARE = 0.01
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞"
)


def decode_text(raw: bytes, *, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file, or None with the diagnostic that says what to do.

    A BOM decides and is not part of the text. Line ends stay as in the file.
    """
    if len(raw) > LARGEST_BYTES:
        return None, (
            _fault(
                "reading.too_large",
                name,
                ("limit", LARGEST_BYTES // (1024 * 1024)),
            ),
        )
    if not raw.strip():
        return None, (_fault("reading.empty", name),)
    text, encoding = _decoded(raw)
    if text is None or encoding is None or _NOT_A_CHARACTER.search(text, 0, _PROBE):
        code = "reading.binary" if _looks_binary(raw) else "reading.undecodable"
        return None, (_fault(code, name),)
    if not text.strip():
        return None, (_fault("reading.empty", name),)
    if _controls(text):
        return None, (_fault("reading.binary", name),)
    if encoding == "UTF-8":
        return text, ()
    told = Diagnostic(
        code="reading.decoded_as",
        severity=Severity.INFO,
        source=name,
        arguments=(("name", name), ("encoding", encoding)),
    )
    return text, (told,)


def _fault(code: str, name: str, *more: tuple[str, str | int | float]) -> Diagnostic:
    return Diagnostic(
        code=code, severity=Severity.ERROR, source=name, arguments=(("name", name), *more)
    )


def _decoded(raw: bytes) -> tuple[str | None, str | None]:
    if raw.startswith(codecs.BOM_UTF8):
        return _strict(raw[3:], "utf-8"), "UTF-8"
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(raw, "utf-16"), "UTF-16"
    text = _strict(raw, "utf-8")
    if text is not None and "\x00" not in text[:_PROBE]:
        return text, "UTF-8"
    guessed = _utf16_without_bom(raw)
    if guessed is not None:
        return guessed, "UTF-16"
    if b"\x00" in raw[:_PROBE]:
        return None, None
    text = _strict(raw, "gb18030")
    if text is not None and _reads_as_chinese(text):
        return text, "GB18030"
    return None, None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_bom(raw: bytes) -> str | None:
    """UTF-16 shows by its zero bytes on one side (spaces, digits, line ends) and Chinese words."""
    if len(raw) % 2:
        return None
    for encoding, side in (("utf-16-le", 1), ("utf-16-be", 0)):
        probe = raw[:_PROBE]
        # 开 and the like end in a zero byte too, but far fewer than digits, spaces and line ends.
        if probe[side::2].count(0) <= 2 * probe[1 - side :: 2].count(0):
            continue
        text = _strict(raw, encoding)
        if text is not None and _reads_as_chinese(text):
            return text
    return None


def _reads_as_chinese(text: str) -> bool:
    """Tell whether a decoding makes sense: common characters among the Chinese ones, or none at all."""
    probe = text[:_PROBE]
    chinese = [sign for sign in probe if "\u3400" <= sign <= "\u9fff"]
    odd = sum(1 for sign in probe if "\ue000" <= sign <= "\uf8ff" or ord(sign) > 0x2FFFF)
    if not chinese or odd * 20 > len(probe):
        return False
    return sum(1 for sign in chinese if sign in _COMMON) * 4 >= len(chinese)


def _looks_binary(raw: bytes) -> bool:
    probe = raw[:_PROBE]
    controls = sum(1 for byte in probe if byte < 9 or 13 < byte < 32)
    return b"\x00" in probe or controls > len(probe) * _CONTROL_SHARE


def _controls(text: str) -> bool:
    probe = text[:_PROBE]
    found = sum(
        1 for sign in probe if (sign < " " and sign not in "\t\n\r\x0b\x0c") or sign == "\x7f"
    )
    return found > len(probe) * _CONTROL_SHARE
