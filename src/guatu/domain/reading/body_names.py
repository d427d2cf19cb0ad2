"""Names of bodies in running words: the grammar of an office's name, of a town's and of a firm's.

An office is named by the level it stands at (县, 旗, 市), what it is for (one to six trades of the
lexicon) and a closing word (局, 委员会, 办公室, 中心, 大队 …), with the county's own name in front or
a branch behind (县公安局交警大队, 市生态环境局河口分局).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.own_names import is_any_of_its_kind, opens_no_name
from guatu.domain.reading.patterns import tree_of
from guatu.domain.reading.verbs import verb_at

LEVELS = "县市区旗盟州省"
# A closing word, unless the word goes on: 局 but not 局长, 办 but not 办公.
CLOSING = (
    "(?<![布格结全大当定破变败僵残危])局(?![长面部势限地级里])|委员会|委(?!员|会|书记|常委|副)|办公室|办(?![公事法理学好成结完起])|中心(?!主任|校|小学|站|组)"
    "|(?:支|大|中|总)队(?!长)|总站(?!长)|站(?![长点位台])|所(?![长有在以用产涉欠])|厅(?!长)|部(?![长门署位队级]|分(?!管))|室(?!主任|内|外)"
    "|联合社|联社|社(?![会区])|总公司|公司(?!董|总)|集团(?!董|总)|(?:研究|科学)院(?!长|研究)|学校(?!长)|党校(?!校长)|协会|商会|学会|联合会|总会|促进会|基金会|研究会|工委|指挥部|专班|(?:领导)?小组办公室|(?:领导)?小组办|队(?![长伍员])|领导小组(?![办长成])"
)
_FIXED = (
    "纪委监委|纪委|监委|人大常委会|人民代表大会常务委员会|政协|人民法院|法院|人民检察院|检察院|总工会|工商联|工商业联合会|妇联|妇女联合会|残联|残疾人联合会"
    "|民委|民宗委|消安委|食安委|环委[办会]|安委[办会]|食药安委|减灾委|食安办|消安办|道安办|道交办|经研室|政研室|(?:住房城乡)?建委|教委|农委|农办|经委|商委|团委|三防指挥部|农科院|社科院|科协|文联|侨联|红十字会|老干局|关工委|人武部|人民武装部|防指|森防指|安委办|安委会|安办|防汛办|防办|森防办|治水办|创卫办|编办|网信办|双拥办|爱卫办|安监局|台办|侨办|外办"
    "|(?:第[一二三四五六七八九十]+)?(?:人民|中|中医|妇幼|专科|精神病)?医院|医共体总?院?|疾控中心|妇幼保健院|妇保院|血站|中心血站|档案馆|图书馆|文化馆|博物馆|美术馆|融媒体中心|电视台"
    "|气象台|农信社|作家协会|公路管理段|邮政分公司"
    "|(?:第?[一二三四五六七八九十]+|实验|高级|初级|职业|中等|专业|技术|民族|直属|特殊教育|机关|中心|城关){0,4}(?:中学|高中|小学|幼儿园|职校|职高|中专(?:学校)?|(?<=[业术育])学校)"
)
_PARTY = "委|人民政府|政府|府|人大常委会|人大|政协|纪委监委|纪委"
_BRANCH_PLACE = "[\u3400-\u9fff]{1,3}"
_IN_FRONT = re.compile(
    "(?:^|(?<=[^\u3400-\u9fff])|(?<=[\u3400-\u9fff]{2}的))(?P<first>中共|国网)?(?P<name>[\u3400-\u9fff]{2,4})$"
)
_NO_PLACE = re.compile(
    "[的了着过在到对向由经被把将叫与及和给让请率带是为至从于以听问又再还都也就并且找帮靠等往去说该各全这那某其看要须应会同"
    "后时前内日午晚月年周天中上下里外间报]|结果|根据|按照|依照|依据|遵照|对照|鉴于|随着|为了|其中|此外|另外|因此|所以|但是|如果|而且|昨天|今天|明天|原则|据悉|最终|首先|其次|尤其|特别|对此|为此|由此|当前|目前|希望|勉励|鼓励|建议|充分|利用|加强|允许|同意|责令|连线|随即|报送|领导|书记|常委|有关|责成|要求|强调|督促|主任|局长|组织|代表|邀请|协调|安排|参加|负责"
)
_NOT_THE_COUNTY = re.compile(
    "(?:[据接全各跨出入进离邻外原我本该两三多几每个到新老]|[各全][县市区旗乡镇]|同城|都|超|城|夜|早|菜|股|楼|门|闹|集|上|特|赴外|小|片|园|灾|辖|景|校|社|库|厂|牧|林|矿|港|郊|山|地|[一二三四五六七八九十\\d])$"
)


@lru_cache(maxsize=4)
def _office(lexicon: Lexicon) -> Pattern[str]:
    trade = tree_of(lexicon.office_trades)
    named = rf"(?:{trade}[和与]?){{1,7}}"
    branch = rf"(?:{_BRANCH_PLACE}分局|{named}(?:[支大中总]队|站|所|中心|服务区)(?!长)|办公室|督查室|督导室|(?:信访|综治|党建|安监|应急|稳安|督导|招生|安全|法制|政策|审批|物业|综合)办(?![公理事法])|[\u3400-\u9fff]{{2}}中心(?=[、，等和]))"
    return re.compile(
        # Its first sign first of all: the search then runs from one sign of a class to the next.
        rf"[{LEVELS}团](?:(?<=团)[{LEVELS}]委(?!书记|副)|(?<!团)(?=[\u3400-\u9fff\d])(?:纪委(?:监委)?(?:派驻|驻)[\u3400-\u9fff]{{2,12}}?纪检(?:监察)?组|(?:{_PARTY})?"
        rf"(?:(?:\d{{5}})?{named}(?:{CLOSING})|{_BRANCH_PLACE}?生态环境分局|(?:{_FIXED})|(?<=委)(?:办公室|办)|(?<=府)(?:办公室|办)))"
        rf"(?:{branch}(?!副?主任|副?局长))?)"
    )


_NO_SIGNER = re.compile(
    f"[{LEVELS}长率了并的听取审议研带领到由请让把对在与和要责令强调允许同意，。；、]"
)
_LONGEST_PLACE, _LONGEST_BANNER, _LONGEST_SIGNER = 3, 4, 6


def _is_county(front: Match[str], level: str, lexicon: Lexicon) -> bool:
    """Tell whether the words between a mark and a level are the county's own name (河口县财政局)."""
    name = front.group("name")
    longest = _LONGEST_BANNER if level == "旗" else _LONGEST_PLACE
    if opens_no_name(name + level):
        return False
    if len(name) > longest or _NO_PLACE.search(name) or name.startswith(lexicon.adverbs):
        return False
    return verb_at(name, 0, lexicon, nouns=False) < len(name[:2])


