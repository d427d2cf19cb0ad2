"""The word lists that reading stands on, as one value that an adapter loads from packs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.usage import Usage

_TABLES = ("models", "simplified", "usage")


# Compared by identity: the compiled patterns are kept per lexicon, and hashing thousands of
# words at every look-up would cost more than reading.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Words of the genre: names, posts, speech verbs, units, demands, page furniture.

    Every field but ``models`` is a tuple of words as the packs list them; ``surnames``, ``word_surnames``, ``plain_verbs``
    and ``not_prohibited`` hold one character each. ``models`` are the trained weights of decisions,
    by the name of the decision; ``simplified`` gives the simple form of a traditional
    character (both as code points); ``usage`` how the language is written. Rules look words up here and hold none of their own.
    """

    surnames: tuple[str, ...]
    word_surnames: tuple[str, ...]
    compound_surnames: tuple[str, ...]
    posts: tuple[str, ...]
    after_names: tuple[str, ...]
    list_followers: tuple[str, ...]
    person_words: tuple[str, ...]
    not_given_names: tuple[str, ...]
    not_names: tuple[str, ...]
    paired_syllables: tuple[str, ...]
    single_syllables: tuple[str, ...]
    spelled_parts: tuple[str, ...]
    spelled_tails: tuple[str, ...]
    not_posts: tuple[str, ...]
    rare_name_stops: tuple[str, ...]
    reporter_words: tuple[str, ...]
    demand_verbs: tuple[str, ...]
    report_verbs: tuple[str, ...]
    soft_verbs: tuple[str, ...]
    charge_verbs: tuple[str, ...]
    decided_verbs: tuple[str, ...]
    collective_speakers: tuple[str, ...]
    not_speech_heads: tuple[str, ...]
    request_nouns: tuple[str, ...]
    fresh_starts: tuple[str, ...]
    unit_suffixes: tuple[str, ...]
    unit_words: tuple[str, ...]
    unit_abbreviations: tuple[str, ...]
    unit_short_forms: tuple[str, ...]
    everyone_marks: tuple[str, ...]
    class_starts: tuple[str, ...]
    enterprise_ends: tuple[str, ...]
    not_unit_starts: tuple[str, ...]
    admitted_unit_starts: tuple[str, ...]
    not_units: tuple[str, ...]
    audiences: tuple[str, ...]
    acting_words: tuple[str, ...]
    light_acting_words: tuple[str, ...]
    plain_verbs: tuple[str, ...]
    official_verbs: tuple[str, ...]
    not_unit_ends: tuple[str, ...]
    head_trims: tuple[str, ...]
    adverbs: tuple[str, ...]
    modals: tuple[str, ...]
    modal_not_before: tuple[str, ...]
    modal_not_after: tuple[str, ...]
    not_prohibited: tuple[str, ...]
    imperatives: tuple[str, ...]
    weak_imperatives: tuple[str, ...]
    official_deeds: tuple[str, ...]
    assertion_marks: tuple[str, ...]
    attitudes: tuple[str, ...]
    standing_marks: tuple[str, ...]
    vague_deadlines: tuple[str, ...]
    happenings: tuple[str, ...]
    festivals: tuple[str, ...]
    measure_units: tuple[str, ...]
    lead_marks: tuple[str, ...]
    lead_times: tuple[str, ...]
    section_words: tuple[str, ...]
    furniture_marks: tuple[str, ...]
    label_starts: tuple[str, ...]
    caption_starts: tuple[str, ...]
    visit_words: tuple[str, ...]
    event_words: tuple[str, ...]
    place_verbs: tuple[str, ...]
    ledger_demands: tuple[str, ...]
    ledger_tasks: tuple[str, ...]
    ledger_problems: tuple[str, ...]
    ledger_places: tuple[str, ...]
    ledger_leads: tuple[str, ...]
    ledger_units: tuple[str, ...]
    ledger_persons: tuple[str, ...]
    ledger_helpers: tuple[str, ...]
    ledger_deadlines: tuple[str, ...]
    ledger_issuers: tuple[str, ...]
    ditto_marks: tuple[str, ...]
    office_trades: tuple[str, ...]
    models: Mapping[str, DecisionModel] = field(default_factory=dict)
    simplified: Mapping[int, int] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if name in _TABLES:
                continue
            words = getattr(self, name)
            if not words or not all(words):
                raise ValueError(f"the lexicon's {name} is empty or holds an empty word")
