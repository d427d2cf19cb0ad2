"""Evidence in six classes, and the least class that closing a kind of matter asks for."""

from enum import IntEnum, StrEnum

from guatu.domain.kernel.packs import RulePack


class EvidenceClass(IntEnum):
    """How far evidence can be trusted (domain A7), from a statement to a third party."""

    E0 = 0
    E1 = 1
    E2 = 2
    E3 = 3
    E4 = 4
    E5 = 5

    @property
    def message(self) -> str:
        """The message code that says in words what the class is."""
        return f"following.evidence.{self.name.lower()}"


class MatterKind(StrEnum):
    """What a matter asks for; decides the evidence that closes it."""

    PAPER = "paper"
    WORK = "work"
    QUANTITY = "quantity"
    RECTIFICATION = "rectification"
    HAZARD = "hazard"


def least_evidence(kind: MatterKind, pack: RulePack) -> EvidenceClass:
    """Return the least class that closes a matter of the kind, by a ``matter_evidence`` pack."""
    return EvidenceClass[pack.body["closing"][kind]]
