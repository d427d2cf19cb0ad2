"""A day on which something comes of itself, said as the reason of a demand: 雨后天就到，你们今晚…; 高温下周就来，要错峰作业.

Weather and those who come to look, sell, learn or travel are told by nobody; what is said to be at hand (就要考核) is a
reason before another clause. What somebody has come (请专家明天就来) or brings (专家明天到位) is demanded.
"""

import re

from guatu.domain.reading.late_patterns import late

_WEATHER = "(?:[雨雪风雾霜雹潮汛冻]|台风|寒潮|冷空气|寒流|洪峰|洪水|高温|热浪|沙尘暴?|旱情|雷电|雷暴|强对流|低温|暖湿气流|副高|梅雨|桃花汛|凌汛)"
_COMERS = (
    "(?:客商|客人|客户|游客|旅客|香客|顾客|考生|学生|新生|师生|娃娃|孩子们?|学员|运动员|评委|媒体|记者|候鸟|民工|返乡人员|务工人员|打工的|车流|人流|客流|外商|投资方"
    "|(?:专家|评估|检查|督查|督导|督察|审计|巡视|巡察|验收|考核|评审|调研|考察|普查|暗访|审查|工作|观摩|视察|调查)(?:组|团|队)|(?:考察|代表|观摩|参观|旅行|访问)团)"
)
_SOON = "(?:就要?|就会|就得|即将|将要|将会?|马上就?要?|眼看就?要?|又要?|还要?|也要|快要|可能|会|要)"
_ARRIVES = "(?:到(?![位岗账齐手期户底])|[过回]?来(?!源)|抵|登陆|登门|上门|进[村县镇区厂校场城山门考驻点]|入[境校村户住]|报到|返[校乡程]|下[来到沉]|过境|袭|影响|压境|落|刮|降|杀到|开考|开学|赴考|赶考|涌|达到?(?:最高|峰))"
# 断面八月就要考核, 葡萄八月就要上市: what is about to happen, or to be done by others.
_HAPPENS = "(?:开[学考镰渔园幕标市]|上市|下市|考核|评估|评审|验收|检查|报到|到期|来临|到来|封[山冻湖]|上冻|入[冬汛夏秋伏梅]|采摘|收割|成熟|挂果|出栏|抽穗|扬花|播种|移栽|放假|高考|中考|返程|返乡|断供|关网|截止|换届|审计|普查|巡[视察]|摸底考)"
_HAD_DONE = re.compile("请|让|派|安排|组织|通知|叫|邀|催|把|将|接|送|由|使|带|领|陪|要(?!闻)")
_WEATHER_COMES = re.compile(f"(?:{_WEATHER})[^，。；：！？、]{{0,3}}$")
_COMER_COMES = re.compile(f"{_COMERS}(?:们|一行)?$")
_COMES = re.compile(f"{_SOON}?{_ARRIVES}")
_ABOUT_TO = re.compile(f"{_SOON}{_HAPPENS}[^，。；：！？]{{0,6}}，")
# 11月上旬要迎接省级评估，台账要补齐.
_MEETS = re.compile(
    "(?:就?要|将要?|就?会|即将)?(?:迎接|迎来|迎检|接受[^，。；]{0,12}(?:检查|验收|复[查审核]|核查|普查|认定|测评|考核|督[查导察]|评估|巡[视察]|审计|评审))[^，。；：]{0,10}，[^。；]{2}"
)
_STRIVES = re.compile("(?:力争|争取|确保|务必|前)$")
# 明天高考，要禁鸣; 6月20日断水检修，要备好水车: what is on that day, and the reason of what is demanded.
_ON = (
    "夏至|冬至|立[春夏秋冬]|小满|芒种|谷雨|霜降|[大小][暑寒雪]|处暑|白露|秋分|寒露|惊蛰|春分|入[梅伏汛冬夏秋九]|出[梅伏]|数九"
    "|[\u3400-\u9fff]{0,2}[高中会联统体]考|开考|(?:学业|资格|职称|能力|期[中末])?考试|面试|除夕|元宵|元旦|清明|端午|中秋|重阳|国庆|放[寒暑]?假|调休|返校|毕业典礼|开学|军训|双休|长假|黄金周|小长假"
    "|赶[大集场圩街山]|逢[集圩场]|庙会|花会|灯会|大集|香会|[有开]?展会|升国?旗|过[节年]|购物节|演唱会|音乐节|龙舟赛|马拉松|开[幕赛]|[有办]?[㐀-鿿]{0,4}(?:典礼|展会|庙会|灯会|大会|运动会|博览会|农博会)"
    "|[停断][水电气网航运暖炊]|(?:线路|设备|管网|机组|锅炉|闸门)?检修|(?:防空)?(?:警报)?试鸣|封[路桥道航江]|断交|交通管制|限行|禁行"
    "|(?:新规|条例|办法|新法|标准|规定|政策|新政|细则|价格|票价|税率|合同)[^，。；]{0,4}(?:施行|实施|生效|执行|调整|落地)|停止(?:办理|受理|使用)"
    "|涨潮|退潮|大潮|天文潮|满月|流星雨|开[河江湖]|上冻|封冻|解冻|降[温雨雪]|升温|回暖|起[雾风]|(?:有|下|降)?[大中小暴阵雷强]{0,2}[阵雷]?[雨雪雾霜雹](?!伞|衣|鞋|棚|水管)|大风|寒潮|高温|晴好|[客车人]流(?:大|多|高峰)|高峰"
)
_ON_THAT_DAY = re.compile(
    f"(?:起|是|就是|正[是逢]|恰逢|适逢|逢|有|全[县市区])?(?:{_ON})[^，。；：！？把将完前]{{0,6}}，[^。；]{{2}}"
)
_HOSTS = re.compile(
    "(?:就?要|将要?|还要)(?:承办|举办|举行|开|办|召开|迎来)[^，。；：！？]{0,8}(?:会|赛|节|展|典礼|庆|仪式)，[^。；]{2}"
)
# 7月进入主汛期, 月底要迎省级督导: what a time is, and the reason of what is demanded.
_REACHES = re.compile(
    "(?:就?要|将要?|就?会|即将|已|正|陆续|还)?(?:(?:有|是)[^，。；：个项条家]{0,6}(?:观摩|督导|检查|考核|督察|验收|收官|大考|评估)|进入[^，。；：]{0,6}(?:期|季|汛|高峰|时段|三伏|隆冬)"
    "|(?:临近|面临|处于|处在|正值|适逢|恰逢|赶上|遇上|迎来?)[^，。；：]{0,10}?(?:期|季|[两佳]节|月|关口?|高峰|收官|国庆|中秋|春节|元旦|考核|督导|检查|验收|督察|评估|天气|大考|[高中]考))"
    "[^，。；：]{0,4}，[^。；]{2}"
)
# 全省现场会8月15日在我县召开，各单位要…: an event is held on that day.
_EVENT_HELD = re.compile(
    "(?:[^机社协委员工商学金事理教导]会|会议|例会|论坛|[赛展节]|考试?|学期|督察|巡[视察]|普查|评估|考核|检查|观摩|复审|征兵|报名|申报|招[生录考]|评选|征集|登记|[渔火汛伏保限任租聘展工假]期|政策|合同|协议|活动|高峰|庙会|典礼|第[一二三四五六][轮批次阶段场期]{1,2}|首[轮批场])$"
)
_IS_HELD = late(
    "(?:将|就要?|即将|正式|拟|要)?(?:[在于到][^，。；]{1,8})?(?:召开|举行|举办|开幕|启动|开始|开展|开[考赛学课锣打]|到期|届满|结束|截止|来临|到来|进行|进驻|落幕|闭幕)[^，。；把将]{0,4}，[^。；]{0,24}?(?:要(?!求|闻)|须|务必|做好|抓紧|提前|请|确保|力争|赶在|可[以于在])"
)
# 高考6月7日举行: nobody here is told to hold it, whatever follows.
_NOBODYS = re.compile("(?:[中高联会统]考|学期|[渔火汛伏]期|督察|巡视)$")
_COMES_ROUND = re.compile(
    "(?:将|就要?|即将|正式|要)?(?:举行|开始|启动|开[考学]|到来|来临|结束|进驻)[^，。；把将]{0,4}(?:[，。；]|$)"
)
_WITH_A_LIMIT = re.compile("前|内|止$")
# The found words may hold the 就 (今天就).
_AT_ONCE = re.compile(f"{_HAPPENS}[^，。；：！？]{{0,6}}，")
_GOES_ON = re.compile("[^，。；！？]*，[^。；！？]{2}")
_CLAUSE = "，。；：！？\n"
_LONGEST = 20


