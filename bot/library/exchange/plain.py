"""Plain text of HTML, and the other way: other systems keep formatted text, our questions do not."""

import re
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"})
_LINES = frozenset({"div", "li", "tr", "dt", "dd"})
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_SHOWN = frozenset({"img", "audio", "video", "object", "embed", "iframe", "canvas", "svg", "math", "picture"})
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|img|ul|ol|li|sub|sup|table|tr|td|a|h\d|font|code)\b[^<>]*>|&(?:#\d+|[a-z]+);", re.IGNORECASE
)


class _Text:
    """Gather text as a browser breaks it into lines: blocks side by side are one break apart, each ``<br>`` is a break."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks = 0
        self.unseen = 0
        self.pictured = False

    def start(self, tag: str) -> None:
        self.unseen += tag in _UNSEEN
        self.pictured |= tag in _SHOWN
        if tag == "br":
            self._flush()
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.say(" ")
        self._boundary(tag)

    def end(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0
        self._boundary(tag)

    def say(self, text: str) -> None:
        said = "" if self.unseen else re.sub(r"\s+", " ", text)
        if said.strip():
            self._flush()
        if said and not self.breaks:
            self.parts.append(said)

    def _boundary(self, tag: str) -> None:
        self.breaks = max(self.breaks, 2 if tag in _PARAGRAPHS else 1 if tag in _LINES else 0)

    def _flush(self) -> None:
        self.parts.append("\n" * self.breaks if self.parts else "")
        self.breaks = 0

    def text(self) -> str:
        return "".join(self.parts)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _Text()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # the signature of the base
        self.found.start(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.found.start(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.end(tag)

    def handle_data(self, data: str) -> None:
        self.found.say(data)


def from_html(html: str) -> tuple[str, bool]:
    r"""Return the plain text of HTML, and whether it shows something that is no text.

    >>> from_html("<p>BMI &lt; 30<br>and <b>E11.9</b></p>")[0]
    'BMI < 30\nand E11.9'
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.found.text(), parser.found.pictured or "[sound:" in html


def from_either(text: str) -> tuple[str, bool]:
    """Return the plain text of what may be HTML or not: only where there is a tag or a character reference it is taken for HTML."""
    return from_html(text) if _MARKUP.search(text) else (text, False)


def to_html(text: str) -> str:
    """Return plain text as HTML that shows the same."""
    return escape(text).replace("\n", "<br>")


def from_element(element: Element, leave: frozenset[str] = frozenset()) -> tuple[str, bool]:
    """Return the plain text of an XML element with XHTML in it, without the elements named in ``leave``."""
    found = _Text()

    def walk(one: Element) -> None:
        name = local(one)
        if name not in leave:
            found.start(name)
            found.say(one.text or "")
            for child in one:
                walk(child)
                found.say(child.tail or "")
            found.end(name)

    walk(element)
    return found.text(), found.pictured


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
