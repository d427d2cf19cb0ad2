"""Who acts in a request: the account's posts in force and the one it acts in now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from guatu.apps.units.queries import acting_in, posts_in_force
from guatu.apps.units.values import PostInForce
from guatu.domain.kernel.acting import Acting
from guatu.entry import clock
from guatu.entry.clock import day_of

POST_KEY = "post_id"


def _now() -> datetime:
    # Asked through the module, so that a test can set the clock.
    return clock.moment()


@dataclass
class Seat:
    """The place of a request's account in the office, looked up at most once a request."""

    request: HttpRequest
    at: datetime = field(default_factory=_now)

    @cached_property
    def posts(self) -> tuple[PostInForce, ...]:
        """The posts in force today, the preferred one first; none before signing in."""
        user = self.request.user
        if not user.is_authenticated:
            return ()
        return posts_in_force(user.person_id, day_of(self.at))

    @cached_property
    def post(self) -> PostInForce | None:
        """The post that the person acts in: the one chosen in this session, else the first."""
        chosen = self.request.session.get(POST_KEY)
        of_choice = [one for one in self.posts if one.post_id == chosen]
        return next(iter([*of_choice, *self.posts]), None)

    @cached_property
    def acting(self) -> Acting | None:
        """Who acts, in which post, how far it sees; None without a post in force."""
        if self.post is None:
            return None
        return acting_in(self.post, at=self.at, today=day_of(self.at))

    @cached_property
    def name(self) -> str:
        """The name of the person who has signed in; empty before."""
        user = self.request.user
        return user.person.name if user.is_authenticated else ""

    def choose(self, post_id: int) -> bool:
        """Act in another own post from now on; False where it is not one in force."""
        if not any(one.post_id == post_id for one in self.posts):
            return False
        self.request.session[POST_KEY] = post_id
        return True


class OfficeRequest(HttpRequest):
    """A request that a guarded page receives: ``acting`` is set, the role has been checked."""

    acting: Acting
    seat: Seat
    htmx: HtmxDetails


class ActingMiddleware:
    """Gives every request its seat; nothing is looked up until a page or the frame asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set ``request.seat`` and pass the request on."""
        request.seat = Seat(request)  # type: ignore[attr-defined]  # read as OfficeRequest.seat
        return self.get_response(request)
