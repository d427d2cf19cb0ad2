"""The head of an official document, above its title: the issuer's red name, number, signatory."""

import re

# GB/T 9704-2012, 7.2: issuer's mark (…文件), document number, signatory, urgency.
_NUMBER = re.compile(r".{0,24}[〔\[［【（(]\d{4}[〕\]］】）)]\s*(?:第\s*)?\d{1,5}\s*(?:号|期)")
_ISSUER = re.compile(r".{2,30}文\s*件")
_SIGNATORY = re.compile(r"签发人[：:].{0,20}")
_URGENCY = re.compile(r"(?:特急|加急|特提|平急|急件)")
_LONGEST = 44


def is_letterhead(words: str) -> bool:
    """Tell whether a line stands in the head of an official document and is not its title."""
    bare = "".join(words.split())
    if len(bare) > _LONGEST:
        return False
    patterns = (_NUMBER, _ISSUER, _SIGNATORY, _URGENCY)
    return any(one.fullmatch(bare) for one in patterns)


def is_number(words: str) -> bool:
    """Tell whether a line is the number of a document (青政督〔2026〕58号) and nothing else."""
    bare = "".join(words.split())
    return len(bare) <= _LONGEST and _NUMBER.fullmatch(bare) is not None
