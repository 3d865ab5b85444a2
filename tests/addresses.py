"""Every address of the site, as the resolver knows it."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver


@dataclass(frozen=True)
class Address:
    """One address: its name (its route where it has none), its route, and whether it is made from anything."""

    name: str
    route: str
    takes_arguments: bool

    @property
    def is_of_admin_site(self):
        """Say whether it is one of Django's own for admins."""
        return self.name.startswith(("admin:", "/admin/"))


def all_addresses(resolver=None):
    """Return every address below `resolver` (None: the whole site)."""
    return [
        Address(
            name=f"{namespace}{pattern.name}" if pattern.name else f"/{route}",
            route=route,
            takes_arguments="<" in route,
        )
        for pattern, namespace, route in _patterns(resolver or get_resolver(), "", "")
    ]


def _patterns(resolver, namespace, route):
    for each in resolver.url_patterns:
        here = route + str(each.pattern)
        if isinstance(each, URLPattern):
            yield each, namespace, here
        else:
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _patterns(each, inner, here)
