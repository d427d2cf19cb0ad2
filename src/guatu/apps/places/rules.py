"""Who may change places."""

from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role

_WRITERS = frozenset({Role.CLERK, Role.ADMINISTRATOR})


def may_change_places(acting: Acting) -> Permission:
    """Return whether places and the lines of the map may be changed."""
    if acting.role in _WRITERS:
        return Allowed()
    return Denied(code="places.clerk_only")
