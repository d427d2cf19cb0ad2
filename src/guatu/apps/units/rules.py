"""Who may change units, people and posts."""

from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role


def may_change_units(acting: Acting) -> Permission:
    """Return whether units, people, posts, deputies and accounts may be changed.

    Only an administrator of the region may: whoever deals out rights must not do so as part
    of following matters.
    """
    if acting.role is Role.ADMINISTRATOR:
        return Allowed()
    return Denied(code="units.administrator_only")


def may_see_office(acting: Acting) -> Permission:
    """Return whether the list of people and posts of the region may be seen whole."""
    if acting.role is Role.LIAISON:
        return Denied(code="units.own_unit_only")
    return Allowed()


def may_learn_names(acting: Acting) -> Permission:
    """Return whether another name of a unit may be remembered: who works at the desk meets them."""
    if acting.role in {Role.CLERK, Role.ADMINISTRATOR}:
        return Allowed()
    return Denied(code="units.administrator_only")
