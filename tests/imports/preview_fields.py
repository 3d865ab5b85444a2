"""The fields of a preview that differ from file to file."""


def lead_field(journey, name, field):
    """The name of a new lead's field on the preview."""
    html = journey.page("preview").content.decode()
    place = html.index(f"Create “{name}")
    start = html.rindex('name="lead-', 0, place) + 6
    return html[start : html.index('"', start)].replace("create", field)
