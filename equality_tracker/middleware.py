"""What every answer of the site has in common."""

from django.utils.cache import patch_cache_control


class PrivatePagesMiddleware:
    """Keeps pages out of every cache: nothing private returns by the Back button after signing out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        return response
