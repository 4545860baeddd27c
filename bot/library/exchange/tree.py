"""XML of other people, read so that it can do no harm; and ours, written."""

from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.library.exchange.draft import Reading
from bot.library.exchange.plain import local


def parse(data: bytes, reading: Reading, place: str = "the file") -> Element | None:
    """Read XML; what cannot be read, and what declares entities or a document type, is a fault and None."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        reading.fault(f"{place}, line {line}", f"it breaks off or is no XML at column {column + 1}; export it again, or mend it there")
        return None
    except DefusedXmlException:
        reading.fault(place, "it declares entities or a document type, which is refused; take out what begins with <!DOCTYPE or <!ENTITY")
        return None
    except (ValueError, LookupError, RecursionError):
        reading.fault(place, "its encoding or nesting cannot be read; save it as UTF-8")
        return None
    return root


def child(element: Element, name: str) -> Element | None:
    """Find the first child of that name, whatever its namespace."""
    return next((one for one in element if local(one) == name), None)


def every(element: Element, name: str) -> list[Element]:
    """List all elements of that name below ``element``, whatever their namespace."""
    return [one for one in element.iter() if local(one) == name]


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add a child with a text and attributes."""
    element = SubElement(parent, name, attributes)
    element.text = text or None
    return element


def written(root: Element) -> bytes:
    """Write an XML document in UTF-8, one element a line."""
    indent(root)
    data: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"
