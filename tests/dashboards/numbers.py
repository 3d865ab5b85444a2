"""The numbers on a page that are links, and the rows that each leads to."""

import re
from html.parser import HTMLParser


class Numbers(HTMLParser):
    """The links of a page that are numbers: (address, number)."""

    def __init__(self, page):
        super().__init__()
        self.found, self._open = [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and "dash-figure" in attributes.get("class", ""):
            self._open, self._words = attributes["href"], ""

    def handle_data(self, data):
        if self._open is not None:
            self._words += data

    def handle_endtag(self, tag):
        if tag == "a" and self._open is not None:
            number = re.search(r"\d+", self._words)
            self.found.append((self._open, int(number[0])))
            self._open = None


def rows_on(client, address):
    """How many actions or changes the page at `address` lists: the rows of its table, page after page."""
    count, page = 0, 1
    while True:
        joiner = "&" if "?" in address else "?"
        answer = client.get(f"{address}{joiner}page={page}")
        assert answer.status_code == 200, address
        text = answer.content.decode()
        body = text.split("<tbody", 1)[1] if "<tbody" in text else ""
        count += body.split("</tbody>", 1)[0].count("<tr")
        if 'rel="next"' not in text:
            return count
        page += 1
