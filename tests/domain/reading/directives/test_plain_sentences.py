"""Every plain way to say who asks, crossed with every plain way to ask: nothing is lost and nothing made up.

Sentences of annotated pages hold each way but once or twice; a hole shows where all are tried with all.
"""

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.values import Directive, DirectiveKind

VISIT = "本报讯 2025年9月3日，县委书记卫明远到青石镇调研管网改造。"
MEETING = "本报讯 2025年9月3日，县委书记卫明远主持召开全县重点工作调度会。"

ASKING = [
    *(
        VISIT + words
        for words in (
            "卫明远要求，{}。",
            "卫明远要求{}。",
            "卫明远强调，{}。",
            "他指出，{}。",
            "他一再叮嘱，{}。",
            "卫明远再三嘱咐{}。",
            "“{}。”卫明远说。",
            "“{}。”卫明远边走边叮嘱。",
            "卫明远说：“{}。”",
            "卫明远当场拍板：{}。",
            "卫明远看了工地，要求{}。",
            "卫明远来到工地，要求{}。",
            "卫明远实地察看了管网改造工程，要求{}。",
            "卫明远召集有关部门现场研究，要求{}。",
            "卫明远与施工方交谈，要求{}。",
            "看到路面坑洼，卫明远眉头紧锁，要求{}。",
            "卫明远认真听取汇报，仔细查看图纸，要求{}。",
            "卫明远肯定了前期工作，要求{}。",
            "卫明远指出存在的问题，要求{}。",
            "得知资金有缺口，卫明远现场要求{}。",
            "在改造现场，卫明远仔细询问施工进度、质量管控等情况，要求{}。",
            "他强调，民生无小事，{}。",
            "卫明远指出，管网改造事关民生，{}。",
            "卫明远强调，时间紧、任务重，责任重大，{}。",
            "针对排水不畅问题，卫明远要求{}。",
            "卫明远听取汇报后要求，{}。",
            "就做好下一步工作，卫明远提出三点要求：一是{}；二是严守安全底线；三是加强宣传引导。",
            "座谈会上，在听取大家发言后，卫明远指出，{}。",
            "卫明远对前期工作给予肯定，并就下一步工作提出要求：{}。",
        )
    ),
    *(
        MEETING + words
        for words in (
            "会议要求，{}。",
            "会议强调，{}。",
            "会议指出，{}。",
            "会议决定，{}。",
            "会议明确，{}。",
            "卫明远在讲话中强调，{}。",
            "会上，县住建局作了汇报。卫明远要求，{}。",
        )
    ),
]

DEMANDS = {
    "县住建局9月底前接通管网": ["县住建局"],
    "县住建局要在9月底前接通管网": ["县住建局"],
    "县住建局抓紧接通管网": ["县住建局"],
    "9月底前接通管网": [""],
    "管网9月底前接通": [""],
    "务必于9月底前接通管网": [""],
    "要抓紧接通管网": [""],
    "尽快接通管网": [""],
    "由县住建局牵头，9月底前接通管网": ["县住建局"],
    "县住建局和青石镇密切配合，9月底前接通管网": ["县住建局和青石镇"],
    "县住建局负责接通管网，青石镇负责清障": ["县住建局", "青石镇"],
    "县住建局接通管网，县水利局清理河道": ["县住建局", "县水利局"],
    "县住建局抓工程进度，青石镇抓征地拆迁，县财政局筹措资金": [
        "县住建局",
        "青石镇",
        "县财政局",
    ],
    "县住建局要加强统筹，县水利局要做好配合，青石镇要做好群众工作": [
        "县住建局",
        "县水利局",
        "青石镇",
    ],
    "施工单位要严把质量关，监理单位要履行监管职责": ["施工单位", "监理单位"],
    "施工单位三天内补上反滤层": ["施工单位"],
    "各乡镇9月底前完成排查": ["各乡镇"],
    "各级各部门要各司其职、密切配合": ["各级各部门"],
    "全县上下要迅速行动起来": ["全县上下"],
    "县直有关部门和青石镇要通力协作，9月底前完成拆迁": ["县直有关部门和青石镇"],
    "要压实责任，倒排工期，确保9月底前通水": [""],
    "加快管网建设进度，确保9月底前通水": [""],
    "坚决防止反弹回潮": [""],
    "确保群众温暖过冬": [""],
    "进一步优化施工方案，最大限度减少对群众出行的影响": [""],
    "要加强与省住建厅的沟通对接，争取更多资金支持": [""],
}

TOLD = (
    "县住建局已于9月底前接通管网",
    "管网改造正在有序推进",
    "截至目前，已接通管网12公里",
    "管网改造工作取得了明显成效",
    "管网改造是民生工程、民心工程",
)
STATING = [one for one in ASKING if "强调，{}" in one or "指出，{}" in one or "说" in one]


def within(asking: str, words: str) -> list[Directive]:
    """Return the directives that hold any of some words said in a way of asking."""
    text = "卫明远调研管网改造\n" + asking.format(words)
    start = text.index(words)
    reading = read(text, year=None)
    return [
        one
        for one in reading.directives
        if any(span.start < start + len(words) and span.end > start for span in one.spans)
    ]


@pytest.mark.parametrize("asking", ASKING)
def test_whatever_is_asked_is_heard_of_whom_it_is_asked(asking: str) -> None:
    wrong: dict[str, object] = {}
    for words, whom in DEMANDS.items():
        found = within(asking, words)
        names = ["+".join(one.text for one in each.addressees) for each in found]
        ends = "".join(one.action for one in found).endswith(words[-4:])
        dated = "9月底" not in words or any(one.deadline.day for one in found)
        issuers = {one.issuer.name for one in found if one.issuer is not None}
        if names != whom or not ends or not dated or issuers - {"卫明远", "会议"}:
            wrong[words] = (names, issuers)
    assert wrong == {}


@pytest.mark.parametrize("asking", STATING)
@pytest.mark.parametrize("words", TOLD)
def test_what_is_only_told_asks_nothing(asking: str, words: str) -> None:
    assert [one for one in within(asking, words) if one.kind is not DirectiveKind.PROMISE] == []
