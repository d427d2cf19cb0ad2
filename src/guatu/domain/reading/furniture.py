"""What a page carries besides its articles: masthead, section name, page number, editors."""

import re

from guatu.domain.reading.digital_page import belongs_to_page
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.stamps import is_stamp

_PAGE_NUMBER = re.compile(
    r"第?[0-9A-Z一二三四五六七八]{1,3}版?|第[0-9一二三四五六七八]{1,2}版.{0,6}"
)
_DATE_LINE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:星期.|周.|农历.*|.{0,4}版.*)?$")
_BARE_DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}[日曰]$"
)
_SIGNED = re.compile(
    r"[\u3400-\u9fff（）]{2,30}(?:办公室|督查室|委员会|指挥部|人民政府|领导小组|局|委|中心|部|办|会|公司|政府|法院|检察院|大队)$"
)
_SHORTEST_OFFICE = 5
_OFFICES = (
    "局",
    "政府",
    "委员会",
    "办公室",
    "指挥部",
    "领导小组",
    "法院",
    "检察院",
    "大队",
    "中心",
    "公司",
)
# 某县公路管理站2024年5月6日
_SIGNED_DATED = re.compile(
    r"[\u3400-\u9fff（）]{2,28}(?:室|委|会|部|府|组|局|心|办|司|院|队|站|所|馆|校|处|科|镇|乡|街道|社)"
    r"20\d\d年\d{1,2}月\d{1,2}[日曰]"
)
_PAPER = re.compile(
    r"[《]?[\u3400-\u9fff]{1,6}(?:日报|时报|周报|快报|简报|报|新闻|通讯|时讯|要讯|快讯|融媒)[》]?$"
)
# 县长某某（中）; never 一条河的治理（上）, which is told in parts, nor 高（中）考.
_IN_PHOTO = re.compile(
    r"（(?:[左右前后](?:[一二三四五六七八1-9排边者起为]|(?=[）、，]))|[中上下](?:[一二三四五六七八1-9排边者起为]|(?=[、，]))"
    r"|[左右][数起].{1,3}|.{0,6}[左右]).{0,4}）"
    r"|(?<=[\u3400-\u9fff]{3})（中）(?=[在与和向给为听看察走陪一]|等人|[，、]|考察|调研|检查|查看|了解|询问|慰问|视察)"
)
# What fills a mark of the page itself, 电话0000-1234567, 地址某路3号, 主办某县委: a figure, a place, a body.
_FILLED = late(
    "[一二三四五六日天]?$|.{0,12}[0-9A-Za-z０-９〇]|.{1,16}(?:[路街巷室楼院厅层部社委局办司厂]|中心|政府|一版|二版|[期号])$"
)
_NAMES = re.compile("(?!.*[的了在是这那])[\u3400-\u9fff·]{2,6}")
_ORNAMENTS = "—–-=_*·•…~～◆■□▲△●○★☆※◇►▼#|/\\【】[]《》"
# 县长在车间了解生产情况。 / 早餐店里热气腾腾。 / 夜色中的灯塔。
_PLAIN_CAPTION = re.compile(
    "(?!会议|会上|会前|会后|活动|仪式|目前|县领导|据)(?:[^，；：。]{2,14}在[^，；：。]{2,20}|[^，；：。]{1,10}[里下中上旁边](?:的)?[^，；：。]{2,8})。$"
)
# What a photo shows in a word or two: 会议现场, 活动合影, 新桥一角.
_SHOWN_PLACE = re.compile("[^，；：。“”]{0,10}(?:现场|合影|留影|一角|全景|俯瞰|航拍|图片)")
_LONGEST_PLAIN = 28
_LONGEST = 48
_LONGEST_CAPTION = 90
_TAKEN_BY = late(
    r"[。，）”]?[（(]?(?:本报|[县市区旗]?融媒体?(?:中心)?)?(?:通讯员|记者)?[：:]?[\u3400-\u9fff]{2,8}[/／]?"
    r"(?:摄影|摄|供图|航拍)[)）]?$"
    r"|[（(](?:资料图片?|资料照片|视频截图|图片来源.*|.{0,8}供图)[)）]$|(?:摄影|供图|图片)[：:/／][\u3400-\u9fff]{2,8}$"
)
# 11/28/26, 10:32 AM 某县人民政府, 2025/11/28 10:32 某县: what a browser prints above a page.
_PRINTED_AT = late(
    "(?:\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}/\\d{1,2}/\\d{1,2})[,，]?(?:[上下]午)?\\d{1,2}[：:]\\d\\d(?:[AP]M)?[^。；]{0,60}"
)
# Whatever says who took a photo holds one of these.
_SIGNS_OF_TAKING = frozenset("摄图航资")
_SHOWN = re.compile(r"^(?:图[为：:|｜/／]|图片|图说|图示|照片|摄影[：:]|[▲△↑↓◀▶◤◥])")


