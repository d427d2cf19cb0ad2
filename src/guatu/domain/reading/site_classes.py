"""Sites that are any of their sort, and what is done on a spot: 背街小巷, 食品储存仓库, 在原址搭建."""

import re

_CLASSES = re.compile(
    "(?:.{0,2}(?:老旧小区|背街小巷|施工区|水产区|蔬菜区|换热站|会诊中心|康养中心|分拣车间|劝导站))$|(?:各|主要)?(?:水质断面|断面|岸线|地下停车场|农贸市场|堤防|学校|医院|车站|码头|超市|市场|广场|社区|车间|厂区|展厅|门诊楼|门诊|商场|工厂|企业|村庄|乡村|农村|城市|县城|街道|小区|食堂|宿舍|考点|银行|景区|园区|项目|现场|一线)$"
)
# 食品储存仓库, 上山卡口, 集中安置点: any of their sort.
_OF_A_SORT = re.compile(
    "(?:食品|物资|药品|餐具|食材|储存|存放|消毒|清洗|操作|加工|配餐|留样|休息|娱乐|活动|阅览|排练|展示|陈列|便民|服务|办公|接待|候诊|治疗|观察|隔离|检测|采样|监测|值班|值守|集中|临时|应急|避险|避灾|转移|安置|上山|进村|路口|防火|劝导|检查|宣传|茶叶|粮食|果蔬|烟叶|销售|收购|烘烤|育苗|种植|养殖|生产|茶园|果园|地质|灾害|隐患|易涝|易发|低洼|重点|旅游|在建|涉水){1,3}"
    "(?:仓库|库房|区|室|厅|间|场所|场地|卡口|点|点位|大厅|窗口|店|厂|基地|工程|景区|区域|路段|部位)|(?:土坯)?危房|采砂船只?|民宿|农家乐|[㐀-鿿]{2,4}时段|(?:一座|几座|多座|座座)[㐀-鿿]+"
)
# 在原址空地搭建临时市场: what is done on a spot, and no name of it.
_DONE_THERE = re.compile(
    "一行|^沿着|^水库大坝$|进行|开展|搭建|设立|设置|召开|举行|悬挂|张贴|增设|扩建成"
)


def is_any_site(words: str) -> bool:
    """Tell whether words name no site of its own: a class, any of a sort, or what is done somewhere."""
    return bool(_CLASSES.match(words) or _DONE_THERE.search(words) or _OF_A_SORT.fullmatch(words))
