import pytest

from guatu.adapters.pinyin import spoken_name


@pytest.mark.parametrize(
    ("name", "initials", "syllables"),
    [
        ("县住建局", "xzjj", "xianzhujianju"),
        ("重点项目专班", "zdxmzb", "zhongdianxiangmuzhuanban"),
        ("12345热线办", "12345rxb", "12345rexianban"),
        ("", "", ""),
    ],
)
def test_a_name_is_typed_by_its_letters(name, initials, syllables):
    spoken = spoken_name(name)
    assert (spoken.initials, spoken.syllables) == (initials, syllables)
