"""Who acts in an API request, and which roles a route lets in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie

from guatu.apps.journal.refusal import Refused
from guatu.domain.kernel.acting import Acting, Role
from guatu.entry.roles import EVERYONE


class NotPermitted(Refused):
    """The account holds no post, or its role has no right to the route."""


class ForRoles(APIKeyCookie):
    """Lets in a signed-in session that acts in one of the roles; writes need the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, roles: frozenset[Role] = EVERYONE) -> None:
        super().__init__(csrf=True)
        self.roles = roles

    def authenticate(  # type: ignore[explicit-override]  # typing.override needs Python 3.12
        self,
        request: HttpRequest,
        key: str | None,  # noqa: ARG002  ninja's interface
    ) -> Any:
        """Return who acts; None before signing in; NotPermitted where the post has no right."""
        if not request.user.is_authenticated:
            return None
        found: Acting | None = request.seat.acting  # type: ignore[attr-defined]  # ActingMiddleware
        if found is None:
            raise NotPermitted("entry.no_post")
        if found.role not in self.roles:
            raise NotPermitted("entry.wrong_role")
        return found


def acting(request: HttpRequest) -> Acting:
    """Return who acts in a request that its route has let in."""
    found: Acting = request.auth  # type: ignore[attr-defined]  # set by ninja from ForRoles
    return found
