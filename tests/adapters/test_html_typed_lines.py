"""A web page that sets its text as typed (pre) has its lines for paragraphs."""

from guatu.adapters.html_intake import read_html

PAGE = """<html><body><pre><span>岚川县教育局关于做好控辍保学工作的通知</span>
<span>各中小学校：</span>
现将有关事项通知如下：
一、各校要在3月<font>10</font>日前完成学生摸排。
</pre></body></html>"""


def test_typed_text_when_a_page_sets_it_then_each_line_is_a_line():
    source, _ = read_html(PAGE.encode(), "a.html")

    assert source is not None
    assert source.text.split() == [
        "岚川县教育局关于做好控辍保学工作的通知",
        "各中小学校：",
        "现将有关事项通知如下：",
        "一、各校要在3月10日前完成学生摸排。",
    ]
