"""A certificate as plain data and as one sentence that a mayor can read."""

from typing import Any

from guatu.domain.kernel.interval import day_of
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.certificate import (
    Certificate,
    ChainFloor,
    ChainProof,
    ChainStep,
    Element,
    ForcedActivity,
    OverloadProof,
)
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.plan_document import link_document

_LONGEST_CHAIN = 12


def certificate_document(proof: Certificate, plan: Plan, *, messages: Messages) -> dict[str, Any]:
    """Return the certificate as plain data, with ``text`` in one language."""
    if isinstance(proof, OverloadProof):
        return _overload(proof, plan, messages)
    return {
        "kind": "chain",
        "floor": _floor(proof.floor),
        "steps": [_step(one) for one in proof.steps],
        "deadline": {
            "kind": proof.deadline.kind.value,
            "activity": proof.deadline.activity,
            "last_day": _iso(proof.deadline.last_day),
        },
        "won": dict(proof.won),
        "days_off_worked": list(proof.opened),
        "ends_on": _iso(proof.ends_on),
        "missing_days": proof.missing_days,
        "missing_working_days": proof.missing_working_days,
        "needed": [
            {"kind": one.kind, "name": one.name, "text": _part(one, proof, plan, messages)}
            for one in proof.needed
        ],
        "minimal": proof.is_minimal,
        "text": certificate_text(proof, plan, messages=messages),
    }


def certificate_text(proof: Certificate, plan: Plan, *, messages: Messages) -> str:
    """Return the certificate as one sentence: what holds, what it takes, what is missing."""
    if isinstance(proof, OverloadProof):
        totals: dict[str, str | int] = {
            "start": _iso(proof.start),
            "end": _iso(proof.end - 1),
            "activities": _named([one.activity for one in proof.forced], "、"),
            "resource": proof.resource,
            "needed": proof.needed,
            "available": proof.available,
            "missing": proof.missing,
        }
        return messages.words("certificate.overload", totals)
    head = plan.activity(proof.steps[0].activity)
    last = plan.activity(proof.deadline.activity)
    joint = messages.words("certificate.joint", {})
    words = messages.words(
        "certificate.chain",
        {
            "head": messages.words(
                f"certificate.head.{proof.floor.kind.value}",
                {"activity": head.id, "name": head.name, "day": _iso(proof.floor.day)},
            ),
            "parts": joint.join(_part(one, proof, plan, messages) for one in proof.needed),
            "deadline": messages.words(
                "certificate.deadline",
                {"activity": last.id, "name": last.name, "day": _iso(proof.deadline.last_day)},
            ),
            "chain": _named([one.activity for one in proof.steps], "-"),
            "ends": _iso(proof.ends_on),
            "missing": proof.missing_days,
            "working": proof.missing_working_days,
        },
    )
    if not proof.won and not proof.opened:
        return words
    shorter = [f"{name} −{days}" for name, days in proof.won.items()]
    won = joint.join([*shorter, *(f"{name} 7/7" for name in proof.opened)])
    return words + messages.words("certificate.won", {"won": won})


def _named(names: list[str], joint: str) -> str:
    if len(names) <= _LONGEST_CHAIN:
        return joint.join(names)
    half = _LONGEST_CHAIN // 2
    return joint.join([*names[:half], "…", *names[-half:]])


def _iso(place: int) -> str:
    return day_of(place).isoformat()


def _floor(floor: ChainFloor) -> dict[str, Any]:
    return {"kind": floor.kind.value, "day": _iso(floor.day)}


def _step(step: ChainStep) -> dict[str, Any]:
    link = None if step.link is None else link_document(step.link)
    return {"activity": step.activity, "after": link}


def _part(one: Element, proof: ChainProof, plan: Plan, messages: Messages) -> str:
    arguments: dict[str, str | int]
    if one.kind == "days":
        activity = plan.activity(one.name)
        days = activity.days - proof.won.get(one.name, 0)
        arguments = {"activity": activity.id, "name": activity.name, "days": days}
    elif one.kind == "lag":
        before, _, after = one.name.partition("→")
        links = plan.activity(after).links
        lag = max(link.lag for link in links if link.predecessor == before)
        arguments = {"before": before, "after": after, "days": lag}
    elif one.kind == "stop":
        stop = plan.stop_work[int(one.name)]
        arguments = {
            "from": stop.window.start.isoformat(sep=" ", timespec="minutes"),
            "to": stop.window.end.isoformat(sep=" ", timespec="minutes"),
            "reason": stop.reason or "—",
        }
    else:
        arguments = {"calendar": one.name}
    return messages.words(f"certificate.part.{one.kind}", arguments)


def _overload(proof: OverloadProof, plan: Plan, messages: Messages) -> dict[str, Any]:
    return {
        "kind": "overload",
        "resource": proof.resource,
        "from": _iso(proof.start),
        "last_day": _iso(proof.end - 1),
        "needed": proof.needed,
        "available": proof.available,
        "missing": proof.missing,
        "core": list(proof.core),
        "activities": [_forced(one) for one in proof.forced],
        "text": certificate_text(proof, plan, messages=messages),
    }


def _forced(one: ForcedActivity) -> dict[str, Any]:
    return {
        "activity": one.activity,
        "floor": _floor(one.floor),
        "before": [_step(step) for step in one.before],
        "after": [_step(step) for step in one.after],
        "last_day": _iso(one.deadline.last_day),
    }
