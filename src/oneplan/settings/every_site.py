"""What every setting has in common: the site's parts, its templates, its safety."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from oneplan.settings.databases import database
from oneplan.settings.directories import directories
from oneplan.settings.sign_in import *  # noqa: F403 - settings are names in a module
from oneplan.settings.starting import starters

WEBSITE = Path(__file__).resolve().parents[1] / "website"

ONEPLAN_DATA = Path(os.environ.get("ONEPLAN_DATA", ".oneplan")).resolve()
"""Where the plans lie (plans/), the embedded database and, for a while, the readings of uploads."""

ONEPLAN_LARGEST_UPLOAD = 25_000_000
ONEPLAN_READING_SECONDS = 60
ONEPLAN_READING_BYTES = 1024 * 1024 * 1024
ONEPLAN_READINGS_AT_ONCE = 2
ONEPLAN_READINGS_KEPT = 40
ONEPLAN_READING_KEPT_SECONDS = 60 * 60
ONEPLAN_IMPORTS_KEPT = 200
ONEPLAN_IMPORT_KEPT_SECONDS = 24 * 60 * 60

ONEPLAN_DEMONSTRATION = False
"""Whether anybody may sign in as the demo's people by a button; never on a server."""

ONEPLAN_STARTERS = starters(os.environ.get("ONEPLAN_STARTERS", ""))
"""Who may start a partnership on the site; otherwise one begins with ``oneplan manage``."""

DEBUG = False
INSTALLED_APPS = [
    "django.contrib.contenttypes",  # django.contrib.auth asks for it
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "oneplan.partnership.audit",
    "oneplan.partnership.accounts",
    "oneplan.partnership.partners",
    "oneplan.partnership.plans",
    "oneplan.website",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "oneplan.website.middleware.safe_headers",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "oneplan.website.middleware.refuse_large_uploads",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "oneplan.website.middleware.refuse_zero_bytes",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "oneplan.website.middleware.take_kept_forms",
    "oneplan.website.middleware.keep_own_pages_private",
    "oneplan.website.middleware.explain_wrong_methods",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "oneplan.website.urls"
WSGI_APPLICATION = "oneplan.website.wsgi.application"
DATABASES = {"default": database(os.environ.get("ONEPLAN_DATABASE", ""), ONEPLAN_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": directories(os.environ)}}
CACHES = {
    "default": {  # every process of a server must count the same attempts to sign in
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEBSITE],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "oneplan.website.templating.environment"},
    }
]

EMAIL_FILE_PATH: Path | None = None  # where a computer that sends no e-mail keeps it

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEBSITE / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True  # the wheel's own files are served as they lie: nothing to collect
WHITENOISE_MAX_AGE = 3600

# The only cookie: set when somebody signs in or opens "Check your own plan".
SESSION_ENGINE = "oneplan.partnership.accounts.sessions"
SESSION_COOKIE_NAME = "oneplan"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 24 * 3600
CSRF_USE_SESSIONS = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "oneplan.website.pages.errors.views.form_too_old"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
DATA_UPLOAD_MAX_NUMBER_FILES = 2
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
