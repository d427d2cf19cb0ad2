"""Whether words that end as a unit are a name or read as a clause, by words that no training holds."""

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.name_form import built_of, parts_of, reads_as_clause
from guatu.domain.reading.unit_ending import is_cut
from guatu.domain.reading.units import is_unit

LEXICON = load_lexicon()
_CLAUSES = (
    "馆长为首要责任人 园长是第一责任人 专门用于敬老院 上门劝导 值班室配齐急救人员 台风警报解除前人员 "
    "橙色预警发布后游船 发现渗漏、人员 遇到走失儿童、老人 派专车到乡里 抽两人到局里 寄材料到派出所 "
    "查看完育苗车间 走完两个片区 只代收 局长局长 我当馆长 我代表合作社 他代表市政协 她来到东街社区 "
    "去镇卫生院 来局机关 定期送戏到村 一次性打到农户 赚了钱别忘了村民 看到路边新立的警务站 "
    "随后转交给信访局 名额的分配采用学校 指定承贷银行 及时推送到镇 随后请示县政府和粮食局"
)
_NAMES = (
    "县渔政执法大队 河口镇 青石岭乡 各驻村工作队 值班医生 铁路护路队 护渠员 农资经营户 粮食经纪人 "
    "民宿经营者 盐场管理所 市疾控中心 县殡葬管理所 文化馆 群艺馆 老城街道 星火社区 麻纺厂 桥梁养护工区 "
    "押运人员 血站 考务组 防疫专班 工程监理单位 用电大户 种子经销商 驾培机构 施工总承包单位 渡船船主 摊主 "
    "包扶干部 受援学校 家长委员会 县红十字会 蚕桑站 烟叶站 县种子公司 地磅员 县乡两级医疗机构 工会小组 "
    "值日教师 消防控制室 拌合站 水产良种场 县国有林场 沼气站 移民局 站前广场管理处 粮食、供销等部门"
)


def test_what_reads_as_a_clause_is_no_unit() -> None:
    assert [words for words in _CLAUSES.split() if is_unit(words, LEXICON)] == []


def test_names_stay_names() -> None:
    assert [words for words in _NAMES.split() if not is_unit(words, LEXICON)] == []


def test_a_sort_of_people_is_never_weighed() -> None:
    assert not reads_as_clause("各派专人到市里", LEXICON)
    assert reads_as_clause("派专车到乡里", LEXICON)


def test_a_list_is_weighed_part_by_part() -> None:
    assert parts_of("粮食局（储备中心）、供销社和农商行") == ["粮食局", "供销社", "农商行"]


def test_how_words_are_built() -> None:
    assert built_of("派人到村", LEXICON) == "xxpx"


def test_a_name_is_not_cut_within_a_word() -> None:
    assert is_cut("站方当天组织员工", 7, LEXICON)
    assert is_cut("县市场监管局", 2, LEXICON)
    assert not is_cut("县林业局组织演练", 4, LEXICON)
    assert not is_cut("青石镇主要负责同志", 3, LEXICON)
    assert not is_cut("县林业局", 4, LEXICON)
