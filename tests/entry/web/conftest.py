"""Reading a page as strictly as a browser under our content policy would."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.http import HttpResponse

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


class Page:
    """A parsed page with the few questions that tests ask."""

    def __init__(self, root: Element, text: str) -> None:
        self.root = root
        self.text = text

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag whose attributes have these values (class_ for class)."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            one
            for one in self.root.iter(f"{XHTML}{tag}")
            if all(one.get(name) == value for name, value in wanted.items())
        ]

    def drawn(self, tag: str) -> list[Element]:
        """Return the elements of a tag of the drawings in the page."""
        return list(self.root.iter(f"{SVG}{tag}"))

    def words(self, tag: str) -> list[str]:
        """Return the text of every element of a tag, white space made single."""
        return [" ".join("".join(one.itertext()).split()) for one in self.all(tag)]

    @property
    def heading(self) -> str:
        return self.words("h1")[0]

    @property
    def links(self) -> list[str]:
        return [one.get("href", "") for one in self.all("a")]


def check_policy(root: Element, nonce_sources: str) -> None:
    """Fail on anything that our content policy would block."""
    for element in root.iter():
        tag = str(element.tag).rsplit("}", 1)[-1]
        assert tag != "style", "a style element is blocked by the policy"
        for name in element.attrib:
            plain = str(name).rsplit("}", 1)[-1]
            assert plain != "style", f"style attribute on {tag}"
            assert not plain.startswith("on"), f"{plain} on {tag}"
        if tag == "script":
            assert element.get("src"), "an inline script is blocked by the policy"
            assert not (element.text or "").strip()
            assert f"'nonce-{element.get('nonce')}'" in nonce_sources
        for name in ("href", "src", "action"):
            assert not (element.get(name) or "").startswith(("http:", "https:", "//")), tag


@pytest.fixture
def page_of() -> Callable[..., Page]:
    """Return a function that checks status, well-formedness and policy, and reads the page."""

    def read(response: HttpResponse, *, status: int = 200) -> Page:
        assert response.status_code == status
        assert response["Content-Type"].startswith("text/html")
        text = response.content.decode()
        root = html5lib.HTMLParser(strict=True).parse(text)
        check_policy(root, response["Content-Security-Policy"])
        page = Page(root, text)
        if root.get("lang") is not None:
            names = [one.get("id") for one in root.iter() if one.get("id")]
            assert len(names) == len(set(names)), "an id stands twice"
            labelled = {one.get("for") for one in page.all("label")}
            assert labelled <= set(names)
            assert len(page.all("h1")) == 1
        return page

    return read
