"""Who may sign in to the demonstration."""

from equality_tracker.organisation.models import User

PASSWORD = "sea-wall-lantern"


def people_in_words():
    """Return who may sign in, as lines of a table: name, role, directorates, e-mail address; then the password."""
    people = User.objects.filter(
        is_active=True, email__endswith="@northmere.example"
    ).prefetch_related("directorates")
    rows = [_row(person) for person in sorted(people, key=_admin_first)]
    if not rows:
        return ["Nobody of the demonstration may sign in."]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["Who may sign in:"]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  " + "  ".join(cells).rstrip())
    return [*lines, f"Everybody's password is {PASSWORD}"]


ORDER = ["admin", "manager", "officer", "reader"]


def _admin_first(person):
    return ORDER.index(person.role), person.name


def _row(person):
    names = ", ".join(each.label for each in person.directorates.all())
    return person.name, person.get_role_display(), names or "–", person.email
