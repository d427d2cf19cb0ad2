"""One step of a sample matter, made by the action that people would use for it."""

from collections.abc import Callable, Mapping
from typing import Any

from guatu.adapters.sample_values import SampleStep
from guatu.apps.matters import actions
from guatu.domain.following.stages import Move
from guatu.domain.kernel.acting import Acting
from guatu.entry.desk_tools import rulebook

# The action of each move that the sample makes, and what the step tells it.
_MOVES: Mapping[Move, tuple[Callable[..., Any], Callable[[SampleStep], Mapping[str, Any]]]] = {
    Move.REGISTER: (actions.register_matter, lambda _: {}),
    Move.ISSUE: (actions.issue_matter, lambda _: {}),
    Move.SIGN: (actions.sign_matter, lambda _: {}),
    Move.START: (actions.start_matter, lambda step: {"plan": step.words}),
    Move.REPORT: (
        actions.report_matter,
        lambda step: {"percent": step.percent, "facts": step.words, "problem": step.problem},
    ),
    Move.INFORM: (
        actions.inform_matter,
        lambda step: {"percent": step.percent, "facts": step.words, "problem": step.problem},
    ),
    Move.VERIFY: (actions.verify_matter, lambda step: {"note": step.words}),
    Move.RETURN: (
        actions.return_for_rework,
        lambda step: {"reason": step.reason, "note": step.words},
    ),
    Move.COMPLETE: (actions.complete_matter, lambda step: {"opinion": step.words}),
    Move.CLOSE: (actions.close_matter, lambda step: {"close_reason": step.reason}),
    Move.DROP: (actions.drop_matter, lambda step: {"reason": step.words}),
    Move.SUSPEND: (actions.suspend_matter, lambda step: {"reason": step.words}),
}


def make_move(acting: Acting, matter_id: int, version: int, step: SampleStep) -> Any:
    """Make the step's move and return the matter as it then stands."""
    action, told = _MOVES[step.move]
    return action(
        acting=acting,
        matter_id=matter_id,
        expected_version=version,
        rules=rulebook(),
        **told(step),
    )
