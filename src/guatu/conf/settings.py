"""Django's settings, worked out from the data folder and a few environment variables.

``GUATU_DATA``      the data folder (database, files, secret); default ``data`` here
``GUATU_DATABASE``  ``postgresql://user:password@host:port/name`` in place of the embedded SQLite
``GUATU_HOSTS``     host names the web answers to, separated by commas
``GUATU_HTTPS``     ``1`` where a proxy serves HTTPS: cookies are then sent over HTTPS only
``GUATU_LANG``      ``zh`` or ``en`` for words on the command line
"""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from guatu.conf.data_folder import database_of, secret_of

PACKAGE_FOLDER = Path(__file__).resolve().parent.parent
DATA_FOLDER = Path(os.environ.get("GUATU_DATA", "data")).resolve()

SECRET_KEY = secret_of(DATA_FOLDER)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("GUATU_HOSTS", "*").split(",")

DATABASES: dict[str, Any] = {"default": database_of(DATA_FOLDER, os.environ.get("GUATU_DATABASE"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "csp",
    "guatu.apps.journal.apps.JournalConfig",
    "guatu.apps.units.apps.UnitsConfig",
    "guatu.apps.sources.apps.SourcesConfig",
    "guatu.apps.places.apps.PlacesConfig",
    "guatu.apps.matters.apps.MattersConfig",
    "guatu.apps.works.apps.WorksConfig",
    "guatu.apps.watch.apps.WatchConfig",
    "guatu.apps.reports.apps.ReportsConfig",
    "guatu.entry.web.apps.WebConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "guatu.entry.web.acting.ActingMiddleware",
    "axes.middleware.AxesMiddleware",
]

AUTH_USER_MODEL = "units.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "guatu.entry.web.pages.sign_in.locked_out"

ROOT_URLCONF = "guatu.conf.urls"
WSGI_APPLICATION = "guatu.conf.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "guatu.entry.web.context.office",
            ],
        },
    },
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = sorted((PACKAGE_FOLDER / "locale").glob("[a-z]*"))
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
# Static files are served from the package itself; nothing is collected.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
FILES_FOLDER = DATA_FOLDER / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

HTTPS = os.environ.get("GUATU_HTTPS") == "1"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
# Plain HTTP is right inside an office's own network; W004 (HSTS) and W008 (redirect) are the
# proxy's business where there is HTTPS, W012 and W016 (secure cookies) go with it.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008"]
if not HTTPS:
    SILENCED_SYSTEM_CHECKS += ["security.W012", "security.W016"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
