"""Reading: from the text of a page to articles, records and directives, each with its quote."""

from guatu.domain.reading.advice import Advice, ask_model, doubtful_questions
from guatu.domain.reading.document import reading_document
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import SourceText
from guatu.domain.reading.page import read_page
from guatu.domain.reading.source_document import source_text_of
from guatu.domain.reading.sources import read_source
from guatu.domain.reading.values import Reading, SourceFacts, facts_of

__all__ = [
    "Advice",
    "Lexicon",
    "Reading",
    "SourceFacts",
    "SourceText",
    "ask_model",
    "doubtful_questions",
    "facts_of",
    "read_page",
    "read_source",
    "reading_document",
    "source_text_of",
]
