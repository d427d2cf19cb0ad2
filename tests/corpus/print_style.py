"""Prints blocks as text: joints, wrapped lines, half-width marks, spaces, misread characters."""

from dataclasses import dataclass
from random import Random

from tests.corpus.blocks import Block, Origin, Sign
from tests.corpus.harms import Harm

_HALF = str.maketrans("，；：？！（）", ",;:?!()")
_ALIKE = (
    "己已 未末 日曰 人入 土士 大太 干千 天夭 王玉 木本 晴睛 侯候 拔拨 析折 项顶 间问 何向 目自 "
    "要耍 织识 治冶 使便 今令 力刀 午牛 住往 微徽 摘滴 推椎 抓扒 场扬 坚竖 准淮 汇汪 风凤 设没 "
    "记纪 技枝 责贵 管菅 免兔 防妨 县具 查杳 压庄 工土 作怍 施拖 会舍 部都 各备"
)
_TRADITIONAL = (
    "县縣 长長 会會 业業 产產 发發 进進 这這 对對 设設 项項 问問 题題 务務 实實 际際 开開 关關 "
    "镇鎮 乡鄉 议議 调調 强強 导導 党黨 书書 记記 员員 单單 责責 任任 领領 报報 讯訊 门門 间間 "
    "严嚴 检檢 查查 环環 护護 动動 办辦 农農 村村 经經 济濟 财財 资資 费費 学學 习習 体體 质質 "
    "量量 确確 保保 时時 点點 线線 面面 级級 种種 类類 结結 构構 统統 计計 划劃 规規 创創 优優 "
    "为為 与與 个個 们們 来來 过過 还還 将將 应應 从從 让讓 东東 后後 给給 达達 选選 联聯 继繼 "
    "续續 头頭 现現 场場 见見 观觀 视視 听聽 说說 话話 语語 认認 识識 讲講 许許 证證 评評 试試"
)


def _table(words: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in words.split() if pair[0] != pair[1]}


MISREAD = _table(_ALIKE) | {b: a for a, b in _table(_ALIKE).items()}
TRADITIONAL = _table(_TRADITIONAL)


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as text with the origin of every character."""

    text: str
    origins: tuple[Origin | None, ...]
    wrapped: bool
    damages: tuple[str, ...]


def _noisy(signs: list[Sign], rng: Random) -> list[Sign]:
    """Misread a few characters, lose or double a few marks."""
    found: list[Sign] = []
    for sign, origin in signs:
        roll = rng.random()
        if sign in MISREAD and roll < 0.03:
            found.append((MISREAD[sign], origin))
        elif sign in "，、；" and roll < 0.02:
            continue
        elif sign in "，。；" and roll > 0.99:
            found += [(sign, origin), (sign, origin)]
        else:
            found.append((sign, origin))
    return found


def _spaced(signs: list[Sign], rng: Random) -> list[Sign]:
    found: list[Sign] = []
    for i, (sign, origin) in enumerate(signs):
        found.append((sign, origin))
        if i + 1 < len(signs) and rng.random() < (0.3 if sign in "，。；：" else 0.01):
            found.append((" ", None))
    return found


def _starts(block: Block) -> bool:
    """Tell whether a block is the beginning of a paragraph."""
    first = block.signs[0][1]
    return block.kind == "p" and first is not None and first[0] == "p" and first[3] < 6


def _columned(laid: list[Block], width: int, *, indent: bool) -> list[Block]:
    """Let every column end with a full line: the rest of a line goes down to the next piece."""
    tails = {
        block.signs[0][1]: block
        for block in laid
        if block.kind == "p" and block.signs and block.signs[0][1]
    }
    for block in laid:
        last = block.signs[-1][1] if block.signs else None
        if block.kind != "p" or last is None or last[0] != "p":
            continue
        tail = tails.get((*last[:3], last[3] + 1))
        if tail is None:
            continue
        over = (len(block.signs) + (2 if indent and _starts(block) else 0)) % width
        if 0 < over < len(block.signs):
            tail.signs[:0] = block.signs[-over:]
            del block.signs[-over:]
    return laid


def _lines(block: Block, width: int, *, indent: bool) -> list[Sign]:
    """Break a block into lines of one width; a paragraph's own start may be indented."""
    found: list[Sign] = [("　", None), ("　", None)] if indent and _starts(block) else []
    column = len(found)
    for sign, origin in block.signs:
        if column >= width and block.kind == "p" and sign not in "，。；：、”）":
            found.append(("\n", None))
            column = 0
        found.append((sign, origin))
        column += 1
    return found


def print_page(laid: list[Block], rng: Random, harm: Harm) -> Printed:
    """Return the page as text."""
    told: list[str] = []
    wrapped = rng.random() < harm.wrapped
    indent = wrapped and rng.random() < 0.6
    joint = "\n" if indent or rng.random() < 0.2 else "\n\n"
    width = rng.randint(13, 30)
    noisy, spaced = rng.random() < harm.noise, rng.random() < harm.spaced
    signs: list[Sign] = []
    for block in _columned(laid, width, indent=indent) if wrapped else laid:
        if not block.signs:
            continue
        if signs:
            signs += [(sign, None) for sign in joint]
        now = block
        if noisy and block.kind != "x":
            now = Block(block.kind, block.article, _noisy(block.signs, rng))
        if spaced and block.kind == "p":
            now = Block(now.kind, now.article, _spaced(now.signs, rng))
        signs += _lines(now, width, indent=indent) if wrapped and now.signs else now.signs
    text = "".join(sign for sign, _ in signs)
    if rng.random() < harm.half_width:
        text = text.translate(_HALF)
        told.append("half width")
    if rng.random() < harm.traditional:
        text = "".join(TRADITIONAL.get(sign, sign) for sign in text)
        told.append("traditional")
    told += [
        name for name, on in (("noise", noisy), ("spaces", spaced), ("wrapped", wrapped)) if on
    ]
    return Printed(
        text=text,
        origins=tuple(origin for _, origin in signs),
        wrapped=wrapped,
        damages=tuple(told),
    )
