"""Who may enter alerts, confirm orders and keep the emission list."""

from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role

_OFFICE = frozenset({Role.CLERK, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR})
_KEEPERS = frozenset({Role.CLERK, Role.ADMINISTRATOR})


def may_keep_list(acting: Acting) -> Permission:
    """Return whether the emission list may be changed."""
    if acting.role in _KEEPERS:
        return Allowed()
    return Denied(code="watch.clerk_only")


def may_enter_alert(acting: Acting) -> Permission:
    """Return whether an alert may be entered or lifted; the city issues it, the county executes."""
    if acting.role in _OFFICE:
        return Allowed()
    return Denied(code="watch.office_only")


def may_confirm(acting: Acting, unit_id: int) -> Permission:
    """Return whether the receipt of an order may be confirmed: by its unit, or for it by a clerk."""
    if acting.role in _KEEPERS:
        return Allowed()
    if acting.role is Role.LIAISON and acting.scope.sees_unit(unit_id):
        return Allowed()
    return Denied(code="watch.own_orders_only")
