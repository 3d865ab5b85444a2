"""The door for a production server: `gunicorn equality_tracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "equality_tracker.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402

from equality_tracker.warming import warm_up  # noqa: E402

if not settings.DEBUG:
    warm_up()
