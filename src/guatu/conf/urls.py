"""Every address the web answers, gathered from the pages and the API."""

from django.urls import include, path

from guatu.entry.api.urls import api
from guatu.entry.web.urls import urlpatterns as pages

urlpatterns = [
    path("api/v1/", api.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    *pages,
]
