"""The house's settings, all from documented environment variables (docs/builders/settings.md).

VUURTOREN_DATA   folder of the database, files and the secret key (default `data/` below the working folder)
DATABASE_URL     `postgres://user:password@host:port/name`, with `?pooler=yes` where a pooler is between; without it:
                 SQLite in VUURTOREN_DATA
PORT             the port of `vuurtoren serve` (default 8000)
VUURTOREN_ORIGIN the address people use, for example `https://lichthaven.example`; decides hosts and cookies
VUURTOREN_SECRET_KEY  the signing key; without it one is made in VUURTOREN_DATA
VUURTOREN_MAIL   `smtp://user:password@host:port`; without it mail is printed on the console
VUURTOREN_MAIL_FROM   the sender of mail
VUURTOREN_BASEMAP     address of a public map style; without it the house draws its own map
VUURTOREN_OVERPASS    the Overpass API that `places fetch` asks
VUURTOREN_PDOK   the root of PDOK's services that `places fetch --source pdok` asks
VUURTOREN_CBS_YEAR    the edition of CBS Wijken en Buurten that PDOK is asked for
VUURTOREN_PATIENCE    seconds that one answer from the internet may take
VUURTOREN_PROXY  set to `1` only when a trusted proxy in front sets X-Forwarded-Proto and X-Forwarded-For
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def _number(name: str, text: str, allowed: range) -> int:
    """A whole number from the environment; raises ImproperlyConfigured, which the command line says in one sentence."""
    if not (text.isascii() and text.isdigit() and int(text) in allowed):
        raise ImproperlyConfigured(f"{name}={text}: a whole number from {allowed[0]} to {allowed[-1]}")
    return int(text)


DATA = Path(os.environ.get("VUURTOREN_DATA", "data")).absolute()
ORIGIN = os.environ.get("VUURTOREN_ORIGIN", "")
PORT = _number("PORT", os.environ.get("PORT", "8000"), range(1, 65536))
BASEMAP = os.environ.get("VUURTOREN_BASEMAP", "")
OVERPASS = os.environ.get("VUURTOREN_OVERPASS", "https://overpass-api.de/api/interpreter")
PDOK = os.environ.get("VUURTOREN_PDOK", "https://api.pdok.nl")
CBS_YEAR = _number("VUURTOREN_CBS_YEAR", os.environ.get("VUURTOREN_CBS_YEAR", "2025"), range(1995, 2100))
PATIENCE_S = float(os.environ.get("VUURTOREN_PATIENCE", "120"))
SECURE = ORIGIN.startswith("https://")

WAIT_FOR_WRITERS_S = 30


def _secret_key() -> str:
    """The key from the environment, or one kept in the data folder and made at first use."""
    if given := os.environ.get("VUURTOREN_SECRET_KEY"):
        return given
    file = DATA / "secret_key"
    DATA.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_text().strip() or secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as out:
        key = secrets.token_urlsafe(50)
        out.write(key)
    return key


def _database() -> dict[str, Any]:
    """SQLite as docs/decisions/0004 wants it, or PostgreSQL with its own safe defaults."""
    if url := os.environ.get("DATABASE_URL"):
        try:
            found: dict[str, Any] = dict(
                dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
            )
        except ValueError:
            raise ImproperlyConfigured(
                "DATABASE_URL: write postgres://user:password@host:port/name"
            ) from None
        if found["ENGINE"] == "django.db.backends.postgresql":
            found["ENGINE"] = "vuurtoren.config.postgresql"
            pooler = found.get("OPTIONS", {}).pop("pooler", "no")
            found["DISABLE_SERVER_SIDE_CURSORS"] = pooler in ("yes", True, 1)
        return found
    DATA.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "vuurtoren.sqlite3",
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT_FOR_WRITERS_S,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
        },
    }


def _mail(address: str) -> dict[str, Any]:
    """Django's mail settings from one address, `smtp://user:password@host:port` or `smtps://…`."""
    parts = urlsplit(address)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": parts.username or "",
        "EMAIL_HOST_PASSWORD": parts.password or "",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
    }


SECRET_KEY = _secret_key()
DEBUG = False
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "vuurtoren.web.urls"
WSGI_APPLICATION = "vuurtoren.config.wsgi.application"
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]

_host = urlsplit(ORIGIN).hostname
ALLOWED_HOSTS = [_host] if _host else ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ORIGIN] if ORIGIN else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "vuurtoren.journal",
    "vuurtoren.places",
    "vuurtoren.people",
    "vuurtoren.light",
    "vuurtoren.stay",
    "vuurtoren.power",
    "vuurtoren.initiatives",
    "vuurtoren.nudges",
    "vuurtoren.care",
    "vuurtoren.response",
    "vuurtoren.tables",
    "vuurtoren.gifts",
    "vuurtoren.reflection",
    "vuurtoren.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vuurtoren.web.middleware.VisitMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "vuurtoren.web.environment.environment",
            "context_processors": ["vuurtoren.web.environment.page_context"],
        },
    },
    {  # only for what libraries bring with them
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# --- who comes in -------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "welcome"
LOGOUT_REDIRECT_URL = "door"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "gift_code": "8/5m/ip,60/h/key"
}  # beside those of the library; by address, and by neighbourhood
ACCOUNT_ADAPTER = "vuurtoren.web.sign_in.Adapter"
ACCOUNT_FORMS = {
    "confirm_login_code": "vuurtoren.web.codes.LoginCode",
    "confirm_email_verification_code": "vuurtoren.web.codes.SignUpCode",
}

SESSION_ENGINE = "vuurtoren.web.sessions"
SESSION_COOKIE_NAME = "vuurtoren"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vuurtoren.web.trouble.from_elsewhere"
if os.environ.get("VUURTOREN_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = (
        1  # who tries codes is then found in X-Forwarded-For, as that proxy writes it
    )

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "worker-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "connect-src": ["'self'", *([f"https://{urlsplit(BASEMAP).hostname}"] if BASEMAP else [])],
    }
}

# Limits on trying a code are kept in the database, shared by all processes; nothing of a page is kept in a cache. Django
# throws away a third of a full cache: with its usual 300 rows, a crowd of addresses would wash away the limit of one.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

# --- mail, files, logs --------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("VUURTOREN_MAIL_FROM", "Vuurtoren <vuurtoren@localhost>")
if _address := os.environ.get("VUURTOREN_MAIL"):
    globals().update(_mail(_address))

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [Path(__file__).parent.parent / "web" / "static"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},  # standard error
    "root": {"handlers": ["console"], "level": "WARNING"},
}
