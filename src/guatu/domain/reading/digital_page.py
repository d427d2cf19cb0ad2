"""What the site of a paper prints around its articles: buttons, ways to other pages, heads of a page."""

import re

from guatu.domain.reading.late_patterns import late

# One button or way each; a line of nothing but these is none of an article: 上一版 下一版, 放大 缩小 默认.
WAYS = (
    "[上下前后]一?[版期篇条则页张]|返回(?:首页|目录|版面|列表|顶部|上一[页级])?|回到(?:首页|顶部)|(?:网站|数字报|电子报)?首页|往期(?:回顾|查询|报纸|阅读|导航)?"
    "|历史(?:版面|回顾|报纸)|(?:版面|版次|标题|内容|文章|目录)(?:导航|目录|概览|列表|导读)|版面图|本[版期](?:其他|其它|更多)?(?:新闻|标题|文章|导读|目录|内容|稿件)"
    "|[\u3400-\u9fff]{0,6}(?:数字|电子)报刊?(?:平台)?|(?:电子|数字)版|报纸电子版|读者服务|版权信息|联系我们|关于我们|(?:PDF|pdf)(?:版|下载|阅读)?|下载(?:PDF|pdf|本版)|高清(?:PDF|版面)"
    "|放大|缩小|默认|字[体号](?:大小)?|[大中小](?=[大中小字放缩默\\[\\]【】|｜/／]|$)|朗读|播报|语音(?:播报|朗读)|收藏|打印(?:本[页文稿])?|复制(?:链接)?|分享(?:到|至)?|关闭(?:窗口|本页)?|全文检索|检索|搜索|高级搜索"
    "|微信|微博|手机版|客户端|扫一扫|点赞|评论|举报|纠错|展开|收起|更多|查看原图|另存为|日历|登录|注册|设为首页|加入收藏"
)
_BETWEEN = "[|｜/／·•：:>＞<＜«»\\[\\]【】（）()、，,+\\-—_=▲▼◀▶◄►↑↓←→\\d]*"
_ALONE = frozenset("大中小")
_NAVIGATION = re.compile(f"{_BETWEEN}(?:(?:{WAYS}){_BETWEEN})+")
# 上一篇：…: which report the way leads to.
_WAY_TO = re.compile("[上下前后]一[篇条则][：:].{1,60}")
# What stands at the foot of every page of a site.
_FOOT = late(
    "(?:版权(?:所有|归属|声明)|[Cc]opyright|©|(?:网站)?(?:技术支持|备案号|访问量)[：:]?|(?:本站|本网|本报|未经)[^，。；]{0,16}(?:不得|禁止|严禁)(?:转载|复制|摘编)"
    "|您是第?\\d*|总?访问(?:量|人数)|欢迎(?:订阅|征订|投稿|来稿|赐稿)|[^，。；]{0,12}(?:ICP备|公网安备))[^。；]{0,50}$"
)
_SCANNED = late(
    "(?:欢迎|敬请|请)?(?:关注|扫码|扫描|长按|识别)[^，。；]{0,24}(?:公众号|二维码|抖音号?|视频号|微博|微信|客户端|电子报|数字报|阅读|下载|关注|收看|收听)$"
)
_FOOT_SIGNS = (
    "版权",
    "opyright",
    "©",
    "技术支持",
    "备",
    "访问",
    "转载",
    "复制",
    "摘编",
    "您是",
    "扫",
    "识别",
    "关注",
    "欢迎",
)
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_MOON = "(?:农历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙蛇马羊猴鸡狗猪]?年?)?闰?[正一二三四五六七八九十冬腊]{1,2}月[大小]?(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?日?"
_ISSUE = "(?:今日|本期|总|第|共)*\\d{1,5}[期号版]|[今本]日?期?[一二四六八十两]{1,2}版|(?:创刊|复刊)号|第\\d+卷"
_PAGE = "第?[A-Z]?\\d{1,2}版|第?[一二三四五六七八]版|[A-Z]\\d{1,2}|0\\d"
_NAME = "[\u3400-\u9fff]{2,6}(?:日报|时报|周报|报)"
_PARTS = re.compile(
    f"(?:{_DAY}|星期[一二三四五六日天]|周[一二三四五六日]|{_MOON}|{_ISSUE}|{_PAGE}|{_NAME})"
)
_ONE_PART = re.compile(
    f"(?:第?[A-Z]?\\d{{1,2}}版|第[一二三四五六七八]版|[A-Z]\\d{{1,2}}[：:])[：:]?[\u3400-\u9fff]{{0,6}}|{_MOON}|第\\d{{2,5}}期|总第\\d+期|[今本](?:日|期)[一二四六八\\d]{{1,2}}版"
)
_SEPARATORS = "：:·•|｜/／-—_()（） "
_HEAD_SIGN = re.compile("\\d|月|版|[今本]日?期")
_BULLETS = "■□◆◇●○▲△▶►★☆※【】[]《》·•|-—_*#~～"
_LONGEST_HEAD = 60
_LATIN = re.compile(r"[A-Za-z][A-Za-z .·'\-]{4,40}")
_PUBLISHED = re.compile("(?:中共)?[\u3400-\u9fff·、]{2,24}?(?:主管|主办|承办|协办|出版|编印|编辑)+")
# 砚水有了自己的苗圃 >>2版: a report that stands on another page.
_ELSEWHERE = late(
    "(?:(?:[>＞》▶►→]|…{1,2})+|[（(]?(?:详见|见|转)|[（(])第?[A-Z]?[\\d一二三四五六七八]{1,2}版[）)]?$|[>＞]{2,3}[A-Z]?\\d{1,2}$"
)
_LISTS = re.compile(
    "(?:标题|内容|文章)(?:导航|目录|导读|列表)|本[版期](?:其他|其它|更多)?(?:新闻|标题|文章|导读)"
)
_LIST_HEAD = re.compile(
    f"{_BETWEEN}(?:[上下]一版)*(?:(?:标题|内容|文章|目录|版面|版次)(?:导航|目录|导读|列表)|本[版期](?:其他|其它|更多)?(?:新闻|标题|文章|导读|目录|内容|稿件)"
    f"|今日导读|导读|要目|今日要目|(?:相关|热点|推荐|更多|最新)(?:新闻|阅读|文章|报道|链接|稿件))[：:]?{_BETWEEN}"
)


