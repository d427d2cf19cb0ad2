"""Addresses with their rights: every page says in one place which roles may open it.

The rule travels on the URLPattern (``pattern.callback.roles``), so that a test can
compare every address with the access table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control, patch_vary_headers

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.refusal import Absent, Refused
from guatu.domain.kernel.acting import Role
from guatu.entry.roles import (
    ADMINISTRATORS,
    APPROVERS,
    CLERKS,
    EVERYONE,
    OFFICE,
    WHOLE_REGION,
    WORKERS,
)
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.refusals import (
    render_absent,
    render_no_post,
    render_refusal,
    render_stale,
    render_wrong_role,
)

__all__ = [
    "ADMINISTRATORS",
    "APPROVERS",
    "CLERKS",
    "EVERYONE",
    "OFFICE",
    "PUBLIC",
    "SIGNED_IN",
    "WHOLE_REGION",
    "WORKERS",
    "GuardedPage",
    "Open",
    "page",
]


class Open(Enum):
    """Rights that hang on no role: nobody in particular, or anybody who has signed in."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"


PUBLIC: Final = Open.PUBLIC
SIGNED_IN: Final = Open.SIGNED_IN

Rights = frozenset[Role] | Open


@dataclass(frozen=True)
class GuardedPage:
    """A view behind its rights; refusals of actions become pages with what to do next."""

    view: Callable[..., HttpResponseBase]
    rights: Rights

    def __call__(self, request: OfficeRequest, **parts: Any) -> HttpResponseBase:
        """Answer the request if its role may; else sign-in, a 403 page, or why there is no post."""
        response = self._refuse(request) or self._answer(request, parts)
        if self.rights is not PUBLIC:
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ["Cookie"])
        return response

    def _refuse(self, request: OfficeRequest) -> HttpResponseBase | None:
        if self.rights is PUBLIC:
            return None
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if self.rights is SIGNED_IN:
            return None
        acting = request.seat.acting
        if acting is None:
            return render_no_post(request)
        if acting.role not in self.rights:
            return render_wrong_role(request)
        request.acting = acting
        return None

    def _answer(self, request: OfficeRequest, parts: dict[str, Any]) -> HttpResponseBase:
        try:
            return self.view(request, **parts)
        except Refused as refused:
            return render_refusal(request, refused)
        except StaleVersion:
            return render_stale(request)
        except Absent:
            return render_absent(request)


def page(
    pattern: str,
    view: Callable[..., HttpResponseBase],
    *,
    name: str,
    roles: Rights,
) -> URLPattern:
    """Return the address of a page that only the roles may open.

    Not signed in → the sign-in page and back; signed in without a right → 403;
    ``Refused``, ``StaleVersion`` and ``Absent`` raised by the view → their pages.
    """
    return path(pattern, GuardedPage(view=view, rights=roles), name=name)


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    return redirect_to_login(back)
