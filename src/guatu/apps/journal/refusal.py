"""How an action says no: a code with arguments, put into words at the edge."""

from guatu.domain.kernel.acting import Denied, Permission


class Refused(Exception):
    """A rule or a state refuses the action; nothing was written.

    The words of ``code`` (``packs/messages``) tell the user what to do next.
    """

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = tuple(arguments.items())

    @classmethod
    def by(cls, denied: Denied) -> "Refused":
        """Return the refusal that a denied permission stands for."""
        return cls(denied.code, **dict(denied.arguments))


def demand(permission: Permission) -> None:
    """Refuse with the words of the rule that denies; an allowed act goes on."""
    if isinstance(permission, Denied):
        raise Refused.by(permission)


class Absent(Exception):
    """The row is not there or not in sight; both look the same to the asker."""
