"""Sentences that only threaten: 对不作为的单位和个人，一律依规严肃处理. They demand nothing by themselves."""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_doing

_WHOM = re.compile(
    "(?:第[一二三四五六七八九十百]{1,4}条)?(?:[^，。；：要]{2,10}(?:期间|期内|过程中)，)?(?:凡|凡是|[^，。；]{2,10}仍|对因|对|对于|违反|违者|逾期|未按|拒不|连续|累计|经查实|瞒报|谎报|发生|推拖|弄虚|构成|涉嫌|因|如因|擅自|情节|造成|导致)[^。；]{2,60}?的(?:[^，。；]{0,14}(?:单位|个人|人员|干部|企业|行为|部门|乡镇|镇|乡|村|社区|街道|人|责任人))?，"
    "|(?:对|凡)?(?:经)?(?:查证|查实|核查|调查|举报)(?:属实)?的，|违(?:反|者|规)的?，"
)
_THREAT = late(
    "(?:严肃|从严|从重|依法|依规|依纪|依照[^，。；]{2,16}|按规定|按照(?:有关)?规定|坚决|一律|将|倒查|启动)[^，。；]{0,10}"
    "(?:处理|处置|追责|问责|追究|惩处|惩治|查处|处罚|约谈|通报)|追究[^，。；]{0,12}责任|追责问责"
)
# 由公安机关依法处罚: in an order or a notice it tells what the law does, and charges nobody.
_BY_LAW = late(
    "由[^，。；]{2,30}(?:依法|依规|依照[^，。；]{2,24}|按照[^，。；]{2,24}|按规定|按有关规定|予以|给予|从严|从重|启动|约谈|严肃|会同[^，。；]{2,16}|追究|责令)[^，。；]{0,12}"
    "(?:处罚|处理|处置|追究|问责|追责|查处|惩处|约谈|制止|处分|没收|责任)|由[^，。；]{2,24}(?:约谈|问责|追责|处罚|查处|责令(?:其|立即|限期)*(?:改正|整改|恢复|停止|拆除|清除|补|退|采取)|处以?[^，。；]{0,12}罚款|没收|吊销|扣留|查封)"
)
_CONSEQUENCE = late(
    "(?:予以|给予|将|一律|直接|先)[^，。；]{0,10}(?:通报|批评|处罚|处理|处分|曝光|约谈|追究|问责|免职|提请|移送|移交|扣分|取消|清退)"
    "|依法(?:予以)?(?:强制)?(?:拆除|清除|清理|没收|取缔|代[^，。；]{0,2}处置)|给予[^，。；]{0,20}(?:奖励|奖补)|一律(?:撤职|免职|清退|辞退)|取消[^，。；]{0,12}(?:资格|评优|评先)|不得(?:评选?|享受|参评|申报)|(?:倒查|追究)[^，。；]{0,8}责任|不予[^，。；]{0,4}(?:验收|付款)|视[为作]|予以催办|不予(?:受理|拨付|兑付|安排|支持)|自动放弃|取消[^，。；]{0,8}资格|通报批评"
    "|移送[^，。；]{0,6}(?:司法|公安|纪检|监察)机关|追究[^，。；]{0,6}责任|依法承担|后果自负|责任自负"
)
# 每发现一处火点，扣缴2万元; 零火点的村奖励5000元: what each fault costs and each merit brings.
_PER_FAULT = re.compile(
    "每(?:发现|发生|出现|查实|新增)[^，。；]{2,16}，(?:扣|罚|核减|给予|奖励|追加)"
)
# 对乱占河道的，发现一起、查处一起: each is punished, and nothing demanded.
_EACH_TIME = late(
    "[^，。；]{4,40}，(?:要)?(?:做到)?(?:发现|查实|举报)一[起个例件宗][、，]?(?:就)?(?:严肃|坚决|从严)?(?:查处|处理|处罚|惩处|惩治|打击|问责|通报|曝光)一[起个例件宗]"
)
# 对缠访的，依法处理，绝不能“花钱买平安”: a demand behind the threat.
_STILL_DEMANDS = re.compile(
    "，(?:但)?(?:也|绝|决|切)?(?:不能|不可|不得|不准|不许)(?!再|评|享受|参评|申报)[^。；]{3,}$"
)
_ORDERED = re.compile("(?<![主需重首卡])要(?![求点素件])|必须|务必|应当|须|由(?!此|于)")
_MUST = re.compile("(?<![主需重首卡])要(?![求点素件])|必须|务必|应当|须")


def is_sanction(sentence: str, *, lasting: bool = False) -> bool:
    """Tell whether a sentence, or a stretch of one, says what happens to those who fail and no more.

    One with a modal (要依规问责) or with who is to act (由县纪委约谈) is a demand; in a letter
    (``lasting``), who is to act by law charges nobody.
    """
    if lasting and _PER_FAULT.match(sentence) is not None:
        return True
    if _WHOM.match(sentence) is None:
        return False
    if _EACH_TIME.fullmatch(sentence) is not None:
        return True
    if _STILL_DEMANDS.search(sentence) is not None:
        return False
    if lasting and _MUST.search(sentence) is None:
        found = (_BY_LAW, _CONSEQUENCE, _THREAT)
        return any(one.search(sentence) is not None for one in found)
    return _ORDERED.search(sentence) is None and _THREAT.search(sentence) is not None


_LED = re.compile("由[^，。；]{2,20}牵头")


def acts_in_case(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether an office is told what to do in a case: 对恶意欠薪的，县人社局及时移送公安机关."""
    whom = _WHOM.match(sentence)
    if whom is None:
        return False
    rest = sentence[whom.end() :]
    return _LED.match(rest) is not None or unit_doing(rest, lexicon) is not None
