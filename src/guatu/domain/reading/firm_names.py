"""Firms that a list names by the short form of their names, a word of their own and what they make: 蓝芝茶业."""

import re

from guatu.domain.reading.bodies import body_kind
from guatu.domain.reading.late_patterns import late

# 蓝芝茶业, 湘河饲料: firms by the short form of their names.
_FIRM_SHORT = re.compile(
    "[\u3400-\u9fff]{2}(?:茶业|药业|酒业|牧业|乳业|木业|竹业|渔业|果业|菌业|矿业|农业|棉业|鞋业|铝业|铜业|钢业|锻造|铸造|铸业|糖业|蚕业|面业|米业|油脂|纸业|印刷|包装|塑业|塑料|橡胶|玻璃|电器|电气|电缆|光电|光伏|能源|新能源|储能|智能|装备|汽配|汽车|轴承|模具|五金|家具|建工|路桥|置业|地产|燃气|热力|电力|热电|水泥|石业|石材|砖业|农牧|畜牧|种业|园林|旅游|文旅|传媒|信息|软件|数控|自动化|制造|制衣|服装|针织|印染|丝绸|毛纺|棉纺|皮革|商贸|贸易|百货|超市|餐饮|酿造|茶叶|粮油|饲料|食品|饮品|饮料|乳品|肉业|蛋业|实业|科技|纺织|建材|重工|化工|电子|机械|新材料?|生物|制药|医药|医疗|陶瓷|家居|服饰|物流)$"
)
_LONGEST_SHORT = 5


def ends_like_firm(words: str) -> bool:
    """Tell whether words end in the short form of a firm's name, whatever stands in front."""
    return _FIRM_SHORT.search(words, max(0, len(words) - _LONGEST_SHORT)) is not None


# 来到甲能源、乙翔宇、丙集团: among firms a word of four signs is one too.
_OWN_WORD = late(
    "(?!.*(?:现场|工地|项目|基地|车间|市场|广场|小区|社区|学校|一线|[村镇乡县市区路桥站库])$)[\u3400-\u9fff]{4,6}"
)


def is_own_word(words: str) -> bool:
    """Tell whether words may be a firm's own name where the rest of the list are firms."""
    return _OWN_WORD.fullmatch(words) is not None


def of_firms(words: str) -> str | None:
    """Return that a list of stops is of firms if two of three and at least two are by their own names."""
    items = words.split("、")
    told = sum(body_kind(one) == "enterprise" or ends_like_firm(one) for one in items)
    return "firms" if told > 1 and told * 3 >= len(items) * 2 else None
