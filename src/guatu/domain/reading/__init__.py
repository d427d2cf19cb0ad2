"""Reading: from the text of a page to articles, records and directives, each with its quote."""

from guatu.domain.reading.advice import Advice, ask_model, doubtful_questions
from guatu.domain.reading.document import reading_document
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.page import read_page
from guatu.domain.reading.values import Reading, SourceFacts

__all__ = [
    "Advice",
    "Lexicon",
    "Reading",
    "SourceFacts",
    "ask_model",
    "doubtful_questions",
    "read_page",
    "reading_document",
]
