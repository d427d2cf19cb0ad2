"""The head of an official document, above its title: the issuer's red name, number, signatory."""

import re

# GB/T 9704-2012, 7.2: issuer's mark (…文件), document number, signatory, urgency.
_NUMBER = re.compile(r".{0,24}[〔\[［【（(]\d{4}[〕\]］】）)]\s*(?:第\s*)?\d{1,5}\s*(?:号|期)")
_ISSUER = re.compile(r".{2,30}文\s*件")
_SIGNATORY = re.compile(r"签发人[：:].{0,20}")
# 发往：各乡镇    签批盖章：…, 等级：特急·明电    某府办明电〔2025〕31号    某机发417号: the head of a telegram.
_TELEGRAM = re.compile(
    r"(?:发往(?:地区|单位)?|发[电至]单位|报送|等级|签批盖章)[：:].{0,80}|.{0,40}机发(?:电报)?(?:第)?[\d－—-]*号?|(?:[\u3400-\u9fff]{2,20})?(?:明传电报|内部明电|传真电报|内部传真(?:电报)?)(?:第?\d{0,4}号)?"
)
_LONGEST_TELEGRAM = 84
_URGENCY = re.compile(r"(?:特急|加急|特提|平急|急件)")
_LONGEST = 44


def is_letterhead(words: str) -> bool:
    """Tell whether a line stands in the head of an official document and is not its title."""
    bare = "".join(words.split())
    if len(bare) <= _LONGEST_TELEGRAM and _TELEGRAM.fullmatch(bare):
        return True
    if len(bare) > _LONGEST:
        return False
    patterns = (_NUMBER, _ISSUER, _SIGNATORY, _URGENCY)
    return any(one.fullmatch(bare) for one in patterns)


def is_number(words: str) -> bool:
    """Tell whether a line is the number of a document (青政督〔2026〕58号) and nothing else."""
    bare = "".join(words.split())
    return len(bare) <= _LONGEST and _NUMBER.fullmatch(bare) is not None
