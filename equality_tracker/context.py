"""What every page knows of the site."""

from django.conf import settings


def site(request):
    """Return the council's name and the address people write to for help."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "contact_email": settings.CONTACT_EMAIL,
    }