def belongs_to_page(words: str, section_words: tuple[str, ...]) -> bool:
    """Tell whether a line is of the page or its site by all of its words."""
    if not words or len(words) > _LONGEST_HEAD:
        return False
    bare = words.strip(_BULLETS)
    return (
        bare in section_words
        or is_navigation(words)
        or is_site_foot(words)
        or is_page_head(words, section_words)
        or stands_elsewhere(words)
    )


def is_navigation(words: str) -> bool:
    """Tell whether a line is nothing but buttons and ways of a site, or names the report a way leads to."""
    if len(words) > _LONGEST_HEAD or not words:
        return False
    if _WAY_TO.fullmatch(words):
        return True
    bare = words.strip("[]【】|｜·")
    return bare not in _ALONE and _NAVIGATION.fullmatch(words) is not None


def is_site_foot(words: str) -> bool:
    """Tell whether a line is what stands at the foot of a site's pages: whose it is, who may print it, what to scan."""
    if words[-1] in "。；" or not any(sign in words for sign in _FOOT_SIGNS):
        return False
    bare = words.lstrip("—-·•*")
    return (_FOOT.match(bare) or _SCANNED.match(bare)) is not None


def is_page_head(words: str, section_words: tuple[str, ...]) -> bool:
    """Tell whether a line is made of a page's day, its moon, its number, its issue, its section and its paper alone."""
    if len(words) > _LONGEST_HEAD or _HEAD_SIGN.search(words) is None:
        return words.count("·") == 1 and all(one in section_words for one in words.split("·"))
    at, parts = 0, 0
    while at < len(words):
        if words[at] in _SEPARATORS:
            at += 1
            continue
        section = 0
        if words.startswith(section_words, at):
            section = max(len(one) for one in section_words if words.startswith(one, at))
        part = _PARTS.match(words, at)
        longest = max(section, part.end() - at if part else 0)
        if not longest:
            return False
        parts += 1
        at += longest
    return parts > 1 or _ONE_PART.fullmatch(words) is not None


def names_publisher(words: str) -> bool:
    """Tell whether a line at the head of a page is a paper's name in Latin letters, or who runs and prints it."""
    return _LATIN.fullmatch(words) is not None or _PUBLISHED.fullmatch(words) is not None


def stands_elsewhere(words: str) -> bool:
    """Tell whether a line names a report with the page that it stands on."""
    return (
        words[-1] in "版）)"
        and len(words) <= _LONGEST_HEAD
        and _ELSEWHERE.search(words) is not None
    )


def heads_list(words: str) -> bool:
    """Tell whether a line announces a list of the titles of reports."""
    if _LIST_HEAD.fullmatch(words) is not None:
        return True
    return _LISTS.search(words) is not None and is_navigation(words)
