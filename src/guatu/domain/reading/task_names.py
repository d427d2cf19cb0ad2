"""Bodies named by their task alone (安置专班, 整治指挥部), though no other name begins with such a verb."""

import re

_BY_TASK = re.compile(
    "狠?抓落实办|(?!成立|组建|设立|建立|抽调|选派|召集|会同|联合|由|请|让)[\u3400-\u9fff]{2,4}(?:专班|工作组|指挥部|领导小组)"
)


def named_by_task(words: str, start: int = 0) -> bool:
    """Tell whether a body that its task names begins at a place of words."""
    return _BY_TASK.match(words, start) is not None
