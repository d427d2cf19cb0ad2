"""What the opening of an article is known by: the names of the features, and the words that show some."""

import re

OPENING_FEATURES = (
    "lead",
    "opens",
    "dated",
    "event",
    "posted",
    "salutation",
    "first",
    "after_heading",
    "after_byline",
    "after_open",
    "joined",
    "fresh",
    "mark",
    "told",
    "told_ahead",
    "lost_between",
    "length",
    "heading_and_event",
    "heading_and_told",
    "heading_unclaimed",
    "heading_after_byline",
    "heading_after_end",
    "after_lead",
    "joined_next",
    "stale",
    "told_on",
    "told_back",
    "told_turn",
    "end_and_told_on",
    "after_signature",
    "shift",
    "shift_after_end",
    "orphan_turn",
    "speech",
    "ordinal",
    "heading_ended_plain",
    "heading_ended_unclaimed",
    "heading_ended_told",
    "byline_or_signature",
    "after_open_lead",
    "day_cut",
    "day_within",
    "post_within",
    "quoted",
    "heading_day_within",
    "scene",
    "heading_scene",
    "purpose",
    "heading_purpose",
    "lead_rest",
    "calm_heading",
    "calm_plain",
    "calm_heading_ended",
    "calm_heading_byline",
    "calm_after_byline",
)
DATED = re.compile(
    r"(?=[今日昨近连\d])(?:(?:\d{4}年)?\d{1,2}月\d{1,2}[日曰号](?![前内底止起之以])|近日|日前|昨日|昨天|今日|连日来)"
)
SALUTATION = re.compile(
    r"^(?:各|广大|全[县市区旗体]|尊敬|亲爱|县|市|区|旗|[\u3400-\u9fff]{2,4}[县市区旗])[^。；]{2,50}：$"
    r"|^[^。；：]{0,12}(?<!成员)各[^。；：]{0,30}(?:政府|单位|部门|企业|公司|学校|委员会|局|办|合作社|同志)[^。；：]{0,20}：$"
)
# How stories open that name no day: 凌晨四点，天还没亮, 冬至过后, 中秋将至, 雨刚停, 第二天.
SCENE = re.compile(
    "(?=[\\d一七三两九二五从仲傍入八六凌刚初到十四在夕夜大天太寒将拂散早时晨朝未来正每没沿深清盛第腊走过金隆雨雪黄黎])(?:"
    "凌晨|清晨|清早|大清早|一大早|天刚|天还|天不亮|黎明|拂晓|傍晚|黄昏|夜里|深夜|夜幕|入夜|晨光|晨曦|晨雾|夕阳|朝阳|太阳"
    "|[两一二三四五六七八九十\\d]{1,2}点(?:半|钟|[多整]|，)|时节|时分|将至|将近|来临|到来|刚过|过后|刚停|雨后|雪后|未散|散尽|没散"
    "|第二天|初春|早春|盛夏|初夏|仲夏|初秋|金秋|深秋|初冬|寒冬|隆冬|腊月|正月|[一二三四五六七八九十]{1,2}月的|走进|沿着|每天|每逢"
    "|^在[^，。；]{3,20}[里上边外处旁中下]，(?:有|住着|坐落|藏着|立着)"
    "|^从[^，。；]{2,12}(?:出发|往[东西南北上下里]|向[东西南北]))"
)
# How papers open: 为切实做好…，根据…，现就…通知如下.
PURPOSE = re.compile("^(?:为|为了|根据|依据|按照|鉴于|针对)[^。；]{4,}?，")
AS_FOLLOWS = re.compile("如下|根据|依据|按照|《|现就|现将|特此")
LEAD_REST = re.compile(r"^(?:讯?[^（(，。：；“]{0,14}[）)]|讯[（(\d，])")
