"""The local language model that the office may name, and what it is asked.

``GUATU_MODEL_URL``  address of an OpenAI-compatible server, up to its version; unset: no model
``GUATU_MODEL_NAME`` the model to ask for
``GUATU_MODEL_KEY``  bearer token, where the server wants one
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from guatu.adapters.local_model import LocalModel
from guatu.adapters.packs import load_messages
from guatu.apps.sources.values import Advisor
from guatu.domain.kernel.protocols import LanguageModel
from guatu.domain.reading import ask_model, doubtful_questions

ASK_BELOW = 0.85


def has_model() -> bool:
    """Tell whether the office named a local model."""
    return bool(os.environ.get("GUATU_MODEL_URL"))


def advisor() -> Advisor | None:
    """Return what asks the office's model, or None where there is none."""
    address = os.environ.get("GUATU_MODEL_URL", "")
    if not address:
        return None
    model = LocalModel(
        address=address,
        name=os.environ.get("GUATU_MODEL_NAME", "local"),
        key=os.environ.get("GUATU_MODEL_KEY", ""),
    )
    return lambda document: advice_of(document, model)


def advice_of(
    document: Mapping[str, Any], model: LanguageModel
) -> tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]:
    """Return a model's advice on a reading as it is stored, and what was not taken, in words."""
    taken, told = ask_model(doubtful_questions(document, below=ASK_BELOW), model)
    messages = load_messages("zh")
    advice = [
        {
            "directive": one.directive,
            "text": one.text,
            "basis": one.basis.value,
            "span": [one.span.start, one.span.end] if one.span is not None else None,
            "model": one.model,
        }
        for one in taken
    ]
    return advice, [{"code": one.code, "message": messages.of(one)} for one in told]
