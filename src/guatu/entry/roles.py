"""Sets of roles that pages and API name when they say who may open an address."""

from typing import Final

from guatu.domain.kernel.acting import Role

EVERYONE: Final = frozenset(Role)
OFFICE: Final = frozenset({Role.CLERK, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR})
CLERKS: Final = frozenset({Role.CLERK, Role.ADMINISTRATOR})
APPROVERS: Final = frozenset({Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR})
WORKERS: Final = frozenset(Role) - {Role.VIEWER}
ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR})
WHOLE_REGION: Final = frozenset(Role) - {Role.LIAISON}