def comes_of_itself(words: str, start: int, end: int) -> bool:
    """Tell whether what comes or happens at a time (half-open place) is a reason, and nothing demanded."""
    first = max(words.rfind(sign, 0, start) for sign in _CLAUSE) + 1
    before = words[first:start]
    if _MEETS.match(words, end) is not None and not _STRIVES.search(words[first:end]):
        return True
    if not before and _WITH_A_LIMIT.search(words[start:end]) is None:
        return any(one.match(words, end) for one in (_ON_THAT_DAY, _HOSTS, _REACHES, _ABOUT_TO))
    if not before or len(before) > _LONGEST or _HAD_DONE.search(before) is not None:
        return False
    if _WEATHER_COMES.search(before) is not None and _COMES.match(words, end) is not None:
        return True
    if _GOES_ON.match(words, end) is None:
        return False
    if _EVENT_HELD.search(before) is not None and _WITH_A_LIMIT.search(words[start:end]) is None:
        held = _COMES_ROUND if _NOBODYS.search(before) else _IS_HELD
        return held.match(words, end) is not None
    if _COMER_COMES.search(before) is not None:
        return _COMES.match(words, end) is not None
    about = _AT_ONCE if words.startswith("就", end - 1) else _ABOUT_TO
    return about.match(words, end) is not None
