"""Who stands in one row of persons, and what they do together."""

from guatu.domain.reading.people import Mention
from guatu.domain.reading.rows import rows_of


def _named(text: str, **posts: str | None) -> list[Mention]:
    return [
        Mention(
            name=name,
            post=post,
            paragraph=0,
            start=text.index(name),
            end=text.index(name) + len(name),
        )
        for name, post in posts.items()
    ]


def test_persons_with_nothing_but_joints_and_posts_between_stand_in_one_row():
    text = "县长栾知秋，副县长郗望川、仝立言等出席会议并讲话，局长费行舟汇报。"
    rows = rows_of(_named(text, 栾知秋="县长", 郗望川="副县长", 仝立言=None, 费行舟="局长"), [text])

    assert [(one.place, one.size) for one in rows] == [(0, 3), (1, 3), (2, 3), (0, 1)]
    assert rows[0].words.startswith("等出席会议并讲话")


def test_a_verb_between_two_persons_parts_them():
    text = "县长栾知秋在副县长郗望川陪同下到青石镇调研。"

    assert [one.size for one in rows_of(_named(text, 栾知秋="县长", 郗望川="副县长"), [text])] == [
        1,
        1,
    ]


def test_posts_behind_names_and_the_word_of_a_group_part_nobody():
    text = "县政协栾知秋主席、县领导郗望川参加座谈。"
    rows = rows_of(_named(text, 栾知秋="主席", 郗望川=None), [text])

    assert [one.size for one in rows] == [2, 2]
