"""Opening a form of the site and sending it as a browser does: with what stands in it."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """The fields of a page's last form that is sent by POST, as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.fields, self.inside, self.area, self.select = {}, False, None, None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.inside = said.get("method") == "post" and not said.get("action")
        if not self.inside or "name" not in said and tag != "option":
            return
        if tag == "input":
            self._input(said)
        elif tag == "textarea":
            self.area = said["name"]
            self.fields[self.area] = []
        elif tag == "select":
            self.select = said["name"]
        elif tag == "option" and "selected" in said:
            self.fields[self.select] = [said.get("value", "")]

    def _input(self, said):
        is_box = said["type"] in ("checkbox", "radio")
        if "checked" in said or not is_box:
            value = said.get("value", "on" if is_box else "")
            self.fields.setdefault(said["name"], []).append(value)

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] = [data.lstrip("\n")]

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.fields[self.area] = self.fields[self.area] or [""]
            self.area = None
        elif tag == "form":
            self.inside = False


def fields_of(response):
    """Return what the page's form would send if it were sent as it stands: {name: values}."""
    form = _Form()
    form.feed(response.content.decode())
    return form.fields


def send(client, address, **typed):
    """Open the page at `address`, type, send; return the answer. A None takes a field out."""
    sent = fields_of(client.get(address)) | typed
    return client.post(
        address, {name: value for name, value in sent.items() if value is not None}
    )


def text_of(response):
    return " ".join(response.content.decode().split())