def offices(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of the offices that words name, the county's own name with them."""
    for found in _office(lexicon).finditer(plain):
        start, end = found.span()
        if (
            0 < start <= _LONGEST_SIGNER
            and end == len(plain)
            and not _NO_SIGNER.search(plain, 0, start)
        ):
            # 河口县财政局 as a line of its own, under a notice.
            yield 0, end
            continue
        front = _IN_FRONT.search(plain, max(0, start - 6), start)
        if front is not None and _is_county(front, plain[start], lexicon):
            start = front.start()
        elif plain[start] == "区" and plain.endswith("自治", 0, start):
            start -= 2
        elif _NOT_THE_COUNTY.search(plain, max(0, start - 3), start):
            continue
        yield start, end


_KINDS = (
    ("enterprise", re.compile("(?:公司|集团)$")),
    (
        "other",
        re.compile(
            "(?:医院|中学|小学|幼儿园|学校|职校|职高|中专|政协|人大常委会|总工会|红十字会|馆|血站|电视台|医共体总?院?)$"
        ),
    ),
)


def office_kind(name: str) -> str:
    """Return the kind of a body that the grammar of offices found."""
    return next((kind for kind, ending in _KINDS if ending.search(name)), "department")


_RUN = re.compile("[\u3400-\u9fff]{3,}")
_TOWN = re.compile(
    "(?:镇(?![长上里区定压静痛守村化])|乡(?<![家返下入城故水归民]乡)(?![长亲村镇里愁贤音情土间])|街道(?!办?主任|办事处主任|路|两)|苏木(?![达镇])|场(?<=[场农林牧]场)(?![长地所部景面]))(?:人民政府|政府(?!副)|办事处)?"
)
_WORKS = "修造 制造 加工 机械 化工 造纸 水泥 制药 纺织 家具 砖瓦 面粉 饲料 冶炼 铸造 五金 制品 印染 丝绸 制糖 酿酒"
_FIRM = re.compile(
    "股份(?:有限)?公司(?![董总副])|有限(?:责任)?公司(?![董总副])|公司(?![董总副])|集团(?![军董总副])|煤矿(?!矿长)|铁矿|合作社(?![理社]事|理事长|负责)|"
    + "".join(f"{one}厂(?<=[\u3400-\u9fff]{{3}}{one}厂)(?![长区房家])|" for one in _WORKS.split())
    + "农商银?行|购物广场|购物中心"
)
# Where a name in the middle of a sentence begins: behind a particle, a preposition or a verb of these.
_CUT = "[的了着过在到对由经被把将叫与及给让请率带是为从于以听问又再还都也就并且找去说该各全这那某其跟使]"
_CUTS = (
    "带领 率领 走访 来到 深入 抽查 会同 责成 督促 随后 前往 听取 联合 邀请 支持 组织 指导 参加 涉及 包括 例如 比如 其中 目前 上午 下午 晚上 当天 靠后 批准 通报 表扬 点名 同意 连线 视频 负责 "
    "牵头 帮助 协助 位于 地处 回到 有关 相关 研究 解决 落实 参照 召集 协调 推进 加快 专题 我们 个别 部分 偏远 属地 沿海 高山 北部 挂钩 三个 每个 个乡 整村"
)
_GENERIC = re.compile(
    "[一二两三四五六七八九十\\d]个|(?:[乡场我们个各包]|属地|沿海|沿河|挂钩|驻|本|外|山区|部分|个别|偏远)[镇乡]|[镇乡村苏木]{2,3}(?:人民政府)?$|各|(?:保险|快递|物业|施工|建设|运营|运输|港航|分|子|总|建筑|劳务|开发|母|两家?|三家?)公司$"
    "|^(?:国有|集体|农民|果农|农机|空壳|专业|村里?)(?:林场|农场|合作社|公司)$"
)
_SHORTEST_FIRM = 5
# 石鼓乡卫生院, 松坪镇派出所: what a town has of its own.
_OF_A_TOWN = re.compile(
    "(?<=[镇乡道])(?:中心|人民|民族|初级|第[一二三四五])?(?:(?P<office>派出所|司法所|财政所|法庭|综治中心|水利站|水管站|农技站|林业站|畜牧站|文化站)|卫生院|敬老院|幼儿园|小学|中学|初中)(?!长)"
)
# What towns and firms end in; a run of words without any of these names none.
_ENDS = re.compile("[镇乡街苏场司团矿社行购公集煤农合厂]")


_OPENED = re.compile(
    "(?:(?:这里|那里|首站|末站|[一二三四五六七八]站)是|(?:第[一二三四五六七八九十](?:站|处|家))(?:是|到|，)?|[由请让经对但而把将给叫跟因如若在到赴据接]|要求|责成|责令|强调|其中|此外|同时|年底前|[一二三四五六七八九十]是)+"
)


@lru_cache(maxsize=4)
def _cuts(lexicon: Lexicon) -> Pattern[str]:
    verbs = (
        *lexicon.demand_verbs,
        *lexicon.soft_verbs,
        *lexicon.charge_verbs,
        *lexicon.place_verbs,
    )
    return re.compile(f"{tree_of((*_CUTS.split(), *verbs))}|{_CUT}")


def towns_and_firms(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the half-open places and kinds of the towns and firms that words name."""
    cuts = _cuts(lexicon)
    for run in _RUN.finditer(plain):
        if _ENDS.search(plain, run.start(), run.end()) is None:
            continue
        opened = _OPENED.match(plain, run.start())
        begins = opened.end() if opened else run.start()
        for ending, kind in ((_TOWN, "government"), (_FIRM, "enterprise")):
            start = begins
            for found in ending.finditer(plain, start, run.end()):
                if kind == "government":
                    front = plain[start : found.start()]
                    # 向荣乡, 在平镇: a name that fills its place whole may begin with such a sign.
                    if len(front) > 3:
                        start = max(
                            (one.end() for one in cuts.finditer(plain, start, found.start())),
                            default=start,
                        )
                elif cuts.search(plain, start + 1, found.start()):
                    start = found.end()
                    continue
                name = plain[start : found.end()]
                long = (
                    3 <= len(name) <= 9
                    if kind == "government"
                    else _SHORTEST_FIRM <= len(name) <= 20
                )
                own = not (opens_no_name(name) or is_any_of_its_kind(name))
                if long and own and not _GENERIC.search(name):
                    yield start, found.end(), kind
                    house = _OF_A_TOWN.match(plain, found.end()) if kind == "government" else None
                    if house is not None:
                        yield start, house.end(), "department" if house.group("office") else "other"
                start = found.end()


_CUT_IN_FRONT = re.compile(
    "^(?:会议|县委|县政府)?(?:原则)?(?:同意|批准|研究|听取了?|要求|责成|明确|决定|议定)|率队?到?|率领|带领|带着|[到赴]|要求|强调|责令|责成|抽查了?|听到|会同|连线|^[由请让对在](?=[县市区旗])|[一二三四五六七八九十]是"
)


def own_start(plain: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a name begins that a verb or a person stands before: 县长郗望川率|县水利局."""
    words = plain[start:end]
    for first, last in offices(words, lexicon):
        if last == len(words):
            return start + first
    cut = max(
        (one.end() for one in _CUT_IN_FRONT.finditer(words, 0, max(0, len(words) - 2))), default=0
    )
    return start + cut


# 县农村水厂改造工程领导小组, 青山区临江棚改协调指挥部: for one task, which no list of trades knows.
_FOR_A_TASK = re.compile(
    f"(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]{{2,3}})?[{LEVELS}](?P<task>[\u3400-\u9fff“”]{{2,16}}?)(?:领导小组|指挥部)(?:办公室)?(?![\u3400-\u9fff]{{0,3}}[组部办长室])"
)
_NO_TASK = re.compile(
    "[的了着要须将把被由请让在对向从成立设是为和与及]|召开|组织|部署|听取|参加|长"
)


def groups(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of leading groups and headquarters that were set up for a task of any name."""
    if "领导小组" not in plain and "指挥部" not in plain:
        return
    for found in _FOR_A_TASK.finditer(plain):
        if _NO_TASK.search(found.group("task")) is None and not opens_no_name(found.group()):
            yield found.span()
