"""Generated pages as tests read them: their links, and what their controls open."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    """Notes links, and the text of each control by the words before it or, where there are none, in its summary."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.details: dict[str, str] = {}
        self._before = ""
        self._label = ""
        self._open = False
        self.feed(str(html))  # Markup would escape what it is joined with

    def handle_starttag(self, tag, attrs):
        """Note a link, or that a control begins."""
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag == "div":
            self._before = ""
        if tag == "details":
            self._open, self._label = True, self._before.strip()
            self.details[self._label] = ""

    def handle_endtag(self, tag):
        """Note that a control ends; a summary names a control that has no words before it."""
        if tag == "summary" and not self._label:
            self._label = self.details.pop("").strip()
            self.details[self._label] = ""
        if tag == "details":
            self._open = False
        if tag in {"details", "li", "p", "dt"}:
            self._before = ""

    def handle_data(self, data):
        """Keep text."""
        if self._open:
            self.details[self._label] += data
        else:
            self._before = data if data.strip(" ·\u00a0") else self._before


def links_of(html: str) -> list[str]:
    """Give the targets of all links of a page in order."""
    return _Reader(html).links


def details_of(html: str) -> dict[str, str]:
    """Give the text of each control, by the name beside it or else by its summary."""
    return _Reader(html).details