def is_furniture(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line belongs to the page itself and to no article."""
    if is_stamp(words) or belongs_to_page(words, lexicon.section_words):
        return True
    if "/" in words and _PRINTED_AT.fullmatch(words):
        return True
    if len(words) > _LONGEST:
        return False
    bare = words.strip(_ORNAMENTS).strip("（）()")
    if bare in lexicon.section_words or _PAGE_NUMBER.fullmatch(bare) or _DATE_LINE.match(bare):
        return True
    if words[-1] in "。；，":
        return False
    if bare.startswith(("上接", "下转", "紧接", "转第")) and len(bare) <= 10:
        return True
    marks = [mark for mark in lexicon.furniture_marks if mark in words]
    words = words.replace("打电话：", "").replace("的电话：“", "")
    if any(f"{mark}：" in words for mark in marks) or len(marks) > 1:
        return True
    # 审核把关和信… is the rest of a cut sentence, 审核张三 is not; nor is 热线追踪, the name of a column.
    if not words.startswith(lexicon.furniture_marks) or sentence_like(words, lexicon):
        return False
    return any(
        _FILLED.match(rest) or _named(rest, lexicon)
        for mark in marks
        if words.startswith(mark)
        for rest in [words.removeprefix(mark).lstrip("：:/／|｜ ")]
    )


def _named(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether what stands behind a mark of the page itself may be one or two names."""
    firsts = (*lexicon.surnames, *lexicon.compound_surnames)
    return _NAMES.fullmatch(rest) is not None and rest.startswith(firsts)


def is_caption(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is the caption of a photo: by how it opens, or by who took it."""
    if len(words) > _LONGEST_CAPTION:
        return False
    if words.startswith(lexicon.caption_starts) or _SHOWN.match(words):
        return True
    if _IN_PHOTO.search(words[:24]) and words.count("。") <= 1:
        return True
    if _SIGNS_OF_TAKING.isdisjoint(words):
        return False
    taken = _TAKEN_BY.search(words)
    return taken is not None and taken.start() >= 6


def is_plain_caption(words: str) -> bool:
    """Tell whether words may be a caption that nothing marks: who does what where in one clause, a bare scene.

    Such a line is one only where it stands between a headline and the first words of its report.
    """
    if len(words) > _LONGEST_PLAIN:
        return False
    return bool(_PLAIN_CAPTION.match(words) or _SHOWN_PLACE.fullmatch(words))


def names_office(words: str) -> bool:
    """Tell whether words end as no name does but a public body: 某某市海洋发展局, the office that issues a notice."""
    return len(words) >= _SHORTEST_OFFICE and words.endswith(_OFFICES)


def signs_dated(words: str) -> bool:
    """Tell whether a line is who signs a notice and the day behind it, and nothing else."""
    found = _SIGNED_DATED.fullmatch(words) if words[-1] in "日曰" else None
    return found is not None


def signs_paper(words: str) -> bool:
    """Tell whether words are the name of an office and nothing else, as at the foot of a paper."""
    return bool(_SIGNED.match(words))


def is_signature(words: str, after: str) -> bool:
    """Tell whether two lines are who signs a notice and the day below it."""
    return bool(_SIGNED.match(words) and _BARE_DATE.match(after))


def is_bare_date(words: str) -> bool:
    """Tell whether a line is a full date and nothing else."""
    return bool(_BARE_DATE.match(words))


def is_paper_name(words: str) -> bool:
    """Tell whether a short line at the head of a page may be the name of the paper."""
    return bool(_PAPER.match(words)) and len(words) <= 10
