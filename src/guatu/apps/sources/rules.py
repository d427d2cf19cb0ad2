"""Who may see sources and work at the reading desk."""

from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role, Scope


def may_work_at_desk(acting: Acting) -> Permission:
    """Return whether sources may be received and their proposals decided: clerks of the region."""
    if acting.role is Role.CLERK:
        return Allowed()
    return Denied(code="sources.clerk_only")


def sees_sources(scope: Scope) -> bool:
    """Tell whether the scope reaches sources: a page names many units, so a liaison's does not."""
    return scope.unit_ids is None
