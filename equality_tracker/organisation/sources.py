"""Where a request comes from."""

import ipaddress

from django.conf import settings

UNKNOWN = "::"


def source_of(request):
    """Return the address that a request came from, as text; "::" where the server does not say.

    X-Forwarded-For is believed only as far as settings.TRUSTED_PROXIES: each proxy of ours adds, on the right, whom it heard.
    """
    heard = [request.META.get("REMOTE_ADDR", "")]
    if settings.TRUSTED_PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        heard = [each.strip() for each in forwarded if each.strip()] + heard
    place = min(settings.TRUSTED_PROXIES + 1, len(heard))
    return _address(heard[-place]) or _address(heard[-1]) or UNKNOWN


def counted_as(source):
    """Return the address under which tries from `source` are counted: an IPv6 network as one, since it is one household's."""
    address = ipaddress.ip_address(source)
    if address.version == 4:
        return source
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)


def _address(text):
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""
