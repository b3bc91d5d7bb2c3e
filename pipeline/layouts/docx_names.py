"""WordprocessingML's names, and small questions about one element."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CONTROL = W + "sdt"
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None, name: str = "val") -> str | None:
    """The element's `w:val` (or other) attribute; None without element or attribute."""
    return element.get(W + name) if element is not None else None


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of `w:` names."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return element


def is_on(switch: Element | None) -> bool | None:
    """Of a property such as `w:b`: True, False, or None where it is not given."""
    return None if switch is None else (value(switch) or "1") not in _OFF


def chosen(element: Element) -> Iterator[Element]:
    """The element's children; of alternatives for newer and older programs, the first one's; none of a content
    control that still shows "Click here to enter text"."""
    if element.tag == _CHOICE:
        yield from list(element)[:1]
    elif element.tag != _CONTROL or child(element, "sdtPr", "showingPlcHdr") is None:
        yield from element
