import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.advice import (
    AdviceBasis,
    Question,
    accepted,
    ask_model,
    doubtful_questions,
)

# Two pieces of a source: the paragraph was cut by a column.
PARAGRAPH = "他要求，县住建局和云溪镇会同排查，月底前整改到位。"
CUT = 8
QUESTION = Question(
    directive="d4",
    paragraph=PARAGRAPH,
    spans=(Span(start=100, end=100 + CUT), Span(start=200, end=200 + len(PARAGRAPH) - CUT)),
    action="月底前整改到位",
    candidates=("县水利局", "云溪镇"),
)


class FakeModel:
    name = "fake-7b"

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def answer(self, instructions, question):
        self.asked.append((instructions, question))
        return self.answers.pop(0)


def test_a_number_among_the_candidates_is_taken_with_its_place_in_the_source():
    advice = accepted(QUESTION, '{"candidate": 2}', model="m")
    assert (advice.text, advice.basis) == ("云溪镇", AdviceBasis.CANDIDATE)
    start = 200 + PARAGRAPH.index("云溪镇") - CUT
    assert advice.span == Span(start=start, end=start + 3)


def test_zero_says_that_nobody_is_named():
    advice = accepted(QUESTION, '{"candidate": 0}', model="m")
    assert (advice.text, advice.span) == ("", None)


def test_words_of_the_paragraph_are_taken_with_their_place():
    advice = accepted(QUESTION, '{"quote": "县住建局"}', model="m")
    assert advice.basis is AdviceBasis.QUOTE
    assert advice.span == Span(start=104, end=108)


@pytest.mark.parametrize(
    "answer",
    [
        "县住建局",
        "",
        "[]",
        "{}",
        '{"candidate": 3}',
        '{"candidate": -1}',
        '{"candidate": true}',
        '{"candidate": "2"}',
        '{"candidate": 1.0}',
        '{"quote": "县住房和城乡建设管理局"}',
        '{"quote": ""}',
        '{"quote": "局"}',
        '{"quote": 5}',
        '{"candidate": 1, "quote": "云溪镇"}',
        '好的。{"candidate": 1}',
        "[" * 5000,
        '{"quote": "' + "县" * 3000 + '"}',
    ],
)
def test_anything_else_is_no_advice(answer):
    assert accepted(QUESTION, answer, model="m") is None


@given(st.text(max_size=60))
def test_whatever_a_model_quotes_stands_in_the_source_or_is_refused(words):
    advice = accepted(QUESTION, json.dumps({"quote": words}), model="m")
    assert advice is None or words in PARAGRAPH


def test_a_question_names_everyone_who_is_named_in_the_article_and_repeats_are_not_asked():
    document = {
        "articles": [
            {"id": "a1", "paragraphs": [{"text": PARAGRAPH, "spans": [[0, len(PARAGRAPH)]]}]}
        ],
        "directives": [
            directive("d1", 0.99, addressee="县水利局"),
            directive("d2", 0.4),
            directive("d3", 0.3, repeats={"of": "d2", "owner": "a1"}),
            directive("d4", 0.3, kind="context"),
        ],
    }
    (question,) = doubtful_questions(document, below=0.85)
    assert question.directive == "d2"
    assert question.candidates == ("县水利局",)
    assert PARAGRAPH in question.words
    assert "1. 县水利局" in question.words


def directive(name, confidence, *, addressee="", kind="task", repeats=None):
    named = [{"text": addressee, "kind": "unit"}] if addressee else []
    return {
        "id": name,
        "article": "a1",
        "action": "月底前整改到位",
        "spans": [[PARAGRAPH.index("月底"), len(PARAGRAPH) - 1]],
        "addressees": named,
        "lead": None,
        "kind": kind,
        "confidence": confidence,
        "repeats": repeats,
    }


def test_refused_answers_are_told_and_the_rest_is_kept():
    model = FakeModel("不知道", '{"candidate": 1}')
    taken, told = ask_model((QUESTION, QUESTION), model)
    assert [one.text for one in taken] == ["县水利局"]
    assert [one.code for one in told] == ["reading.model_refused"]


def test_a_model_out_of_reach_is_asked_once():
    model = FakeModel(None, '{"candidate": 1}')
    taken, told = ask_model((QUESTION, QUESTION), model)
    assert taken == ()
    assert [one.code for one in told] == ["reading.model_silent"]
    assert len(model.asked) == 1
