"""Who of those named may command at a county's events, by the post printed with the name."""

import re
from collections.abc import Mapping, Sequence

from guatu.domain.reading.people import Mention

_COMMANDS = re.compile(
    "(?:常务)?副?[县市区旗州盟]长|(?:[县市区旗州盟]|^)(?:委|人大|政协|人大常委会|人民政府|政府)?(?:副)?(?:书记|[县市区旗州盟]长|主席|主任|秘书长|常委)"
    "|[县市区旗州盟]委常委|(?:组织|宣传|统战|政法委|纪委)(?:部部长|书记)|总指挥|指挥长"
)
_OF_AN_OFFICE = re.compile(
    "(?:局|办公室|中心|镇|乡|街道|村|社区|公司|支部|党组|学校|医院)[^、]{0,6}(?:副)?(?:书记|主任|局长|主席)$"
)


def commanders_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the persons whose post lets them tell others what to do: heads of the county, not of an office."""
    return frozenset(
        one.name
        for one in mentions
        if one.post
        and any(
            _COMMANDS.search(post) and not _OF_AN_OFFICE.search(post)
            for post in one.post.split("、")
        )
    )


_LOWLY = re.compile(
    "(?:村|社区|支部)[^、]{0,8}(?:书记|主任|支书|会计|干部)|支书|代表|理事长|经理|(?<!大)(?<!支)(?<!总)(?<!中)队长|班长|(?<!副)组长|店长|护士|医生|医师|教师|老师|[技术农]技?[术员]员|董事长|社长|厂长|大户|负责人|志愿者|网格员"
)


def speakers_by_post(posts: Mapping[str, str]) -> frozenset[str]:
    """Return the persons whose post is an office's: in quotation marks only they tell others what to do."""
    return frozenset(name for name, post in posts.items() if _LOWLY.search(post) is None)
