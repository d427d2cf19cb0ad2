import pytest

from guatu.domain.kernel.secrecy import secrecy_mark, secrecy_mark_of_name


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★10年\n特急\n某县人民政府文件", "机密"),
        ("000012\n机密★10年\n特急", "机密"),
        ("000012  秘密★1年\n特急", "秘密"),
        ("绝  密★长期\n文件", "绝密"),
        ("秘 密\n\n关于某事的通知", "秘密"),
        ("密级：秘密\n文号：〔2026〕1号", "秘密"),
        ("【机密】\n会议纪要", "机密"),
        ("秘密☆6个月\n机密★3年", "机密"),
        ("机密 5年\n通知", "机密"),
    ],
)
def test_mark_when_at_the_head_then_is_found(text, mark):
    assert secrecy_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "会议要求，要严守国家秘密，落实保密责任。",
        "要保护企业商业秘密，机密文件管理要规范。",
        "要加密巡查频次，做到严密布防。",
        "全县秘密战线先进事迹报告会召开",
        "公开\n正文\n" * 30 + "机密★10年",
        "正文。" * 900 + "\n机密★10年",
    ],
)
def test_words_when_they_only_speak_of_secrets_then_are_no_mark(text):
    assert secrecy_mark(text) is None


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("【机密】通知.docx", "机密"),
        ("机密★5年 通知.pdf", "机密"),
        ("秘密.txt", "秘密"),
        ("2026-绝密-方案.docx", "绝密"),
        ("通知(秘密).doc", "秘密"),
    ],
)
def test_name_when_marked_then_is_found(name, mark):
    assert secrecy_mark_of_name(name) == mark


@pytest.mark.parametrize(
    "name",
    ["商业秘密保护办法.docx", "关于机密文件管理的通知.pdf", "加密巡查记录.xlsx", "会议纪要.txt"],
)
def test_name_when_it_only_speaks_of_secrets_then_is_no_mark(name):
    assert secrecy_mark_of_name(name) is None
