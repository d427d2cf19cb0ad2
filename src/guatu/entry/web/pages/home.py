"""The first page: what is due, what is red, what came in, the wall in small."""

from django.http import HttpResponse
from django.shortcuts import render

from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.routing import EVERYONE, page


def home(request: OfficeRequest) -> HttpResponse:
    """Show the day's work of the post that acts."""
    return render(request, "home/home.html")


routes = [page("", home, name="home", roles=EVERYONE)]
