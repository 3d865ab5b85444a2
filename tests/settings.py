"""Settings under test: the product's own, with quick password hashing and e-mail kept in memory."""

import os

from tests.passing_folder import passing_folder

os.environ.setdefault("DEBUG", "false")
os.environ.setdefault("HTTPS", "false")
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("COUNCIL_NAME", "Northmere Council")
# The processes of a run find it set by the one that began them, which takes it away.
if "EVIDENCE_DIR" not in os.environ:
    os.environ["EVIDENCE_DIR"] = str(passing_folder("equality-tracker-evidence"))

from equality_tracker.settings import *  # noqa: E402,F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
LOGGING["root"]["level"] = "CRITICAL"  # noqa: F405

# `make test` migrates one database; each process of the tests begins with a copy of it.
if os.environ.get("TEST_TEMPLATE"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["TEST_TEMPLATE"]}  # noqa: F405
