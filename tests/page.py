"""What must hold of every page, whatever a test asked it for."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urlsplit

from werkzeug.test import TestResponse

# Links that a person follows may lead elsewhere; nothing that a browser fetches may.
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
FIELDS = {"input", "select", "textarea"}


class Page(HTMLParser):
    """A page as tags with attributes, and the text of its title."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.title = ""
        self._open: list[str] = []
        self._wrapped: set[int] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag; a field inside a label is labelled by it."""
        if tag in FIELDS and "label" in self._open:
            self._wrapped.add(len(self.tags))
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("title", "label", "svg"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what encloses."""
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        """Keep the title of the page, not that of a drawing."""
        if "title" in self._open and "svg" not in self._open:
            self.title += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def unlabelled(self) -> list[dict[str, str]]:
        """The fields without a name that a screen reader can say."""
        labelled = {label.get("for") for label in self.all("label")}
        return [
            field
            for place, (tag, field) in enumerate(self.tags)
            if tag in FIELDS
            and field.get("type") not in UNLABELLED
            and field.get("id") not in labelled
            and place not in self._wrapped
            and not {"aria-label", "aria-labelledby"} & set(field)
        ]


def check_page(text: str) -> None:
    """Title, one h1, language, unique ids, labels, alt texts, nothing inline or from elsewhere."""
    page = Page(text)
    assert page.title.removesuffix(" · Rugwijs").strip(), "the page has no title"
    assert len(page.all("h1")) == 1, f"{len(page.all('h1'))} h1 on the page"
    assert page.all("html")[0].get("lang") in ("nl", "en")
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert not [id_ for id_, times in ids.items() if times > 1], f"ids twice: {ids.most_common(3)}"
    assert not page.unlabelled(), f"fields without a label: {page.unlabelled()}"
    assert all("alt" in image for image in page.all("img")), "an image without alt"
    _check_nothing_inline(page)
    for tag, attribute in FETCHED.items():
        for attributes in page.all(tag):
            if attributes.get("rel") not in ("alternate", "canonical"):
                assert not urlsplit(attributes.get(attribute, "")).netloc, attributes


def _check_nothing_inline(page: Page) -> None:
    for tag, attributes in page.tags:
        assert "style" not in attributes, f"<{tag}> has a style attribute"
        assert not [name for name in attributes if name.startswith("on")], f"<{tag}> has a handler"
        if tag == "script":
            assert "src" in attributes or attributes.get("type") == "application/json"
    assert not page.all("style"), "an inline style sheet"


def check_headers(response: TestResponse) -> None:
    """The wall's headers are on every answer, and the server says nothing about itself."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Cache-Control"]
