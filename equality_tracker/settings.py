"""The project's settings: one file, every value from the environment (README.md lists them)."""

from pathlib import Path

import dj_database_url
import pghistory
import pgtrigger
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from equality_tracker.environment import flag, number, text, words

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = flag("DEBUG")
SECRET_KEY = text("SECRET_KEY", "development-only-not-a-secret" if DEBUG else None)
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
HTTPS = flag("HTTPS", not DEBUG)

COUNCIL_NAME = text("COUNCIL_NAME", "Our council")
CONTACT_EMAIL = text("CONTACT_EMAIL", "equality@example.org")

INSTALLED_APPS = [
    "equality_tracker.organisation",
    "equality_tracker.audit",
    "equality_tracker.evidence",
    "plans",
    "indicators",
    "assessments",
    "equality_tracker.imports",
    "equality_tracker.dashboards",
    "equality_tracker.admin_site.CouncilAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_tables2",
    "pghistory",
    "pgtrigger",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "equality_tracker.middleware.PrivatePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "equality_tracker.security_log.watching.SecurityLogMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "equality_tracker.urls"
WSGI_APPLICATION = "equality_tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "equality_tracker.context.site",
            ],
            "builtins": ["equality_tracker.templatetags.govuk"],
            "libraries": {"rag": "equality_tracker.templatetags.rag"},
        },
    }
]
FORM_RENDERER = "equality_tracker.forms.GovukFormRenderer"
DJANGO_TABLES2_TEMPLATE = "tables/table.html"

try:
    DATABASES = {
        "default": dj_database_url.parse(
            text("DATABASE_URL"),
            conn_max_age=600,
            conn_health_checks=True,
            disable_server_side_cursors=flag("DATABASE_POOLED"),
        )
    }
except dj_database_url.ParseError as error:
    raise ImproperlyConfigured(f"DATABASE_URL is not an address: {error}") from None
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database.")
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
# Compiling a query takes PostgreSQL seconds and saves milliseconds; an unset trigger setting costs each row an error that is
# caught (docs/performance.md, docs/decisions/0502).
DATABASES["default"]["OPTIONS"].setdefault(
    "options", "-c jit=off -c pgtrigger.ignore={}"
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who, when, before and after: written by triggers, with the person and the address of the page beside each row.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_BASE_MODEL = "equality_tracker.audit.models.HistoryEvent"
PGHISTORY_APPEND_ONLY = True
PGHISTORY_LEVEL = pgtrigger.Statement
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

AUTH_USER_MODEL = "organisation.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
LOGIN_URL = "organisation:sign_in"
LOGIN_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24 * 3
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# How many proxies of ours stand in front and add to X-Forwarded-For; 0 means the header is not believed.
TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = text("TIME_ZONE", "Europe/London")
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "equality_tracker.formats"

STATIC_URL = "/static/"
STATIC_ROOT = text("STATIC_ROOT", str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
EVIDENCE_DIR = Path(text("EVIDENCE_DIR", str(BASE_DIR / ".local" / "evidence")))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": EVIDENCE_DIR, "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
EVIDENCE_MAX_MB = number("EVIDENCE_MAX_MB", 10)
EVIDENCE_FILES_A_DAY = number("EVIDENCE_FILES_A_DAY", 100)
IMPORT_MAX_MB = number("IMPORT_MAX_MB", 20)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
# One sending holds at most five evidence files or one workbook, and some words.
UPLOAD_MAX_MB = max(5 * EVIDENCE_MAX_MB, IMPORT_MAX_MB) + 5
FILE_UPLOAD_HANDLERS = [
    "equality_tracker.evidence.uploads.RefuseTooMuch",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

EMAIL_BACKEND = text(
    "EMAIL_BACKEND",
    f"django.core.mail.backends.{'console' if DEBUG else 'smtp'}.EmailBackend",
)
EMAIL_HOST = text("EMAIL_HOST", "localhost")
EMAIL_PORT = number("EMAIL_PORT", 25)
EMAIL_HOST_USER = text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = text("DEFAULT_FROM_EMAIL", CONTACT_EMAIL)

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "equality_tracker.security_log.lines.UtcFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO")},
}
