"""The change history in the admin site: read only."""

from django.contrib import admin
from pghistory.core import event_models

from .entering import EventAdmin

for event in event_models():
    admin.site.register(event, EventAdmin)
