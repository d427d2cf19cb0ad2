"""Advice of a local language model on doubtful addressees: asked narrowly, believed only to the letter.

The model is shown one paragraph, one requirement quoted from it, and numbered
candidates for who has to act. Its answer counts only if it names one of the numbers
or quotes words that stand in the paragraph; anything else is no advice. Advice never
changes a reading: the desk shows it as what it is, and a person takes it or leaves it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity, Span
from guatu.domain.kernel.protocols import LanguageModel

_LONGEST_QUOTE = 40
_LONGEST_ANSWER = 2_000
_MOST_CANDIDATES = 20
_NOBODY = 0
_NAMED = frozenset({"unit", "list", "class", "everyone", "enterprise", "unknown"})

INSTRUCTIONS = (
    "你协助县政府督查室核对一条工作要求的责任对象。只根据给出的段落判断，不得补充段落以外的内容。"
    "从编号的候选中选一个；都不对而段落中另有写明的，原样摘抄段落中的字词；无人被点名的，选 0。"
    '只回答一个 JSON 对象：{"candidate": 编号} 或 {"quote": "段落中的原文"}。'
)


class AdviceBasis(StrEnum):
    """How a model answered: by the number of a candidate, or by words of the paragraph."""

    CANDIDATE = "candidate"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about one directive: its paragraph, its words, who may be meant.

    ``spans`` are the pieces of the paragraph in the source text, so that quoted words
    can be traced back to it.
    """

    directive: str
    paragraph: str
    spans: tuple[Span, ...]
    action: str
    candidates: tuple[str, ...]

    def __post_init__(self) -> None:
        if sum(len(one) for one in self.spans) != len(self.paragraph):
            raise ValueError("the pieces of a paragraph are as long as its text")

    @property
    def words(self) -> str:
        """The question as it is put to the model."""
        numbered = [f"{number}. {one}" for number, one in enumerate(self.candidates, start=1)]
        listed = "\n".join(["0. 没有点名", *numbered])
        return f"段落：\n{self.paragraph}\n\n要求：\n{self.action}\n\n候选责任对象：\n{listed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Who a model thinks has to act, by whose voice, and where the words stand in the source.

    ``text`` is empty where the model says that nobody is named.
    """

    directive: str
    text: str
    basis: AdviceBasis
    span: Span | None
    model: str


def doubtful_questions(document: Mapping[str, Any], *, below: float) -> tuple[Question, ...]:
    """Return a question for every checkable directive of a reading that is less sure than ``below``.

    ``document`` is the reading in the shape of the contract; repeats are asked once, at
    their first place.
    """
    articles = {one["id"]: one for one in document["articles"]}
    named = _named_by_article(document["directives"])
    found = []
    for one in document["directives"]:
        if one["confidence"] >= below or one.get("repeats") or one["kind"] not in _CHECKABLE:
            continue
        paragraph = _paragraph_of(one, articles.get(one["article"]))
        if paragraph is not None:
            text, spans = paragraph
            found.append(
                Question(
                    directive=one["id"],
                    paragraph=text,
                    spans=spans,
                    action=one["action"],
                    candidates=named.get(one["article"], ())[:_MOST_CANDIDATES],
                )
            )
    return tuple(found)


_CHECKABLE = frozenset({"task", "standing"})


def ask_model(
    questions: Sequence[Question], model: LanguageModel
) -> tuple[tuple[Advice, ...], tuple[Diagnostic, ...]]:
    """Put every question to the model; a refused or missing answer is told and left out.

    Stops at the first question that the model cannot be reached for.
    """
    taken: list[Advice] = []
    told: list[Diagnostic] = []
    for one in questions:
        answer = model.answer(INSTRUCTIONS, one.words)
        if answer is None:
            told.append(_told("reading.model_silent", model=model.name))
            break
        advice = accepted(one, answer, model=model.name)
        if advice is None:
            told.append(_told("reading.model_refused", model=model.name, directive=one.directive))
        else:
            taken.append(advice)
    return tuple(taken), tuple(told)


def accepted(question: Question, answer: str, *, model: str) -> Advice | None:
    """Return the advice that an answer gives, or None unless it is true to the letter."""
    stated = _object_of(answer)
    if stated is None or len(stated.keys() & {"candidate", "quote"}) != 1:
        return None
    number = stated.get("candidate")
    if number is not None:
        if isinstance(number, bool) or not isinstance(number, int):
            return None
        if not _NOBODY <= number <= len(question.candidates):
            return None
        text = question.candidates[number - 1] if number != _NOBODY else ""
        span = _place(question, text) if text else None
        return Advice(
            directive=question.directive,
            text=text,
            basis=AdviceBasis.CANDIDATE,
            span=span,
            model=model,
        )
    quote = stated["quote"]
    if not isinstance(quote, str) or not 1 < len(quote.strip()) <= _LONGEST_QUOTE:
        return None
    span = _place(question, quote)
    if span is None:
        return None
    return Advice(
        directive=question.directive, text=quote, basis=AdviceBasis.QUOTE, span=span, model=model
    )


def _told(code: str, **arguments: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, arguments=tuple(arguments.items()))


def _object_of(answer: str) -> dict[str, Any] | None:
    if len(answer) > _LONGEST_ANSWER:
        return None
    try:
        stated = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    return stated if isinstance(stated, dict) else None


def _place(question: Question, words: str) -> Span | None:
    """Return where words stand in the source, where one piece of the paragraph holds them whole."""
    reached = 0
    for span in question.spans:
        piece = question.paragraph[reached : reached + len(span)]
        at = piece.find(words)
        if at >= 0:
            return Span(start=span.start + at, end=span.start + at + len(words))
        reached += len(span)
    return None


def _named_by_article(directives: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Return who the directives of each article name, each once, in the order of the page."""
    named: dict[str, dict[str, None]] = {}
    for one in directives:
        words = [each["text"] for each in one["addressees"] if each["kind"] in _NAMED]
        if one.get("lead"):
            words.append(one["lead"])
        named.setdefault(one["article"], {}).update(dict.fromkeys(words))
    return {article: tuple(words) for article, words in named.items()}


def _paragraph_of(
    directive: Mapping[str, Any], article: Mapping[str, Any] | None
) -> tuple[str, tuple[Span, ...]] | None:
    start = directive["spans"][0][0]
    for paragraph in article["paragraphs"] if article else ():
        if any(first <= start < last for first, last in paragraph["spans"]):
            spans = tuple(Span(start=first, end=last) for first, last in paragraph["spans"])
            return paragraph["text"], spans
    return None
